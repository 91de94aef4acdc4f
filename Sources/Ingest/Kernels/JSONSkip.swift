/// Passes over one value of any length, piece by piece, by its quotes and brackets alone.
struct JSONSkip {
  private(set) var isDone = false
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Passes over what of the value stands at hand, and returns where it ends.
  mutating func pass(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == .quote {
          isInString = false
          isDone = depth == 0
        }
      } else {
        switch byte {
        case .quote: isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          isDone = depth <= 1
          if depth == 0 { return offset }
          depth &-= 1
        case UInt8(ascii: ","), .lineFeed:
          isDone = depth == 0
          if isDone { return offset }
        default: break
        }
      }
      offset &+= 1
      if isDone { return offset }
    }
    return offset
  }
}
