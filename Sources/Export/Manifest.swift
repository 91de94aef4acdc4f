import Digests
import Foundation
package import Vocabulary

/// What a run says about itself in manifest.json.
///
/// Numbers lead from here to every input and output; no customer value is in it.
package struct Manifest: Codable, Hashable, Sendable {
  package enum Status: String, Codable, Hashable, Sendable {
    case published
    /// A gate failed, so nothing was published.
    case gated
    case dryRun = "dry-run"
  }

  package struct Pipeline: Codable, Hashable, Sendable {
    package var name: String
    /// Where the pipeline file was; what asks about the run later reads it again.
    package var file: String?
    /// SHA-256 of the effective settings.
    package var sha256: String

    package init(name: String, file: String? = nil, sha256: String) {
      self.name = name
      self.file = file
      self.sha256 = sha256
    }
  }

  package var runID: String
  package var status: Status
  package var pipeline: Pipeline
  /// The day that the run takes for today, ISO 8601.
  package var asOf: String
  /// ISO 8601 with an offset.
  package var startedAt: String
  package var finishedAt: String
  /// By program or library, such as assay, swift, sqlite.
  package var versions: [String: String] = [:]
  package var inputs: [Input] = []
  package var accounting: [SourceAccounting] = []
  /// How the sources differ from the last published run.
  package var drift: [SourceDrift] = []
  /// By kind of party.
  package var models: [String: Model] = [:]
  /// What was said before the heavy stages; `stages` and `peakMemoryBytes` are what came of it.
  package var forecast: RunForecast?
  package var stages: [Stage] = []
  package var peakMemoryBytes: Int?
  package var gates: [GateResult] = []
  package var outputs: [Output] = []
  /// Such as records, persons, organizations, duplicates.
  package var counts: [String: Int] = [:]
  /// Who let the run be published though a gate stopped it; nil for all others.
  package var release: Release?

  package init(
    runID: String, status: Status, pipeline: Pipeline, asOf: String, startedAt: String,
    finishedAt: String
  ) {
    self.runID = runID
    self.status = status
    self.pipeline = pipeline
    self.asOf = asOf
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }

  private enum CodingKeys: String, CodingKey {
    case runID = "run_id"
    case status, pipeline, versions, inputs, accounting, drift, models, forecast, stages, gates,
      outputs, counts, release
    case asOf = "as_of"
    case startedAt = "started_at"
    case finishedAt = "finished_at"
    case peakMemoryBytes = "peak_memory_bytes"
  }
}

extension Manifest {
  /// A person's word that a gated run is right.
  package struct Release: Codable, Hashable, Sendable {
    package var by: String
    package var reason: String
    /// ISO 8601 with an offset.
    package var at: String

    package init(by: String, reason: String, at: String) {
      self.by = by
      self.reason = reason
      self.at = at
    }
  }

  /// The manifest of the same run after it was released.
  package func released(_ release: Release) -> Manifest {
    var manifest = self
    manifest.status = .published
    manifest.release = release
    return manifest
  }

  /// The SHA-256 of the manifest as it stands in manifest.json, hexadecimal.
  package var sha256: String {
    get throws {
      let bytes = try json()
      return SHA256.digest(of: bytes.span).hex
    }
  }

  /// Puts the manifest in the place of the one that a run folder holds.
  package func replace(in folder: String) throws {
    try replaceFile(folder + "/manifest.json", with: try json())
  }

  /// One file that was read.
  package struct Input: Codable, Hashable, Sendable {
    package var source: String
    package var file: String
    package var sha256: String
    package var bytes: Int
    package var rows: Int
    package var encoding: String
    /// Nil where the format has none.
    package var delimiter: String?
    /// Nil where no profile was used.
    package var profile: String?
    /// What the text came in: gz, zip or xlsx; nil where the file is its text.
    package var container: String?
    /// The sheet of a workbook.
    package var sheet: String?

    package init(
      source: String, file: String, sha256: String, bytes: Int, rows: Int, encoding: String,
      delimiter: String?, profile: String?, container: String? = nil, sheet: String? = nil
    ) {
      self.source = source
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
      self.encoding = encoding
      self.delimiter = delimiter
      self.profile = profile
      self.container = container
      self.sheet = sheet
    }
  }

  /// The rows of one source: read = records + quarantined + skipped.
  package struct SourceAccounting: Codable, Hashable, Sendable {
    package var source: String
    package var read: Int
    package var records: Int
    /// Of the records: those whose row had to be put right first.
    package var repaired: Int
    package var quarantined: Int
    package var skipped: [String: Int]
    /// Whether the row counts add up.
    package var balanced: Bool

    package init(source: String, _ rows: RowAccounting) {
      self.source = source
      read = rows.read
      records = rows.records
      repaired = rows.repaired
      quarantined = rows.quarantined
      skipped = rows.skipped
      balanced = rows.isComplete
    }
  }

  /// The match model of one kind of party.
  package struct Model: Codable, Hashable, Sendable {
    /// Where it comes from: trained, state, file or prior.
    package var origin: String
    package var sha256: String?
    /// The candidate pairs that it was trained on.
    package var pairs: Int?
    /// How far the data is from what a kept model was trained on; nil where there is no telling.
    package var drift: ModelDrift?

    package init(
      origin: String, sha256: String? = nil, pairs: Int? = nil, drift: ModelDrift? = nil
    ) {
      self.drift = drift
      self.origin = origin
      self.sha256 = sha256
      self.pairs = pairs
    }
  }

  /// What one stage took.
  package struct Stage: Codable, Hashable, Sendable {
    package var name: String
    package var seconds: Double
    /// Processor time of all threads.
    package var cpuSeconds: Double?
    /// The most memory that the process had held when the stage ended.
    package var peakMemoryBytes: Int?

    package init(
      name: String, seconds: Double, cpuSeconds: Double? = nil, peakMemoryBytes: Int? = nil
    ) {
      self.name = name
      self.seconds = seconds
      self.cpuSeconds = cpuSeconds
      self.peakMemoryBytes = peakMemoryBytes
    }

    private enum CodingKeys: String, CodingKey {
      case name, seconds
      case cpuSeconds = "cpu_seconds"
      case peakMemoryBytes = "peak_memory_bytes"
    }
  }

  /// One file of the run folder.
  package struct Output: Codable, Hashable, Sendable {
    /// Relative to the run folder.
    package var file: String
    package var sha256: String
    package var bytes: Int
    /// Nil where the file has no rows.
    package var rows: Int?

    package init(file: String, sha256: String, bytes: Int, rows: Int?) {
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
    }
  }

  /// The manifest as it stands in manifest.json: indented, members sorted, a line feed at the end.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Reads the manifest of a run folder.
  package init(folder: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
    self = try JSONDecoder().decode(Self.self, from: data)
  }
}
