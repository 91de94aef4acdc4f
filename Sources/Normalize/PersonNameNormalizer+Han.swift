import Vocabulary

extension PersonNameNormalizer {
  private typealias Part = PersonNameReading.Part

  /// The piece that names a person best.
  private struct Choice {
    var name: PersonNameHan
    var index: Int
    /// log2 odds against being a firm's name.
    var odds: Float
  }

  /// Reads text with Han characters.
  func readHan(_ reading: inout PersonNameReading) {
    reading.work.part()
    takeNamedNote(&reading.work)
    let whole = 0..<reading.work.letters.count
    if words.classifier.isPlace(reading.work.letters, whole),
      !mayBeName(reading.work.letters, whole)
    {
      reading.issues.insert(.wrongKind)
      return
    }
    let firmOdds = organizationOdds(reading.work.letters, whole)
    merge(&reading.work)
    let choice = bestName(reading.work, firmOdds: firmOdds)
    guard let choice, choice.odds > 0 else {
      let odds =
        firmOdds ?? max(1, -(choice?.odds ?? bestName(reading.work, firmOdds: nil)?.odds ?? -1))
      return readOrganization(reading.work.text, &reading, odds: odds)
    }
    if expectation == .party, choice.index > 0,
      let firm = organizationOdds(reading.work.letters, reading.work.pieces[0].range),
      firm >= PartyNameClassifier.certainOdds
    {
      // 华信科技有限公司-张总: the firm is the party, and the person is somebody to ask for there
      reading.issues.insert(.extraContent)
      let text = Array(reading.work.letters[reading.work.pieces[0].range])
      return readOrganization(text, &reading, odds: firm)
    }
    apply(choice.name, &reading)
    reading.kind = .person
    reading.confidence = Self.confidence(choice.odds)
    applyOthers(choice.name, at: choice.index, &reading)
    if words.fillers.isStock(reading.work.letters, whole) {
      reading.issues.insert(.placeholder)
      reading.confidence = 0.3
    }
  }

  /// Kevin(张伟): the name stands in the brackets.
  private func takeNamedNote(_ work: inout PersonNameWork) {
    guard !work.pieces.contains(where: { $0.script == .han }), let note = work.notes.first else {
      return
    }
    work.notes.removeFirst()
    let start = work.letters.count
    for place in note { work.letters.append(work.text[place]) }
    work.pieces.append(
      PersonNamePiece(
        range: start..<work.letters.count, separator: 0x28,
        script: NameText.script(work.text[note])))
  }

  /// 黄山 and 金昌 are places, but name a person or a firm where names are expected.
  private func mayBeName(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.count == 2 && words.surnames.frequency(text[range.lowerBound]) ?? -20 > -9.2
  }

  func organizationOdds(_ text: [UInt32], _ range: Range<Int>) -> Float? {
    guard let first = range.first else { return nil }
    let startsWithSurname = words.surnames.frequency(text[first]) ?? -20 > -13
    return words.classifier.hanOrganizationOdds(
      text, range, startsWithSurname: startsWithSurname)
  }

  private func bestName(_ work: PersonNameWork, firmOdds: Float?) -> Choice? {
    var best: Choice?
    for (index, piece) in work.pieces.enumerated() where piece.script == .han {
      let found =
        maskedName(work.letters, piece.range) ?? hanName(work.letters, piece.range)
        ?? loneSurname(work.letters, piece.range)
      guard let name = found else { continue }
      if name.honorific.isEmpty, organizationOdds(work.letters, piece.range) != nil { continue }
      if firmOdds != nil, words.classifier.isForm(work.letters, piece.range) { continue }
      var odds =
        name.odds + expectation.priorOdds
        - words.classifier.brandOdds(work.letters, piece.range)
      if work.pieces.count > 1, words.classifier.isPlace(work.letters, piece.range) { odds -= 20 }
      if firmOdds != nil {
        odds -= piece.separator == 0x20 && name.honorific.isEmpty ? 9 : 4
        if name.honorific.isEmpty, name.given.isEmpty { continue }
      }
      // the first of two persons stays, unless the second is much likelier one
      if best.map({ odds > $0.odds + 8 || $0.odds <= 0 && odds > $0.odds }) ?? true {
        best = Choice(name: name, index: index, odds: odds)
      }
    }
    return best
  }

  /// A single character that is a surname, beside an English name or alone.
  private func loneSurname(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count == 1, let share = words.surnames.frequency(text[range.lowerBound]) else {
      return nil
    }
    return PersonNameHan(surname: range, odds: share - 4)
  }

