import Vocabulary

/// A piece of a cell, between separators and brackets.
struct PersonNamePiece {
  var text: ArraySlice<UInt32>
  /// The separator in front, 0 at the start and where the script changes.
  var separator: UInt32 = 0
  var script: NameScript
}

extension PersonNameNormalizer {
  /// Reads text with Han characters.
  func readHan(_ text: [UInt32], _ reading: inout PersonNameReading) {
    var notes: [ArraySlice<UInt32>] = []
    let outside = takeBrackets(text, &notes)
    var pieces = merged(split(outside[...]))
    if !pieces.contains(where: { $0.script == .han || $0.script == .mixed }), let note = notes.first
    {
      // Kevin(张伟): the name stands in the brackets
      notes.removeFirst()
      pieces.append(PersonNamePiece(text: note, script: NameText.script(note)))
    }
    let whole = OrganizationNameNormalizer.withoutBlanks(outside)
    if organizations.places.isPlace(whole[...]), !mayBeName(whole) {
      reading.issues.insert(.wrongKind)
      return
    }
    let firmOdds = organizationOdds(whole[...])
    if firmOdds == nil || pieces.count > 1 { pieces = merged(byScript(pieces)) }
    guard let choice = bestName(pieces, firmOdds: firmOdds), choice.odds > 0 else {
      let odds = firmOdds ?? max(1, -(bestName(pieces, firmOdds: nil)?.odds ?? -1))
      return readOrganization(text, &reading, odds: odds)
    }
    if expectation == .party, choice.index > 0, let firm = organizationOdds(pieces[0].text),
      firm >= PartyNameClassifier.certainOdds
    {
      // 华信科技有限公司-张总: the firm is the party, and the person is somebody to ask for there
      reading.issues.insert(.extraContent)
      return readOrganization(Array(pieces[0].text), &reading, odds: firm)
    }
    apply(choice.name, &reading)
    reading.kind = .person
    reading.confidence = Self.confidence(choice.odds)
    applyOthers(pieces, except: choice.index, notes: notes, &reading)
    if NameText.isStockName(whole[...]) {
      reading.issues.insert(.placeholder)
      reading.confidence = 0.3
    }
  }

  /// 黄山 and 金昌 are places, but name a person or a firm where names are expected.
  private func mayBeName(_ text: [UInt32]) -> Bool {
    text.count == 2 && text.first.map { surnames.frequency($0) ?? -20 > -9.2 } ?? false
  }

  private func organizationOdds(_ text: ArraySlice<UInt32>) -> Float? {
    let startsWithSurname = text.first.map { surnames.frequency($0) ?? -20 > -13 } ?? false
    return classifier.hanOrganizationOdds(text, startsWithSurname: startsWithSurname)
  }

  /// The piece that names a person best, with its odds against being a firm's name.
  private func bestName(
    _ pieces: [PersonNamePiece], firmOdds: Float?
  ) -> (name: PersonNameHan, index: Int, odds: Float)? {
    var best: (name: PersonNameHan, index: Int, odds: Float)?
    for (index, piece) in pieces.enumerated() where piece.script == .han {
      if organizationOdds(piece.text) != nil, hanName(piece.text)?.honorific.isEmpty ?? true {
        continue
      }
      if firmOdds != nil, organizations.words.isForm(piece.text) { continue }
      guard let name = maskedName(piece.text) ?? hanName(piece.text) ?? loneSurname(piece.text)
      else { continue }
      var odds = name.odds + expectation.priorOdds - classifier.brandOdds(piece.text)
      if pieces.count > 1, organizations.places.isPlace(piece.text) { odds -= 20 }
      if firmOdds != nil {
        odds -= piece.separator == 0x20 && name.honorific.isEmpty ? 9 : 4
        if name.honorific.isEmpty, name.isSurnameOnly { continue }
      }
      // the first of two persons stays, unless the second is much likelier one
      if best.map({ odds > $0.odds + 8 || $0.odds <= 0 && odds > $0.odds }) ?? true {
        best = (name, index, odds)
      }
    }
    return best
  }

  /// A single character that is a surname, beside an English name or alone.
  private func loneSurname(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    guard text.count == 1, let first = text.first, let share = surnames.frequency(first) else {
      return nil
    }
    return PersonNameHan(surname: text, odds: share - 4)
  }

