import Vocabulary

/// The cells of a few hundred records side by side, with what the rules say about each.
///
/// The table has a column a field, the scan wants a record at a time: gathering a block turns one
/// into the other while it stays in the cache.
struct CellBlock {
  static let height = 512

  let width: Int
  private(set) var raws: [UInt32]
  private(set) var flags: [FieldVerdicts.Flags]

  init(width: Int) {
    self.width = width
    raws = [UInt32](repeating: 0, count: width * Self.height)
    flags = [FieldVerdicts.Flags](repeating: [], count: width * Self.height)
  }

  mutating func gather(_ range: Range<Int>, _ columns: [CellColumn], _ verdicts: [FieldVerdicts]) {
    for (number, column) in columns.enumerated() {
      Self.gather(
        column.ids.span.extracting(range), verdicts[column.field].flags, at: number, width: width,
        raws: &raws, flags: &flags)
    }
  }

  private static func gather(
    _ ids: Span<UInt32>, _ known: [FieldVerdicts.Flags], at first: Int, width: Int,
    raws: inout [UInt32], flags: inout [FieldVerdicts.Flags]
  ) {
    let known = known.span
    var raws = raws.mutableSpan
    var flags = flags.mutableSpan
    var place = first
    for record in ids.indices {
      let raw = ids[record]
      raws[place] = raw
      flags[place] = known[Int(raw)]
      place &+= width
    }
  }
}
