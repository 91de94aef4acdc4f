import Foundation
import Ingest
import Vocabulary

/// Reads decision files.
enum DecisionFile {
  /// The columns of a decision file.
  static let columns = [
    "decision_id", "verb", "party", "left", "right", "field", "value", "by", "at", "why", "revokes",
  ]
  private static let required = columns.prefix(5)

  /// The lines of a file, in their order.
  ///
  /// - Throws: `RunError` that names every line that cannot be followed, and no value of it.
  static func lines(of path: String, schema: Schema) throws -> [Decision] {
    let table = try CSVReader(path: path)
    for name in required where table.index(of: name) == nil {
      throw RunError(
        .cannotFinish,
        "\(path): error: a decision file needs the column '\(name)'; its columns are "
          + columns.joined(separator: ", "))
    }
    let places = columns.map { table.index(of: $0) }
    var problems: [String] = []
    var decisions: [Decision] = []
    for (row, line) in zip(table.rows, table.lines) {
      let cells = places.map { place in
        place.map {
          SpreadsheetMark.removed(from: row[$0].trimmingCharacters(in: .whitespacesAndNewlines))
        } ?? ""
      }
      do throws(LineProblem) {
        decisions.append(try decision(cells, file: path, line: line, schema: schema))
      } catch {
        problems.append("\(path):\(line): error: \(error.message)")
      }
    }
    guard problems.isEmpty else {
      throw RunError(.cannotFinish, problems.joined(separator: "\n"))
    }
    return decisions
  }

  private struct LineProblem: Error {
    var message: String
  }

  private static func decision(
    _ cells: [String], file: String, line: Int, schema: Schema
  ) throws(LineProblem) -> Decision {
    var decision = Decision(
      id: cells[0], left: cells[3], right: cells[4], field: cells[5], value: cells[6],
      by: cells[7], at: cells[8], why: cells[9], revokes: cells[10], file: file, line: line)
    if !cells[1].isEmpty {
      guard let verb = Decision.Verb(rawValue: cells[1].lowercased()) else {
        throw LineProblem(
          message: "the verb there cannot be followed; use "
            + Decision.Verb.allCases.map(\.rawValue).joined(separator: ", "))
      }
      decision.verb = verb
    }
    if !cells[2].isEmpty {
      decision.party = Party(rawValue: cells[2].lowercased())
      if decision.party == nil {
        throw LineProblem(message: "'party' must be person or organization")
      }
    }
    if decision.verb == .kind { decision.value = decision.value.lowercased() }
    if let problem = decision.problem(in: schema) { throw LineProblem(message: problem) }
    return decision
  }

  /// The files that a path or a glob names, in the order of their names.
  static func paths(matching pattern: String) throws -> [String] {
    let url = URL(fileURLWithPath: pattern)
    let (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    guard name.contains("*") else {
      return FileManager.default.fileExists(atPath: pattern) ? [url.path] : []
    }
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let parts = name.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { file in
      guard let first = parts.first, let last = parts.last, parts.count == 2 else { return false }
      return file.hasPrefix(first) && file.hasSuffix(last) && !file.hasPrefix(".")
    }.sorted().map { folder + "/" + $0 }
  }
}
