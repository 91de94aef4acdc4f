import Foundation
import TestSupport
import Testing

/// The repository's own files that tests read.
enum Repository {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A file or folder of Fixtures.
  static func fixture(_ name: String) -> String { path + "/Fixtures/" + name }
}

/// A folder of a test's own with a pipeline file, its exports and its output.
struct PipelineFolder {
  /// The day that every run here takes for today.
  static let asOf = "2026-06-30"

  let folder: TemporaryFolder

  /// Writes `pipeline.json` over some sources, with output in `out`.
  ///
  /// - Parameters:
  ///   - sources: The entries of `sources`, JSON5.
  ///   - settings: Other keys of the pipeline file, JSON5, each followed by a comma.
  /// - Throws: What writing the file throws.
  init(_ sources: [String], settings: String = "") throws {
    folder = try TemporaryFolder()
    try write(sources, settings: settings)
  }

  func write(_ sources: [String], settings: String = "") throws {
    try folder.write(
      "pipeline.json",
      """
      {
        version: 1, name: "night", \(settings)
        sources: [
          \(sources.joined(separator: ",\n    "))
        ],
        output: "out",
      }
      """)
  }

  /// Runs the pipeline on the fixed day.
  func run(_ flags: [String] = []) throws -> Outcome {
    try AssayProcess.run(
      ["run", "pipeline.json", "--as-of", Self.asOf] + flags, in: folder)
  }

  /// Runs the pipeline, which must publish.
  @discardableResult func publish(_ flags: [String] = []) throws -> Outcome {
    let outcome = try run(flags)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return outcome
  }

  /// A table of the current run.
  func table(_ file: String, of output: String = "out") throws -> ResultTable {
    try ResultTable(path: "\(folder.path)/\(output)/current/\(file)")
  }

  /// The name of the published run; nil before the first.
  func currentRun(of output: String = "out") -> String? {
    let link = folder.path + "/\(output)/current"
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link))?
      .split(separator: "/").last.map(String.init)
  }

  /// The names in `runs`, half-made ones included.
  func runs(of output: String = "out") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/\(output)/runs").sorted()
  }

  /// The bytes of a file under the folder.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
  }

  /// The manifest of a run.
  func manifest(of run: String = "out/current") throws -> ManifestFile {
    try JSONDecoder().decode(ManifestFile.self, from: bytes(run + "/manifest.json"))
  }
}

/// What tests read of manifest.json.
struct ManifestFile: Decodable {
  struct Accounting: Decodable {
    var source: String
    var read, records, quarantined: Int
    var skipped: [String: Int]
    var balanced: Bool
  }

  struct Output: Decodable {
    var file: String
    var rows: Int?
  }

  struct Gate: Decodable {
    var metric: String
    var passed: Bool
  }

  var status: String
  var accounting: [Accounting]
  var outputs: [Output]
  var gates: [Gate]
}

/// A CSV file that a run wrote, read by the rules of RFC 4180.
struct ResultTable {
  var header: [String]
  var rows: [[String]]

  init(path: String) throws {
    try self.init(text: String(contentsOfFile: path, encoding: .utf8))
  }

  init(text: String) {
    var records: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var previousWasQuote = false
    // By scalar: a carriage return and a line feed would be one Character.
    for character in text.unicodeScalars {
      if isQuoted {
        if character == "\"" {
          isQuoted = false
          previousWasQuote = true
        } else {
          cell.unicodeScalars.append(character)
        }
        continue
      }
      switch character {
      case "\"":
        if previousWasQuote { cell.unicodeScalars.append(character) }
        isQuoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\n":
        records.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(character)
      }
      previousWasQuote = false
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The cells of some columns, row by row.
  func columns(_ names: String...) -> [[String]] {
    let places = names.map { header.firstIndex(of: $0) }
    return rows.map { row in places.map { $0.map { row[$0] } ?? "no such column" } }
  }

  /// The cells of one column.
  func column(_ name: String) -> [String] { columns(name).map { $0[0] } }

  /// By the value of one column: the value of another, of the last row that has it.
  func pairs(_ key: String, _ value: String) -> [String: String] {
    Dictionary(columns(key, value).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }

  /// The rows with some columns left out, sorted.
  func sortedRows(without left: [String]) -> [[String]] {
    let kept = header.indices.filter { !left.contains(header[$0]) }
    return rows.map { row in kept.map { row[$0] } }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
