import Foundation
import TestSupport
import Testing

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
