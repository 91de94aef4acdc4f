import Testing
import Vocabulary

private func day(_ text: String) -> CivilDay { CivilDay(iso: text) ?? CivilDay(number: 0) }

@Suite struct RosterTests {
  private let roster: Roster = {
    var first = Roster.Employee(number: "1001", name: "张伟")
    first.aliases = [Roster.Alias(source: "sales", name: "Zhang Wei"), Roster.Alias(name: "阿伟")]
    first.posts = [Roster.Post(team: "一部")]
    var second = Roster.Employee(number: "1002", name: "张伟")
    second.aliases = [Roster.Alias(source: "service", name: "张伟")]
    second.posts = [Roster.Post(team: "二部")]
    var pool = Roster.Employee(number: "P1", name: "公海")
    pool.isPerson = false
    return Roster([second, pool, first])
  }()

  struct Name: Sendable {
    var name: String
    var source = "sales"
    var team = ""
    var number: String?
    var isAmbiguous = false
  }

  @Test(arguments: [
    Name(name: "zhang  wei", number: "1001"),
    Name(name: "Zhang Wei", source: "service", number: nil),
    Name(name: "阿伟", source: "finance", number: "1001"),
    Name(name: "1002", number: "1002"),
    Name(name: "张伟", isAmbiguous: true),
    Name(name: "张伟", team: "二部", number: "1002"),
    Name(name: "张伟", team: "三部", isAmbiguous: true),
    Name(name: "张伟", source: "service", number: "1002"),
    Name(name: "公海", number: "P1"),
    Name(name: "李娜", number: nil),
    Name(name: "", number: nil),
  ])
  func `a name means the employee that goes by it in the source`(_ name: Name) {
    let bearer = roster.bearer(of: name.name, in: name.source, team: name.team)
    switch bearer {
    case .nobody: #expect(name.number == nil && !name.isAmbiguous)
    case .several: #expect(name.isAmbiguous)
    case .one(let index): #expect(roster.employees[index].number == name.number)
    }
  }

  @Test func `the post of a day is the one in force or the last one before`() {
    var employee = Roster.Employee(number: "1", name: "n")
    #expect(employee.post(on: day("2026-01-01")) == nil)
    employee.posts = [
      Roster.Post(team: "a", from: day("2024-01-01"), to: day("2024-12-31")),
      Roster.Post(team: "b", from: day("2025-02-01"), to: day("2025-06-30")),
    ]
    #expect(employee.post(on: day("2023-05-05"))?.team == "a")
    #expect(employee.post(on: day("2024-12-31"))?.team == "a")
    #expect(employee.post(on: day("2025-01-15"))?.team == "a")
    #expect(employee.post(on: day("2026-01-01"))?.team == "b")
    #expect(employee.firstDay == day("2024-01-01"))
    #expect(employee.lastDay == day("2025-06-30"))
  }
}
