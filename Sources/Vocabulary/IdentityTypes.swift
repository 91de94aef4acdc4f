// What one run hands to the next so that golden ids last. Stages work on these values; only the
// state file reads and writes them.

/// Which record belongs to which golden record, for one kind of party.
///
/// Shape: the record whose key is `bytes[ends[i - 1]..<ends[i]]` belongs to the golden id with number
/// `numbers[i]`. Keys ascend by their bytes, each once.
package struct MembershipTable: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var ends: [Int] = []
  package private(set) var numbers: [UInt32] = []

  package init() {}

  package var count: Int { numbers.count }

  /// The place of a key in `bytes`.
  package func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  /// The key of a row.
  package func key(_ row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  /// Adds a record whose key is greater than all before.
  package mutating func append(_ key: ArraySlice<UInt8>, number: UInt32) {
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    numbers.append(number)
  }

  /// Adds a record whose key is greater than all before.
  package mutating func append(_ key: Span<UInt8>, number: UInt32) {
    for offset in key.indices { bytes.append(key[offset]) }
    ends.append(bytes.count)
    numbers.append(number)
  }

  package mutating func reserveCapacity(rows: Int, bytes: Int) {
    self.bytes.reserveCapacity(bytes)
    ends.reserveCapacity(rows)
    numbers.reserveCapacity(rows)
  }

  /// The number of the golden id that a record belongs to, or nil when the record is unknown.
  ///
  /// - Complexity: O(log *n*) comparisons.
  package func number(of key: Span<UInt8>) -> UInt32? {
    let bytes = self.bytes.span
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if precedes(bytes.extracting(range(of: middle)), key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, !precedes(key, bytes.extracting(range(of: low))) else { return nil }
    return numbers[low]
  }
}

/// Whether one byte string stands before another in the order of record keys.
///
/// - Complexity: O(*n*) in the bytes they share at the start.
package func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  let shared = min(left.count, right.count)
  var offset = 0
  while offset < shared {
    if left[offset] != right[offset] { return left[offset] < right[offset] }
    offset &+= 1
  }
  return left.count < right.count
}

/// A golden id that was lost, and the one that took its place.
package struct IdentityRedirect: Sendable {
  /// Why an id was lost.
  package enum Reason: String, Codable, Hashable, Sendable {
    /// Its records came to belong to another party.
    case merged
  }

  package var party: Party
  package var old: UInt32
  package var current: UInt32
  package var reason: Reason
  /// The as-of day of the run in which the id was lost.
  package var since: CivilDay
  /// The keys of the records that the lost id held, ascending.
  package var records: TextColumn
  /// The keys of the records that the surviving id held before the merge, ascending.
  package var survivorRecords: TextColumn

  package init(
    party: Party, old: UInt32, current: UInt32, reason: Reason = .merged, since: CivilDay,
    records: TextColumn, survivorRecords: TextColumn
  ) {
    self.party = party
    self.old = old
    self.current = current
    self.reason = reason
    self.since = since
    self.records = records
    self.survivorRecords = survivorRecords
  }

  package var oldID: GoldenID { GoldenID(party: party, number: old) }

  package var currentID: GoldenID { GoldenID(party: party, number: current) }
}

extension IdentityRedirect: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.party == right.party && left.old == right.old && left.current == right.current
      && left.reason == right.reason && left.since == right.since
      && left.records.ends == right.records.ends && left.records.bytes == right.records.bytes
      && left.survivorRecords.ends == right.survivorRecords.ends
      && left.survivorRecords.bytes == right.survivorRecords.bytes
  }
}

/// The golden ids of one kind of party, as of a published run.
package struct PartyIdentities: Sendable {
  package var party: Party
  /// The number that the next new golden id gets.
  package var nextNumber: UInt32 = 1
  /// Every record ever published, those that are absent from the latest exports included.
  package var membership = MembershipTable()
  /// The ids that are lost now, ascending by the old id.
  package var redirects: [IdentityRedirect] = []

  package init(party: Party) { self.party = party }

  /// The id that stands for a golden id today; itself while it lives, nil when it was never given.
  package func current(of id: GoldenID) -> GoldenID? {
    guard id.party == party, id.number > 0, id.number < nextNumber else { return nil }
    return redirects.first { $0.old == id.number }?.currentID ?? id
  }
}

/// The golden ids of both kinds of party, as of a published run.
package struct IdentityState: Sendable {
  package var persons = PartyIdentities(party: .person)
  package var organizations = PartyIdentities(party: .organization)

  package init() {}

  package subscript(party: Party) -> PartyIdentities {
    get { party == .person ? persons : organizations }
    set {
      if party == .person { persons = newValue } else { organizations = newValue }
    }
  }
}

/// One way in which a run's golden ids differ from those of the run before.
package struct IdentityChange: Hashable, Sendable {
  /// What happened to the golden id.
  package enum Change: String, Codable, Hashable, Sendable, CaseIterable {
    /// Minted for records that were never seen before.
    case new
    /// Lost, since its records came to belong to another party.
    case merged
    /// Minted for records that left another party.
    case split
    /// Records came over from another party that goes on.
    case moved
    /// Without a record, since all of them were deleted in their sources.
    case retired
    /// Given again to the records that had it before a merge, or back with one that was deleted.
    case revived
  }

  /// What brought the change about.
  package enum Cause: String, Codable, Hashable, Sendable, CaseIterable {
    /// A steward ruled on one of the records.
    case decision
    /// Records came in that were never seen before.
    case records
    /// The evidence between known records changed: their values, the rules or the model.
    case evidence
  }

  package var change: Change
  package var goldenID: GoldenID
  /// Where the records were.
  package var from: GoldenID?
  /// Where the records are.
  package var to: GoldenID?
  package var recordsMoved: Int
  package var cause: Cause

  package init(
    _ change: Change, _ goldenID: GoldenID, from: GoldenID? = nil, to: GoldenID? = nil,
    recordsMoved: Int, cause: Cause
  ) {
    self.change = change
    self.goldenID = goldenID
    self.from = from
    self.to = to
    self.recordsMoved = recordsMoved
    self.cause = cause
  }
}
