/// Words that are looked for at the start, at the end or anywhere in a text, longest first.
final class HanWordList: Sendable {
  /// One bit for each scalar of U+0000...U+FFFF that a word begins or ends with.
  ///
  /// Most look-ups end here, without a dictionary.
  private let firsts: [UInt64]
  private let lasts: [UInt64]
  /// The words by their first scalar, longest first.
  private let byFirst: [UInt32: [[UInt32]]]
  /// The words by their last scalar, longest first.
  private let byLast: [UInt32: [[UInt32]]]

  /// Reads words that are separated by blanks or line breaks.
  convenience init(_ text: String) {
    self.init(words: text.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) })
  }

  init(words: [[UInt32]]) {
    var firsts = [UInt64](repeating: 0, count: 1024)
    var lasts = firsts
    var byFirst: [UInt32: [[UInt32]]] = [:]
    var byLast: [UInt32: [[UInt32]]] = [:]
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      Self.mark(&firsts, first)
      Self.mark(&lasts, last)
      byFirst[first, default: []].append(word)
      byLast[last, default: []].append(word)
    }
    self.firsts = firsts
    self.lasts = lasts
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
  }

  private static func mark(_ bits: inout [UInt64], _ scalar: UInt32) {
    bits[Int(scalar >> 6) & 1023] |= 1 << UInt64(scalar & 63)
  }

  private static func isMarked(_ bits: [UInt64], _ scalar: UInt32) -> Bool {
    bits[Int(scalar >> 6) & 1023] & (1 << UInt64(scalar & 63)) != 0
  }

  /// The length of the longest word at the start of the text; 0 when there is none.
  func prefixLength(_ text: ArraySlice<UInt32>) -> Int {
    guard let first = text.first, Self.isMarked(firsts, first), let words = byFirst[first] else {
      return 0
    }
    return words.first { $0.count <= text.count && text.starts(with: $0) }?.count ?? 0
  }

  /// The length of the longest word at the end of the text; 0 when there is none.
  func suffixLength(_ text: ArraySlice<UInt32>) -> Int {
    guard let last = text.last, Self.isMarked(lasts, last), let words = byLast[last] else {
      return 0
    }
    return words.first { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }?.count
      ?? 0
  }

  /// Whether the text is one of the words.
  func contains(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first, Self.isMarked(firsts, first), let words = byFirst[first] else {
      return false
    }
    return words.contains { $0.count == text.count && text.elementsEqual($0) }
  }

  /// The first place at which a word occurs, the longest there.
  func firstRange(in text: ArraySlice<UInt32>) -> Range<Int>? {
    for start in text.indices {
      let length = prefixLength(text[start...])
      if length > 0 { return start..<start + length }
    }
    return nil
  }
}
