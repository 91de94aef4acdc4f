/// What stands where a name is asked and names nobody.
final class PersonNameFillers: Sendable {
  /// What a filler says.
  enum Sense: String, CaseIterable, Sendable {
    case filler
    /// A filler as a whole name, while a surname or a given name may be spelt so.
    case part
    /// A name that stands for anybody, 张三 or 李四; a few people are called so.
    case stock
  }

  private let senses: WordIndex<Sense>

  init(_ lists: WordLists, _ placeholders: Placeholders) throws(WordListError) {
    var senses: [(word: [UInt32], value: Sense)] = []
    // what says in any column that the value is not known says so for names
    for word in placeholders.words(.absence) where word.first.map(HanTable.isHan) == true {
      senses.append((word, .filler))
    }
    for entry in lists[.nameFillers] {
      senses.append((entry.word.unicodeScalars.map(\.value), try entry.value(1, as: Sense.self)))
    }
    self.senses = WordIndex(senses)
  }

  /// Whether a whole name is one that stands for anybody.
  func isStock(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    senses[text, range] == .stock
  }

  /// Whether text fills a mandatory cell and names nobody.
  func isFiller(_ text: [UInt32]) -> Bool { sense(text) != nil }

  /// Whether text fills the column of a given name or a surname.
  ///
  /// Na, Nan, No, Doe and 甲 are parts of real names, while n/a is none.
  func isPartFiller(_ text: [UInt32]) -> Bool {
    guard let sense = sense(text) else { return false }
    if text.count == 1, let only = text.first {
      return !HanTable.isHan(only) && !NameText.isLatin(only) || only == 0x65E0  // 无
    }
    return sense != .part || text.contains(0x2F)
  }

  /// What a filler says; nil where the text is none.
  private func sense(_ text: [UInt32]) -> Sense? {
    guard mayBeFiller(text) else { return nil }
    var letters = InlineArray<24, UInt32>(repeating: 0)
    var count = 0
    var digits = 0
    var marks = 0
    for scalar in text {
      if NameText.isDigit(scalar) {
        digits += 1
      } else if NameText.isLetter(scalar) {
        guard count < letters.count else { return nil }
        letters[count] = NameText.lower(scalar)
        count += 1
      } else if MaskedText.isMark(scalar) {
        marks += 1
      }
    }
    guard count > 0 else { return digits < 5 && marks == 0 ? .filler : nil }
    if count > (letters[0] < 0x80 ? 1 : 2), isOneLetter(letters, count) { return .filler }
    if text.count == 2, text[0] == 0x5C { return .filler }  // \\N, a database's NULL
    if let sense = senses[letters.span.extracting(0..<count)] {
      return sense == .stock ? nil : sense
    }
    // 测试一 and 测试张三 are tests too
    return count <= 6 && count >= 2 && letters[0] == 0x6D4B && letters[1] == 0x8BD5 ? .filler : nil
  }

  /// Whether the first letter begins a filler, or is the second one too.
  private func mayBeFiller(_ text: [UInt32]) -> Bool {
    guard let first = text.first, NameText.isLetter(first) else { return true }
    let letter = NameText.lower(first)
    return senses.mayBegin(letter) || letter == 0x6D4B
      || text.dropFirst().first(where: NameText.isLetter).map(NameText.lower) == letter
  }

  private func isOneLetter(_ letters: InlineArray<24, UInt32>, _ count: Int) -> Bool {
    for place in 1..<count where letters[place] != letters[0] { return false }
    return true
  }
}
