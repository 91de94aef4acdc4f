import Foundation
import Ingest
import Testing
import Vocabulary

/// The folder of the repository's fixtures.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Fixtures").path

/// Reads sources with the customer schema.
func ingest(
  _ sources: [SourceOptions], schema: Schema = .customer, threads: Int = 1
) async throws -> IngestResult {
  try await Ingestor(
    options: IngestOptions(schema: schema, sources: sources, threads: threads)
  ).run()
}

/// The records as `id field=value`, in the order of their rows, fields without a value left out.
func listing(_ table: RecordTable, fields: [String]) -> [String] {
  let rows = (0..<table.count).map { record in
    var parts = [table.sourceRecordID.string(record)]
    for name in fields {
      guard let field = table.schema.index(of: name) else { continue }
      for column in table.columns(of: field) where column.ids[record] != 0 {
        parts.append("\(name)=\(table.pools[field].string(column.ids[record]))")
      }
    }
    return (number: table.rowNumber[record], text: parts.joined(separator: " "))
  }
  return rows.sorted { $0.number < $1.number }.map(\.text)
}

/// A folder that lasts as long as its owner.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ingest-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }
}
