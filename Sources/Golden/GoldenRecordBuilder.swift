package import Vocabulary

/// A value that a steward fixed for the party of a record.
package struct StewardValue: Hashable, Sendable {
  /// A record of the party, as its index in the table.
  package var record: UInt32
  /// Index in the schema; an alias such as party_name is fine.
  package var field: Int
  /// In canonical form; for a sensitive field the token.
  package var value: String

  package init(record: UInt32, field: Int, value: String) {
    self.record = record
    self.field = field
    self.value = value
  }
}

/// Builds the golden records of one kind of party from its entity clusters.
///
/// The golden record is a function of the claims: it depends on neither the order of the records'
/// files nor the number of threads.
package struct GoldenRecordBuilder: Sendable {
  let table: NormalizedTable
  let options: GoldenOptions
  /// Times after this day are typing errors and count as unknown.
  let asOf: CivilDay
  let ranks: [Int: [UInt8]]
  let stewardValues: [StewardValue]
  private let threads: Int

  /// Prepares a builder.
  ///
  /// - Parameters:
  ///   - table: The records with their mentions.
  ///   - options: The rules of survivorship.
  ///   - asOf: The day of the run; times after it count as unknown.
  ///   - ranks: By field of the schema, how full each canonical value is, higher is fuller; a
  ///     field or a value without a rank counts as 0.
  ///   - stewardValues: Values that stewards fixed; a later one replaces an earlier one.
  ///   - threads: How many ranges of clusters are worked on at a time.
  package init(
    table: NormalizedTable, options: GoldenOptions = GoldenOptions(), asOf: CivilDay,
    ranks: [Int: [UInt8]] = [:], stewardValues: [StewardValue] = [],
    threads: Int = 2
  ) {
    self.table = table
    self.options = options
    self.asOf = asOf
    self.ranks = ranks
    self.stewardValues = stewardValues
    self.threads = threads
  }

  /// Builds the golden records of all clusters.
  ///
  /// - Parameters:
  ///   - clusters: A partition of the mentions of one kind of party.
  ///   - goldenIDs: The golden id of each cluster.
  /// - Returns: One golden record for each cluster, in the order of the clusters.
  package func build(_ clusters: EntityClusters, goldenIDs: [String]) async -> GoldenTable {
    precondition(goldenIDs.count == clusters.count, "every cluster has a golden id")
    let context = SurvivorshipContext(self, clusters: clusters)
    let ranges = workRanges(of: clusters)
    var parts = await concurrentMap(ranges.count, threads: threads) { index in
      context.part(of: ranges[index])
    }
    let schema = table.records.schema
    var golden = GoldenTable(
      party: clusters.party, goldenIDs: goldenIDs,
      shownFields: schema.fields.indices.map {
        context.fields.shown(inColumnOf: $0, schema: schema)
      })
    golden.reserve(for: parts)
    for index in parts.indices {
      golden.append(parts[index])
      parts[index] = GoldenPart()
    }
    return golden
  }

  /// Ranges of clusters with about as many mentions each.
  private func workRanges(of clusters: EntityClusters) -> [Range<Int>] {
    let size = max(1024, clusters.members.count / 32)
    var ranges: [Range<Int>] = []
    var start = 0
    for cluster in 0..<clusters.count {
      let mentions = clusters.starts[cluster + 1] - clusters.starts[start]
      if Int(mentions) >= size || cluster + 1 == clusters.count {
        ranges.append(start..<cluster + 1)
        start = cluster + 1
      }
    }
    return ranges
  }
}

/// The golden records of a range of clusters, in the shape of `GoldenTable` without offsets.
struct GoldenPart: Sendable {
  var survivorCounts: [UInt32] = []
  var survivors: [Survivor] = []
  var computed: [String] = []
  var ownerCounts: [UInt32] = []
  var owners: [OwnerReference] = []
  var claimCounts: [UInt32] = []
  var claims: [GoldenClaim] = []
  var recordCount: [UInt32] = []
  var sourceCount: [UInt16] = []
  var firstSeen: [CivilDay?] = []
  var lastSeen: [CivilDay?] = []
  var confidence: [Probability] = []
}

extension GoldenTable {
  /// Makes room for what the parts hold the most of.
  fileprivate mutating func reserve(for parts: [GoldenPart]) {
    survivors.reserveCapacity(parts.reduce(0) { $0 + $1.survivors.count })
    claims.reserveCapacity(parts.reduce(0) { $0 + $1.claims.count })
  }

  /// Appends the golden records of the next range.
  fileprivate mutating func append(_ part: GoldenPart) {
    let base = UInt32(computed.count)
    for text in part.computed { computed.append(text) }
    survivors.append(
      contentsOf: part.survivors.lazy.map { survivor in
        var moved = survivor
        if survivor.isComputed { moved.number += base }
        return moved
      })
    owners += part.owners
    claims += part.claims
    extend(&survivorStarts, by: part.survivorCounts)
    extend(&ownerStarts, by: part.ownerCounts)
    extend(&claimStarts, by: part.claimCounts)
    recordCount += part.recordCount
    sourceCount += part.sourceCount
    firstSeen += part.firstSeen
    lastSeen += part.lastSeen
    confidence += part.confidence
  }
}

private func extend(_ starts: inout [UInt32], by counts: [UInt32]) {
  for count in counts { starts.append(starts[starts.count - 1] + count) }
}
