/// What else a cell says, gathered into the qualifier.
struct PersonNameRemarks {
  /// A Latin form of address beside a Han name.
  var honorific: LatinTitles.Title?
  /// A form of address apart from the name, as a range of the letters.
  var honorificRange = 0..<0
  /// The alias, as a range of the bytes of the reading.
  private var alias = 0..<0
  /// Where the last remark ends in the letters.
  private var end: Int?

  /// Adds a piece; a name is shown in title case and is the alias as well.
  ///
  /// Pieces that nothing parts stay together: IT部.
  mutating func add(
    _ piece: PersonNamePiece, isName: Bool = false, _ reading: inout PersonNameReading
  ) {
    guard !piece.range.isEmpty else { return }
    if let end {
      if piece.separator != 0 || end != piece.range.lowerBound { reading.text.append(0x20) }
    } else {
      reading.text.begin(PersonNameReading.Part.qualifier.rawValue)
    }
    end = piece.range.upperBound
    let start = reading.text.count
    if isName {
      PersonNameLatin.appendWords(reading.work.letters, piece.range, to: &reading.text)
      if alias.isEmpty { alias = start..<reading.text.count }
    } else {
      reading.appendLetters(piece.range)
    }
    reading.text.end(PersonNameReading.Part.qualifier.rawValue)
  }

  /// Sets what could not be set while the qualifier grew.
  func finish(_ reading: inout PersonNameReading) {
    if !alias.isEmpty { reading.text.mark(PersonNameReading.Part.alias.rawValue, alias) }
    if let honorific {
      reading.set(.honorific, bytes: honorific.display)
    } else if !honorificRange.isEmpty, reading.isEmpty(.honorific) {
      reading.set(.honorific, letters: honorificRange)
    }
  }
}
