import Vocabulary

/// Decides which column goes to which field: the pipeline file's map first, then a profile.
struct MappingResolver {
  var schema: Schema
  var source: SourceOptions
  var profiles: ProfileIndex
  /// Whether a column that was not met yet may still come, as a key of JSON objects may.
  var isOpen = false

  private var catalog: ProfileCatalog { profiles.catalog }

  /// The comparable labels that a header row may be told by.
  var knownLabels: Set<String> {
    var labels = profiles.knownLabels
    labels.formUnion(schema.fields.map { comparable($0.name) })
    labels.formUnion(source.id.map(comparable))
    labels.formUnion(source.map.flatMap(\.columns).map { comparable($0.path) })
    return labels
  }

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
    let fits = profiles.fits(labels.filter { !$0.isEmpty && !ColumnNames.isPosition($0) })
    let scores = fits.map {
      ProfileScore(profile: catalog.profiles[$0.profile].name, score: $0.score)
    }
    let profile = try chosenProfile(
      fits, scores: scores, hasMap: !columns.isEmpty, index: index, labels: labels)
    if let profile {
      let ownFields = Set(columns.map(\.field))
      let ownLabels = Set(columns.map { comparable($0.header) })
      for column in profileColumns(profile, index, labels)
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

  private func profileColumns(
    _ profile: SourceProfile, _ index: LabelIndex, _ labels: [String]
  ) -> [MappedColumn] {
    var columns = ProfileColumns(schema: schema, profiles: profiles, index: index, labels: labels)
    columns.isOpen = isOpen
    return columns.columns(of: profile)
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

  private func chosenProfile(
    _ fits: [ProfileFit], scores: [ProfileScore], hasMap: Bool, index: LabelIndex,
    labels: [String]
  ) throws(IngestError) -> SourceProfile? {
    switch source.profile {
    case "none": return nil
    case "auto": break
    default:
      guard let named = catalog.all.first(where: { $0.name == source.profile }) else {
        throw IngestError(
          .unknownProfile(source.profile, known: catalog.all.map(\.name)), source: source.name)
      }
      return named
    }
    switch profiles.choice(among: fits) {
    case .profile(let index): return catalog.profiles[index]
    case .tie where !hasMap:
      throw IngestError(.profileTie(scores), source: source.name)
    case .tie, .none: break
    }
    if hasMap { return nil }
    let common = profileColumns(catalog.general, index, labels).count
    let hasID = (source.id + catalog.general.id).contains { index.find($0) != nil }
    if common >= 2 || common == 1 && hasID { return catalog.general }
    throw IngestError(.profileUndecided(scores), source: source.name)
  }
}
