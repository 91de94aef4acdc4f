import Foundation
import Vocabulary

@testable import Ingest

/// Reads inputs as exports of one format, and stops the program where a row is lost.
struct ExportReading {
  private let source: SourceOptions
  private let detector: LayoutDetector
  private let plan: SourcePlan
  private let path = NSTemporaryDirectory() + "assay-fuzz-\(getpid())"

  /// The format is what the environment says, or told from each input.
  init(header: SourceOptions.Header, columns: [String]) throws {
    var source = SourceOptions(name: "s", paths: [path])
    source.profile = "none"
    source.format =
      ProcessInfo.processInfo.environment["ASSAY_FUZZ_FORMAT"]
      .flatMap(SourceOptions.Format.init(rawValue:)) ?? .auto
    source.header = header
    source.map = zip(["name", "phone", "email"], columns).map {
      FieldMapping(field: $0, columns: [ColumnReference(path: $1)])
    }
    var resolver = MappingResolver(
      schema: .customer, source: source, profiles: try ProfileIndex.load(own: []))
    resolver.isOpen = true
    self.source = source
    detector = LayoutDetector(source: source, knownLabels: resolver.knownLabels)
    plan = try resolver.resolve(labels: columns)
  }

  func read(_ input: Data) {
    do {
      try input.write(to: URL(filePath: path))
      let file = try ExportFile(path: path)
      let task = FileTask(
        source: source, file: file, finding: try detector.detect(file), plan: plan)
      let meter = ProgressMeter(byteCount: input.count, report: nil)
      switch task.finding.layout.format {
      case .csv, .auto:
        var reader = try CSVFileReader(task, meter: meter)
        try check(&reader)
      case .ndjson, .json:
        var reader = try JSONFileReader(task, meter: meter)
        try check(&reader)
      }
    } catch is IngestError {
      // The file as a whole is refused.
    } catch {
      fatalError("reading threw what is no IngestError: \(error)")
    }
  }

  private func check(_ reader: inout some BatchReader & ~Copyable) throws {
    var records = 0
    var batch = RowBatch(columnCount: plan.labels.count)
    repeat {
      batch.clear()
      try reader.fill(&batch)
      records += batch.count
    } while batch.count > 0
    let outcome = try reader.finish()
    let rows = outcome.accounting
    precondition(rows.isComplete, "read is not records and quarantined and skipped")
    precondition(rows.records == records, "a record is lost")
    precondition(rows.quarantined == outcome.quarantine.count, "a broken row is lost")
  }
}
