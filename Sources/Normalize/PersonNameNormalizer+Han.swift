import Vocabulary

extension PersonNameNormalizer {
  /// The piece that names a person best.
  private struct Choice {
    var name: PersonNameHan
    var index: Int
    /// log2 odds against being a firm's name.
    var odds: Float
  }

  /// Reads text with Han characters.
  func readHan(_ reading: inout PersonNameReading) {
    if !readBare(&reading) { readHanByRules(&reading) }
  }

  /// Reads text with Han characters by all rules.
  func readHanByRules(_ reading: inout PersonNameReading) {
    settleDots(&reading.work)
    reading.work.part()
    if isPlainFirm(reading.work) {
      let odds = PartyNameClassifier.certainOdds
      return readOrganization(reading.work.text, &reading, odds: odds)
    }
    takeNamedNote(&reading.work)
    let whole = 0..<reading.work.letters.count
    let place = words.classifier.place(reading.work.letters, whole)
    if place.length == whole.count, !whole.isEmpty, !mayBeName(reading.work.letters, whole) {
      reading.issues.insert(.wrongKind)
      return
    }
    let firmOdds = organizationOdds(reading.work.letters, whole, at: place)
    classify(&reading.work)
    let isFirmAlone =
      words.classifier.firmLength(reading.work.letters, whole) == whole.count
    if !isFirmAlone, namesNobody(reading.work) {
      if !readLatinBeside(&reading) { reading.issues.insert(.placeholder) }
      return
    }
    merge(&reading.work)
    let isFirm = isFirmAlone || isFirmAround(reading.work)
    let choice = isFirm ? nil : bestName(reading.work, firmOdds: firmOdds, at: place)
    guard let choice, choice.odds > 0 else {
      if firmOdds == nil, isPhrase(reading.work) {
        reading.issues.insert(.invalid)
        return
      }
      let odds =
        firmOdds
        ?? max(1, -(choice?.odds ?? bestName(reading.work, firmOdds: nil, at: place)?.odds ?? -1))
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
    apply(choice.name, of: reading.work.letters, &reading)
    reading.kind = .person
    reading.confidence = Self.confidence(choice.odds)
    applyOthers(choice.name, at: choice.index, &reading)
    if words.fillers.isStock(reading.work.letters, whole) {
      reading.issues.insert(.placeholder)
      reading.confidence = 0.3
    }
  }

  /// Reads a text that is a surname of one character and a given name, and holds no word.
  ///
  /// So most names are read. All rules but those asked here ask for a word, and agree.
  func readBare(_ reading: inout PersonNameReading) -> Bool {
    let text = reading.work.text
    guard reading.work.signs.isHanAlone, words.sieve.passes(text) else { return false }
    let whole = text.indices
    let name = shortName(text, whole, words.surnames.frequency(text[0]))
    let brand = words.classifier.brandOdds(text, whole, at: PartyNameClassifier.Place())
    let odds = name.odds + expectation.priorOdds - brand
    guard odds > 0 else { return false }
    apply(name, of: text, &reading)
    reading.kind = .person
    reading.confidence = Self.confidence(odds)
    return true
  }

  /// Whether the text is one piece that ends with 公司, which no person's name does.
  private func isPlainFirm(_ work: PersonNameWork) -> Bool {
    let letters = work.letters
    return work.pieces.count == 1 && work.notes.isEmpty && letters.count >= 6
      && letters[letters.count - 1] == 0x53F8 && letters[letters.count - 2] == 0x516C
  }

  /// 李宁(中国)体育用品有限公司: a place in brackets, and the end of a firm's name behind them.
  private func isFirmAround(_ work: PersonNameWork) -> Bool {
    guard let note = work.notes.first, let last = work.pieces.last, work.pieces.count > 1,
      work.pieces[1].separator == 0x20, note.upperBound + 1 < work.text.count,
      HanTable.isHan(work.text[note.upperBound + 1])
    else { return false }
    return words.classifier.isRegion(work.text, note)
      && words.classifier.endsFirm(work.letters, last.range)
      && addressedName(work.letters, last.range) == nil
  }

  /// Whether there are only titles, departments, statuses and the like; 华东 alone may be a name.
  private func namesNobody(_ work: PersonNameWork) -> Bool {
    if work.pieces.count == 1, let only = work.pieces.first, only.script == .han {
      if only.role == .remark { return !mayBeName(work.letters, only.range) }
      if let remark = words.titles.remarks.prefix(work.letters, only.range), remark.length > 2,
        words.titles.remarks[
          work.letters, only.range.lowerBound + remark.length..<only.range.upperBound] != nil
      {
        return true  // 老客户介绍
      }
    }
    return work.pieces.allSatisfy { $0.role != .open || $0.script != .han }
      && work.pieces.contains { $0.script == .han }
  }

  /// Kevin 老师, 陈 aside: a Latin name that a Chinese form of address stands beside.
  ///
  /// Returns false where no Latin name is there.
  private func readLatinBeside(_ reading: inout PersonNameReading) -> Bool {
    guard
      let name = reading.work.pieces.first(where: {
        $0.script == .latin && $0.role == .open && $0.range.count > 1
      })
    else { return false }
    var remarks = PersonNameRemarks()
    for piece in reading.work.pieces where piece.script == .han {
      if piece.role == .title, reading.isEmpty(.honorific) {
        reading.set(.honorific, letters: piece.range)
        reading.gender = words.titles.gender(reading.work.letters, piece.range)
      }
    }
    for piece in reading.work.pieces where piece.role == .remark { remarks.add(piece, &reading) }
    reading.work.isHanAddressed = !reading.isEmpty(.honorific)
    reading.work.text = Array(reading.work.letters[name.range])
    takeNickname(&reading)
    reading.work.partLatin()
    readLatin(&reading)
    return true
  }

  /// Whether the text is a saying rather than a name: 人生如梦, 平安是福.
  private func isPhrase(_ work: PersonNameWork) -> Bool {
    work.letters.count >= 4
      && work.letters.contains {
        switch $0 {
        // 的 了 是 我 你 他 她 不 在 有 就 也 很 吗 呢 啊 如 若 才 没 说 这 那
        case 0x7684, 0x4E86, 0x662F, 0x6211, 0x4F60, 0x4ED6, 0x5979, 0x4E0D, 0x5728, 0x6709,
          0x5C31, 0x4E5F, 0x5F88, 0x5417, 0x5462, 0x554A, 0x5982, 0x82E5, 0x624D, 0x6CA1,
          0x8BF4, 0x8FD9, 0x90A3:
          true
        default: false
        }
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
        script: NameSigns(work.text[note]).script))
  }

