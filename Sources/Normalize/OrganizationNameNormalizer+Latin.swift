extension OrganizationNameNormalizer {
  /// A word of a Latin name, as written and as compared.
  struct LatinWord {
    var text: ArraySlice<UInt32>
    /// Lower case without accents and dots.
    var folded: String
  }

  func readLatin(_ text: [UInt32], _ reading: inout OrganizationNameReading) {
    var all = Self.latinWords(text)
    reading.canonical = canonicalLatin(text, all)
    if all.count > 1, all[0].folded == "the" { all.removeFirst() }
    takeLatinPlaces(&all, &reading)
    var end = all.count
    while end > 1, words.latinForms[all[end - 1].folded] != nil || all[end - 1].folded == "and" {
      end -= 1
    }
    reading.legalForm = all[end...].map { String(scalars: $0.text) }.joined(separator: " ")
    var start = end
    while start > 1, words.latinIndustries.contains(all[start - 1].folded) { start -= 1 }
    reading.industry = all[start..<end].map(\.folded).joined(separator: " ")
    reading.brand = Self.titleCase(all[..<start].map { Array($0.text) })
    reading.latin = all[..<start].map(\.folded).joined(separator: " ")
    var letters = ""
    for word in all[..<end] where word.folded != "and" { letters += word.folded }
    if !letters.isEmpty { reading.key = reading.place + "|" + letters + "|" }
  }

  /// Chinese places in pinyin count wherever they stand, as in Chinese names.
  private func takeLatinPlaces(
    _ all: inout [LatinWord], _ reading: inout OrganizationNameReading
  ) {
    let isPlace: (LatinWord) -> Bool = { places.isSpelling($0.folded) }
    guard all.contains(where: isPlace), !all.allSatisfy(isPlace) else { return }
    reading.place = all.filter(isPlace).map(\.folded).sorted().joined(separator: " ")
    all.removeAll(where: isPlace)
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

  /// Words in capitals or small letters are set in title case; legal forms get their usual spelling.
  private func canonicalLatin(_ text: [UInt32], _ all: [LatinWord]) -> String {
    let letters = text.filter { NameText.isLatin($0) }
    let isUniform =
      letters.allSatisfy(NameText.isUpper) || !letters.contains(where: NameText.isUpper)
    guard isUniform, all.count > 1 else {
      return String(scalars: Self.singleBlanks(text))
    }
    var result = ""
    for (index, part) in text.split(separator: 0x20).enumerated() {
      if index > 0 { result += " " }
      let bare = part.last == 0x2C ? part.dropLast() : part
      let folded = NameText.folded(bare.filter { $0 != 0x2E }[...])
      if index > 0, bare.dropLast().contains(0x2E), words.latinForms[folded]?.contains(".") == false
      {
        result += String(scalars: bare.map(NameText.upper))
      } else if index > 0, var form = words.latinForms[folded] {
        if bare.last != 0x2E, form.hasSuffix("."), !form.dropLast().contains(".") {
          form.removeLast()
        }
        if bare.last == 0x2E, !form.hasSuffix(".") { form += "." }
        result += form
      } else {
        result += Self.titleCase([Array(bare)])
      }
      if part.last == 0x2C { result += "," }
    }
    return result
  }

  static func singleBlanks(_ text: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in text where scalar != 0x20 || result.last != 0x20 { result.append(scalar) }
    return result
  }

  /// Words that are all capitals or all small letters in title case, parted by blanks.
  static func titleCase(_ words: [[UInt32]]) -> String {
    words.map { PersonNameLatin.titleCase($0[...]) }.joined(separator: " ")
  }
}
