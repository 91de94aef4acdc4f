import Vocabulary

/// The values of all mentions, row by row.
///
/// A pair is compared in all columns, so that a mention's numbers belong beside each other in memory.
///
/// Shape: mention *i* has the value `cells[i * width + c]` in column *c*, 0 where it has none; where it
/// has several, bit *c* of `several[i]` is set.
struct MentionRows: Sendable {
  let width: Int
  private(set) var cells: [UInt32]
  private(set) var several: [UInt16]

  init(_ columns: [EvidenceColumn], count: Int) {
    precondition(columns.count <= 16, "a bit for each column")
    width = columns.count
    cells = [UInt32](repeating: 0, count: count * columns.count)
    several = [UInt16](repeating: 0, count: count)
    for (number, column) in columns.enumerated() {
      let (starts, ids) = (column.starts, column.ids)
      var start = 0
      for mention in 0..<count {
        let end = Int(starts[mention + 1])
        if end > start {
          cells[mention * width + number] = ids[start]
          if end > start + 1 { several[mention] |= 1 << UInt16(number) }
        }
        start = end
      }
    }
  }

  /// The value of a mention in a column, where it has at most one; 0 where it has none.
  subscript(mention: Int, column: Int) -> UInt32 { cells[mention * width + column] }
}
