import Vocabulary

/// A cell's text as Unicode scalars, with the dirt of exports removed.
///
/// Every rule of this module reads cells through this: full-width forms are folded to half width, all
/// blanks become U+0020, characters that cannot be seen go, HTML entities and tags are resolved,
/// spreadsheet marks (a leading apostrophe, `="…"`), quotes around the whole and blanks at the ends are
/// taken off. Line breaks stay, because they separate values.
package struct CleanText: Sendable {
  /// The cleaned scalars.
  package private(set) var scalars: [UInt32] = []
  /// Whether anything but line breaks was changed.
  package private(set) var isRepaired = false

  package init() {}

  package init(_ raw: Span<UInt8>) {
    scalars.reserveCapacity(raw.count)
    read(raw)
  }

  /// Empties the text, and keeps its storage.
  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    isRepaired = false
  }

  /// Cleans another cell in the same storage.
  package mutating func read(_ raw: Span<UInt8>) {
    removeAll()
    var signs = Signs()
    scalars.append(addingCapacity: raw.count) { output in
      var offset = 0
      while offset < raw.count {
        let byte = raw[offset]
        if Self.isPlain(byte) {
          output.append(UInt32(byte))
          offset &+= 1
          continue
        }
        let scalar = decodeScalar(raw, &offset)
        if scalar &- 0x4E00 < 0x5200 {
          output.append(scalar)
          continue
        }
        if scalar == 0x0D, offset < raw.count, raw[offset] == 0x0A { continue }
        Self.append(folded: scalar, to: &output, &signs)
      }
    }
    isRepaired = signs.isRepaired
    if signs.mayBeMarkup { resolveMarkup() }
    stripMarks()
  }

  /// Puts digits in the place of the text.
  mutating func replace(with digits: [UInt8]) {
    scalars.removeAll(keepingCapacity: true)
    for digit in digits { scalars.append(UInt32(digit)) }
  }

  /// Puts one scalar in the place of some.
  mutating func replace(_ range: Range<Int>, with scalar: UInt32) {
    scalars.replaceSubrange(range, with: CollectionOfOne(scalar))
  }

  /// Drops scalars from the front, and blanks behind them.
  mutating func dropFirst(_ count: Int) {
    scalars.removeFirst(count)
    trimBlanks()
  }

  /// The cleaned text.
  package var string: String { String(scalars: scalars[...]) }

  /// What was seen of a text while it was folded.
  private struct Signs {
    var isRepaired = false
    /// Whether an & or a < was seen, with which entities and tags begin.
    var mayBeMarkup = false
  }

  /// Whether a byte is a character that can be seen, or a blank, and never needs a repair.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != 0x26 && byte != 0x3C
  }

  private static func append(
    folded scalar: UInt32, to output: inout OutputSpan<UInt32>, _ signs: inout Signs
  ) {
    switch scalar {
    case 0x20...0x7E:
      if scalar == 0x26 || scalar == 0x3C { signs.mayBeMarkup = true }
      output.append(scalar)
    case 0x0A, 0x4E00...0x9FFF:
      output.append(scalar)
    case 0x0B, 0x0D, 0x85, 0x2028, 0x2029:
      output.append(0x0A)
    case 0xFF01...0xFF5E:
      signs.isRepaired = true
      append(folded: scalar - 0xFEE0, to: &output, &signs)
    case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x3164:
      output.append(0x20)
      signs.isRepaired = true
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC, 0xE0000...0xE01EF:
      signs.isRepaired = true
    case 0x2010...0x2015, 0x2212, 0xFE63:
      output.append(0x2D)
    case 0x2018, 0x2019, 0x02BC, 0x2032:
      output.append(0x27)
    case 0x201C, 0x201D:
      output.append(0x22)
    case 0xFE61, 0xFE6B, 0x1D7CE...0x1D7FF:
      output.append(plain(scalar))
      signs.isRepaired = true
    default:
      output.append(scalar)
    }
  }

  /// The small * and @ of CJK sets, and the bold and slanted digits of mathematics.
  private static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFE61: 0x2A
    case 0xFE6B: 0x40
    default: 0x30 + (scalar - 0x1D7CE) % 10
    }
  }

  private mutating func resolveMarkup() {
    guard let plain = CellMarkup.plain(scalars) else { return }
    scalars.removeAll(keepingCapacity: true)
    var signs = Signs()
    scalars.append(addingCapacity: plain.count) { output in
      for scalar in plain { Self.append(folded: scalar, to: &output, &signs) }
    }
    isRepaired = true
  }

  private mutating func stripMarks() {
    trimBlanks()
    while let inside = insideMarks() {
      scalars.removeLast(scalars.count - inside.upperBound)
      scalars.removeFirst(inside.lowerBound)
      isRepaired = true
      trimBlanks()
    }
  }

  /// What stands within the marks of a spreadsheet or the quotes of a program; nil without any.
  private func insideMarks() -> Range<Int>? {
    let count = scalars.count
    guard count >= 2 else { return nil }
    switch scalars[0] {
    case 0x3D:  // ="00123", =00123
      if count >= 3, scalars[1] == 0x22, isQuoted(1..<count) { return 2..<count - 1 }
      return isNumber(1..<count) ? 1..<count : nil
    case 0x22: return isQuoted(0..<count) ? 1..<count - 1 : nil
    case 0x27:
      return isQuoted(0..<count) ? 1..<count - 1 : scalars[count - 1] != 0x27 ? 1..<count : nil
    default: return nil
    }
  }

  /// Whether one mark stands at both ends of a range and nowhere between.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    let mark = scalars[range.lowerBound]
    guard range.count >= 2, scalars[range.upperBound - 1] == mark else { return false }
    return !scalars[range.lowerBound + 1..<range.upperBound - 1].contains(mark)
  }

  /// Whether a range is a number that is written out: a sign, digits, a point.
  private func isNumber(_ range: Range<Int>) -> Bool {
    var digits = 0
    for place in range {
      let scalar = scalars[place]
      if isScalarDigit(scalar) {
        digits += 1
      } else if scalar != 0x2E, place > range.lowerBound || scalar != 0x2B && scalar != 0x2D {
        return false
      }
    }
    return digits > 0
  }

  private mutating func trimBlanks() {
    let isBlank: (UInt32) -> Bool = { $0 == 0x20 || $0 == 0x0A }
    var end = scalars.count
    while end > 0, isBlank(scalars[end - 1]) { end -= 1 }
    var start = 0
    while start < end, isBlank(scalars[start]) { start += 1 }
    guard end - start < scalars.count else { return }
    scalars.removeLast(scalars.count - end)
    scalars.removeFirst(start)
    isRepaired = true
  }
}

