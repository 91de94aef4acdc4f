import Vocabulary

/// Numbers the values of one field's cells, batch by batch.
actor FieldIntake {
  private let plan: SourcePlan
  /// Indices of the plan's cells.
  nonisolated let cells: [Int]
  private var pool = ValuePool()
  /// By cell of the field.
  private var ids: [[UInt32]]
  /// By column of a composed cell: whether it held a value.
  private var filled: [Int: [Bool]] = [:]

  init(_ plan: SourcePlan, field: Int) {
    self.plan = plan
    cells = plan.cells.indices.filter { plan.cells[$0].field == field }
    ids = [[UInt32]](repeating: [], count: cells.count)
  }

  func take(_ batch: RowBatch) {
    for (index, cell) in cells.enumerated() {
      let columns = plan.cells[cell].columns
      if columns.count == 1 {
        takeSingle(batch, column: columns[0], cell: index)
      } else {
        takeComposed(batch, plan.cells[cell], cell: index)
      }
    }
  }

  /// Makes room for so many rows, which are like those that were taken.
  func reserve(rows: Int) {
    guard let taken = ids.first?.count, taken > 0, rows > taken else { return }
    for cell in ids.indices { ids[cell].reserveCapacity(rows) }
    guard pool.count * 4 > taken else { return }
    pool.reserve(
      values: pool.count * rows / taken,
      bytes: min(pool.bytes.count * rows / taken, FileIntake.mostBytesAhead))
  }

  /// What was taken: the pool, by cell its numbers, by column of composed cells what was filled.
  func result() -> (pool: ValuePool, ids: [[UInt32]], filled: [Int: [Bool]]) {
    (pool, ids, filled)
  }

  private func takeSingle(_ batch: RowBatch, column: Int, cell: Int) {
    let bytes = batch.bytes.span
    var ranges = Array(batch.values(of: column))
    let nulls = plan.nulls
    for row in ranges.indices {
      let range = ranges[row].bounds
      if isEmptyCell(bytes, range) || nulls.holds(bytes, range) {
        ranges[row] = .none
      } else if bytes[range.lowerBound] == UInt8(ascii: "<"), let text = anchorText(bytes, range) {
        ranges[row] = ValueRange(text.lowerBound, text.upperBound)
      }
    }
    pool.intern(ranges.span, of: bytes, appendingTo: &ids[cell])
  }

  /// One value of several columns.
  private func takeComposed(_ batch: RowBatch, _ cell: SourcePlan.Cell, cell index: Int) {
    var composer = CellComposer(plan, cell)
    var ranges: [ValueRange] = []
    var flags = [[Bool]](repeating: [], count: cell.columns.count)
    for row in 0..<batch.count {
      ranges.append(composer.compose(batch, row: row))
      for (place, column) in cell.columns.enumerated() {
        flags[place].append(composer.filled.contains(column))
      }
    }
    for (place, column) in cell.columns.enumerated() {
      filled[column, default: []] += flags[place]
    }
    pool.intern(ranges.span, of: composer.bytes.span, appendingTo: &ids[index])
  }
}

/// Puts one value together of several columns.
struct CellComposer {
  private let plan: SourcePlan
  private let cell: SourcePlan.Cell
  /// The values, one after the other.
  private(set) var bytes: [UInt8] = []
  /// The columns that held something in the row composed last.
  private(set) var filled: [Int] = []

  init(_ plan: SourcePlan, _ cell: SourcePlan.Cell) {
    self.plan = plan
    self.cell = cell
  }

  /// Composes a row's value, and returns where it stands in `bytes`.
  mutating func compose(_ batch: RowBatch, row: Int) -> ValueRange {
    filled.removeAll(keepingCapacity: true)
    let text = batch.bytes
    var pieces: [Range<Int>] = []
    var surnames = 0
    for column in cell.columns {
      let range = batch[column, row].bounds
      if isEmptyCell(text.span, range) || plan.nulls.holds(text.span, range) { continue }
      filled.append(column)
      pieces.append(trimmed(text.span, range))
      if plan.columns[column].namePart == .surname { surnames += 1 }
    }
    if cell.composition == .name, surnames > 0, surnames < pieces.count,
      !pieces.allSatisfy({ beginsWithHan(text, $0) })
    {
      // Given names stand before surnames, but in the order of Han names.
      pieces = Array(pieces[surnames...] + pieces[..<surnames])
    }
    if cell.composition == .firstFilled, !pieces.isEmpty {
      pieces.removeLast(pieces.count - 1)
      filled = cell.columns  // one value, wherever it stands
    }
    let start = bytes.count
    for (index, piece) in pieces.enumerated() {
      let isTight =
        index > 0 && endsWithHan(text, pieces[index - 1]) && beginsWithHan(text, piece)
      if index > 0, !isTight { bytes.append(.blank) }
      bytes.append(contentsOf: text[piece])
    }
    return ValueRange(start, bytes.count)
  }
}
