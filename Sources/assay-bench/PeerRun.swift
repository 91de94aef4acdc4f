import Foundation

/// A program of somebody else's library that reads the same lines.
///
/// The peers are small programs in a folder, of which each takes a file and a region and prints one
/// JSON object.
struct PeerRun: Encodable {
  /// The library's name.
  var peer: String
  var version: String?
  /// Values a second; nil where the peer could not run.
  var perSecond: Double?
  /// How many times the median is faster.
  var times: Double?
  /// Why the peer could not run, and the way out.
  var missing: String?

  /// Runs the peers of a kernel on the lines of a file.
  ///
  /// - Parameters:
  ///   - folder: Where the peers' programs lie.
  ///   - file: The lines.
  ///   - rate: The values a second that are compared.
  /// - Returns: One for each peer, those included that could not run.
  static func phone(folder: String, file: String, rate: Double) -> [PeerRun] {
    [cPlusPlus(folder, file), python(folder, file)].map { run in
      var run = run
      run.times = run.perSecond.map { rate / $0 }
      return run
    }
  }

  private static func cPlusPlus(_ folder: String, _ file: String) -> PeerRun {
    let name = "libphonenumber (C++)"
    let program = FileManager.default.temporaryDirectory.appending(
      path: "assay-bench-\(ProcessInfo.processInfo.processIdentifier)-phone-peer")
    defer { try? FileManager.default.removeItem(at: program) }
    let built = run([
      "c++", "-std=c++17", "-O2", folder + "/phone_peer.cc", "-o", program.path, "-lphonenumber",
      "-lprotobuf",
    ])
    guard built.status == 0 else {
      return PeerRun(
        peer: name,
        missing: "\(folder)/phone_peer.cc does not build; install a C++ compiler and "
          + "libphonenumber-dev")
    }
    return measured(name, [program.path, file, "CN"])
  }

  private static func python(_ folder: String, _ file: String) -> PeerRun {
    measured("phonenumbers (Python)", ["python3", folder + "/phone_peer.py", file, "CN"])
  }

  private struct Report: Decodable {
    var version: String?
    var values: Int
    var seconds: Double
  }

  private static func measured(_ name: String, _ words: [String]) -> PeerRun {
    let outcome = run(words)
    guard outcome.status == 0,
      let report = try? JSONDecoder().decode(Report.self, from: outcome.output)
    else {
      return PeerRun(
        peer: name,
        missing: "\(words[0]) could not run it; install the library, and put a python3 that has "
          + "it first in PATH")
    }
    return PeerRun(
      peer: name, version: report.version,
      perSecond: Double(report.values) / max(report.seconds, 1e-9))
  }

  /// Runs a program from PATH and waits for its end.
  private static func run(_ words: [String]) -> (status: Int32, output: Data) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return (127, Data())
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
