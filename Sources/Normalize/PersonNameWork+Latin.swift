extension PersonNameWork {
  /// Parts a range of `text` into words; each is written to `letters` and, small, to `folded`.
  ///
  /// Blanks and commas part words, and dots where they do not abbreviate: wei.zhang.
  mutating func partLatin() {
    reset()
    let text = text
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar == 0x28 {
        let close = text[index...].firstIndex(of: 0x29) ?? text.count
        notes.append(index + 1..<close)
        index = close + 1
        continue
      }
      if Self.isBlank(scalar) {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, !Self.isBlank(text[end]), text[end] != 0x28 { end += 1 }
      addWords(text, index..<end)
      index = end
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20: true
    case 0x61...0x7A, 0x41...0x5A: false
    case 0x2F, 0x5F, 0x3A, 0x3B, 0x3C, 0x3E, 0x40, 0x7C, 0x7E, 0x29, 0xB7: true
    default: false
    }
  }

  /// Adds the words of text without blanks.
  private mutating func addWords(_ text: [UInt32], _ range: Range<Int>) {
    let letters = text.span
    guard range.contains(where: { Self.mayPart(text[$0]) }) else { return addWord(letters, range) }
    let isDotted = Self.isDotted(text, range)
    var start = range.lowerBound
    for place in range {
      let scalar = text[place]
      let isAnd = scalar == 0x26 || scalar == 0x2B
      guard scalar == 0x2C || isAnd || isDotted && scalar == 0x2E else { continue }
      addWord(letters, start..<place)
      if scalar == 0x2C, !words.isEmpty { words[words.count - 1].endsPart = true }
      if isAnd { addSign() }
      start = place + 1
    }
    addWord(letters, start..<range.upperBound)
  }

  /// Whether a mark may part words that no blank parts: , . & +
  private static func mayPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x26, 0x2B: true
    default: false
    }
  }

  /// Whether dots part words, as in wei.zhang, and do not abbreviate.
  private static func isDotted(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    var parts = 0
    var length = 0
    var longest = 0
    for place in range {
      if text[place] == 0x2E {
        if length > 0 { parts += 1 }
        length = 0
      } else {
        length += 1
        longest = max(longest, length)
      }
    }
    if length > 0 { parts += 1 }
    return parts > 1 && longest > 2
  }

  private mutating func addWord(_ text: Span<UInt32>, _ range: Range<Int>) {
    let first = folded.count
    var count = 0
    var capitals = 0
    var hasDot = false
    var hasDigits = false
    folded.append(addingCapacity: range.count * 2) { output in
      for place in range {
        let scalar = text[place]
        if 0x61...0x7A ~= scalar | 0x20 {
          count += 1
          if scalar < 0x61 { capitals += 1 }
          output.append(scalar | 0x20)
        } else if NameText.isLetter(scalar) {
          count += 1
          if NameText.isUpper(scalar) { capitals += 1 }
          NameText.appendFolded(scalar, to: &output)
        } else if scalar == 0x2E {
          hasDot = true
        } else if NameText.isDigit(scalar) {
          // Wang1 Wei3: a digit behind letters may be a tone
          hasDigits = hasDigits || count == 0 || place < range.upperBound - 1 || scalar > 0x35
        }
      }
    }
    guard count > 0 else {
      if hasDigits, !words.isEmpty { words[words.count - 1].hasDigits = true }
      return
    }
    let start = letters.count
    letters.append(text, range)
    words.append(
      LatinWord(
        text: start..<letters.count, folded: first..<folded.count,
        isCapitals: count > 1 && !hasDot && capitals == count, hasDigits: hasDigits))
  }

  private mutating func addSign() {
    words.append(
      LatinWord(
        text: letters.count..<letters.count, folded: folded.count..<folded.count, isAnd: true))
  }

  /// Fills `folded` with a range of the letters, small and without accents or dots.
  mutating func fold(letters range: Range<Int>) {
    let letters = letters
    folded.removeAll(keepingCapacity: true)
    folded.append(addingCapacity: range.count * 2) { output in
      for place in range { NameText.appendFolded(letters[place], to: &output) }
    }
  }
}
