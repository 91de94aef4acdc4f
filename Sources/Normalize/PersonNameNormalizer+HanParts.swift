import Vocabulary

extension PersonNameNormalizer {
  private typealias Part = PersonNameReading.Part

  /// Sets the parts of a name; surname and given name are ranges of its canonical form.
  func apply(_ name: PersonNameHan, of letters: [UInt32], _ reading: inout PersonNameReading) {
    reading.text.begin(Part.canonical.rawValue)
    if name.isForeign {
      reading.append(.given, letters, name.given)
      reading.text.append(scalar: 0xB7)
      reading.append(.surname, letters, name.surname)
    } else {
      reading.append(.surname, letters, name.surname)
      reading.append(.given, letters, name.given)
    }
    reading.text.end(Part.canonical.rawValue)
    if !name.honorific.isEmpty {
      reading.set(.honorific, letters: name.honorific)
      reading.gender = words.titles.gender(letters, name.honorific)
    }
    reading.text.begin(Part.latinSurname.rawValue)
    words.surnames.appendReading(letters, name.surname, to: &reading.text, words.han)
    reading.text.end(Part.latinSurname.rawValue)
    reading.text.begin(Part.latinGiven.rawValue)
    words.han.appendPinyin(letters, name.given, to: &reading.text)
    reading.text.end(Part.latinGiven.rawValue)
  }

  /// What else the cell says: English names, forms of address, places, firms, second persons.
  func applyOthers(
    _ name: PersonNameHan, at chosen: Int, _ reading: inout PersonNameReading
  ) {
    let isAlone = reading.work.pieces.count == 1 && reading.work.notes.isEmpty
    if isAlone, name.qualifier.isEmpty, !reading.work.signs.mayHide { return }
    var remarks = PersonNameRemarks()
    if !name.qualifier.isEmpty {
      for range in [name.qualifier, name.secondQualifier] where !range.isEmpty {
        remarks.add(PersonNamePiece(range: range, separator: 0x28, script: .han), &reading)
      }
    }
    for (index, piece) in reading.work.pieces.enumerated() where index != chosen {
      applyPiece(piece, &remarks, &reading)
    }
    for note in reading.work.notes { applyNote(note, &remarks, &reading) }
    remarks.finish(&reading)
    if name.isOneOfTwo { reading.issues.insert(.extraContent) }
    let range = reading.work.pieces[chosen].range
    if reading.work.signs.mayHide,
      range.contains(where: { NameText.hides(reading.work.letters[$0]) })
    {
      reading.issues.insert(.masked)
    }
  }

  private func applyPiece(
    _ piece: PersonNamePiece, _ remarks: inout PersonNameRemarks,
    _ reading: inout PersonNameReading
  ) {
    let letters = reading.work.letters
    switch (piece.script, piece.role) {
    case (.none, .open): return
    case (_, .number):
      remarks.add(piece, &reading)
      return
    case (.han, .title):
      if reading.isEmpty(.honorific), remarks.honorificRange.isEmpty {
        remarks.honorificRange = piece.range
        reading.gender = words.titles.gender(letters, piece.range)
      } else {
        remarks.add(piece, &reading)
      }
      return
    case (.latin, _):
      reading.work.fold(letters: piece.range)
      if applyLatin(reading.work.folded, &remarks, &reading) { return }
    case (_, .open):
      if piece.range.allSatisfy({ letters[$0] == 0x2A || letters[$0] == 0xD7 }) {
        reading.issues.insert(.masked)
        return
      }
      if isSecondPerson(letters, piece.range) { reading.issues.insert(.extraContent) }
    default: break
    }
    remarks.add(piece, isName: isEnglishName(letters, piece.range), &reading)
  }

  /// Whether a Latin piece is a form of address or hides letters.
  private func applyLatin(
    _ folded: [UInt32], _ remarks: inout PersonNameRemarks, _ reading: inout PersonNameReading
  ) -> Bool {
    if let title = words.latinTitles.front(folded.span) {
      if reading.isEmpty(.honorific) { remarks.honorific = title }
      reading.gender = title.gender
      return true
    }
    if folded.count > 1, folded.allSatisfy({ $0 == 0x78 }) {
      reading.issues.insert(.masked)
      return true
    }
    // A-张伟 and B张伟 are sorted so
    return folded.count <= 1 || folded.count <= 4 && folded.allSatisfy { $0 == 0x61 }
  }

  private func applyNote(
    _ note: Range<Int>, _ remarks: inout PersonNameRemarks, _ reading: inout PersonNameReading
  ) {
    guard !note.isEmpty else { return }
    let start = reading.work.letters.count
    for place in note { reading.work.letters.append(reading.work.text[place]) }
    let range = start..<reading.work.letters.count
    let letters = reading.work.letters
    if let label = words.titles.labels[letters, range],
      words.titles.remarks[letters, range] == nil || label == .front && note.lowerBound <= 1
    {
      return
    }
    guard reading.work.text[note].contains(where: { !NameText.isMark($0) }) else { return }
    if reading.isEmpty(.honorific), words.titles.isBehind(letters, range),
      words.titles.remarks[letters, range] == nil
    {
      remarks.honorificRange = range
      reading.gender = words.titles.gender(letters, range)
    } else {
      remarks.add(
        PersonNamePiece(range: range, separator: 0x28, script: .mixed),
        isName: isEnglishName(letters, range), &reading)
    }
  }

  private func isSecondPerson(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    let place = words.classifier.place(text, range)
    guard organizationOdds(text, range, at: place) == nil,
      let name = hanName(text, range, at: place),
      words.surnames.isKnown(text, name.surname)
    else { return false }
    return name.odds + 2 > words.classifier.brandOdds(text, range, at: place)
      && place.length != range.count
  }

  /// Whether a remark is an English given name, which becomes the alias as well.
  private func isEnglishName(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.count > 1,
      range.allSatisfy({ NameText.isLatin(text[$0]) || text[$0] == 0x2D || text[$0] == 0x20 })
    else { return false }
    let isAbbreviation = range.count <= 3 && range.allSatisfy { NameText.isUpper(text[$0]) }
    guard isAbbreviation else { return true }
    var folded = InlineArray<3, UInt32>(repeating: 0)
    for place in range { folded[place - range.lowerBound] = NameText.lower(text[place]) }
    return words.latinNames.isGiven(folded.span.extracting(0..<range.count))
  }
}
