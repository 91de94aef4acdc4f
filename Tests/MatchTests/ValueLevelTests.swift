import Testing
import Vocabulary

@testable import Match

/// The levels of values that are no whole names.
@Suite struct ValueLevelTests {
  struct Pair: Sendable {
    let kind: EvidenceColumn.Kind
    let left: String
    let right: String
    let level: ComparisonLevel
  }

  @Test(arguments: [
    Pair(kind: .date, left: "1985-03-12", right: "1985-03-12", level: .exact),
    Pair(kind: .date, left: "1985-03-12", right: "1985-12-03", level: .swapped),
    Pair(kind: .date, left: "1985-03-12", right: "1985-03-13", level: .oneEdit),
    Pair(kind: .date, left: "1985-02-27", right: "1985-03-12", level: .days(atMost: 31)),
    Pair(kind: .date, left: "1985-03-12", right: "1985-09-25", level: .days(atMost: 366)),
    Pair(kind: .date, left: "1985-03-12", right: "1991-09-25", level: .days(atMost: 3660)),
    Pair(kind: .date, left: "1985-03-12", right: "2006-09-25", level: .otherwise),
    Pair(kind: .givenName, left: "robert", right: "r", level: .initial),
    Pair(kind: .givenName, left: "gloria r", right: "gloria", level: .fewerWords),
    Pair(kind: .givenName, left: "jonathan", right: "jon", level: .nickname),
    Pair(kind: .givenName, left: "jonathan", right: "peter", level: .otherwise),
    Pair(kind: .phone, left: "+13125550123", right: "~5550123", level: .ending),
    Pair(kind: .phone, left: "+13125550123", right: "~5550124", level: .otherwise),
    Pair(
      kind: .address, left: "12 south stafford place", right: "12 stafford place 3",
      level: .sameNumber),
    Pair(
      kind: .address, left: "12 south stafford place", right: "14 south stafford place",
      level: .dice(atLeast: 0.75)),
    Pair(kind: .surname, left: "gomez blondel", right: "blondel", level: .sharedWord),
    Pair(kind: .surname, left: "gomez", right: "blondel", level: .otherwise),
    Pair(
      kind: .email, left: "maria.silva@mail.com", right: "maria.silva@post.com", level: .sameMailbox
    ),
    Pair(
      kind: .email, left: "mariasilva@mail.com", right: "marasylva@mail.com",
      level: .levenshtein(atMost: 3)),
  ])
  func `two values agree at their level`(_ pair: Pair) {
    var column = EvidenceColumn(name: "value", kind: pair.kind)
    for value in [pair.left, pair.right] {
      column.ids.append(column.values.intern(value))
      column.endMention()
    }
    let comparer = ColumnComparer(column, Comparison(column: column))
    for (left, right) in [(0, 1), (1, 0)] {
      let grade = comparer.compare(left, right).grade
      #expect(comparer.levels[grade - 1] == pair.level)
    }
  }

  @Test func `names in each other's field are one fact, told by one column`() throws {
    let names = [
      ("thomas", "gabriel"), ("gabriel", "thomas"), ("gabriel", "thomsa"), ("mary", "thomas"),
    ]
    var given = EvidenceColumn(name: "given", kind: .givenName)
    var surname = EvidenceColumn(name: "surname", kind: .surname)
    for name in names {
      given.ids.append(given.values.intern(name.0))
      given.endMention()
      surname.ids.append(surname.values.intern(name.1))
      surname.endMention()
    }
    let comparer = PairComparer(
      [given, surname].map { ColumnComparer($0, Comparison(column: $0)) }, mentions: names.count)
    func level(_ column: Int, _ left: Int, _ right: Int) -> ComparisonLevel? {
      let grade = comparer.outcome(column, left, right).grade
      return grade == 0 ? nil : comparer.columns[column].levels[grade - 1]
    }
    for other in [1, 2] {
      #expect(level(0, 0, other) == .swapped)
      #expect(level(1, 0, other) == nil)
    }
    #expect(level(0, 0, 3) == .otherwise)
    #expect(level(1, 0, 3) == .otherwise)
  }

  @Test func `surname and given name block in either order`() async throws {
    var given = EvidenceColumn(name: "given", kind: .givenName)
    var surname = EvidenceColumn(name: "surname", kind: .surname)
    for name in [("thomas", "gabriel"), ("gabriel", "thomas"), ("thomas", "thomas")] {
      given.ids.append(given.values.intern(name.0))
      given.endMention()
      surname.ids.append(surname.values.intern(name.1))
      surname.endMention()
    }
    let table = EvidenceTable(party: .person, count: 3, columns: [given, surname])
    let plan = BlockingPlan(table, MatchOptions())
    let pairs = await plan.candidates(try plan.named([["given", "surname"]]))
    #expect(pairs.pairCount == 1)
  }
}
