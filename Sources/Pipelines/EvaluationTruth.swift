package import Vocabulary

/// Which records are the same, as somebody knows it.
package struct EvaluationTruth: Sendable {
  /// How a record is named.
  package struct Key: Hashable, Sendable {
    /// Nil in a truth over one source.
    package var source: String?
    package var id: String
    /// Tells records apart that share an id; nil where the truth has no row numbers.
    package var row: String?
  }

  /// The records, in the order of the file, and the number of each one's entity.
  package private(set) var keys: [Key] = []
  package private(set) var entities: [Int] = []
  package private(set) var entityCount = 0
  /// The rows that the party left, ambiguous ones included.
  package private(set) var rowCount = 0
  /// Keys that stand for different entities, and are left out.
  package private(set) var ambiguousCount = 0
  package private(set) var hasSource: Bool
  package private(set) var hasRow: Bool

  /// Reads a truth file.
  ///
  /// Two forms are understood: `source, source_record_id, entity_id` with or without `row_number` and
  /// `contact_entity_id`, and `record_id, entity_id` over one source.
  ///
  /// - Parameters:
  ///   - path: The truth.
  ///   - entitiesPath: A table with `entity_id` and `kind` (company or person); needed for a party of
  ///     the first form.
  ///   - party: Only mentions of this party count; nil: the subject of each record.
  /// - Throws: `RunError` when the file cannot be read or lacks a column.
  package init(path: String, entitiesPath: String?, party: Party?) throws {
    let header = try CSVTable.header(of: path)
    hasSource = header.contains("source_record_id")
    hasRow = hasSource && header.contains("row_number")
    let companies = try party.flatMap { _ in hasSource ? entitiesPath : nil }
      .map { try Self.companies($0) }
    if party != nil, hasSource, companies == nil {
      throw RunError(
        .usage,
        "\(path): error: the truth does not say which entities are persons; "
          + "add --entities with a table of entity_id and kind")
    }
    let columns =
      hasSource ? ["source", "source_record_id", "entity_id"] : ["record_id", "entity_id"]
    var numbers: [String: Int] = [:]
    var places: [Key: Int] = [:]
    var ambiguous: Set<Int> = []
    try CSVTable.forEachRow(
      of: path, columns: columns, optional: ["row_number", "contact_entity_id"]
    ) { row in
      var name = row[columns.count - 1]
      if let party, let companies {
        let isCompany = companies.contains(name)
        if party == .organization, !isCompany { name = "" }
        if party == .person, isCompany { name = row[columns.count + 1] }
      }
      guard !name.isEmpty else { return }
      rowCount += 1
      let entity = numbers[name, default: numbers.count]
      numbers[name] = entity
      let key =
        hasSource
        ? Key(source: row[0], id: row[1], row: hasRow ? row[columns.count] : nil)
        : Key(id: row[0])
      if let place = places[key] {
        if entities[place] != entity { ambiguous.insert(place) }
      } else {
        places[key] = keys.count
        keys.append(key)
        entities.append(entity)
      }
    }
    entityCount = numbers.count
    ambiguousCount = ambiguous.count
    guard !ambiguous.isEmpty else { return }
    let kept = keys.indices.filter { !ambiguous.contains($0) }
    (keys, entities) = (kept.map { keys[$0] }, kept.map { entities[$0] })
  }

  private static func companies(_ path: String) throws -> Set<String> {
    var companies: Set<String> = []
    try CSVTable.forEachRow(of: path, columns: ["entity_id", "kind"]) { row in
      if row[1] == "company" || row[1] == Party.organization.rawValue { companies.insert(row[0]) }
    }
    return companies
  }
}
