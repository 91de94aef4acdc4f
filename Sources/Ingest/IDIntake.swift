import Vocabulary

/// Collects the records' ids, batch by batch.
actor IDIntake {
  /// The id columns within a batch.
  private let columns: Range<Int>
  private var column = TextColumn()

  init(_ plan: SourcePlan) {
    columns = plan.columns.count..<plan.columns.count + plan.idLabels.count
  }

  func take(_ batch: RowBatch) {
    let bytes = batch.bytes.span
    let divider = [UInt8(ascii: "|")]
    for row in 0..<batch.count {
      var hasContent = false
      for index in columns {
        if index > columns.lowerBound { column.extend(divider.span) }
        let range = batch[index, row].bounds
        if isEmptyCell(bytes, range) { continue }
        hasContent = true
        column.extend(bytes.extracting(identifierText(bytes, range)))
      }
      if !hasContent { column.dropOpen() }
      column.close()
    }
  }

  /// Makes room for so many rows, which are like those that were taken.
  func reserve(rows: Int) {
    guard column.count > 0, rows > column.count else { return }
    column.reserve(
      texts: rows, bytes: min(column.bytes.count * rows / column.count, FileIntake.mostBytesAhead))
  }

  func result() -> TextColumn { column }
}

/// An id without the blanks around it and without what keeps a spreadsheet from taking it for a number:
/// an apostrophe in front, or ="…".
private func identifierText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  let content = trimmed(bytes, range)
  let (start, end) = (content.lowerBound, content.upperBound)
  if content.count > 3, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == .quote,
    bytes[end - 1] == .quote
  {
    return start + 2..<end - 1
  }
  if content.count > 1, bytes[start] == UInt8(ascii: "'") { return start + 1..<end }
  return content
}