  /// 张*, 张**, 张某, 李某某: a surname whose given name is hidden.
  private func maskedName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count >= 2, let hidden = range.first(where: { NameText.hides(text[$0]) }) else {
      return nil
    }
    let shown = range.lowerBound..<hidden
    guard !shown.isEmpty, shown.count <= 2, words.surnames.isKnown(text, shown) else { return nil }
    return PersonNameHan(surname: shown, odds: 0)
  }

  // MARK: - Parts

  private func apply(_ name: PersonNameHan, _ reading: inout PersonNameReading) {
    reading.set(.surname, letters: name.surname)
    reading.set(.given, letters: name.given)
    if !name.honorific.isEmpty {
      reading.set(.honorific, letters: name.honorific)
      reading.gender = words.titles.gender(reading.work.letters, name.honorific)
    }
    if name.given.isEmpty {
      reading.text.share(Part.canonical.rawValue, with: Part.surname.rawValue)
    } else if name.surname.isEmpty {
      reading.text.share(Part.canonical.rawValue, with: Part.given.rawValue)
    } else {
      reading.text.begin(Part.canonical.rawValue)
      reading.appendLetters(name.isForeign ? name.given : name.surname)
      if name.isForeign { reading.text.append(scalar: 0xB7) }
      reading.appendLetters(name.isForeign ? name.surname : name.given)
      reading.text.end(Part.canonical.rawValue)
    }
    let letters = reading.work.letters
    reading.text.begin(Part.latinSurname.rawValue)
    words.surnames.appendReading(letters, name.surname, to: &reading.text, words.han)
    reading.text.end(Part.latinSurname.rawValue)
    reading.text.begin(Part.latinGiven.rawValue)
    for place in name.given where letters[place] != 0xB7 {
      words.han.appendPinyin(letters[place], to: &reading.text)
    }
    reading.text.end(Part.latinGiven.rawValue)
  }

  /// What else the cell says: English names, forms of address, places, firms, second persons.
  private func applyOthers(
    _ name: PersonNameHan, at chosen: Int, _ reading: inout PersonNameReading
  ) {
    var remarks = PersonNameRemarks()
    remarks.add(name.qualifier, &reading)
    remarks.add(name.secondQualifier, &reading)
    for (index, piece) in reading.work.pieces.enumerated() where index != chosen {
      applyPiece(piece, &remarks, &reading)
    }
    for note in reading.work.notes { applyNote(note, &remarks, &reading) }
    remarks.finish(&reading)
    let range = reading.work.pieces[chosen].range
    if range.contains(where: { NameText.hides(reading.work.letters[$0]) }) {
      reading.issues.insert(.masked)
    }
  }

  private func applyPiece(
    _ piece: PersonNamePiece, _ remarks: inout PersonNameRemarks,
    _ reading: inout PersonNameReading
  ) {
    let letters = reading.work.letters
    guard piece.script != .none else { return }
    if piece.script == .latin {
      reading.work.fold(letters: piece.range)
      let folded = reading.work.folded
      if let title = words.latinTitles.front(folded.span) {
        if reading.honorific == nil { remarks.honorific = title }
        reading.gender = title.gender
        return
      }
      if folded.count > 1, folded.allSatisfy({ $0 == 0x78 }) {
        reading.issues.insert(.masked)
        return
      }
    } else if piece.range.allSatisfy({ letters[$0] == 0x2A || letters[$0] == 0xD7 }) {
      reading.issues.insert(.masked)
      return
    } else if isSecondPerson(letters, piece.range) {
      reading.issues.insert(.extraContent)
    }
    remarks.add(piece.range, isName: isEnglishName(letters, piece.range), &reading)
  }

  private func applyNote(
    _ note: Range<Int>, _ remarks: inout PersonNameRemarks, _ reading: inout PersonNameReading
  ) {
    guard !note.isEmpty else { return }
    let start = reading.work.letters.count
    for place in note { reading.work.letters.append(reading.work.text[place]) }
    let range = start..<reading.work.letters.count
    let letters = reading.work.letters
    if reading.text.isEmpty(Part.honorific.rawValue), words.titles.isBehind(letters, range),
      words.titles.remarks[letters, range] == nil
    {
      remarks.bracketedHonorific = range
      reading.gender = words.titles.gender(letters, range)
    } else {
      remarks.add(range, isName: isEnglishName(letters, range), &reading)
    }
  }

  private func isSecondPerson(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard organizationOdds(text, range) == nil, let name = hanName(text, range),
      words.surnames.isKnown(text, name.surname)
    else { return false }
    return name.odds + 2 > words.classifier.brandOdds(text, range)
      && !words.classifier.isPlace(text, range)
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
