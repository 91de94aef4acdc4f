/// The findings of all published runs, each with the day on which it was first made.
///
/// Shape: the columns have one element per finding; identifiers ascend, each once.
package struct FindingHistory: Hashable, Sendable {
  /// One finding that was ever made.
  package struct Entry: Hashable, Sendable {
    package var identifier: UInt64
    /// The hash of the key of the record that the finding is about.
    package var record: UInt64
    /// The hash of the key of the other record, 0 where there is none.
    package var other: UInt64
    package var firstSeen: CivilDay
    package var status: FindingStatus

    package init(
      identifier: UInt64, record: UInt64 = 0, other: UInt64 = 0, firstSeen: CivilDay,
      status: FindingStatus
    ) {
      self.identifier = identifier
      self.record = record
      self.other = other
      self.firstSeen = firstSeen
      self.status = status
    }
  }

  package private(set) var identifiers: [UInt64] = []
  private var records: [UInt64] = []
  private var others: [UInt64] = []
  private var firstSeen: [CivilDay] = []
  private var statuses: [FindingStatus] = []

  package init() {}

  package var count: Int { identifiers.count }

  package subscript(index: Int) -> Entry {
    Entry(
      identifier: identifiers[index], record: records[index], other: others[index],
      firstSeen: firstSeen[index], status: statuses[index])
  }

  /// Adds a finding whose identifier is greater than all before.
  package mutating func append(_ entry: Entry) {
    identifiers.append(entry.identifier)
    records.append(entry.record)
    others.append(entry.other)
    firstSeen.append(entry.firstSeen)
    statuses.append(entry.status)
  }

  package mutating func reserveCapacity(_ count: Int) {
    identifiers.reserveCapacity(count)
    records.reserveCapacity(count)
    others.reserveCapacity(count)
    firstSeen.reserveCapacity(count)
    statuses.reserveCapacity(count)
  }

  /// What is known of a finding, or nil when no run has made it.
  ///
  /// - Complexity: O(log *n*).
  package subscript(identifier identifier: UInt64) -> Entry? {
    let identifiers = self.identifiers.span
    var low = 0
    var high = identifiers.count
    while low < high {
      let middle = (low &+ high) / 2
      if identifiers[middle] < identifier { low = middle &+ 1 } else { high = middle }
    }
    return low < identifiers.count && identifiers[low] == identifier ? self[low] : nil
  }
}

extension FindingHistory {
  /// The history after a run.
  ///
  /// A finding that the run did not make again is fixed only when the records it is about were there
  /// to be judged; what an export left out stays as it was, and what was deleted is gone.
  ///
  /// - Parameters:
  ///   - findings: What the run found.
  ///   - keys: The keys of all records of the run.
  ///   - gone: The keys of records that are held for deleted.
  /// - Returns: All findings of before, and those that are new.
  package func updated(
    with findings: FindingTable, keys: TextColumn, gone: [String] = []
  ) -> FindingHistory {
    let hashes = Self.hashes(of: keys)
    let present = count > 0 ? Set(hashes) : []
    let deleted = Set(gone.map { hashBytes(Array($0.utf8).span) })
    var next = FindingHistory()
    next.reserveCapacity(count + findings.count)
    var row = 0
    for finding in Self.order(of: findings) {
      let identifier = findings.identifier[finding]
      // Two findings meet in one identifier about once in ten million nights; one of them is kept.
      if identifier == next.identifiers.last { continue }
      while row < count, identifiers[row] < identifier {
        next.append(self[row].judged(by: present, deleted: deleted))
        row += 1
      }
      if row < count, identifiers[row] == identifier { row += 1 }
      next.append(
        Entry(
          identifier: identifier, record: hashes[Int(findings.record[finding])],
          other: findings.otherRecord(of: finding).map { hashes[$0] } ?? 0,
          firstSeen: findings.firstSeen[finding], status: findings.status[finding]))
    }
    while row < count {
      next.append(self[row].judged(by: present, deleted: deleted))
      row += 1
    }
    return next
  }

  private static func hashes(of keys: TextColumn) -> [UInt64] {
    let bytes = keys.bytes.span
    return (0..<keys.count).map { hashBytes(bytes.extracting(keys.range(of: $0))) }
  }

  /// The findings by identifier, equal ones in their order.
  private static func order(of findings: FindingTable) -> [Int] {
    findings.identifier.enumerated().map { (identifier: $1, finding: $0) }
      .sorted { ($0.identifier, $0.finding) < ($1.identifier, $1.finding) }
      .map(\.finding)
  }
}

extension FindingHistory.Entry {
  /// The same finding after a run that did not make it again.
  fileprivate func judged(by present: Set<UInt64>, deleted: Set<UInt64>) -> Self {
    var judged = self
    if deleted.contains(record) || other != 0 && deleted.contains(other) {
      if status != .fixed { judged.status = .gone }
    } else if present.contains(record), other == 0 || present.contains(other) {
      judged.status = .fixed
    }
    return judged
  }
}
