/// Tells whether the cell of a name was repaired, in memory that is used again for each cell.
struct NameRepairs: Sendable {
  /// The cell without full-width punctuation, and as it is cleaned.
  private var plain: [UInt8] = []
  private var clean = CleanText()

  /// Whether cleaning changed more of a cell than full-width punctuation, which is right in Chinese text.
  ///
  /// - Precondition: Cleaning changed the cell.
  mutating func hasOthers(_ cell: Span<UInt8>) -> Bool {
    guard Self.hasWidePunctuation(cell) else { return true }
    plain.removeAll(keepingCapacity: true)
    var index = 0
    while index < cell.count {
      if Self.isWidePunctuation(cell, index) {
        plain.append(cell[index + 2] - 0x60)
        index += 3
      } else {
        plain.append(cell[index])
        index += 1
      }
    }
    let bytes = plain  // a second owner, for a span may not outlive a change of self
    clean.read(bytes.span)
    return clean.isRepaired
  }

  private static func hasWidePunctuation(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices where isWidePunctuation(cell, index) { return true }
    return false
  }

  /// Whether U+FF01...U+FF0F, U+FF1A or U+FF1B begins at an index, in UTF-8.
  @inline(__always)
  private static func isWidePunctuation(_ cell: Span<UInt8>, _ index: Int) -> Bool {
    guard cell[index] == 0xEF, index + 2 < cell.count, cell[index + 1] == 0xBC else { return false }
    return 0x81...0x8F ~= cell[index + 2] || 0x9A...0x9B ~= cell[index + 2]
  }
}
