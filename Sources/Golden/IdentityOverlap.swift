import Vocabulary

/// How the records of the ids published before are spread over the clusters of this run.
struct IdentityOverlap {
  /// The records of one id that are in one cluster.
  struct Part: Equatable {
    var number: UInt32
    var cluster: UInt32
    var count: UInt32
  }

  /// Ascending by number, then by cluster.
  private(set) var parts: [Part] = []
  /// By cluster, the number of records that were never published.
  private(set) var newcomers: [UInt32]
  private let previous: MembershipTable
  private let records: [UInt32]
  private let keys: TextColumn
  /// By row of the previous membership, whether its record is in this run.
  private var isPresent: [Bool]
  /// By number.
  private var hasAbsent: [Bool]

  init(
    clusters: EntityClusters, records: [UInt32], keys: TextColumn, previous: PartyIdentities
  ) {
    self.previous = previous.membership
    self.records = records
    self.keys = keys
    newcomers = [UInt32](repeating: 0, count: clusters.count)
    isPresent = [Bool](repeating: false, count: previous.membership.count)
    hasAbsent = [Bool](repeating: false, count: Int(previous.nextNumber))
    let meetings = meet(clusterOf: clusters.clusterOf)
    parts = Self.tally(meetings)
    for row in isPresent.indices where !isPresent[row] {
      hasAbsent[Int(self.previous.numbers[row])] = true
    }
  }

  func hasAbsentRecords(_ number: UInt32) -> Bool { hasAbsent[Int(number)] }

  /// Walks through the mentions and the previous membership side by side.
  ///
  /// - Returns: For each mention published before, its number above its cluster.
  private mutating func meet(clusterOf: [UInt32]) -> [UInt64] {
    var meetings: [UInt64] = []
    meetings.reserveCapacity(records.count)
    let (keyBytes, keyEnds) = (keys.bytes, keys.ends)
    let (oldBytes, oldEnds, oldNumbers) = (previous.bytes, previous.ends, previous.numbers)
    let (new, old) = (keyBytes.span, oldBytes.span)
    var row = 0
    for (mention, record) in records.enumerated() {
      let start = record == 0 ? 0 : keyEnds[Int(record) - 1]
      let key = new.extracting(start..<keyEnds[Int(record)])
      var isKnown = false
      while row < oldEnds.count {
        let known = old.extracting((row == 0 ? 0 : oldEnds[row - 1])..<oldEnds[row])
        if precedes(key, known) { break }
        isKnown = !precedes(known, key)
        if isKnown { break }
        row += 1
      }
      if isKnown {
        isPresent[row] = true
        meetings.append(UInt64(oldNumbers[row]) << 32 | UInt64(clusterOf[mention]))
        row += 1
      } else {
        newcomers[Int(clusterOf[mention])] += 1
      }
    }
    return meetings
  }

  private static func tally(_ meetings: [UInt64]) -> [Part] {
    var parts: [Part] = []
    var last: UInt64?
    for meeting in meetings.sorted() {
      if meeting == last {
        parts[parts.count - 1].count += 1
      } else {
        parts.append(
          Part(
            number: UInt32(meeting >> 32), cluster: UInt32(truncatingIfNeeded: meeting), count: 1))
        last = meeting
      }
    }
    return parts
  }

  /// The largest part of each id, or all of its largest parts when they are equal.
  ///
  /// - Parameter undone: Parts that do not count, unless an id has no other.
  /// - Returns: Ascending by number, then by cluster.
  func largestParts(except undone: Set<UndonePart>) -> [Part] {
    var largest: [Part] = []
    var start = 0
    while start < parts.count {
      var end = start
      while end < parts.count, parts[end].number == parts[start].number { end += 1 }
      let all = parts[start..<end]
      var counted = all
      if !undone.isEmpty {
        let remaining = all.filter {
          !undone.contains(UndonePart(number: $0.number, cluster: $0.cluster))
        }
        if !remaining.isEmpty { counted = remaining[...] }
      }
      let most = counted.reduce(0) { max($0, $1.count) }
      largest += counted.filter { $0.count == most }
      start = end
    }
    return largest
  }

  /// The membership after this run: its records, and those of before that are absent now.
  func membership(numbers: [UInt32], clusterOf: [UInt32]) -> MembershipTable {
    var table = MembershipTable()
    table.reserveCapacity(
      rows: max(records.count, previous.count),
      bytes: max(keys.bytes.count, previous.bytes.count))
    let (keyBytes, keyEnds) = (keys.bytes, keys.ends)
    let old = previous.bytes.span
    var row = 0
    for (mention, record) in records.enumerated() {
      let key = keyBytes[(record == 0 ? 0 : keyEnds[Int(record) - 1])..<keyEnds[Int(record)]]
      while row < previous.count,
        precedes(old.extracting(previous.range(of: row)), key.span)
      {
        if !isPresent[row] { table.append(previous.key(row), number: previous.numbers[row]) }
        row += 1
      }
      if row < previous.count, !precedes(key.span, old.extracting(previous.range(of: row))) {
        row += 1  // the mention itself
      }
      table.append(key, number: numbers[Int(clusterOf[mention])])
    }
    while row < previous.count {
      if !isPresent[row] { table.append(previous.key(row), number: previous.numbers[row]) }
      row += 1
    }
    return table
  }
}
