import Foundation
import Vocabulary

/// Reads tables that Assay wrote, or that a person made in its form: UTF-8 CSV under a header.
///
/// Row by row, because a crosswalk has a row for every record. The exports of systems are read by the
/// ingest stage, which expects worse.
package enum CSVTable {
  /// The column names of a file.
  package static func header(of path: String) throws -> [String] {
    var reader = try CSVRows(path: path)
    return try reader.next() ?? []
  }

  /// Calls back for every row with the cells of the wanted columns.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - columns: Columns that the file must have.
  ///   - optional: Columns that read as empty where the file lacks them; their cells come last.
  ///   - body: Called with as many cells as columns were asked for. The mark that keeps spreadsheets
  ///     from executing a cell is taken off.
  /// - Throws: `RunError` when the file cannot be read, lacks a column or is no CSV; and what `body`
  ///   throws.
  package static func forEachRow(
    of path: String, columns: [String], optional: [String] = [],
    _ body: ([String]) throws -> Void
  ) throws {
    var reader = try CSVRows(path: path)
    let header = try reader.next() ?? []
    for column in columns where !header.contains(column) {
      throw RunError(
        .usage,
        "\(path): error: no column '\(column)' among '\(header.joined(separator: ", "))'; "
          + "name a file that has it")
    }
    let places = (columns + optional).map { header.firstIndex(of: $0) }
    reader.wanted = header.indices.map { places.contains($0) }
    while let row = try reader.next() {
      try body(
        places.map { $0.map { $0 < row.count ? SpreadsheetMark.removed(from: row[$0]) : "" } ?? "" }
      )
    }
  }
}

/// The rows of a CSV file, one after the other.
private struct CSVRows {
  private let path: String
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var isAtEnd = false
  /// By column: whether its cells are read; empty: all are.
  ///
  /// Others come out as empty texts.
  var wanted: [Bool] = []

  init(path: String) throws {
    self.path = path
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw RunError(.cannotFinish, "\(path): error: cannot be opened; check the path")
    }
    self.handle = handle
    try fill()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The cells of the next row, or nil at the end.
  mutating func next() throws -> [String]? {
    while true {
      if let row = try scan() {
        if !row.isEmpty { return row }
      } else if isAtEnd {
        return nil
      } else {
        try fill()
      }
    }
  }

  private mutating func fill() throws {
    bytes.removeFirst(offset)
    offset = 0
    let more = try handle.read(upToCount: 1 << 20) ?? Data()
    isAtEnd = more.isEmpty
    bytes.append(contentsOf: more)
  }

  /// A row that ends within the bytes at hand; nil when more are needed.
  private mutating func scan() throws -> [String]? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var (index, lines) = (offset, 1)
    var (isQuoted, isStart) = (false, true)
    var isWanted = wanted.first ?? true
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          guard index + 1 < bytes.count || isAtEnd else { return nil }
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            if isWanted { cell.append(byte) }
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == UInt8(ascii: "\n") { lines += 1 }
          if isWanted { cell.append(byte) }
        }
      } else if byte == UInt8(ascii: "\""), isStart {
        (isQuoted, isStart) = (true, false)
      } else if byte == UInt8(ascii: ",") {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        isWanted = cells.count < wanted.count ? wanted[cells.count] : wanted.isEmpty
        isStart = true
      } else if byte == UInt8(ascii: "\n") {
        return finish(&cells, cell, next: index + 1, lines: lines)
      } else {
        if isWanted, byte != UInt8(ascii: "\r") { cell.append(byte) }
        isStart = false
      }
      index += 1
    }
    guard isAtEnd else { return nil }
    guard !isQuoted else {
      throw RunError(
        .cannotFinish, "\(path):\(line): error: a quote is never closed; repair the file")
    }
    if offset == bytes.count { return nil }
    return finish(&cells, cell, next: index, lines: lines)
  }

  /// A blank line is an empty row.
  private mutating func finish(
    _ cells: inout [String], _ cell: [UInt8], next: Int, lines: Int
  ) -> [String] {
    offset = next
    line += lines
    if cells.isEmpty, cell.isEmpty { return [] }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
