import Testing
import Vocabulary

@Suite struct FindingHistoryTests {
  private static let (first, second) = (CivilDay(number: 10), CivilDay(number: 11))

  /// A finding as one night made it: its identifier, and the records it is about.
  private struct Made {
    var identifier: UInt64
    var record: Int
    var other: Int?
    var status = FindingStatus.open
  }

  private func history(
    after history: FindingHistory = FindingHistory(), _ keys: [String], _ made: [Made],
    on day: CivilDay
  ) -> FindingHistory {
    var (findings, column) = (FindingTable(), TextColumn())
    for key in keys { column.append(key) }
    for finding in made {
      findings.rule.append(0)
      findings.identifier.append(finding.identifier)
      findings.record.append(UInt32(finding.record))
      findings.otherNumber.append(UInt32((finding.other ?? -1) + 1))
      findings.status.append(finding.status)
      findings.firstSeen.append(history[identifier: finding.identifier]?.firstSeen ?? day)
    }
    return history.updated(with: findings, keys: column)
  }

  @Test func `the first run makes the history, by identifier and each finding once`() {
    let history = history(
      ["a", "b"],
      [
        Made(identifier: .max, record: 0), Made(identifier: 0, record: 1),
        Made(identifier: .max, record: 1),
      ], on: Self.first)
    #expect(history.identifiers == [0, .max])
    #expect(history[identifier: .max]?.status == .open)
    #expect(history[identifier: 1] == nil)
    #expect(FindingHistory()[identifier: 0] == nil)
  }

  @Test func `a finding that stays keeps its first day`() {
    let before = history(["a"], [Made(identifier: 5, record: 0)], on: Self.first)
    let after = history(
      after: before, ["a"], [Made(identifier: 5, record: 0), Made(identifier: 9, record: 0)],
      on: Self.second)
    #expect(after[identifier: 5]?.firstSeen == Self.first)
    #expect(after[identifier: 9]?.firstSeen == Self.second)
  }

  struct Night: Sendable {
    var present: [String]
    var status: FindingStatus
  }

  @Test(arguments: [
    Night(present: ["a", "b"], status: .fixed),
    Night(present: ["a"], status: .open),
    Night(present: ["b"], status: .open),
    Night(present: [], status: .open),
  ])
  func `a finding that is gone is fixed when both its records were there`(_ night: Night) {
    let before = history(
      ["a", "b"], [Made(identifier: 5, record: 0, other: 1)], on: Self.first)
    let after = history(after: before, night.present, [], on: Self.second)
    #expect(after[identifier: 5]?.status == night.status)
    #expect(after[identifier: 5]?.firstSeen == Self.first)
  }

  @Test func `a finding that comes back is as the run says`() {
    var before = FindingHistory()
    before.append(
      FindingHistory.Entry(identifier: 5, firstSeen: Self.first, status: .fixed))
    let after = history(
      after: before, ["a"], [Made(identifier: 5, record: 0, status: .reopened)], on: Self.second)
    #expect(after.count == 1)
    #expect(after[identifier: 5]?.status == .reopened)
    #expect(after[identifier: 5]?.firstSeen == Self.first)
  }

  @Test func `what was deleted is gone, and nobody fixed it`() {
    let before = history(
      ["a", "b", "c"],
      [
        Made(identifier: 1, record: 0), Made(identifier: 2, record: 1),
        Made(identifier: 3, record: 0, other: 2),
      ], on: Self.first)
    var keys = TextColumn()
    keys.append("a")
    let after = before.updated(with: FindingTable(), keys: keys, gone: ["b", "c"])
    #expect(after[identifier: 1]?.status == .fixed)
    #expect(after[identifier: 2]?.status == .gone)
    #expect(after[identifier: 3]?.status == .gone)
  }
}