  /// 黄山 and 金昌 are places, but name a person or a firm where names are expected.
  private func mayBeName(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.count == 2
      && (words.surnames.frequency(text[range.lowerBound]) ?? -20 > -9.2
        || words.surnames.compound(text, range)?.value == .chinese)
  }

  func organizationOdds(_ text: [UInt32], _ range: Range<Int>) -> Float? {
    organizationOdds(text, range, at: words.classifier.place(text, range))
  }

  func organizationOdds(
    _ text: [UInt32], _ range: Range<Int>, at place: PartyNameClassifier.Place
  ) -> Float? {
    guard let first = range.first else { return nil }
    let startsWithSurname = words.surnames.frequency(text[first]) ?? -20 > -13
    return words.classifier.hanOrganizationOdds(
      text, range, at: place, startsWithSurname: startsWithSurname)
  }

  /// The piece that names a person best; nil when none does.
  ///
  /// Takes what is known of the whole text: the odds of its words for a firm, the place it begins with.
  private func bestName(
    _ work: PersonNameWork, firmOdds: Float?, at start: PartyNameClassifier.Place
  ) -> Choice? {
    var best: Choice?
    if firmOdds != nil,
      work.pieces.contains(where: {
        $0.role != .remark && words.classifier.isLegalForm(work.letters, $0.range)
      })
    {
      return nil
    }
    for (index, piece) in work.pieces.enumerated()
    where piece.script == .han && piece.role == .open {
      let isWhole = piece.range.count == work.letters.count
      let place = isWhole ? start : words.classifier.place(work.letters, piece.range)
      let masked = work.signs.mayHide ? maskedName(work.letters, piece.range) : nil
      let found =
        masked ?? hanName(work.letters, piece.range, at: place)
        ?? loneSurname(work.letters, piece.range)
      guard let name = found else { continue }
      if name.honorific.isEmpty, !name.isBehindFirm, !isRemarkFirst(name) {
        let own = isWhole ? firmOdds : organizationOdds(work.letters, piece.range, at: place)
        if own != nil { continue }
      }
      var odds =
        name.odds + expectation.priorOdds
        - words.classifier.brandOdds(work.letters, piece.range, at: place)
      if work.pieces.count > 1 {
        odds +=
          words.classifier.isRegion(work.letters, piece.range) ? -20 : isBesideRemark(work) ? 4 : 0
      }
      if firmOdds != nil {
        odds -= piece.separator == 0x20 && name.honorific.isEmpty ? 9 : 4
        if name.honorific.isEmpty, name.given.isEmpty { continue }
        if name.isBehindFirm { odds += 4 }
      }
      // the first of two persons stays, unless the second is much likelier one
      if best.map({ odds > $0.odds + 8 || $0.odds <= 0 && odds > $0.odds }) ?? true {
        best = Choice(name: name, index: index, odds: odds)
      }
    }
    return best
  }

  /// 个体户张伟, 采购部张伟: the remark in front may be a word of firms.
  private func isRemarkFirst(_ name: PersonNameHan) -> Bool {
    !name.qualifier.isEmpty && !name.surname.isEmpty
      && name.qualifier.upperBound <= name.surname.lowerBound && name.given.count > 0
  }

  /// Whether a piece says where somebody works or is.
  private func isBesideRemark(_ work: PersonNameWork) -> Bool {
    work.pieces.contains {
      $0.role != .open || $0.script == .han && words.classifier.isRegion(work.letters, $0.range)
    }
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
}