  /// 张*, 张**, 张某, 李某某: a surname whose given name is hidden.
  private func maskedName(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    guard text.count >= 2,
      let hidden = text.firstIndex(where: { [0x67D0, 0x2A, 0xD7].contains($0) })
    else { return nil }
    let shown = text[..<hidden]
    guard isKnownSurname(shown), shown.count <= 2 else { return nil }
    return PersonNameHan(surname: shown, odds: 0)
  }

  private func apply(_ name: PersonNameHan, _ reading: inout PersonNameReading) {
    reading.surname = String(scalars: name.surname)
    reading.given = String(scalars: name.given)
    if !name.honorific.isEmpty {
      reading.honorific = String(scalars: name.honorific)
      reading.gender = titles.gender(han: name.honorific)
    }
    if !name.qualifier.isEmpty { reading.qualifier = String(scalars: name.qualifier) }
    reading.canonical =
      name.given.contains(0xB7)
        || name.surname.endIndex > name.given.startIndex && !name.given.isEmpty
          && name.given.startIndex < name.surname.startIndex
      ? reading.given + "·" + reading.surname : reading.surname + reading.given
    reading.latinSurname = surnames.reading(name.surname, han)
    for scalar in name.given where scalar != 0xB7 { reading.latinGiven += han.pinyin(scalar) }
  }

  /// What else the cell says: English names, forms of address, places, firms, second persons.
  private func applyOthers(
    _ pieces: [PersonNamePiece], except chosen: Int, notes: [ArraySlice<UInt32>],
    _ reading: inout PersonNameReading
  ) {
    var qualifiers: [String] = reading.qualifier.map { [$0] } ?? []
    for (index, piece) in pieces.enumerated() where index != chosen {
      if piece.script == .none {
        if piece.text.contains(0x2A) || piece.text.contains(0xD7) { reading.issues.insert(.masked) }
        continue
      }
      let text = NameText.folded(piece.text.filter { $0 != 0x2E }[...])
      if piece.script == .latin, let western = titles.western[text] {
        reading.honorific = reading.honorific ?? western.display
        reading.gender = western.gender
      } else if piece.script == .latin, text.utf8.count > 1, text.allSatisfy({ $0 == "x" }) {
        reading.issues.insert(.masked)
      } else {
        if piece.script == .han, isSecondPerson(piece.text) { reading.issues.insert(.extraContent) }
        qualifiers.append(note(piece.text, &reading))
      }
    }
    for bracketed in notes {
      if reading.honorific == nil, titles.behind.contains(bracketed) {
        reading.honorific = String(scalars: bracketed)
        reading.gender = titles.gender(han: bracketed)
      } else if !bracketed.isEmpty {
        qualifiers.append(note(bracketed, &reading))
      }
    }
    reading.qualifier = qualifiers.isEmpty ? nil : qualifiers.joined(separator: " ")
    if pieces[chosen].text.contains(where: { [0x67D0, 0x2A, 0xD7].contains($0) }) {
      reading.issues.insert(.masked)
    }
  }

  private func isSecondPerson(_ text: ArraySlice<UInt32>) -> Bool {
    guard organizationOdds(text) == nil, let name = hanName(text), isKnownSurname(name.surname)
    else {
      return false
    }
    return name.odds + 2 > classifier.brandOdds(text) && !organizations.places.isPlace(text)
  }

  /// A remark as text; an English given name becomes the alias as well.
  private func note(_ text: ArraySlice<UInt32>, _ reading: inout PersonNameReading) -> String {
    guard NameText.script(text) == .latin else { return String(scalars: text) }
    let isName = text.allSatisfy { NameText.isLatin($0) || $0 == 0x2D || $0 == 0x20 }
    let isAbbreviation = text.count <= 3 && text.allSatisfy(NameText.isUpper)
    guard isName, text.count > 1,
      !isAbbreviation || givenNames.contains(NameText.folded(text))
    else { return String(scalars: text) }
    let shown = text.split(separator: 0x20).map(PersonNameLatin.titleCase).joined(separator: " ")
    if reading.alias == nil { reading.alias = shown }
    return shown
  }
}
