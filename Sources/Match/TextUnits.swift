/// The characters of many texts on end: a byte each where all are ASCII, a Unicode scalar each where not.
///
/// Bytes are those of the pool that holds the values, so that nothing is copied.
struct TextUnits: Sendable {
  private let bytes: [UInt8]
  private let scalars: [UInt32]
  private let isASCII: Bool

  init(ascii bytes: [UInt8]) {
    self.bytes = bytes
    scalars = []
    isASCII = true
  }

  init(_ scalars: [UInt32]) {
    bytes = []
    self.scalars = scalars
    isASCII = false
  }

  subscript(place: Int) -> UInt32 { isASCII ? UInt32(bytes[place]) : scalars[place] }

  /// Whether the Jaro-Winkler similarity of two texts reaches a bound.
  func isSimilar(_ left: Range<Int>, _ right: Range<Int>, atLeast bound: Double) -> Bool {
    let (narrow, wide) = (bytes.span, scalars.span)
    return isASCII
      ? jaroWinkler(narrow.extracting(left), narrow.extracting(right), atLeast: bound)
      : jaroWinkler(wide.extracting(left), wide.extracting(right), atLeast: bound)
  }

  /// Whether a text is at most one edit away from one of other texts.
  func isWithinOneEdit(_ left: Range<Int>, of other: TextUnits, _ right: Range<Int>) -> Bool {
    let (narrow, wide) = (bytes.span, scalars.span)
    let (otherNarrow, otherWide) = (other.bytes.span, other.scalars.span)
    switch (isASCII, other.isASCII) {
    case (true, true):
      return Match.isWithinOneEdit(narrow.extracting(left), otherNarrow.extracting(right))
    case (true, false):
      return Match.isWithinOneEdit(narrow.extracting(left), otherWide.extracting(right))
    case (false, true):
      return Match.isWithinOneEdit(wide.extracting(left), otherNarrow.extracting(right))
    case (false, false):
      return Match.isWithinOneEdit(wide.extracting(left), otherWide.extracting(right))
    }
  }

  /// Whether two texts are at most so many edits apart.
  func isWithinEdits(_ left: Range<Int>, _ right: Range<Int>, most: Int) -> Bool {
    let (narrow, wide) = (bytes.span, scalars.span)
    return isASCII
      ? Match.isWithinEdits(narrow.extracting(left), narrow.extracting(right), most: most)
      : Match.isWithinEdits(wide.extracting(left), wide.extracting(right), most: most)
  }
}
