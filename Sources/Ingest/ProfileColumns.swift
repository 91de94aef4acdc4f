import Vocabulary

/// The columns of a file that a profile maps.
struct ProfileColumns {
  private let schema: Schema
  private let catalog: ProfileCatalog
  private let index: LabelIndex
  private let labels: [String]
  /// The labels, as indices, that have their field.
  private var taken: Set<Int> = []
  private var columns: [MappedColumn] = []

  init(_ schema: Schema, _ catalog: ProfileCatalog, _ index: LabelIndex, _ labels: [String]) {
    self.schema = schema
    self.catalog = catalog
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
    // The id may be a field's label in another system; here it is the id.
    if let id = profile.id.lazy.compactMap(index.find).first { taken.insert(id) }
    if profile.isGeneral { mapFieldNames(below: []) }
    for column in profile.columns { map(column, below: []) }
    for path in profile.within {
      mapFieldNames(below: [path])
      for column in catalog.general.columns { map(column, below: [path]) }
    }
    if profile.isGeneral { mapVariants(profile) }
    mapRepetitions(profile)
  }

  private mutating func mapFieldNames(below path: [String]) {
    for (number, field) in schema.fields.enumerated() {
      guard let place = index.find((path + [field.name]).joined(separator: ".")) else { continue }
      add(place, MappedColumn(header: labels[place], field: number))
    }
  }

  private mutating func map(_ column: SourceProfile.Column, below path: [String]) {
    guard let field = schema.index(of: column.field), isWanted(column, field) else { return }
    let met = column.allLabels.compactMap { label in
      index.find((path + [label]).joined(separator: "."))
    }.filter { !taken.contains($0) }
    for place in schema.fields[field].isMultiple ? met[...] : met.prefix(1) {
      add(place, mapped(place, column, field))
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

  private mutating func mapVariants(_ profile: SourceProfile) {
    for (place, label) in labels.enumerated() where !taken.contains(place) {
      for variant in LabelVariants.of(label) {
        guard let (column, field) = column(of: profile, labelled: variant.label),
          isFree(field, part: column.part, number: variant.number), isWanted(column, field)
        else { continue }
        add(place, mapped(place, column, field))
        break
      }
    }
  }

  /// Further columns of a label that the profile maps: 电话 (2), Phone 2.
  private mutating func mapRepetitions(_ profile: SourceProfile) {
    for (place, label) in labels.enumerated() where !taken.contains(place) {
      for variant in LabelVariants.of(label) where variant.number != nil {
        guard let (column, field) = column(of: profile, labelled: variant.label),
          schema.fields[field].isMultiple
        else { continue }
        add(place, mapped(place, column, field))
        break
      }
    }
  }

  private func column(
    of profile: SourceProfile, labelled label: String
  ) -> (SourceProfile.Column, Int)? {
    for column in profile.columns where column.allLabels.contains(where: { comparable($0) == label }) {
      return schema.index(of: column.field).map { (column, $0) }
    }
    return nil
  }

  /// Whether a field may take one more column, which is only guessed.
  private func isFree(_ field: Int, part: MappedColumn.NamePart?, number: Int?) -> Bool {
    if schema.fields[field].isMultiple { return true }
    if schema.fields[field].purpose == .governance || number ?? 1 > 1 { return false }
    return !columns.contains { $0.field == field && $0.namePart == part }
  }
}
