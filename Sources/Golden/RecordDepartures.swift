package import Vocabulary

/// Which records of before are gone for good, and which golden ids with them.
///
/// An export that lacks a record may be truncated or old, so one alone proves nothing. A record is
/// gone when `exportsUntilGone` complete exports of its source lacked it, one after the other. An
/// export is complete when it is a new one of a source that delivers snapshots, and at most a tenth of
/// the source's records, or `smallLoss` of them, are absent from it.
///
/// A golden id is retired when all of its records are gone. It is never given to another party: its
/// records keep it, so that it is revived when one of them comes back.
package struct RecordDepartures: Sendable {
  /// The complete exports after which an absent record is held for deleted.
  package static let exportsUntilGone = 2
  /// The number of absent records at which an export is complete, however small the source is.
  package static let smallLoss = 5

  /// What the next run starts from, once this one is published.
  package private(set) var absences = AbsenceTable()
  /// By source: the records that are gone as of this run.
  package private(set) var newlyGone: [String: Int] = [:]
  /// By source: the records that are absent and may come back.
  package private(set) var absent: [String: Int] = [:]
  /// The ids that are retired, each with the day; ascending by party and number.
  package private(set) var retired: [RetiredIdentity] = []
  /// The ids that this run retired or revived.
  package private(set) var changes: [IdentityChange] = []

  /// - Parameters:
  ///   - previous: The absences as of the last published run.
  ///   - before: The golden ids as of the last published run.
  ///   - now: The golden ids of this run.
  ///   - keys: The keys of this run's records, ascending.
  ///   - counts: By source: the number of this run's records.
  ///   - snapshots: The sources whose export of this run is a new one and should hold all records.
  ///   - asOf: The run's as-of day.
  package init(
    previous: AbsenceTable, before: [PartyIdentities], now: [PartyIdentities], keys: TextColumn,
    counts: [String: Int], snapshots: Set<String>, asOf: CivilDay
  ) {
    let known = Dictionary(
      previous.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var missing: Set<String> = []
    for identities in now {
      missing.formUnion(Self.absentKeys(of: identities.membership, present: keys))
    }
    let living = missing.filter { known[$0]?.gone == nil }
    absent = Dictionary(living.map { (Self.source(of: $0), 1) }, uniquingKeysWith: +)
    let complete = snapshots.filter { source in
      let lost = absent[source, default: 0]
      return lost <= max(Self.smallLoss, (counts[source, default: 0] + lost) / 10)
    }
    absences = AbsenceTable(
      missing.compactMap { key in
        Self.entry(key, known[key], isCounted: complete.contains(Self.source(of: key)), asOf)
      })
    for entry in absences.entries where entry.gone != nil && known[entry.key]?.gone == nil {
      newlyGone[Self.source(of: entry.key), default: 0] += 1
      absent[Self.source(of: entry.key), default: 0] -= 1
    }
    retired = now.flatMap { Self.retired(in: $0, absences) }
    let earlier = before.flatMap { Self.retired(in: $0, previous) }
    changes = Self.changes(from: earlier, to: retired)
  }

  private static func entry(
    _ key: String, _ known: AbsenceTable.Entry?, isCounted: Bool, _ asOf: CivilDay
  ) -> AbsenceTable.Entry? {
    guard isCounted, known?.gone == nil else { return known }
    var entry = known ?? AbsenceTable.Entry(key: key, exports: 0, since: asOf)
    entry.exports += 1
    if entry.exports >= exportsUntilGone { entry.gone = asOf }
    return entry
  }

  /// The name before the first slash; names hold none.
  private static func source(of key: String) -> String {
    String(decoding: key.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
  }

  /// The keys of a membership that are not among those of the run; both ascend.
  private static func absentKeys(
    of membership: MembershipTable, present keys: TextColumn
  ) -> [String] {
    let (keyBytes, oldBytes) = (keys.bytes, membership.bytes)
    let (present, old) = (keyBytes.span, oldBytes.span)
    var absent: [String] = []
    var row = 0
    for known in 0..<membership.count {
      let key = old.extracting(membership.range(of: known))
      while row < keys.count, precedes(present.extracting(keys.range(of: row)), key) { row += 1 }
      if row < keys.count, !precedes(key, present.extracting(keys.range(of: row))) { continue }
      absent.append(String(decoding: membership.key(known), as: UTF8.self))
    }
    return absent
  }

  /// The ids of which every record is gone.
  private static func retired(
    in identities: PartyIdentities, _ absences: AbsenceTable
  ) -> [RetiredIdentity] {
    let gone = absences.entries.filter { $0.gone != nil }
    guard !gone.isEmpty else { return [] }
    var keys = TextColumn()
    for entry in gone { keys.append(entry.key) }
    let membership = identities.membership
    let (bytes, goneBytes) = (membership.bytes, keys.bytes)
    var days = [CivilDay?](repeating: nil, count: membership.count)
    var next = 0
    for row in 0..<membership.count {
      let key = bytes.span.extracting(membership.range(of: row))
      while next < gone.count, precedes(goneBytes.span.extracting(keys.range(of: next)), key) {
        next += 1
      }
      guard next < gone.count else { break }
      if !precedes(key, goneBytes.span.extracting(keys.range(of: next))) {
        days[row] = gone[next].gone
      }
    }
    var candidates: [UInt32: RetiredIdentity] = [:]
    for (row, day) in days.enumerated() {
      guard let day else { continue }
      let id = GoldenID(party: identities.party, number: membership.numbers[row])
      var identity = candidates[id.number] ?? RetiredIdentity(id: id, since: day, records: 0)
      identity.since = max(identity.since, day)
      identity.records += 1
      candidates[id.number] = identity
    }
    for (row, day) in days.enumerated() where day == nil {
      candidates[membership.numbers[row]] = nil
    }
    return candidates.values.sorted { $0.id.number < $1.id.number }
  }

  private static func changes(
    from earlier: [RetiredIdentity], to later: [RetiredIdentity]
  ) -> [IdentityChange] {
    let (before, after) = (Set(earlier.map(\.id)), Set(later.map(\.id)))
    let retired = later.filter { !before.contains($0.id) }.map {
      IdentityChange(.retired, $0.id, from: $0.id, recordsMoved: $0.records, cause: .records)
    }
    let revived = earlier.filter { !after.contains($0.id) }.map {
      IdentityChange(.revived, $0.id, to: $0.id, recordsMoved: $0.records, cause: .records)
    }
    return retired + revived
  }
}

/// A golden id of which every record is gone.
package struct RetiredIdentity: Hashable, Sendable {
  package var id: GoldenID
  /// The as-of day on which its last record was held for deleted.
  package var since: CivilDay
  package var records: Int

  package init(id: GoldenID, since: CivilDay, records: Int) {
    self.id = id
    self.since = since
    self.records = records
  }
}
