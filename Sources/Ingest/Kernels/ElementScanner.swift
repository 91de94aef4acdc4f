/// What the scanner found from an offset of a JSON array on.
struct ElementScan {
  enum Outcome {
    case element
    case endOfArray
    case needsMore
  }

  var outcome: Outcome
  var start: Int
  var end = 0
  /// Line breaks between the offset and the element.
  var linesBefore: Int
  /// Line breaks within the element.
  var lines = 0
}

/// Finds the next element of a JSON array by its brackets alone; what is in it is checked later.
func scanElement(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> ElementScan {
  var offset = start
  var linesBefore = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte == .lineFeed { linesBefore &+= 1 }
    if byte == UInt8(ascii: "]") {
      return ElementScan(outcome: .endOfArray, start: offset, linesBefore: linesBefore)
    }
    let isBetween =
      byte == .blank || byte == .lineFeed || byte == .carriageReturn || byte == 0x09
      || byte == UInt8(ascii: ",")
    if !isBetween { break }
    offset &+= 1
  }
  var scan = ElementScan(outcome: .needsMore, start: offset, linesBefore: linesBefore)
  guard offset < bytes.count else {
    if isLast { scan.outcome = .endOfArray }
    return scan
  }
  var depth = 0
  var isInString = false
  while offset < bytes.count {
    let byte = bytes[offset]
    if isInString {
      if byte == UInt8(ascii: "\\") { offset &+= 1 }
      if byte == .quote { isInString = false }
    } else {
      switch byte {
      case .quote: isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // A bracket that closes nothing is an element of its own, or the scan would stand still.
        if depth == 0 { return scan.ended(at: max(offset, scan.start &+ 1)) }
        depth &-= 1
        if depth == 0 { return scan.ended(at: offset &+ 1) }
      case UInt8(ascii: ","):
        if depth == 0 { return scan.ended(at: offset) }
      default: break
      }
    }
    if byte == .lineFeed { scan.lines &+= 1 }
    offset &+= 1
  }
  return isLast ? scan.ended(at: bytes.count) : scan
}

extension ElementScan {
  fileprivate func ended(at end: Int) -> Self {
    var scan = self
    scan.outcome = .element
    scan.end = end
    return scan
  }
}
