import Digests

/// One sheet of a workbook as CSV text, made while it is read.
///
/// Memory does not grow with the sheet but for the texts that its cells share: the rest is a window
/// of XML and the text that it gives.
final class SheetSource: ByteSource {
  /// The bytes of text beyond which a sheet is refused.
  ///
  /// A full sheet of a million rows and a hundred columns has half as many; a stray cell far to the
  /// right, which makes all rows below it as wide, has more.
  static let textLimit = 4 << 30

  private let workbook: Workbook
  private let sheet: Workbook.Sheet
  private var feed: XMLFeed
  private var text: SheetText
  private var taken = 0
  private var textCount = 0
  private var isAtEnd = false

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(IngestError) {
    self.workbook = workbook
    self.sheet = sheet
    text = try SheetText(workbook)
    feed = try XMLFeed(workbook.archive, sheet.part)
  }

  var bytesRead: Int { feed.packedRead }
  var countsRows: Bool { true }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    if taken == text.output.count {
      taken = 0
      text.dropOutput()
    }
    while text.output.isEmpty, !isAtEnd { isAtEnd = try !feed.step(&text) }
    let count = min(text.output.count - taken, limit, buffer.count - offset)
    buffer.replaceSubrange(offset..<offset + count, with: text.output[taken..<taken + count])
    taken += count
    textCount += count
    if textCount == 0 {
      let others = workbook.sheets.map(\.name).filter { $0 != sheet.name }
      throw IngestError(.emptySheet(sheet.name, others: others), path: workbook.path)
    }
    if textCount > Self.textLimit {
      throw IngestError(.sheetTooLarge(sheet.name), path: workbook.path)
    }
    return count
  }

  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) {
    try digest(ofFile: workbook.path)
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
