import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

@Suite struct RosterFileTests {
  private func read(_ text: String) throws -> Roster {
    let folder = try TemporaryFolder()
    var reader = RosterReader(
      path: try folder.write("roster.csv", text), sources: ["sales", "finance"])
    return try reader.read()
  }

  @Test func `rows of one employee are one person's times in teams`() throws {
    let roster = try read(
      """
      工号,姓名,别名,团队,主管,手机,入职日期,离职日期,非个人
      7,张伟,sales:Zhang Wei;阿伟,二部,李,13912345678,2025-01-01,,
      7,张伟,,一部,王,,2024/1/1,2024/12/31,否
      P,公海,,,,,,,是
      """)
    #expect(roster.employees.map(\.number) == ["7", "P"])
    let employee = roster.employees[0]
    #expect(
      employee.aliases == [
        Roster.Alias(source: "sales", name: "Zhang Wei"), Roster.Alias(name: "阿伟"),
      ])
    #expect(employee.posts.map(\.team) == ["一部", "二部"])
    #expect(employee.posts.map(\.manager) == ["王", "李"])
    #expect(employee.lastDay == nil)
    #expect(employee.phones == ["13912345678"])
    #expect(roster.employees.map(\.isPerson) == [true, false])
  }

  @Test func `a colon behind what is no source belongs to the name`() throws {
    let roster = try read("employee_no,name,aliases\n7,n,a:b\n")
    #expect(roster.employees[0].aliases == [Roster.Alias(name: "a:b")])
  }

  struct Mistake: Sendable {
    var text: String
    var line: Int?
    var message: String
  }

  @Test(arguments: [
    Mistake(text: "name\n张\n", message: "needs the column 'employee_no'"),
    Mistake(text: "employee_no,name\n,张\n", line: 2, message: "'employee_no' is empty"),
    Mistake(text: "employee_no,name\n7,\n", line: 2, message: "'name' is empty"),
    Mistake(text: "employee_no,name\n7,张\n7,李\n", line: 3, message: "has two names"),
    Mistake(
      text: "employee_no,name,from\n7,张,2026-02-30\n", line: 2, message: "no day of the calendar"),
    Mistake(
      text: "employee_no,name,from,to\n7,张,2026-02-02,2026-02-01\n", line: 2,
      message: "'to' lies before 'from'"),
    Mistake(
      text: "employee_no,name,from,to\n7,张,2026-01-01,\n7,张,2026-02-01,\n",
      message: "two teams at once"),
    Mistake(
      text: "employee_no,name,not_a_person\n7,张,maybe\n", line: 2, message: "must be true"),
  ])
  func `a mistake is named by its line and never by its value`(_ mistake: Mistake) {
    let error = #expect(throws: RosterError.self) { try read(mistake.text) }
    #expect(error?.line == mistake.line)
    #expect(error?.message.contains(mistake.message) == true)
    #expect(error?.description.contains("张") == false)
  }

  @Test func `a roster that is not there is a mistake of the pipeline file`() throws {
    let error = #expect(throws: PipelineFileError.self) {
      try PipelineFile(
        text:
          "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], roster: 'no.csv' }",
        file: "p.json", directory: "/data")
    }
    #expect(error?.description.contains("/data/no.csv cannot be read") == true)
  }

  @Test func `the configuration hash goes with the roster's content`() throws {
    let folder = try TemporaryFolder()
    func hash(_ roster: String) throws -> String {
      try folder.write("r.csv", roster)
      return try PipelineFile(
        text: "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], roster: 'r.csv' }",
        file: "p.json", directory: folder.path
      ).configurationHash()
    }
    #expect(try hash("employee_no,name\n7,a\n") != hash("employee_no,name\n7,b\n"))
  }
}
