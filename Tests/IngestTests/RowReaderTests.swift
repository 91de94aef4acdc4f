import Testing

@testable import Ingest

@Suite struct RowReaderTests {
  @Test func `a row beyond the bound costs itself alone`() throws {
    let folder = try Folder()
    let long = String(repeating: "x", count: 5 << 19)
    let path = try folder.write("1,A\n2,\(long)\n3,C\n", to: "long.csv")
    var reader = RowReader(
      try ByteWindow.open(try ExportFile(path: path), encoding: .utf8), longestRow: 1 << 20)
    var rows: [String] = []
    var cells: [CellRange] = []
    while let row = try reader.nextRecord(delimiter: UInt8(ascii: ","), cells: &cells) {
      rows.append(
        "\(row.line) \(reader.window.fileOffset(of: row.bytes.lowerBound)) \(row.fault.map { "\($0)" } ?? "whole")"
      )
    }
    #expect(rows == ["1 0 whole", "2 4 tooLong", "3 \(4 + 2 + long.count + 1) whole"])
  }

  @Test func `an open quote does not swallow more than the bound`() throws {
    let folder = try Folder()
    let line = String(repeating: "x", count: 99) + "\n"
    let text = "1,\"A\n" + String(repeating: line, count: 30_000)
    let path = try folder.write(text, to: "open.csv")
    var reader = RowReader(
      try ByteWindow.open(try ExportFile(path: path), encoding: .utf8), longestRow: 1 << 20)
    var faults = 0
    var whole = 0
    var cells: [CellRange] = []
    while let row = try reader.nextRecord(delimiter: UInt8(ascii: ","), cells: &cells) {
      if row.fault == nil { whole += 1 } else { faults += 1 }
    }
    #expect(faults == 1)
    #expect(whole == 30_000)
  }

  /// The obvious way to take well-formed CSV apart, character by character.
  private func slowRows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let scalar = characters.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if characters.first == "\"" {
          cell += "\""
          characters.removeFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\n":
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test(arguments: UInt64(1)...40)
  func `well-formed rows are those of the slow twin`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let alphabet = ["a", "张", ",", "\"", "\n", " ", "é", "1"]
    var text = ""
    for _ in 0..<20 {
      let cells = (0..<3).map { _ in
        let content = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }.joined()
        return "\"" + content.replacing("\"", with: "\"\"") + "\""
      }
      text += cells.joined(separator: ",") + "\n"
    }
    let folder = try Folder()
    let path = try folder.write(text, to: "rows.csv")
    let sample = try HeadSample(
      try ExportFile(path: path), encoding: .utf8, delimiter: UInt8(ascii: ","))
    #expect(sample.rows.map(\.cells) == slowRows(text))
  }
}

/// Random numbers that a seed repeats (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
