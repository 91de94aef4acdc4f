import Golden
import Testing
import Vocabulary

@Suite struct RecordDeparturesTests {
  /// Nights of one party, each given as the keys that the exports hold.
  private struct Nights {
    var identities = PartyIdentities(party: .person)
    var absences = AbsenceTable()
    private var day: Int32 = 0

    init() {}

    /// A night on which `present` is in the exports (all keys when nil), and those of `snapshots` are
    /// new ones.
    mutating func run(
      _ parties: [[String]], present: [String]? = nil, snapshots: Set<String> = ["s"]
    ) -> RecordDepartures {
      day += 1
      let before = identities
      identities = PartyIdentities(party: .person)
      identities.nextNumber = UInt32(parties.count + 1)
      let members = parties.enumerated().flatMap { number, keys in
        keys.map { (key: $0, number: UInt32(number + 1)) }
      }
      for member in members.sorted(by: { $0.key < $1.key }) {
        identities.membership.append(Array(member.key.utf8)[...], number: member.number)
      }
      var keys = TextColumn()
      var counts: [String: Int] = [:]
      for key in (present ?? members.map(\.key)).sorted() {
        keys.append(key)
        counts[String(key.prefix(1)), default: 0] += 1
      }
      let departures = RecordDepartures(
        previous: absences, before: [before], now: [identities], keys: keys, counts: counts,
        snapshots: snapshots, asOf: CivilDay(number: day))
      absences = departures.absences
      return departures
    }
  }

  private let parties = [["s/1", "s/2"], ["s/3"], ["t/4"]]

  @Test func `nothing is absent on the first night`() {
    var nights = Nights()
    let first = nights.run(parties)
    #expect(first.absences.entries.isEmpty && first.retired.isEmpty && first.changes.isEmpty)
    #expect(first.absent.isEmpty && first.newlyGone.isEmpty)
  }

  @Test func `two complete exports without a record make it gone, and its id retired`() {
    var nights = Nights()
    _ = nights.run(parties)
    let first = nights.run(parties, present: ["s/1", "s/2", "t/4"])
    #expect(first.absent == ["s": 1] && first.newlyGone.isEmpty && first.retired.isEmpty)
    let second = nights.run(parties, present: ["s/1", "s/2", "t/4"])
    #expect(second.newlyGone == ["s": 1])
    #expect(second.absences.goneKeys == ["s/3"])
    #expect(second.retired.map(\.id.number) == [2])
    #expect(second.retired.map(\.since) == [CivilDay(number: 3)])
    #expect(second.changes.map(\.change) == [.retired])
    let third = nights.run(parties, present: ["s/1", "s/2", "t/4"])
    #expect(third.retired == second.retired && third.changes.isEmpty && third.newlyGone.isEmpty)
    let back = nights.run(parties)
    #expect(back.retired.isEmpty && back.absences.entries.isEmpty)
    #expect(back.changes.map(\.change) == [.revived])
  }

  @Test func `an id lives as long as one of its records does`() {
    var nights = Nights()
    _ = nights.run(parties)
    for _ in 0..<3 { _ = nights.run(parties, present: ["s/2", "s/3", "t/4"]) }
    #expect(nights.absences.goneKeys == ["s/1"])
    #expect(nights.run(parties, present: ["s/2", "s/3", "t/4"]).retired.isEmpty)
  }

  @Test func `a record that is back in between is counted anew`() {
    var nights = Nights()
    let without = ["s/1", "s/2", "t/4"]
    _ = nights.run(parties)
    _ = nights.run(parties, present: without)
    _ = nights.run(parties)
    #expect(nights.run(parties, present: without).retired.isEmpty)
  }

  @Test func `only new snapshots count`() {
    var nights = Nights()
    _ = nights.run(parties)
    for _ in 0..<4 {
      let night = nights.run(parties, present: ["s/1", "s/2", "s/3"], snapshots: ["s"])
      #expect(night.absent == ["t": 1] && night.absences.entries.isEmpty && night.retired.isEmpty)
    }
  }

  struct Loss: Sendable {
    var records: Int
    var lost: Int
    var isGone: Bool
  }

  @Test(arguments: [
    Loss(records: 10, lost: 5, isGone: true), Loss(records: 10, lost: 6, isGone: false),
    Loss(records: 200, lost: 20, isGone: true), Loss(records: 200, lost: 21, isGone: false),
  ])
  func `an export that lacks too many records is not complete`(loss: Loss) {
    var nights = Nights()
    let keys = (0..<loss.records).map { "s/\(1000 + $0)" }
    let parties = keys.map { [$0] }
    _ = nights.run(parties)
    for _ in 0..<2 { _ = nights.run(parties, present: Array(keys.dropFirst(loss.lost))) }
    #expect(nights.absences.goneKeys.count == (loss.isGone ? loss.lost : 0))
  }
}
