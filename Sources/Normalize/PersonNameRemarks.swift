/// What else a cell says, gathered into the qualifier.
struct PersonNameRemarks {
  /// A Latin form of address beside a Han name.
  var honorific: LatinTitles.Title?
  /// A form of address in brackets, as a range of the letters.
  var bracketedHonorific = 0..<0
  /// The alias, as a range of the bytes of the reading.
  private var alias = 0..<0
  private var isEmpty = true

  /// Adds a range of the letters; a name is shown in title case and is the alias as well.
  mutating func add(_ range: Range<Int>, isName: Bool = false, _ reading: inout PersonNameReading) {
    guard !range.isEmpty else { return }
    if isEmpty {
      reading.text.begin(PersonNameReading.Part.qualifier.rawValue)
    } else {
      reading.text.append(0x20)
    }
    isEmpty = false
    let start = reading.text.bytes.count
    if isName {
      PersonNameLatin.appendWords(reading.work.letters, range, to: &reading.text)
      if alias.isEmpty { alias = start..<reading.text.bytes.count }
    } else {
      reading.appendLetters(range)
    }
    reading.text.end(PersonNameReading.Part.qualifier.rawValue)
  }

  /// Sets what could not be set while the qualifier grew.
  func finish(_ reading: inout PersonNameReading) {
    if !alias.isEmpty { reading.text.mark(PersonNameReading.Part.alias.rawValue, alias) }
    if let honorific {
      reading.set(.honorific, bytes: honorific.display)
    } else if !bracketedHonorific.isEmpty {
      reading.set(.honorific, letters: bracketedHonorific)
    }
  }
}
