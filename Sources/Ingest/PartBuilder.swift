import Vocabulary

/// The records of one file, as they are read.
///
/// Shape: `ids[c][r]` is the number of cell *c* of record *r* in `pools[c]`; cells of one field share
/// the pool of its first cell, `poolOf[c]`.
struct FilePart: Sendable {
  var count = 0
  var rowNumber: [UInt32] = []
  var line: [UInt32] = []
  /// The id columns' text, empty where the record has none.
  var recordID = ByteColumn()
  var ids: [[UInt32]]
  var poolOf: [Int]
  var pools: [ValuePool]
  var filledWords: Int
  var filled: [UInt64] = []

  init(_ plan: SourcePlan) {
    ids = [[UInt32]](repeating: [], count: plan.cells.count)
    poolOf = []
    var fields: [Int] = []
    for cell in plan.cells {
      if let known = fields.firstIndex(of: cell.field) {
        poolOf.append(known)
      } else {
        poolOf.append(fields.count)
        fields.append(cell.field)
      }
    }
    pools = [ValuePool](repeating: ValuePool(), count: fields.count)
    filledWords = max(1, (plan.columns.count + 63) / 64)
  }
}

/// Puts rows into a file's part.
struct PartBuilder {
  private(set) var part: FilePart
  private let plan: SourcePlan
  /// By cell: its column where it has one alone.
  private let singleColumns: [Int?]
  private let poolOf: [Int]
  private var composed: [UInt8] = []

  init(_ plan: SourcePlan) {
    self.plan = plan
    part = FilePart(plan)
    singleColumns = plan.cells.map { $0.columns.count == 1 ? $0.columns[0] : nil }
    poolOf = part.poolOf
  }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - row: The row's bytes.
  ///   - scratch: The bytes beside it.
  ///   - values: By column of the plan.
  ///   - ids: By id column.
  ///   - number: 1 is the first row behind the header.
  ///   - line: The physical line on which the row begins.
  mutating func append(
    row: Span<UInt8>, scratch: Span<UInt8>, values: [CellSlice], ids: [CellSlice], number: Int,
    line: Int
  ) {
    let word = part.filled.count
    for _ in 0..<part.filledWords { part.filled.append(0) }
    for index in singleColumns.indices {
      let id: UInt32
      if let column = singleColumns[index] {
        id = intern(row, scratch, values, column: column, pool: poolOf[index], word: word)
      } else {
        id = compose(row, scratch, values, cell: index, word: word)
      }
      part.ids[index].append(id)
    }
    appendID(row, scratch, ids)
    part.rowNumber.append(UInt32(truncatingIfNeeded: number))
    part.line.append(UInt32(truncatingIfNeeded: line))
    part.count += 1
  }

  private mutating func intern(
    _ row: Span<UInt8>, _ scratch: Span<UInt8>, _ values: [CellSlice], column: Int, pool: Int,
    word: Int
  ) -> UInt32 {
    let slice = values[column]
    if slice.start == slice.end { return 0 }
    let range = slice.start..<slice.end
    if slice.isInScratch {
      if isEmptyCell(scratch, range) { return 0 }
      part.filled[word &+ column >> 6] |= 1 << UInt64(column & 63)
      return part.pools[pool].intern(scratch.extracting(range))
    }
    if isEmptyCell(row, range) { return 0 }
    part.filled[word &+ column >> 6] |= 1 << UInt64(column & 63)
    return part.pools[pool].intern(row.extracting(range))
  }

  /// One cell of several columns.
  private mutating func compose(
    _ row: Span<UInt8>, _ scratch: Span<UInt8>, _ values: [CellSlice], cell: Int, word: Int
  ) -> UInt32 {
    composed.removeAll(keepingCapacity: true)
    var pieces: [Range<Int>] = []
    var surnames = 0
    for column in plan.cells[cell].columns {
      let slice = values[column]
      let bytes = slice.isInScratch ? scratch : row
      let range = slice.start..<slice.end
      if isEmptyCell(bytes, range) { continue }
      part.filled[word &+ column >> 6] |= 1 << UInt64(column & 63)
      let start = composed.count
      for offset in trimmed(bytes, range) { composed.append(bytes[offset]) }
      pieces.append(start..<composed.count)
      if plan.columns[column].namePart == .surname { surnames += 1 }
    }
    if pieces.isEmpty { return 0 }
    if plan.cells[cell].composition == .name, surnames > 0, surnames < pieces.count,
      !pieces.allSatisfy({ beginsWithHan(composed, $0) })
    {
      // Given names stand before surnames, but in the order of Han names.
      pieces = Array(pieces[surnames...] + pieces[..<surnames])
    }
    var text: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      let isTight =
        index > 0 && endsWithHan(composed, pieces[index - 1]) && beginsWithHan(composed, piece)
      if index > 0, !isTight { text.append(.blank) }
      text.append(contentsOf: composed[piece])
    }
    return part.pools[poolOf[cell]].intern(text.span)
  }

  private mutating func appendID(
    _ row: Span<UInt8>, _ scratch: Span<UInt8>, _ ids: [CellSlice]
  ) {
    var isFirst = true
    var hasContent = false
    for slice in ids {
      if !isFirst { part.recordID.append(UInt8(ascii: "|")) }
      isFirst = false
      let bytes = slice.isInScratch ? scratch : row
      let range = slice.start..<slice.end
      if isEmptyCell(bytes, range) { continue }
      hasContent = true
      for offset in trimmed(bytes, range) { part.recordID.append(bytes[offset]) }
    }
    if !hasContent { part.recordID.dropOpen() }
    part.recordID.close()
  }
}

/// One text per row, in bytes.
struct ByteColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

  /// Adds a byte to the text that is open.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Takes back what was added to the text that is open.
  mutating func dropOpen() { bytes.removeLast(bytes.count - (ends.last ?? 0)) }

  /// Ends the text that is open.
  mutating func close() { ends.append(bytes.count) }

  mutating func append(text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }
}
