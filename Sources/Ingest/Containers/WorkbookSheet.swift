import Synchronization

/// One sheet of a workbook, and its text as CSV.
///
/// Foundation's parser pushes a part through from its beginning to its end, while readers of an
/// export stop behind its head and begin anew. So the text is made once, and kept until it was read.
final class WorkbookSheet: Sendable {
  private let workbook: Workbook
  private let sheet: Workbook.Sheet
  private let kept = Mutex<[UInt8]?>(nil)

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) {
    self.workbook = workbook
    self.sheet = sheet
  }

  var name: String { sheet.name }
  var path: String { workbook.path }
  /// The bytes of the sheet's part as it lies in the archive.
  var packedCount: Int { sheet.part.packedCount }

  /// The text, which is never empty.
  ///
  /// - Throws: `IngestError` where the sheet is damaged, empty or too large.
  func text() throws(IngestError) -> [UInt8] {
    try kept.withLock { kept throws(IngestError) in
      if let kept { return kept }
      let text = try makeText()
      kept = text
      return text
    }
  }

  /// Lets go of the text; it is made again where somebody asks for it.
  func forget() { kept.withLock { $0 = nil } }

  private func makeText() throws(IngestError) -> [UInt8] {
    let text = try readXML(
      workbook.archive, sheet.part, by: SheetText(workbook, sheet)
    ).output
    if text.isEmpty {
      let others = workbook.sheets.map(\.name).filter { $0 != name }
      throw IngestError(.emptySheet(name, others: others), path: path)
    }
    return text
  }
}
