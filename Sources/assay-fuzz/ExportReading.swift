import Dispatch
import Foundation
import Ingest
import Vocabulary

/// Reads an input as an export, with a header and without one by turns.
func readExport(_ input: Data) {
  let path = NSTemporaryDirectory() + "assay-fuzz-\(getpid())"
  do {
    try input.write(to: URL(filePath: path))
  } catch {
    fatalError("the input cannot be written: \(error)")
  }
  var source = SourceOptions(name: "s", paths: [path])
  source.profile = "none"
  source.format =
    ProcessInfo.processInfo.environment["ASSAY_FUZZ_FORMAT"]
    .flatMap(SourceOptions.Format.init(rawValue:)) ?? .auto
  source.header = input.count.isMultiple(of: 2) ? .none : .auto
  let columns = source.header == .none ? ["1", "2"] : ["name", "phone"]
  source.map = zip(["name", "phone"], columns).map {
    FieldMapping(field: $0, columns: [ColumnReference(path: $1)])
  }
  let isDone = DispatchSemaphore(value: 0)
  let options = IngestOptions(schema: .customer, sources: [source], threads: 1)
  Task.detached {
    await check(options)
    isDone.signal()
  }
  isDone.wait()
}

/// Stops the program where a row is lost.
private func check(_ options: IngestOptions) async {
  do {
    let result = try await Ingestor(options: options).run()
    let rows = result.accounting[0]
    precondition(rows.isComplete, "read is not records and quarantined and skipped")
    precondition(rows.records == result.records.count, "a record is lost")
    precondition(rows.quarantined == result.quarantine.count, "a broken row is lost")
  } catch is IngestError {
    // The file as a whole is refused.
  } catch {
    fatalError("reading threw what is no IngestError: \(error)")
  }
}
