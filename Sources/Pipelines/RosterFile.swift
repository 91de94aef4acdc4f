package import Vocabulary

/// A file of employees: one row for each time that one of them spent in a team.
package struct RosterFile: Hashable, Sendable {
  /// The path as the pipeline file writes it.
  package var path: String
  /// The digest of its bytes, hexadecimal.
  package var sha256: String
  package var roster: Roster
}

/// What is wrong with a roster, without a name or number of an employee.
package struct RosterError: Error, Hashable, CustomStringConvertible, Sendable {
  package var path: String
  /// The line of the row; nil where the file as a whole is at fault.
  package var line: Int?
  /// The rule that is broken, and the way out.
  package var message: String

  package var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): error: \(message)"
  }
}

extension PipelineFile {
  /// Reads the roster that the file names; without one, names serve.
  mutating func readRoster(_ top: PipelineFileObject) {
    guard let path = top.text("roster", example: "roster.csv") else { return }
    do {
      var reader = RosterReader(
        path: resolved(path), sources: sources.map(\.name))
      roster = RosterFile(
        path: path, sha256: try FileDigest.sha256(of: resolved(path)), roster: try reader.read())
    } catch let error as RosterError {
      top.report("roster", "\(error.path)\(error.line.map { ":\($0)" } ?? ""): \(error.message)")
    } catch {
      top.report(
        "roster",
        "\(resolved(path)) cannot be read as a CSV file with a header; correct the path or the file"
      )
    }
  }
}
