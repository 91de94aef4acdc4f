import Foundation
import TestSupport
import Testing

@testable import Database

/// assay.sqlite holds what the files hold.
@Suite(.customersRun) struct RunDatabaseTests {
  private static var folder: PipelineFolder? { CustomersRun.current?.night }

  /// The rows of a query as texts; null is empty.
  private func rows(
    _ sql: String, columns: Int, of folder: PipelineFolder? = Self.folder
  ) throws -> [[String]] {
    let night = try #require(folder)
    let connection = try Connection(
      path: night.folder.path + "/out/current/assay.sqlite", for: .reading)
    let statement = try Statement(sql, on: connection)
    var rows: [[String]] = []
    while try statement.step() {
      rows.append((0..<columns).map { statement.string(Int32($0)) })
    }
    return rows
  }

  private static let files = [
    "golden", "crosswalk", "claims", "affiliations", "links", "findings", "review", "redirects",
    "identity_changes", "quarantine", "decisions", "scorecard", "leaderboard", "metrics",
  ]

  @Test(arguments: files)
  func `a view has the columns and the cells of its file`(file: String) throws {
    try compare(file, of: #require(Self.folder))
  }

  @Test(arguments: ["golden", "claims", "decisions", "links", "crosswalk"])
  func `what stewards decided is in the view as in the file`(file: String) throws {
    let night = try PipelineFolder(
      [#"{ name: "sales", path: "sales.csv" }"#], settings: #"decisions: "decisions/*.csv","#)
    try night.folder.write(
      "sales.csv",
      ExportLines.sales([
        ExportLines.person("C1", "王芳", phone: "13524689713"),
        ExportLines.person("C2", "李娜", phone: "15873458421"),
        ExportLines.person("C3", "欧阳娜娜", phone: "18799947966"),
      ]))
    try night.folder.write(
      "decisions/1.csv",
      """
      decision_id,verb,party,left,right,field,value,by,at,why,revokes
      d1,same,person,sales/C1,sales/C2,,,zhou,2026-06-29,a,
      d2,value,person,sales/C3,,phone,13655554444,zhou,2026-06-29,b,
      d3,value,person,sales/C3,,birth_date,1988年4月2日,zhou,2026-06-28,c,

      """)
    try night.publish()
    if file == "claims" {
      let fixed = try rows(
        "SELECT value FROM claims WHERE rule = 'steward' ORDER BY value", columns: 1, of: night)
      #expect(fixed == [["+8613655554444"], ["1988-04-02"]])
    }
    try compare(file, of: night)
  }

  private func compare(_ file: String, of night: PipelineFolder) throws {
    let table = try night.table(file + ".csv")
    let names = table.header.map { "\"\($0)\"" }.joined(separator: ", ")
    let found = try rows("SELECT \(names) FROM \(file)", columns: table.header.count, of: night)
    #expect(found.count == table.rows.count)
    let flags: Set<String> = ["current", "survives", "counted", "eligible", "provisional"]
    func same(_ rows: [[String]]) -> [[String]] {
      rows.map { row in zip(table.header, row).map { Self.plain($1, isFlag: flags.contains($0)) } }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(same(found) == same(table.rows))
  }

  /// A cell without the file's ways to write it: its mark for spreadsheets, flags and final zeros.
  private static func plain(_ cell: String, isFlag: Bool) -> String {
    if isFlag { return cell == "true" ? "1" : cell == "false" ? "0" : cell }
    var cell = cell
    if let second = cell.dropFirst().first, cell.first == "'", "=+-@'\t\r".contains(second) {
      cell.removeFirst()
    }
    if cell.contains("."), let number = Double(cell), cell.count < 16 { return String(number) }
    return cell
  }

  @Test func `what a steward asks first is answered by one row each`() throws {
    let night = try #require(Self.folder)
    let golden = try night.table("golden.csv")
    let all = try rows("SELECT golden_id, record_count, record_keys FROM customer_360", columns: 3)
    #expect(all.count == golden.rows.count)
    for row in all { #expect(row[2].split(separator: ";").count == Int(row[1])) }
    let duplicates = try rows("SELECT golden_id, record_key FROM duplicates", columns: 2)
    #expect(!duplicates.isEmpty)
    let counts = golden.pairs("golden_id", "record_count")
    #expect(duplicates.allSatisfy { (counts[$0[0]].flatMap { Int($0) } ?? 0) > 1 })
    let one = try #require(all.first)
    let asked = try rows(
      "SELECT golden_id FROM customer_360 WHERE golden_id = '\(one[0])'", columns: 1)
    #expect(asked == [[one[0]]])
    let disagreements = try rows("SELECT golden_id, field, value FROM disagreements", columns: 3)
    let values = Dictionary(grouping: disagreements) { $0[0] + " " + $0[1] }
    #expect(values.values.allSatisfy { Set($0.map { $0[2] }).count > 1 })
  }

  @Test func `asking for one golden record reads no whole table`() throws {
    let plan = try rows(
      "EXPLAIN QUERY PLAN SELECT * FROM crosswalk WHERE golden_id = 'P0000001F'", columns: 4)
    #expect(!plan.contains { $0[3].hasPrefix("SCAN") && !$0[3].contains("word") }, "\(plan)")
  }

  @Test func `only the owner can read it`() throws {
    let night = try #require(Self.folder)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: night.folder.path + "/out/current/assay.sqlite")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
