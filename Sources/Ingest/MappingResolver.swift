import Vocabulary

/// Decides which column goes to which field: the pipeline file's map first, then a profile.
struct MappingResolver {
  /// Below this score a profile is not taken without being named.
  static let threshold = 0.6
  /// How far the best profile has to be ahead of the next.
  static let lead = 0.05

  var schema: Schema
  var source: SourceOptions
  var catalog: ProfileCatalog
  /// Whether a column that was not met yet may still come, as a key of JSON objects may.
  var isOpen = false

  /// Maps the labels of all files of the source, each given once.
  func resolve(labels: [String]) throws(IngestError) -> SourcePlan {
    let index = LabelIndex(labels)
    var columns = try mappedColumns(index, labels: labels)
    if labels.isEmpty, columns.isEmpty {  // an empty array: nothing to map, and nothing wrong
      return SourcePlan(
        columns: [], idLabels: source.id, profile: nil, candidates: [], schema: schema)
    }
    for id in source.id where index.find(id) == nil && !isOpen {
      throw IngestError(.columnMissing(id, known: labels), source: source.name)
    }
    let scores = candidates(labels)
    let profile = try chosenProfile(scores, hasMap: !columns.isEmpty, index: index)
    if let profile {
      let ownFields = Set(columns.map(\.field))
      let ownLabels = Set(columns.map { comparable($0.header) })
      for column in profileColumns(profile, index, labels: labels)
      where !ownFields.contains(column.field) && !ownLabels.contains(comparable(column.header)) {
        columns.append(column)
      }
    }
    if columns.isEmpty { throw IngestError(.nothingMapped, source: source.name) }
    var ids = source.id
    if ids.isEmpty, let id = profile?.id.first(where: { index.find($0) != nil }) { ids = [id] }
    return SourcePlan(
      columns: columns, idLabels: ids.map { label(index, $0, labels) }, profile: profile,
      candidates: scores, schema: schema)
  }

  private func label(_ index: LabelIndex, _ name: String, _ labels: [String]) -> String {
    index.find(name).map { labels[$0] } ?? name
  }

  private func mappedColumns(
    _ index: LabelIndex, labels: [String]
  ) throws(IngestError) -> [MappedColumn] {
    var columns: [MappedColumn] = []
    for mapping in source.map {
      guard let field = schema.index(of: mapping.field) else {
        throw IngestError(.unknownField(mapping.field), source: source.name)
      }
      for reference in mapping.columns {
        let place = index.find(reference.path)
        if place == nil, !isOpen {
          throw IngestError(.columnMissing(reference.path, known: labels), source: source.name)
        }
        columns.append(
          MappedColumn(
            header: place.map { labels[$0] } ?? reference.path, field: field,
            party: reference.party, namePart: reference.namePart))
      }
    }
    return columns
  }

  private func candidates(_ labels: [String]) -> [ProfileScore] {
    let compared = labels.filter { !$0.isEmpty }.map(comparable)
    return catalog.profiles
      .map { ProfileScore(profile: $0.name, score: $0.score(compared)) }
      .filter { $0.score > 0 }
      .sorted { ($1.score, $0.profile) < ($0.score, $1.profile) }
  }

  private func chosenProfile(
    _ scores: [ProfileScore], hasMap: Bool, index: LabelIndex
  ) throws(IngestError) -> SourceProfile? {
    let all = catalog.all
    switch source.profile {
    case "none": return nil
    case "auto": break
    default:
      guard let named = all.first(where: { $0.name == source.profile }) else {
        throw IngestError(
          .unknownProfile(source.profile, known: all.map(\.name)), source: source.name)
      }
      return named
    }
    if let best = scores.first, best.score >= Self.threshold {
      let next = scores.dropFirst().first?.score ?? 0
      if best.score - next >= Self.lead { return all.first { $0.name == best.profile } }
      if !hasMap {
        throw IngestError(.profileUndecided(scores), source: source.name)
      }
    }
    if hasMap { return nil }
    let common = profileColumns(catalog.general, index, labels: []).count
    let hasID = (source.id + catalog.general.id).contains { index.find($0) != nil }
    if common >= 2 || common == 1 && hasID { return catalog.general }
    throw IngestError(.profileUndecided(scores), source: source.name)
  }

  /// The columns that a profile maps and the file has.
  ///
  /// A label that is a field's name belongs to it where the common labels decide.
  private func profileColumns(
    _ profile: SourceProfile, _ index: LabelIndex, labels: [String]
  ) -> [MappedColumn] {
    var taken: Set<Int> = []
    var columns: [MappedColumn] = []
    func add(_ place: Int, _ column: MappedColumn) {
      if taken.insert(place).inserted { columns.append(column) }
    }
    let isGeneral = profile.name == catalog.general.name
    if isGeneral {
      for (number, field) in schema.fields.enumerated() {
        guard let place = index.find(field.name) else { continue }
        add(place, MappedColumn(header: name(place, field.name, labels), field: number))
      }
    }
    for column in profile.columns {
      guard let field = schema.index(of: column.field) else { continue }
      let hasWhole = columns.contains { $0.field == field && $0.namePart == nil }
      if column.part != nil, hasWhole { continue }
      let met = column.labels.filter { label in
        index.find(label).map { !taken.contains($0) } ?? false
      }
      for label in schema.fields[field].isMultiple ? met[...] : met.prefix(1) {
        guard let place = index.find(label) else { continue }
        add(
          place,
          MappedColumn(
            header: name(place, label, labels), field: field, party: column.party,
            namePart: column.part))
      }
      if isOpen, !isGeneral, let label = column.labels.first,
        column.labels.allSatisfy({ index.find($0) == nil })
      {
        columns.append(
          MappedColumn(header: label, field: field, party: column.party, namePart: column.part))
      }
    }
    return columns
  }

  private func name(_ place: Int, _ label: String, _ labels: [String]) -> String {
    place < labels.count ? labels[place] : label
  }
}

extension MappingResolver {
  /// The comparable labels that a header row may be told by.
  var knownLabels: Set<String> {
    var labels: Set<String> = []
    for profile in catalog.all {
      labels.formUnion(profile.allLabels)
    }
    labels.formUnion(schema.fields.map { comparable($0.name) })
    labels.formUnion(source.id.map(comparable))
    labels.formUnion(source.map.flatMap(\.columns).map { comparable($0.path) })
    return labels
  }
}
