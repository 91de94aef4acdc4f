import Database
package import Vocabulary

extension StateFile {
  /// Reads the golden ids as of the last published run.
  ///
  /// - Returns: Ids that were all handed out, and redirects that lead to some of them.
  /// - Throws: `StoreError` when the file cannot be read, or another hand has damaged it.
  package func identities() throws -> IdentityState {
    var state = IdentityState()
    for party in Party.allCases {
      var identities = PartyIdentities(party: party)
      identities.nextNumber = try nextNumber(of: party)
      identities.membership = try membership(of: party)
      identities.redirects = try redirects(of: party)
      let given = 1..<identities.nextNumber
      guard identities.membership.numbers.allSatisfy(given.contains),
        identities.redirects.allSatisfy({ given.contains($0.old) && given.contains($0.current) })
      else { throw StoreError(.damagedIdentities, path: connection.path) }
      state[party] = identities
    }
    return state
  }

  private func nextNumber(of party: Party) throws -> UInt32 {
    let counter = try Statement("SELECT value FROM counters WHERE name = ?", on: connection)
    try counter.bind("golden_id." + party.rawValue, at: 1)
    return try counter.step() ? max(1, counter.uint32(0)) : 1
  }

  private func membership(of party: Party) throws -> MembershipTable {
    var table = MembershipTable()
    let rows = try Statement(
      "SELECT record_key, number FROM \(party.rawValue)_membership ORDER BY record_key",
      on: connection)
    while try rows.step() {
      let number = rows.uint32(1)
      rows.withText(0) { table.append($0, number: number) }
    }
    return table
  }

  private func redirects(of party: Party) throws -> [IdentityRedirect] {
    let lost = try redirectRecords(of: party, side: .lost)
    let survivor = try redirectRecords(of: party, side: .survivor)
    let rows = try Statement(
      "SELECT old, current, reason, since FROM redirects WHERE party = ? ORDER BY old",
      on: connection)
    try rows.bind(party.rawValue, at: 1)
    var redirects: [IdentityRedirect] = []
    while try rows.step() {
      let old = rows.uint32(0)
      redirects.append(
        IdentityRedirect(
          party: party, old: old, current: rows.uint32(1),
          reason: IdentityRedirect.Reason(rawValue: rows.string(2)) ?? .merged,
          since: CivilDay(number: Int32(clamping: rows.int(3))),
          records: lost[old] ?? TextColumn(), survivorRecords: survivor[old] ?? TextColumn()))
    }
    return redirects
  }

  private func redirectRecords(of party: Party, side: RedirectSide) throws
    -> [UInt32: TextColumn]
  {
    let rows = try Statement(
      """
      SELECT old, record_key FROM redirect_records WHERE party = ? AND side = ? \
      ORDER BY old, record_key
      """, on: connection)
    try rows.bind(party.rawValue, at: 1)
    try rows.bind(side.rawValue, at: 2)
    var records: [UInt32: TextColumn] = [:]
    while try rows.step() { records[rows.uint32(0), default: TextColumn()].append(rows.string(1)) }
    return records
  }

  enum RedirectSide: String {
    case lost
    case survivor
  }

  /// Writes what differs between two states of one kind of party.
  func write(_ next: PartyIdentities, over previous: PartyIdentities, run: Int64)
    throws
  {
    try mint(next, over: previous, run: run)
    try write(next.membership, over: previous.membership, of: next.party)
    try write(next.redirects, over: previous.redirects, of: next.party)
  }

  /// Keeps numbers from being handed out again.
  func raiseNextNumber(of party: Party, to number: UInt32) throws {
    guard try nextNumber(of: party) < number else { return }
    let counter = try Statement("INSERT OR REPLACE INTO counters VALUES (?, ?)", on: connection)
    try counter.bind("golden_id." + party.rawValue, at: 1)
    try counter.bind(number, at: 2)
    try counter.run()
  }

  private func mint(_ next: PartyIdentities, over previous: PartyIdentities, run: Int64)
    throws
  {
    guard next.nextNumber > previous.nextNumber else { return }
    let counter = try Statement("INSERT OR REPLACE INTO counters VALUES (?, ?)", on: connection)
    try counter.bind("golden_id." + next.party.rawValue, at: 1)
    try counter.bind(next.nextNumber, at: 2)
    try counter.run()
    let range = try Statement("INSERT INTO golden_ids VALUES (?, ?, ?, ?)", on: connection)
    try range.bind(next.party.rawValue, at: 1)
    try range.bind(previous.nextNumber, at: 2)
    try range.bind(next.nextNumber - 1, at: 3)
    try range.bind(run, at: 4)
    try range.run()
  }

  /// Walks through both memberships side by side, in the order of the table's own key.
  private func write(
    _ next: MembershipTable, over previous: MembershipTable, of party: Party
  ) throws {
    let table = party.rawValue + "_membership"
    let upsert = try Statement(
      "INSERT OR REPLACE INTO \(table) (number, record_key) VALUES (?, ?)", on: connection)
    let delete = try Statement("DELETE FROM \(table) WHERE record_key = ?", on: connection)
    let (newBytes, oldBytes) = (next.bytes, previous.bytes)
    let (new, old) = (newBytes.span, oldBytes.span)
    var row = 0
    for index in 0..<next.count {
      let key = new.extracting(next.range(of: index))
      while row < previous.count, precedes(old.extracting(previous.range(of: row)), key) {
        try delete.run(text: old.extracting(previous.range(of: row)), at: 1)
        row += 1
      }
      if row < previous.count, !precedes(key, old.extracting(previous.range(of: row))) {
        row += 1
        if previous.numbers[row - 1] == next.numbers[index] { continue }
      }
      try upsert.bind(next.numbers[index], at: 1)
      try upsert.run(text: key, at: 2)
    }
    while row < previous.count {
      try delete.run(text: old.extracting(previous.range(of: row)), at: 1)
      row += 1
    }
  }

  private func write(
    _ next: [IdentityRedirect], over previous: [IdentityRedirect], of party: Party
  ) throws {
    let kept = Dictionary(uniqueKeysWithValues: next.map { ($0.old, $0) })
    let delete = try Statement("DELETE FROM redirects WHERE party = ? AND old = ?", on: connection)
    var unchanged: Set<UInt32> = []
    for redirect in previous {
      if let same = kept[redirect.old], same == redirect {
        unchanged.insert(redirect.old)
        continue
      }
      try delete.bind(party.rawValue, at: 1)
      try delete.bind(redirect.old, at: 2)
      try delete.run()
    }
    let insert = try Statement("INSERT INTO redirects VALUES (?, ?, ?, ?, ?)", on: connection)
    for redirect in next where !unchanged.contains(redirect.old) {
      try insert.bind(party.rawValue, at: 1)
      try insert.bind(redirect.old, at: 2)
      try insert.bind(redirect.current, at: 3)
      try insert.bind(redirect.reason.rawValue, at: 4)
      try insert.bind(Int(redirect.since.number), at: 5)
      try insert.run()
      try write(redirect.records, side: .lost, of: redirect)
      try write(redirect.survivorRecords, side: .survivor, of: redirect)
    }
  }

  private func write(_ records: TextColumn, side: RedirectSide, of redirect: IdentityRedirect)
    throws
  {
    let insert = try Statement("INSERT INTO redirect_records VALUES (?, ?, ?, ?)", on: connection)
    for row in 0..<records.count {
      try insert.bind(redirect.party.rawValue, at: 1)
      try insert.bind(redirect.old, at: 2)
      try insert.bind(side.rawValue, at: 3)
      try insert.run(text: records[row].span, at: 4)
    }
  }
}
