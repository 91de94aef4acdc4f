import Vocabulary

/// A word file: one word a line with what is said about it, parted by tabs.
///
/// The first line names the columns. Lines that begin with `#` are remarks. A word with a `-` in front
/// is taken out of the list that ships with the program.
package struct WordFile: Hashable, Sendable {
  /// Where the file lies; its name without the ending says which list it adds to.
  package var path: String
  /// UTF-8.
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The list that the file adds to.
  ///
  /// - Throws: `WordListError` where there is none of its name.
  package func list() throws(WordListError) -> WordListName {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.hasSuffix(".tsv") ? String(file.dropLast(4)) : String(file)
    if let name = WordListName(rawValue: stem) { return name }
    let known = WordListName.allCases.map(\.rawValue)
    throw WordListError(
      path: path,
      message: "no word list is called '\(stem)'; "
        + SpellingSuggestion.wayOut(for: stem, among: known))
  }

  /// The lines of the file as entries of a list.
  ///
  /// - Throws: `WordListError` where a line cannot be read.
  func entries(of name: WordListName) throws(WordListError) -> [WordEntry] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw WordListError(path: path, message: "this is no UTF-8 text; save the file as UTF-8")
    }
    // By place in a line: the column of the list. Bytes, for characters would take longer than all
    // the rest of the start.
    var order: [Int]?
    let width = name.columns.count
    var entries: [WordEntry] = []
    var number = 0
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in bytes[mark...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      if let order {
        try entries.append(entry(line, order, width, line: number))
      } else {
        order = try header(line, line: number, of: name)
      }
    }
    return entries
  }

  private func header(_ text: ArraySlice<UInt8>, line: Int, of name: WordListName)
    throws(WordListError) -> [Int]
  {
    let cells = text.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard cells.first == "word" else {
      throw WordListError(
        path: path, line: line,
        message: "the first line must name the columns, 'word' first; known here: "
          + name.columns.joined(separator: ", "))
    }
    var order: [Int] = []
    for cell in cells {
      guard let column = name.columns.firstIndex(of: cell) else {
        throw WordListError(
          path: path, line: line,
          message: "unknown column '\(cell)'; "
            + SpellingSuggestion.wayOut(for: cell, among: name.columns))
      }
      guard !order.contains(column) else {
        throw WordListError(path: path, line: line, message: "column '\(cell)' stands here twice")
      }
      order.append(column)
    }
    return order
  }

  private func entry(
    _ text: ArraySlice<UInt8>, _ order: [Int], _ width: Int, line: Int
  ) throws(WordListError) -> WordEntry {
    var cells = [String](repeating: "", count: width)
    let isRemoval = text.count > 1 && text.first == 0x2D && text[text.startIndex + 1] != 0x09
    var start = isRemoval ? text.startIndex + 1 : text.startIndex
    var place = 0
    while start <= text.endIndex {
      let end = text[start...].firstIndex(of: 0x09) ?? text.endIndex
      guard place < order.count else {
        let count = text.count { $0 == 0x09 } + 1
        throw WordListError(
          path: path, line: line,
          message: "the line has \(count) cells, the first line names \(order.count)")
      }
      cells[order[place]] = String(decoding: text[start..<end], as: UTF8.self)
      place += 1
      start = end + 1
    }
    guard cells[0].utf8.contains(where: { $0 > 0x20 }) else {
      throw WordListError(path: path, line: line, message: "the line has no word in front")
    }
    return WordEntry(word: cells[0], cells: cells, isRemoval: isRemoval, path: path, line: line)
  }
}
