extension OrganizationNameNormalizer {
  /// A word of a Latin name, as written and as compared.
  struct LatinWord {
    var text: ArraySlice<UInt32>
    /// Lower case without accents and dots.
    var folded: String
  }

  /// Words parted by blanks, commas and brackets; `&` is the word `and`.
  static func latinWords(_ text: [UInt32]) -> [LatinWord] {
    var words: [LatinWord] = []
    for part in text.split(whereSeparator: { [0x20, 0x2C, 0x28, 0x29, 0x2F, 0x3B].contains($0) }) {
      var folded = ""
      for scalar in part {
        if scalar == 0x26 || scalar == 0x2B {
          folded += "and"
        } else if NameText.isDigit(scalar) || NameText.isLatin(scalar)
          || NameText.isOtherLetter(scalar)
        {
          NameText.appendFolded(scalar, to: &folded)
        }
      }
      if !folded.isEmpty { words.append(LatinWord(text: part, folded: folded)) }
    }
    return words
  }
}

extension OrganizationNameWords {
  /// Whether the word is a legal form, in small letters.
  func isLatinForm(_ word: String) -> Bool { sense(word)?.isForm ?? false }

  /// Whether the word is one of business, in small letters.
  func isLatinIndustry(_ word: String) -> Bool { sense(word)?.isIndustry ?? false }

  private func sense(_ word: String) -> LatinSense? {
    let scalars = word.unicodeScalars.map(\.value)
    return latin[scalars.span]
  }
}
