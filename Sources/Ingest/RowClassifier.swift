/// Tells rows that are no records from those that are.
struct RowClassifier {
  private static let totals = [
    "合计", "总计", "小计", "总和", "汇总", "共计", "total", "grand total", "subtotal", "sub total", "sum",
  ].map { Array($0.utf8) }
  private static let footers = [
    "制表", "审核", "复核", "打印", "导出", "报表", "数据来源", "说明", "注:", "注：", "备注:", "备注：", "以上",
    "copyright", "confidential", "generated", "exported", "report", "page ", "©", "end of",
  ].map { Array($0.utf8) }

  /// The header's cells, shown; empty where there is none.
  private let header: [[UInt8]]
  private let totals = Self.totals
  private let footers = Self.footers
  /// By byte: whether a total's or footer's word begins with it, in lower case.
  private let isFirst: [Bool]

  init(header: [String]) {
    self.header = header.map { Array($0.utf8) }
    var isFirst = [Bool](repeating: false, count: 256)
    for word in totals + footers { isFirst[Int(word[0])] = true }
    self.isFirst = isFirst
  }

  /// The reason to skip a row, or nil for a record or a broken row.
  func skipReason(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> SkipReason? {
    var first = 0
    while first < cells.count, isBlank(bytes, cells[first]) { first &+= 1 }
    guard first < cells.count else { return .blank }
    let content = trimmed(bytes, cells[first].start..<cells[first].end)
    if isRepeatedHeader(bytes, cells) { return .repeatedHeader }
    let byte = bytes[content.lowerBound]
    guard isFirst[Int(0x41...0x5A ~= byte ? byte | 0x20 : byte)] else { return nil }
    for total in totals where begins(bytes, content, with: total) {
      let rest = content.lowerBound + total.count..<content.upperBound
      if !hasLetter(bytes, rest), hasOnlyNumbers(bytes, cells, from: first + 1) { return .total }
    }
    guard header.count >= 3, first == 0 else { return nil }
    for footer in footers where begins(bytes, content, with: footer) {
      let isAlone = cells[1...].allSatisfy { isBlank(bytes, $0) }
      if isAlone || hasColon(bytes, content) { return .footer }
    }
    return nil
  }

  /// Whether the file names its columns.
  var hasHeader: Bool { !header.isEmpty }

  /// Whether a row is one line of text where a row of cells is due.
  func isLoneCell(_ cells: [CellRange]) -> Bool { cells.count == 1 && header.count >= 3 }

  private func isBlank(_ bytes: Span<UInt8>, _ cell: CellRange) -> Bool {
    cell.start == cell.end || trimmed(bytes, cell.start..<cell.end).isEmpty
  }

  private func isRepeatedHeader(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> Bool {
    guard cells.count == header.count else { return false }
    for index in header.indices {
      let content = trimmed(bytes, cells[index].start..<cells[index].end)
      guard content.count == header[index].count else { return false }
      for offset in 0..<content.count
      where bytes[content.lowerBound &+ offset] != header[index][offset] {
        return false
      }
    }
    return true
  }

  /// Compares in lower case; `word` is in it.
  private func begins(_ bytes: Span<UInt8>, _ range: Range<Int>, with word: [UInt8]) -> Bool {
    guard range.count >= word.count else { return false }
    for offset in word.indices {
      let byte = bytes[range.lowerBound &+ offset]
      let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      if lower != word[offset] { return false }
    }
    return true
  }

  private func hasLetter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text(bytes, range).contains(where: \.isLetter)
  }

  private func hasColon(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text(bytes, range).contains { $0 == ":" || $0 == "：" }
  }

  private func hasOnlyNumbers(
    _ bytes: Span<UInt8>, _ cells: [CellRange], from first: Int
  ) -> Bool {
    cells[first...].allSatisfy {
      isBlank(bytes, $0) || isNumeric(shown(text(bytes, $0.start..<$0.end)))
    }
  }

  private func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    for offset in range { text.append(bytes[offset]) }
    return String(decoding: text, as: UTF8.self)
  }
}
