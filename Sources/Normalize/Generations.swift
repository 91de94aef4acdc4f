import Vocabulary

/// Tells father and son of one name apart, by what is written behind it: Sr, Jr, III.
///
/// It is no part of the name: most records leave it out.
struct Generations {
  /// The evidence: the generation of each mention that states one.
  private var column = EvidenceColumn(name: EvidenceColumn.generation, kind: .generation)
  /// By field and raw value: its number in the column, the maximum where nobody asked yet.
  private var numbers: [[UInt32]]

  private static let words = ["sr", "jr", "ii", "iii", "iv"].map { Array($0.utf8) }

  init(fieldCount: Int) { numbers = Array(repeating: [], count: fieldCount) }

  /// The number of what a raw value says; 0 where it says nothing.
  mutating func number(_ field: Int, raw: UInt32, in pool: ValuePool) -> UInt32 {
    if numbers[field].isEmpty { numbers[field] = [UInt32](repeating: .max, count: pool.count) }
    if numbers[field][Int(raw)] == .max {
      let word = Self.find(in: pool.bytes.span, pool.range(of: raw))
      numbers[field][Int(raw)] = word.map { column.values.intern($0.span) } ?? 0
    }
    return numbers[field][Int(raw)]
  }

  /// An empty column of what was said.
  func finish() -> EvidenceColumn { column }

  /// The word for a generation that stands behind another word.
  private static func find(in bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var end = range.upperBound
    while end > range.lowerBound {
      while end > range.lowerBound, !isLetter(bytes[end - 1]) { end -= 1 }
      var start = end
      while start > range.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
      guard start > range.lowerBound else { return nil }
      if 2...3 ~= end - start {
        let word = (start..<end).map { bytes[$0] | 0x20 }
        if words.contains(word) { return word }
      }
      end = start
    }
    return nil
  }

  /// Letters of other alphabets count, so that no word is cut out of one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte & 0xDF || byte >= 0x80
  }
}
