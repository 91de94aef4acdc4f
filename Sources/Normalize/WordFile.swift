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
    var columns: [String]?
    var entries: [WordEntry] = []
    var number = 0
    // Bytes, because lines of characters would take longer than all the rest of the start.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in bytes[mark...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if let columns {
        try entries.append(entry(cells, columns, line: number, of: name))
      } else {
        columns = try header(cells, line: number, of: name)
      }
    }
    return entries
  }

  private func header(_ cells: [String], line: Int, of name: WordListName) throws(WordListError)
    -> [String]
  {
    guard cells.first == "word" else {
      throw WordListError(
        path: path, line: line,
        message: "the first line must name the columns, 'word' first; known here: "
          + name.columns.joined(separator: ", "))
    }
    for (index, cell) in cells.enumerated() {
      guard name.columns.contains(cell) else {
        throw WordListError(
          path: path, line: line,
          message: "unknown column '\(cell)'; "
            + SpellingSuggestion.wayOut(for: cell, among: name.columns))
      }
      guard cells[..<index].allSatisfy({ $0 != cell }) else {
        throw WordListError(path: path, line: line, message: "column '\(cell)' stands here twice")
      }
    }
    return cells
  }

  private func entry(
    _ cells: [String], _ columns: [String], line: Int, of name: WordListName
  ) throws(WordListError) -> WordEntry {
    guard cells.count <= columns.count else {
      throw WordListError(
        path: path, line: line,
        message: "the line has \(cells.count) cells, the first line names \(columns.count)")
    }
    let isRemoval = cells[0].first == "-" && cells[0].count > 1
    let word = isRemoval ? String(cells[0].dropFirst()) : cells[0]
    guard word.contains(where: { !$0.isWhitespace }) else {
      throw WordListError(path: path, line: line, message: "the line has no word in front")
    }
    let values = name.columns.map { column in
      columns.firstIndex(of: column).flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    }
    return WordEntry(
      word: word, cells: [word] + values.dropFirst(), isRemoval: isRemoval, path: path, line: line)
  }
}
