import Vocabulary

/// The columns of a file that a profile maps.
struct ProfileColumns {
  let schema: Schema
  let profiles: ProfileIndex
  let index: LabelIndex
  let labels: [String]
  /// Whether a column that was not met yet may still come, as a key of JSON objects may.
  var isOpen = false

  /// The labels, as indices, that have their field.
  private var taken: Set<Int> = []
  private var columns: [MappedColumn] = []

  init(schema: Schema, profiles: ProfileIndex, index: LabelIndex, labels: [String]) {
    self.schema = schema
    self.profiles = profiles
    self.index = index
    self.labels = labels
  }

  /// The columns that a profile maps and the file has.
  ///
  /// Where the common labels decide, a label that is a field's name belongs to it, and labels that
  /// are written in another way are tried last.
  func columns(of profile: SourceProfile) -> [MappedColumn] {
    var result = self
    result.map(profile)
    return result.columns
  }

  private mutating func map(_ profile: SourceProfile) {
    let keys = profiles.keys(of: profile)
    // The id may be a field's label in another system; here it is the id.
    if let id = keys.ids.lazy.compactMap(index.find(key:)).first { taken.insert(id) }
    if profile.isGeneral { mapFieldNames(below: "") }
    map(profile, keys, below: "")
    let general = profiles.catalog.general
    for path in profile.within.map({ comparable($0) + "." }) {
      mapFieldNames(below: path)
      map(general, profiles.keys(of: general), below: path)
    }
    mapVariants(profile, keys)
    if isOpen, !profile.isGeneral { mapAbsent(profile, keys) }
  }

  private mutating func mapFieldNames(below path: String) {
    for (number, field) in schema.fields.enumerated() where !isSettled(number) {
      guard let place = index.find(key: path + comparable(field.name)) else { continue }
      add(place, MappedColumn(header: labels[place], field: number))
    }
  }

  /// Whether a field has its one column already.
  private func isSettled(_ field: Int) -> Bool {
    !schema.fields[field].isMultiple && columns.contains { $0.field == field }
  }

  /// Maps a profile's columns; those of the common labels below a path only where a field is open.
  private mutating func map(_ profile: SourceProfile, _ keys: ProfileKeys, below path: String) {
    let settled = path.isEmpty ? [] : Set(schema.fields.indices.filter(isSettled))
    for (column, labels) in zip(profile.columns, keys.columns) {
      guard let field = schema.index(of: column.field), !settled.contains(field),
        isWanted(column, field)
      else { continue }
      let met = labels.compactMap { index.find(key: path + $0) }.filter { !taken.contains($0) }
      let isAlone = profile.columns.count { $0.field == column.field } == 1
      let all = schema.fields[field].isMultiple || isAlone ? met[...] : met.prefix(1)
      for place in all {
        var mapped = mapped(place, column, field)
        mapped.isAlternative = isSettled(field) && isAlone
        add(place, mapped)
      }
    }
  }

  /// Where there is a whole name, its parts are not asked for.
  private func isWanted(_ column: SourceProfile.Column, _ field: Int) -> Bool {
    column.part == nil || !columns.contains { $0.field == field && $0.namePart == nil }
  }

  private func mapped(_ place: Int, _ column: SourceProfile.Column, _ field: Int) -> MappedColumn {
    MappedColumn(
      header: labels[place], field: field, party: column.party, namePart: column.part)
  }

  private mutating func add(_ place: Int, _ column: MappedColumn) {
    if taken.insert(place).inserted { columns.append(column) }
  }

  // MARK: - Labels that are written in another way

  /// Maps labels that hold another: of a profile further columns of one name, 电话 (2) or Phone 2;
  /// of the common labels also those in two languages or with a word in front.
  private mutating func mapVariants(_ profile: SourceProfile, _ keys: ProfileKeys) {
    for (place, label) in labels.enumerated() where !taken.contains(place) {
      for variant in LabelVariants.of(label) where profile.isGeneral || variant.number != nil {
        guard let number = keys.columns.firstIndex(where: { $0.contains(variant.label) }),
          let field = schema.index(of: profile.columns[number].field),
          isFree(field, profile.columns[number], variant),
          isWanted(profile.columns[number], field)
        else { continue }
        add(place, mapped(place, profile.columns[number], field))
        break
      }
    }
  }

  /// Whether a field may take one more column, which is only guessed.
  private func isFree(
    _ field: Int, _ column: SourceProfile.Column, _ variant: LabelVariants.Variant
  ) -> Bool {
    if schema.fields[field].isMultiple { return true }
    if schema.fields[field].purpose == .governance || variant.number ?? 1 > 1 { return false }
    return !columns.contains { $0.field == field && $0.namePart == column.part }
  }

  // MARK: - Keys that may still come

  /// Maps the paths that the first objects lack, for objects leave empty keys out.
  private mutating func mapAbsent(_ profile: SourceProfile, _ keys: ProfileKeys) {
    for (column, labels) in zip(profile.columns, keys.columns) {
      guard let field = schema.index(of: column.field), isWanted(column, field),
        labels.allSatisfy({ index.find(key: $0) == nil }), let path = column.path
      else { continue }
      columns.append(
        MappedColumn(header: path, field: field, party: column.party, namePart: column.part))
    }
  }
}

extension SourceProfile.Column {
  /// The column's JSON path, where its labels tell one: a path of several keys, or a bare key.
  fileprivate var path: String? {
    if let nested = labels.first(where: { $0.contains(".") }) { return nested }
    let isKey = labels.allSatisfy { label in
      label.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x5F }
    }
    return isKey ? labels.first : nil
  }
}
