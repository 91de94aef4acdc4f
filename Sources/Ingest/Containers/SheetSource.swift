import Digests

/// The text of one sheet of a workbook.
final class SheetSource: ByteSource {
  private let sheet: WorkbookSheet
  private let text: [UInt8]
  private var taken = 0

  init(_ sheet: WorkbookSheet) throws(IngestError) {
    self.sheet = sheet
    text = try sheet.text()
  }

  var bytesRead: Int { Int(Double(sheet.packedCount) * Double(taken) / Double(text.count)) }
  var countsRows: Bool { true }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) -> Int {
    let count = min(text.count - taken, limit, buffer.count - offset)
    buffer.replaceSubrange(offset..<offset + count, with: text[taken..<taken + count])
    taken += count
    return count
  }

  /// Lets go of the text as well, for nobody begins anew.
  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) {
    sheet.forget()
    return try digest(ofFile: sheet.path)
  }
}

/// The digest and size of a whole file.
func digest(ofFile path: String) throws(IngestError) -> (sha256: String, byteCount: Int) {
  let file = try ByteFile(path: path)
  var hash = SHA256()
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  var total = 0
  while true {
    let count = try file.read(into: &buffer, at: 0, limit: buffer.count)
    if count == 0 { return (hash.finish().hex, total) }
    hash.update(buffer.span.extracting(0..<count))
    total += count
  }
}
