import Foundation
import Testing

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("assay-command-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      Issue.record("\(path) stays: \(error)")
    }
  }

  /// Writes a file and returns its path.
  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// The files under the folder, as paths below it.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}

/// What a process left behind.
struct Outcome {
  var status: Int32
  var stdout: String
  var stderr: String

  /// The lines of stdout.
  var lines: [String] { stdout.split(separator: "\n").map(String.init) }
}

/// The built binary, which lies beside the test bundle.
enum AssayProcess {
  struct Missing: Error {
    var folder: String
  }

  static func binary() throws -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("assay").path
      var isFolder = true
      if let values = try? URL(fileURLWithPath: candidate).resourceValues(forKeys: [.isDirectoryKey]
      ) {
        isFolder = values.isDirectory ?? true
      }
      if !isFolder, FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw Missing(folder: CommandLine.arguments[0])
  }

  /// Runs the binary with some words and some stdin, in a folder.
  static func run(_ words: [String], input: String = "", in folder: TemporaryFolder) throws
    -> Outcome
  {
    try start(binary(), words, input: Data(input.utf8), in: folder)
  }

  /// Runs a shell script in which `$ASSAY` is the binary.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> Outcome {
    try start("/bin/sh", ["-c", script], input: Data(), in: folder)
  }

  private static func start(
    _ program: String, _ words: [String], input: Data, in folder: TemporaryFolder
  ) throws -> Outcome {
    let streams = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["ASSAY": try binary(), "TERM": "dumb"]) { _, new in new }
    let names = ["in", "out", "err"].map { URL(fileURLWithPath: streams.path + "/" + $0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, stdout: try streams.read("out"),
      stderr: try streams.read("err"))
  }
}
