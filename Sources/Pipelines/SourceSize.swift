import Foundation
import Ingest
import Vocabulary

/// How much the sources of a pipeline hold, told from the first rows of each file.
struct SourceSize {
  private var records = 0
  private var cells = 0
  private var bytes = 0

  /// What of a file is looked at.
  private static let headSize = 1 << 20

  /// With the files of one more source; nil where the rows of one cannot be told.
  func adding(_ inspection: SourceInspection) -> SourceSize? {
    var sum = self
    for file in inspection.files where !file.isCorrections {
      guard let rows = Self.rows(of: file) else { return nil }
      sum.records += rows
      sum.cells += rows * inspection.source.columns.count
      sum.bytes += file.byteCount
    }
    return sum
  }

  /// With a source of which the export of the last run is read again.
  func adding(_ shape: SourceShape) -> SourceSize {
    var sum = self
    sum.records += shape.records
    sum.cells += shape.records * shape.columns.count { $0.field != nil }
    return sum
  }

  func forecast(threads: Int) -> RunForecast {
    RunForecast(records: records, cells: cells, inputBytes: bytes, threads: threads)
  }

  /// The rows of a file: those that were met where these are all, or as many as its lines are by the length
  /// of the first ones; nil for text that is packed, or that is not written in lines.
  private static func rows(of file: InputFile) -> Int? {
    guard file.layout.container == nil,
      let handle = FileHandle(forReadingAtPath: file.path),
      let head = try? handle.read(upToCount: headSize)
    else { return nil }
    if head.count < headSize { return file.rows }
    let lines = head.count { $0 == 0x0A }
    return lines < 2 ? nil : file.byteCount / (head.count / lines)
  }
}
