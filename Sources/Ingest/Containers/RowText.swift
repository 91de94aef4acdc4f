/// The cells of one row of a sheet, on their way to a row of CSV text.
struct RowText {
  private struct Cell {
    var column: Int
    var start: Int
    var end: Int
  }

  /// The texts of the cells, one after the other; the last one grows here.
  var text: [UInt8] = []
  private var cells: [Cell] = []
  private var column = 0
  private var start = 0
  private var isSorted = true
  private let limit: Int

  init(limit: Int = RowReader.longestRow) { self.limit = limit }

  var isEmpty: Bool { cells.isEmpty }

  /// Whether the row is still one that can be taken.
  ///
  /// A longer one goes to quarantine, for which the cells so far are enough.
  var hasRoom: Bool { text.count <= limit }

  /// The number of columns up to the last cell.
  var width: Int { cells.reduce(0) { max($0, $1.column + 1) } }

  mutating func begin(column: Int) {
    self.column = column
    start = text.count
  }

  /// Keeps the cell that was begun, where it holds anything.
  mutating func end() {
    guard text.count > start else { return }
    isSorted = isSorted && column > cells.last?.column ?? -1
    cells.append(Cell(column: column, start: start, end: text.count))
  }

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    isSorted = true
  }

  /// Appends the row as CSV; of two cells in one column the last counts.
  mutating func write(width: Int, to output: inout [UInt8]) {
    if !isSorted {
      cells.sort { ($0.column, $0.start) < ($1.column, $1.start) }
      cells = cells.indices.filter {
        $0 + 1 == cells.count || cells[$0 + 1].column > cells[$0].column
      }.map { cells[$0] }
    }
    var column = 0
    for cell in cells {
      while column < cell.column {
        output.append(.comma)
        column &+= 1
      }
      appendQuoted(cell.start..<cell.end, to: &output)
    }
    while column < width &- 1 {
      output.append(.comma)
      column &+= 1
    }
    output.append(.lineFeed)
  }

  private func appendQuoted(_ range: Range<Int>, to output: inout [UInt8]) {
    guard hasRoom else {
      // Nobody takes the row, but the rows below must be found.
      output += text[range].map {
        $0 == .lineFeed || $0 == .carriageReturn || $0 == .quote ? 0x20 : $0
      }
      return
    }
    let needsQuotes = text[range].contains {
      $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    }
    guard needsQuotes else {
      output += text[range]
      return
    }
    output.append(.quote)
    for byte in text[range] {
      if byte == .quote { output.append(.quote) }
      output.append(byte)
    }
    output.append(.quote)
  }
}

extension UInt8 {
  static let comma = UInt8(ascii: ",")
}
