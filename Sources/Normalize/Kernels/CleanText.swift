import Vocabulary

/// A cell's text as Unicode scalars, with the dirt of exports removed.
///
/// Every rule of this module reads cells through this: full-width forms are folded to half width, all
/// blanks become U+0020, zero-width characters and byte-order marks go, HTML entities are resolved,
/// spreadsheet marks (a leading apostrophe, `="…"`) and blanks at the ends are taken off. Line breaks
/// stay, because they separate values.
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

  /// Cleans another cell in the same storage.
  package mutating func read(_ raw: Span<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    isRepaired = false
    var offset = 0
    while offset < raw.count {
      let scalar = decodeScalar(raw, &offset)
      if scalar == 0x0D, offset < raw.count, raw[offset] == 0x0A { continue }
      appendFolded(scalar)
    }
    resolveEntities()
    stripMarks()
  }

  /// The cleaned text.
  package var string: String { String(scalars: scalars[...]) }

  private mutating func appendFolded(_ scalar: UInt32) {
    switch scalar {
    case 0x20...0x7E, 0x0A:
      scalars.append(scalar)
    case 0x0D:
      scalars.append(0x0A)
    case 0xFF01...0xFF5E:
      scalars.append(scalar - 0xFEE0)
      isRepaired = true
    case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      scalars.append(0x20)
      isRepaired = true
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF,
      0xFE00...0xFE0F:
      isRepaired = true
    case 0x2010...0x2015, 0x2212, 0xFE63:
      scalars.append(0x2D)
    case 0x2018, 0x2019, 0x02BC, 0x2032:
      scalars.append(0x27)
    case 0x201C, 0x201D:
      scalars.append(0x22)
    default:
      scalars.append(scalar)
    }
  }

  private mutating func resolveEntities() {
    guard scalars.contains(0x26) else { return }
    for (name, scalar) in Self.entities {
      while let start = firstIndex(of: name) {
        scalars.replaceSubrange(start..<start + name.count, with: [scalar])
        isRepaired = true
      }
    }
  }

  /// `&amp;` stands last, so that `&amp;lt;` becomes `&lt;` and not `<`.
  private static let entities: [(name: [UInt32], scalar: UInt32)] = [
    ("&nbsp;", 0x20), ("&#160;", 0x20), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22),
    ("&#39;", 0x27), ("&amp;", 0x26),
  ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }

  private func firstIndex(of pattern: [UInt32]) -> Int? {
    guard scalars.count >= pattern.count else { return nil }
    return (0...scalars.count - pattern.count).first { start in
      pattern.indices.allSatisfy { scalars[start + $0] == pattern[$0] }
    }
  }

  private mutating func stripMarks() {
    trimBlanks()
    if scalars.count >= 3, scalars[0] == 0x3D, scalars[1] == 0x22, scalars.last == 0x22 {
      scalars.removeFirst(2)
      scalars.removeLast()
      isRepaired = true
      trimBlanks()
    }
    if scalars.count >= 2, scalars[0] == 0x27, scalars[scalars.count - 1] != 0x27 {
      scalars.removeFirst()
      isRepaired = true
      trimBlanks()
    }
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
func decodeScalar(_ bytes: Span<UInt8>, _ offset: inout Int) -> UInt32 {
  let lead = UInt32(bytes[offset])
  let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
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
