import Vocabulary

/// Tells rows that the system itself has given up: deleted, archived.
struct SkipRule: Hashable, Sendable {
  /// The label of the column that says so.
  let column: String
  /// In lower case.
  private let values: [[UInt8]]

  init(_ skip: SourceProfile.Skip) {
    column = skip.column
    values = skip.values.map { Array($0.lowercased().utf8) }
  }

  /// Whether the row that is open in a batch is passed over; the rule's column is its last.
  func holds(in batch: borrowing RowBatch) -> Bool { holds(batch, batch.lastOfOpenRow) }

  /// Whether a row of a batch is one of those that are passed over.
  func holds(in batch: borrowing RowBatch, row: Int) -> Bool { holds(batch, batch.last(of: row)) }

  private func holds(_ batch: borrowing RowBatch, _ cell: ValueRange) -> Bool {
    let content = trimmed(batch.bytes.span, cell.bounds)
    return values.contains { value in
      value.count == content.count
        && value.indices.allSatisfy { lower(batch.bytes[content.lowerBound + $0]) == value[$0] }
    }
  }

  private func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}
