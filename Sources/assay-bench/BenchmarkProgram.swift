import Foundation
import Pipelines

/// The program: measures a subject, prints what it took, and says what to exit with.
struct BenchmarkProgram {
  let subjects: [Subject]

  /// The command line or the pipeline file is wrong (`EX_USAGE`).
  private static let usageStatus: Int32 = 64
  private static let failureStatus: Int32 = 2

  /// - Returns: The exit status.
  func run(_ words: [String]) async -> Int32 {
    if words.contains("--help") || words == ["-h"] {
      print(help, terminator: "")
      return 0
    }
    do {
      let settings = try Settings(words, subjects: subjects)
      let measurement = try await measure(settings)
      print(settings.isJSON ? try measurement.json() : measurement.text, terminator: "")
      return 0
    } catch let error as BenchmarkError {
      complain(error.isUsage ? "\(error.message)\n\(usage)" : error.message)
      return error.isUsage ? Self.usageStatus : Self.failureStatus
    } catch let error as PipelineFileError {
      complain(error.description)
      return Self.usageStatus
    } catch let error as RunError {
      complain(error.description)
      return error.reason == .usage ? Self.usageStatus : Self.failureStatus
    } catch {
      complain("assay-bench: error: \(error)")
      return Self.failureStatus
    }
  }

  private func measure(_ settings: Settings) async throws -> Measurement {
    #if DEBUG
    complain("assay-bench: note: a debug build says nothing about speed; build for release")
    #endif
    var workload = try settings.subject.workload(settings)
    var samples: [Sample] = []
    for _ in 0..<settings.repeatCount { samples.append(try await workload.perform()) }
    var measurement = Measurement(
      settings, samples, peakMemoryBytes: StageTrial.peakMemoryBytes)
    if let folder = settings.peers {
      measurement.peers = PeerRun.phone(
        folder: folder, file: settings.input, rate: measurement.median.perSecond)
    }
    return measurement
  }

  private func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  // MARK: - Help

  private var usage: String {
    "usage: assay-bench SUBJECT PIPELINE|FILE "
      + Settings.flags.map { "[\(Self.words($0.name, $0.placeholder))]" }.joined(separator: " ")
  }

  private var help: String {
    """
    Examples:
      assay-bench match pipelines/customers/pipeline.json --as-of 2026-06-30
      assay-bench phone phones.txt --peers pipelines/peers

    \(usage)

    Measures how fast a stage or a kernel is. The stages before a stage run once, unmeasured.
    Nothing is written. Build it for release, or the figures mean nothing.

    Stages, over the sources of a PIPELINE file:
    \(list(.pipeline))

    Kernels, over the lines of a FILE, on one core, for a second or more a repeat:
    \(list(.lines))

    Flags:
    \(Self.columns(Settings.flags.map { (Self.words($0.name, $0.placeholder), $0.help) }))

    Exit status:
      0   done
      2   could not finish
      64  wrong command line or pipeline file

    """
  }

  private func list(_ input: Subject.Input) -> String {
    Self.columns(subjects.filter { $0.input == input }.map { ($0.name, $0.summary) })
  }

  private static func words(_ name: String, _ placeholder: String?) -> String {
    placeholder.map { "\(name) \($0)" } ?? name
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { left, right in
      "  " + left + String(repeating: " ", count: width - left.count) + "  " + right
    }
    .joined(separator: "\n")
  }
}
