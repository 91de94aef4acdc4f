/// Text that is typed to fill a cell.
package struct Placeholders: Sendable {
  /// What a placeholder says.
  enum Sense: String, CaseIterable, Sendable {
    /// The value is not known.
    case absence
    /// Something was keyed in.
    case keystroke
    /// A word for anybody, where a name was asked.
    case nobody
  }

  private let senses: WordTable<Sense>
  /// One bit for each scalar of U+0000...U+FFFF that a placeholder begins with.
  ///
  /// Most texts that are no ASCII end here.
  private let firsts: [UInt64]

  init(_ lists: WordLists) throws(WordListError) {
    var senses = WordTable<Sense>()
    var firsts = [UInt64](repeating: 0, count: 1024)
    for entry in lists[.placeholders] {
      let letters = entry.word.unicodeScalars.map(\.value)
      let content = Content(letters.span)
      senses[content.letters.span.extracting(0..<content.length)] =
        try entry.value(1, as: Sense.self)
      let first = content.letters[0]
      firsts[Int(first >> 6) & 1023] |= 1 << UInt64(first & 63)
    }
    self.senses = senses
    self.firsts = firsts
  }

  /// Whether cleaned text says nothing.
  ///
  /// Case, blanks and punctuation do not count. Text of one repeated letter, and text without any
  /// letter or digit, says nothing either.
  package func isPlaceholder(_ scalars: Span<UInt32>) -> Bool {
    guard mayBegin(scalars) else { return false }
    let content = Content(scalars)
    return content.isEmpty || content.isOneLetter || sense(content) != nil
  }

  /// Whether cleaned text only says that the value is not known.
  ///
  /// The narrower question, for fields in which 零售 or 1 is an answer.
  package func isAbsence(_ scalars: Span<UInt32>) -> Bool {
    guard mayBegin(scalars) else { return false }
    let content = Content(scalars)
    return content.isEmpty || sense(content) == .absence
  }

  /// Whether cleaned text was only keyed in: 123456, test, asdf.
  package func isKeystrokes(_ scalars: Span<UInt32>) -> Bool {
    mayBegin(scalars) && sense(Content(scalars)) == .keystroke
  }

  /// Whether the first letter of a text may be that of a placeholder; true without any letter.
  private func mayBegin(_ scalars: Span<UInt32>) -> Bool {
    for index in scalars.indices where Content.isContent(scalars[index]) {
      let first = scalars[index]
      return first < 0x80 || firsts[Int(first >> 6) & 1023] & (1 << UInt64(first & 63)) != 0
    }
    return true
  }

  private func sense(_ content: Content) -> Sense? {
    senses[content.letters.span.extracting(0..<content.length)]
  }

  /// The words of a sense.
  func words(_ sense: Sense) -> [[UInt32]] { senses.words(where: { $0 == sense }) }
}

/// The letters and digits of a text, in lower case: what a placeholder is known by.
private struct Content {
  private(set) var letters = InlineArray<32, UInt32>(repeating: 0)
  /// How many letters the text has, at most one more than are kept.
  private var count = 0

  init(_ scalars: Span<UInt32>) {
    for index in scalars.indices where Self.isContent(scalars[index]) {
      let scalar = scalars[index]
      guard count < letters.count else {
        count += 1
        return
      }
      letters[count] = scalar < 0x80 ? UInt32(lowercase(UInt8(scalar))) : scalar
      count += 1
    }
  }

  var isEmpty: Bool { count == 0 }

  /// Whether a letter or digit of ASCII is all there is, more than once.
  var isOneLetter: Bool {
    guard count >= 2, letters[0] < 0x80 else { return false }
    for index in 1..<min(count, letters.count) where letters[index] != letters[0] { return false }
    return true
  }

  /// How many letters are kept; 0 where there are more than a placeholder has.
  var length: Int { count <= letters.count ? count : 0 }

  static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFE6F, 0xFF00...0xFFEF: false
    default: true
    }
  }
}

func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
