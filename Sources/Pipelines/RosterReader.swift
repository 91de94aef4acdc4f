import Ingest
import Vocabulary

/// Reads a roster's rows and puts those of one employee together.
struct RosterReader {
  private enum Column: CaseIterable {
    case number, name, aliases, team, branch, manager, phone, from, to, notAPerson

    /// The labels that name the column, the documented one first.
    var labels: [String] {
      switch self {
      case .number: ["employee_no", "工号", "员工编号"]
      case .name: ["name", "姓名"]
      case .aliases: ["aliases", "别名", "系统账号"]
      case .team: ["team", "团队", "部门"]
      case .branch: ["branch", "分公司", "大区"]
      case .manager: ["manager", "主管", "上级"]
      case .phone: ["phone", "own_phone", "手机", "本人手机"]
      case .from: ["from", "入职日期", "开始日期"]
      case .to: ["to", "离职日期", "结束日期"]
      case .notAPerson: ["not_a_person", "非个人"]
      }
    }
  }

  private let path: String
  private let sources: [String]
  private var columns: [Column: Int] = [:]
  private var employees: [String: Roster.Employee] = [:]

  /// - Parameters:
  ///   - path: The file.
  ///   - sources: The names of the pipeline's sources, which an alias may be of.
  init(path: String, sources: [String]) {
    self.path = path
    self.sources = sources
  }

  /// - Throws: `RosterError` that names the line; `IngestError` where the file is no CSV file.
  mutating func read() throws -> Roster {
    let table = try CSVReader(path: path)
    for column in Column.allCases {
      columns[column] = column.labels.lazy.compactMap(table.index).first
    }
    for column in [Column.number, .name] where columns[column] == nil {
      throw RosterError(
        path: path, line: nil,
        message: "a roster needs the column '\(column.labels[0])'; its columns are "
          + Column.allCases.map { $0.labels[0] }.joined(separator: ", "))
    }
    for (row, line) in zip(table.rows, table.lines) { try add(row, line: line) }
    return Roster(try employees.values.map(withPosts))
  }

  private mutating func add(_ row: [String], line: Int) throws(RosterError) {
    func fail(_ message: String) -> RosterError {
      RosterError(path: path, line: line, message: message)
    }
    let (number, name) = (text(.number, row), text(.name, row))
    if number.isEmpty { throw fail("'employee_no' is empty; give each employee a number") }
    if name.isEmpty { throw fail("'name' is empty; write the employee's name") }
    var employee = employees[number] ?? Roster.Employee(number: number, name: name)
    if employee.name != name {
      throw fail("one 'employee_no' has two names; correct it, or put the other name in 'aliases'")
    }
    employee.aliases += aliases(text(.aliases, row)).filter { !employee.aliases.contains($0) }
    employee.phones += list(text(.phone, row)).filter { !employee.phones.contains($0) }
    guard let isNobody = Self.flag(text(.notAPerson, row)) else {
      throw fail("'not_a_person' must be true, false or empty")
    }
    if isNobody { employee.isPerson = false }
    let from = try day(.from, row, line: line)
    let to = try day(.to, row, line: line)
    if let from, let to, to < from { throw fail("'to' lies before 'from'; exchange them") }
    employee.posts.append(
      Roster.Post(
        team: text(.team, row), branch: text(.branch, row), manager: text(.manager, row),
        from: from, to: to))
    employees[number] = employee
  }

  /// The employee with the posts by their first day.
  private func withPosts(_ employee: Roster.Employee) throws -> Roster.Employee {
    let always = CivilDay(number: .min)
    var employee = employee
    employee.posts.sort { ($0.from ?? always) < ($1.from ?? always) }
    for (post, next) in zip(employee.posts, employee.posts.dropFirst()) {
      guard let to = post.to, let from = next.from, to < from else {
        throw RosterError(
          path: path, line: nil,
          message: "an employee is in two teams at once; give each row of one 'employee_no' a "
            + "'from' and a 'to' that do not overlap")
      }
    }
    return employee
  }

  // MARK: - Cells

  private func text(_ column: Column, _ row: [String]) -> String {
    guard let index = columns[column] else { return "" }
    let cell = row[index].drop(while: \.isWhitespace)
    return String(cell.reversed().drop(while: \.isWhitespace).reversed())
  }

  private func day(_ column: Column, _ row: [String], line: Int) throws(RosterError) -> CivilDay? {
    let text = text(column, row).replacing("/", with: "-")
    if text.isEmpty { return nil }
    let parts = text.split(separator: "-").map { $0.count == 1 ? "0" + $0 : String($0) }
    guard let day = CivilDay(iso: parts.joined(separator: "-")) else {
      throw RosterError(
        path: path, line: line,
        message: "'\(column.labels[0])' is no day of the calendar; write one such as 2026-06-30")
    }
    return day
  }

  private func list(_ cell: String) -> [String] {
    cell.split(whereSeparator: { $0 == ";" || $0 == "；" }).compactMap { part in
      let text = part.drop(while: \.isWhitespace)
      let trimmed = String(text.reversed().drop(while: \.isWhitespace).reversed())
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// `sales:Wang Wei;阿伟`: a name in front of which a source stands is that source's alone.
  private func aliases(_ cell: String) -> [Roster.Alias] {
    list(cell).map { text in
      guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
        sources.contains(String(text[..<colon]))
      else { return Roster.Alias(name: text) }
      return Roster.Alias(
        source: String(text[..<colon]),
        name: String(text[text.index(after: colon)...].drop(while: \.isWhitespace)))
    }
  }

  /// Whether a cell says yes; nil where it says neither.
  private static func flag(_ cell: String) -> Bool? {
    switch cell.lowercased() {
    case "true", "yes", "1", "是": true
    case "", "false", "no", "0", "否": false
    default: nil
    }
  }
}
