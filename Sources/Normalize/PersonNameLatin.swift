/// Letter case of Latin names.
enum PersonNameLatin {
  /// The word in title case if it is all capitals or all small letters; mixed case stays.
  ///
  /// A letter behind a hyphen or an apostrophe is a capital too: O'Brien, Jean-Pierre.
  static func titleCase(_ word: ArraySlice<UInt32>) -> String {
    var text = PartText()
    append(Array(word), 0..<word.count, to: &text)
    return text.string
  }

  /// Appends a word in title case.
  static func append(_ letters: [UInt32], _ word: Range<Int>, to text: inout PartText) {
    guard isUniform(letters, word) else { return text.append(letters.span, word) }
    text.append(addingCapacity: word.count * 4) { output, end in
      var isFirst = true
      var follows: UInt32 = 0
      for place in word {
        let scalar = letters[place]
        let isLast = place == word.upperBound - 1
        let isCapital = isFirst && !(isLast && follows == 0x27)
        output.put(scalar: isCapital ? NameText.upper(scalar) : NameText.lower(scalar), at: &end)
        follows = scalar
        isFirst = scalar == 0x2D || scalar == 0x27 || scalar == 0x2E
      }
    }
  }

  /// Appends words that blanks part in title case.
  static func appendWords(_ letters: [UInt32], _ range: Range<Int>, to text: inout PartText) {
    var start = range.lowerBound
    for place in range where letters[place] == 0x20 {
      append(letters, start..<place, to: &text)
      text.append(0x20)
      start = place + 1
    }
    append(letters, start..<range.upperBound, to: &text)
  }

  /// Whether a word is all capitals, two or more, or all small letters.
  private static func isUniform(_ letters: [UInt32], _ word: Range<Int>) -> Bool {
    var count = 0
    var capitals = 0
    for place in word {
      let scalar = letters[place]
      guard NameText.isLetter(scalar) else { continue }
      count += 1
      if NameText.isUpper(scalar) { capitals += 1 }
    }
    return capitals == 0 || capitals == count && count > 1
  }
}
