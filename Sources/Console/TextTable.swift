/// A table of words for a terminal, in which Han characters are two columns wide.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private var rows: [[String]] = []
  private let alignments: [Alignment]

  /// - Parameters:
  ///   - headings: The first row.
  ///   - alignments: One for each column.
  init(_ headings: [String], _ alignments: [Alignment]) {
    rows = [headings]
    self.alignments = alignments
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table, two blanks between columns, a line feed after each row.
  var text: String {
    var widths = [Int](repeating: 0, count: alignments.count)
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], Self.width(of: cell))
      }
    }
    var text = ""
    for row in rows {
      var line = ""
      for (index, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[index] - Self.width(of: cell))
        let separator = index == 0 ? "" : "  "
        line += separator + (alignments[index] == .left ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// Columns on a terminal: wide East Asian forms take two, combining marks none.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0x300...0x36F, 0x200B...0x200F: 0
    default: 1
    }
  }
}
