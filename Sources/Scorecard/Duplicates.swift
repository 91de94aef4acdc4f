import Vocabulary

/// The records that repeat the party of an earlier record of the same source.
///
/// Tickets repeat their customers by nature, so sources of service systems have no duplicates.
struct Duplicates: Sendable {
  /// By record: the index of the party's first record in the source plus one, 0 for no duplicate.
  private(set) var firstNumber: [UInt32]
  /// By record: whether it is filed under a party, in a source that may hold duplicates.
  private(set) var isUnit: [Bool]

  init(_ input: ScorecardInput) {
    let records = input.table.records
    firstNumber = [UInt32](repeating: 0, count: records.count)
    isUnit = [Bool](repeating: false, count: records.count)
    add(input.table.persons, clusters: input.persons, table: input.table)
    add(input.table.organizations, clusters: input.organizations, table: input.table)
  }

  private mutating func add(
    _ mentions: MentionTable, clusters: EntityClusters, table: NormalizedTable
  ) {
    let records = table.records
    let mayRepeat = records.sources.map { $0.system != .service }
    var first = [UInt32?](repeating: nil, count: records.sources.count)
    var own: [UInt32] = []
    for cluster in 0..<clusters.count {
      own.removeAll(keepingCapacity: true)
      for mention in clusters.members(of: cluster) where mentions.role[Int(mention)] == .subject {
        let record = mentions.record[Int(mention)]
        if mayRepeat[Int(records.source[Int(record)])] { own.append(record) }
      }
      for record in own {
        isUnit[Int(record)] = true
        let source = Int(records.source[Int(record)])
        if let known = first[source], !Self.isEarlier(record, than: known, in: table.created) {
          continue
        }
        first[source] = record
      }
      for record in own {
        let source = Int(records.source[Int(record)])
        if let known = first[source], known != record { firstNumber[Int(record)] = known + 1 }
      }
      for record in own { first[Int(records.source[Int(record)])] = nil }
    }
  }

  /// Whether a record was created first; one of an unknown time comes last, and keys break ties.
  private static func isEarlier(
    _ left: UInt32, than right: UInt32, in created: [CivilTime?]
  ) -> Bool {
    switch (created[Int(left)], created[Int(right)]) {
    case (let a?, let b?) where a != b: a < b
    case (_?, nil): true
    case (nil, _?): false
    default: left < right
    }
  }
}