/// Decodes the scalar at an offset of valid UTF-8, and moves the offset behind it.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, _ offset: inout Int) -> UInt32 {
  let lead = UInt32(bytes[offset])
  guard lead >= 0x80 else {
    offset += 1
    return lead
  }
  if lead & 0xF0 == 0xE0, offset + 2 < bytes.count {
    let (second, third) = (UInt32(bytes[offset + 1] & 0x3F), UInt32(bytes[offset + 2] & 0x3F))
    offset += 3
    return (lead & 0xF) << 12 | second << 6 | third
  }
  return decodeLongScalar(bytes, &offset, lead)
}

/// Decodes a scalar of several bytes, of which the first is known.
private func decodeLongScalar(
  _ bytes: Span<UInt8>, _ offset: inout Int, _ lead: UInt32
) -> UInt32 {
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var scalar = lead & (0x7F >> UInt32(length))
  var next = offset + 1
  let end = min(offset + length, bytes.count)
  while next < end {
    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    next += 1
  }
  offset = end
  return scalar
}

extension String {
  /// Text from Unicode scalar values; what is none is left out.
  init(scalars: some Sequence<UInt32>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount * 3)
    for value in scalars {
      switch value {
      case ..<0x80:
        bytes.append(UInt8(value))
      case ..<0x800:
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
      case 0xD800...0xDFFF: break
      case ..<0x1_0000:
        bytes.append(UInt8(0xE0 | value >> 12))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      case ..<0x11_0000:
        bytes.append(UInt8(0xF0 | value >> 18))
        bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      default: break
      }
    }
    self = String(decoding: bytes, as: UTF8.self)
  }
}
