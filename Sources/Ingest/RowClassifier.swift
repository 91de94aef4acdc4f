/// Tells rows that are no records from those that are.
struct RowClassifier {
  private static let totals = [
    "合计", "总计", "小计", "总和", "汇总", "共计", "total", "grand total", "subtotal", "sub total", "sum",
  ]
  private static let footers = [
    "制表", "审核", "复核", "打印", "导出", "报表", "数据来源", "说明", "注:", "注：", "备注:", "备注：", "以上",
    "copyright", "confidential", "generated", "exported", "report", "page ", "©", "end of",
  ]

  /// The header's cells, shown; empty where there is none.
  let header: [[UInt8]]
  private let headerWidth: Int

  init(header: [String]) {
    self.header = header.map { Array($0.utf8) }
    headerWidth = header.count
  }

  /// The reason to skip a row, or nil for a record or a broken row.
  func skipReason(_ bytes: Span<UInt8>, _ cells: [CellRange]) -> SkipReason? {
    guard let first = cells.firstIndex(where: { !isBlank(bytes, $0) }) else { return .blank }
    if isRepeatedHeader(bytes, cells, first: first) { return .repeatedHeader }
    let content = trimmed(bytes, cells[first].start..<cells[first].end)
    if mayBeWord(bytes[content.lowerBound]), content.count <= 512 {
      var text: [UInt8] = []
      for offset in content { text.append(bytes[offset]) }
      let word = String(decoding: text, as: UTF8.self).lowercased()
      let others = cells[(first + 1)...]
      if isTotal(word), hasOnlyNumbers(bytes, others) { return .total }
      if headerWidth >= 3, Self.footers.contains(where: word.hasPrefix), first == 0,
        others.count(where: { !isBlank(bytes, $0) }) == 0
          || word.contains(":") || word.contains("：")
      {
        return .footer
      }
    }
    return nil
  }

  /// Whether a row is one line of text where a row of cells is due.
  func isLoneCell(_ cells: [CellRange]) -> Bool { cells.count == 1 && headerWidth >= 3 }

  private func isBlank(_ bytes: Span<UInt8>, _ cell: CellRange) -> Bool {
    cell.start == cell.end || trimmed(bytes, cell.start..<cell.end).isEmpty
  }

  private func isRepeatedHeader(
    _ bytes: Span<UInt8>, _ cells: [CellRange], first: Int
  ) -> Bool {
    guard cells.count == header.count, first < header.count else { return false }
    for (index, label) in header.enumerated() {
      let content = trimmed(bytes, cells[index].start..<cells[index].end)
      guard content.count == label.count else { return false }
      for offset in 0..<label.count where bytes[content.lowerBound + offset] != label[offset] {
        return false
      }
    }
    return true
  }

  /// Whether a byte begins one of the words: rows of digits and codes are told at once.
  private func mayBeWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  private func isTotal(_ word: String) -> Bool {
    Self.totals.contains { total in
      guard word.hasPrefix(total) else { return false }
      let rest = word.dropFirst(total.count)
      return rest.allSatisfy { !$0.isLetter }
    }
  }

  private func hasOnlyNumbers(_ bytes: Span<UInt8>, _ cells: ArraySlice<CellRange>) -> Bool {
    for cell in cells where !isBlank(bytes, cell) {
      var text: [UInt8] = []
      for offset in cell.start..<cell.end { text.append(bytes[offset]) }
      if !isNumeric(shown(String(decoding: text, as: UTF8.self))) { return false }
    }
    return true
  }
}
