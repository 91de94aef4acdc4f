import CTables

/// Simplified forms and readings of Han characters.
///
/// Covers U+3400...U+9FFF, that is CJK Unified Ideographs and Extension A; other scalars have no
/// reading and are their own simplified form. The table is embedded; making one costs about 10 µs.
package final class HanTable: Sendable {
  private static let first: UInt32 = 0x3400
  private static let count: UInt32 = 0x9FFF - 0x3400 + 1
  private static let furtherOffset = count * 4

  /// The syllables by number; number 0 is empty.
  private let syllables: [String]
  /// The letters of the syllables, six bytes each, padded with zeros.
  private let letters: [UInt8]
  private let furtherCount: UInt32
  /// Radicals and compatibility ideographs, each with its simplified form in the lower half.
  private let outside: [UInt32]

  package init() {
    let furtherCount = Self.word(at: Self.furtherOffset)
    let offset = Self.furtherOffset + 2 + furtherCount * 4
    self.furtherCount = furtherCount
    let count = Self.word(at: offset)
    let outsideOffset = offset + 2 + count * 6
    outside = (0..<Self.word(at: outsideOffset)).map { number in
      let place = outsideOffset + 2 + number * 4
      return Self.word(at: place) << 16 | Self.word(at: place + 2)
    }
    let letters = (offset + 2..<offset + 2 + count * 6).map(assay_han_table_byte)
    self.letters = letters
    syllables = (0..<Int(count)).map { number in
      String(decoding: letters[number * 6..<number * 6 + 6].filter { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Whether the scalar is a Han character, 〇 and the supplementary planes included.
  package static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// The simplified form of a traditional character; any other scalar is returned as it is.
  @inline(__always)
  package func simplified(_ scalar: UInt32) -> UInt32 {
    guard scalar &- Self.first < Self.count else { return plain(scalar) }
    return Self.word(at: (scalar - Self.first) * 2)
  }

  /// The character that a radical or a compatibility ideograph stands for, by binary search.
  private func plain(_ scalar: UInt32) -> UInt32 {
    guard 0x2E80..<0x2FE0 ~= scalar || 0xF900..<0xFB00 ~= scalar else { return scalar }
    var low = 0
    var high = outside.count
    while low < high {
      let middle = (low + high) / 2
      if outside[middle] >> 16 < scalar { low = middle + 1 } else { high = middle }
    }
    return low < outside.count && outside[low] >> 16 == scalar ? outside[low] & 0xFFFF : scalar
  }

  /// The commonest reading without tone, such as `zhang`, with `v` for ü; empty when there is none.
  package func pinyin(_ scalar: UInt32) -> String { syllables[Int(syllable(scalar))] }

  /// Appends the commonest reading.
  func appendPinyin(_ scalar: UInt32, to text: inout PartText) {
    text.append(addingCapacity: 6) { putPinyin(scalar, to: &$0, at: &$1) }
  }

  /// Puts the commonest reading at an index, at most six bytes, and moves that behind it.
  func putPinyin(_ scalar: UInt32, to output: inout MutableSpan<UInt8>, at end: inout Int) {
    let start = Int(syllable(scalar)) * 6
    for place in start..<start + 6 {
      let letter = letters[place]
      if letter == 0 { return }
      output.put(letter, at: &end)
    }
  }

  /// The number of the commonest syllable, for comparisons of sound; 0 when there is none.
  package func syllable(_ scalar: UInt32) -> UInt16 {
    guard scalar &- Self.first < Self.count else { return 0 }
    return UInt16(truncatingIfNeeded: Self.word(at: (Self.count + scalar - Self.first) * 2))
  }

  /// All readings without tone, the commonest first.
  package func readings(_ scalar: UInt32) -> [String] {
    let common = syllable(scalar)
    guard common != 0 else { return [] }
    var found = [syllables[Int(common)]]
    var index = firstFurther(scalar)
    while index < furtherCount, furtherScalar(index) == scalar {
      found.append(syllables[Int(Self.word(at: Self.furtherOffset + 4 + index * 4))])
      index += 1
    }
    return found
  }

  /// Appends the commonest readings of a range of scalars.
  func appendPinyin(_ scalars: [UInt32], _ range: Range<Int>, to text: inout PartText) {
    text.append(addingCapacity: range.count * 6) { output, end in
      for place in range { putPinyin(scalars[place], to: &output, at: &end) }
    }
  }

  /// Every syllable that occurs, in alphabetical order.
  package var allSyllables: ArraySlice<String> { syllables.dropFirst() }

  /// The first of the further readings that does not stand before the scalar's, by binary search.
  private func firstFurther(_ scalar: UInt32) -> UInt32 {
    var low: UInt32 = 0
    var high = furtherCount
    while low < high {
      let middle = (low + high) / 2
      if furtherScalar(middle) < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func furtherScalar(_ index: UInt32) -> UInt32 {
    Self.word(at: Self.furtherOffset + 2 + index * 4)
  }

  private static func word(at offset: UInt32) -> UInt32 {
    assay_han_table_word(offset)
  }
}
