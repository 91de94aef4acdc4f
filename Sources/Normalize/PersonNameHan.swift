/// One way to read Han letters as a person's name; the parts are ranges of the letters.
struct PersonNameHan: Sendable {
  var surname = 0..<0
  var given = 0..<0
  var honorific = 0..<0
  /// A place, a firm or a remark in front or behind.
  var qualifier = 0..<0
  var secondQualifier = 0..<0
  /// Whether the name stands right behind a firm's: 华信科技张伟.
  var isBehindFirm = false
  var isOneOfTwo = false
  /// log2 of how likely the text is as a name.
  var odds: Float = Self.impossible

  static let impossible: Float = -99

  /// Whether the given name stands first, parted by a dot.
  var isForeign: Bool { !given.isEmpty && given.lowerBound < surname.lowerBound }

  /// Adds a remark in front of the others.
  mutating func addQualifier(_ range: Range<Int>) {
    secondQualifier = qualifier
    qualifier = range
  }

  mutating func keepBetter(_ other: PersonNameHan?) {
    if let other, other.odds > odds { self = other }
  }
}

extension PersonNameNormalizer {
  /// What a form of address adds to the odds of a person, in bits.
  private static let honorificOdds: Float = 9
  /// log2 of the share of people whose surname the lexicon does not hold.
  private static let unknownSurnameOdds: Float = -17
  private static let compoundOdds: Float = -11

  /// The likeliest reading of Han text, with a place at its start, as a name; nil when there is none.
  func hanName(
    _ text: [UInt32], _ range: Range<Int>, at place: PartyNameClassifier.Place
  ) -> PersonNameHan? {
    var best = PersonNameHan()
    best.keepBetter(plainName(text, range))
    best.keepBetter(introducedName(text, range))
    best.keepBetter(placedName(text, range, at: place))
    best.keepBetter(remarkedName(text, range))
    best.keepBetter(endingName(text, range))
    best.keepBetter(firstOfTwo(text, range))
    return best.odds > PersonNameHan.impossible ? best : nil
  }

  /// A name with at most a form of address.
  private func plainName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    var best = PersonNameHan()
    best.keepBetter(bareName(text, range))
    best.keepBetter(addressedName(text, range))
    best.keepBetter(familiarName(text, range))
    return best.odds > PersonNameHan.impossible ? best : nil
  }

  // MARK: - Words around a name

  /// A title or a label, and a name behind it: 总经理张伟, 联系人张伟.
  private func introducedName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    var best = PersonNameHan()
    if let title = words.titles.honorifics.prefix(text, range, where: { $0.contains(.front) }),
      title.length < range.count
    {
      let rest = range.lowerBound + title.length..<range.upperBound
      if var name = bareName(text, rest) ?? addressedName(text, rest) {
        name.odds += 3
        if name.honorific.isEmpty { name.honorific = range.lowerBound..<rest.lowerBound }
        best.keepBetter(name)
      }
    }
    if let label = words.titles.labels.prefix(text, range, where: { $0 == .front }),
      label.length < range.count
    {
      let rest = range.lowerBound + label.length..<range.upperBound
      if var name = plainName(text, rest) {
        name.odds += 3
        best.keepBetter(name)
      }
    }
    return best.odds > PersonNameHan.impossible ? best : nil
  }

  /// A place, and a name behind it: 北京张总.
  private func placedName(
    _ text: [UInt32], _ range: Range<Int>, at place: PartyNameClassifier.Place
  ) -> PersonNameHan? {
    guard place.length > 0, range.count - place.length >= 2 else { return nil }
    let rest = range.lowerBound + place.length..<range.upperBound
    guard var name = plainName(text, rest), words.surnames.isKnown(text, name.surname) else {
      return nil
    }
    name.addQualifier(range.lowerBound..<range.lowerBound + words.classifier.nameLength(place))
    name.odds -= 14
    return name
  }

  /// 张伟和李娜: the first of two persons.
  private func firstOfTwo(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard 5...7 ~= range.count,
      let sign = range.first(where: { text[$0] == 0x548C || text[$0] == 0x4E0E }),  // 和 与
      sign - range.lowerBound >= 2, range.upperBound - sign >= 3,
      var first = bareName(text, range.lowerBound..<sign), first.odds > -24,
      let second = bareName(text, sign + 1..<range.upperBound), second.odds > -24,
      words.surnames.isKnown(text, first.surname), words.surnames.isKnown(text, second.surname)
    else { return nil }
    first.addQualifier(sign + 1..<range.upperBound)
    first.isOneOfTwo = true
    return first
  }

  /// 李局 behind 教育局.
  private func shortTitled(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count == 2, words.surnames.frequency(text[range.lowerBound]) ?? -20 > -8.5,
      var name = addressedName(text, range), !name.honorific.isEmpty
    else {
      return nil
    }
    name.odds = max(name.odds, -16)
    return name
  }

  /// What ends in a name: 链家小王, 华信科技张伟, 张伟北京.
  private func endingName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count >= 4 else { return nil }
    var best = PersonNameHan()
    let familiar = range.upperBound - 2..<range.upperBound
    let front = range.lowerBound..<familiar.lowerBound
    if var name = familiarName(text, familiar), !name.surname.isEmpty, name.odds > -16,
      words.titles.remarks[text, front] != nil || words.classifier.endsFirm(text, front)
    {
      name.addQualifier(front)
      name.odds += 3
      best.keepBetter(name)
    }
    for cut in range.dropFirst(2).dropLast(2) {
      let firm = range.lowerBound..<cut
      guard
        let title = words.titles.honorifics.prefix(
          text, cut..<range.upperBound, where: { $0.contains(.front) }),
        words.classifier.endsFirm(text, firm),
        var name = bareName(text, cut + title.length..<range.upperBound), name.odds > -26,
        words.surnames.isKnown(text, name.surname)
      else { continue }
      name.honorific = cut..<cut + title.length
      name.addQualifier(firm)
      name.odds = words.classifier.brandOdds(text, firm) + name.odds + 16
      best.keepBetter(name)
    }
    for length in 2...3 where range.count - length >= 2 {
      let cut = range.upperBound - length
      let rest = cut..<range.upperBound
      let firm = range.lowerBound..<cut
      if words.classifier.endsFirm(text, firm), organizationOdds(text, rest) == nil,
        var name = shortTitled(text, rest) ?? bareName(text, rest), name.odds > -21,
        words.surnames.isKnown(text, name.surname)
      {
        name.addQualifier(firm)
        name.isBehindFirm = true
        name.odds = words.classifier.brandOdds(text, firm) + name.odds + 12
        best.keepBetter(name)
      }
      if words.classifier.isPlace(text, rest), var name = bareName(text, firm), name.odds > -24,
        words.surnames.isKnown(text, name.surname)
      {
        name.addQualifier(rest)
        name.odds -= 6
        best.keepBetter(name)
      }
    }
    return best.odds > PersonNameHan.impossible ? best : nil
  }

  /// A department in front, a status or a courtesy behind: 采购部张伟, 张伟已离职, 张伟收.
  private func remarkedName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count >= 3 else { return nil }
    var best = PersonNameHan()
    if let remark = words.titles.remarks.prefix(text, range, where: { $0 == .place }),
      remark.length > 1, range.count - remark.length >= 2
    {
      let rest = range.lowerBound + remark.length..<range.upperBound
      var found = PersonNameHan()
      found.keepBetter(plainName(text, rest))
      found.keepBetter(introducedName(text, rest))
      if words.surnames.isKnown(text, found.surname) {
        var name = found
        name.addQualifier(range.lowerBound..<rest.lowerBound)
        name.odds += remark.length > 2 ? 3 : -6
        best.keepBetter(name)
      }
    }
    if let remark = words.titles.remarks.suffix(text, range), remark.length > 1,
      range.count - remark.length >= 2
    {
      let rest = range.lowerBound..<range.upperBound - remark.length
      if var name = plainName(text, rest), words.surnames.isKnown(text, name.surname) {
        name.addQualifier(rest.upperBound..<range.upperBound)
        name.odds -= remark.length > 2 ? 0 : 8
        best.keepBetter(name)
      }
    }
    if let label = words.titles.labels.suffix(
      text, range, where: { $0 == .behind || $0 == .contact }),
      range.count - label.length >= 2
    {
      let rest = range.lowerBound..<range.upperBound - label.length
      if var name = plainName(text, rest), words.surnames.isKnown(text, name.surname) {
        name.odds -= label.length > 1 ? 0 : name.honorific.isEmpty ? 12 : 0
        best.keepBetter(name)
      }
    }
    return best.odds > PersonNameHan.impossible ? best : nil
  }

  // MARK: - Names

  /// A full name and nothing else; minority and foreign names have a dot between their parts.
  func bareName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count >= 2 else { return nil }
    if let dot = range.last(where: { text[$0] == 0xB7 }) {
      guard dot > range.lowerBound, dot + 1 < range.upperBound, range.count <= 24 else {
        return nil
      }
      return PersonNameHan(
        surname: dot + 1..<range.upperBound, given: range.lowerBound..<dot, odds: -10)
    }
    if words.characters.isWithoutSurname(text, range) {
      return PersonNameHan(given: range, odds: -12)
    }
    guard range.count <= 6,
      range.allSatisfy({ HanTable.isHan(text[$0]) || NameText.isKana(text[$0]) })
    else { return nil }
    var best = PersonNameHan()
    let compound = words.surnames.compound(text, range)
    guard range.count <= 4 else {
      guard let compound, compound.length >= 2, range.count - compound.length <= 3 else {
        return nil
      }
      return compoundName(text, range, compound.length, compound.value, isOnlyChoice: true)
    }
    let known = words.surnames.frequency(text[range.lowerBound])
    if range.count < 4 || known != nil { best.keepBetter(shortName(text, range, known)) }
    if let compound {
      best.keepBetter(
        compoundName(text, range, compound.length, compound.value, isOnlyChoice: known == nil))
    }
    return best
  }

  /// A surname of one character, of which the share of its bearers may be known, and a given name.
  func shortName(_ text: [UInt32], _ range: Range<Int>, _ known: Float?) -> PersonNameHan {
    let lengthOdds: Float = range.count == 2 ? -2.2 : range.count == 3 ? -0.4 : -10
    let odds = (known ?? Self.unknownSurnameOdds) + lengthOdds
    return fullName(text, range, surnameLength: 1, odds: odds)
  }

  /// 欧阳明, 佐藤健; 欧阳 alone.
  private func compoundName(
    _ text: [UInt32], _ range: Range<Int>, _ length: Int, _ origin: Surnames.Origin,
    isOnlyChoice: Bool
  ) -> PersonNameHan {
    if range.count == length {
      return PersonNameHan(
        surname: range,
        odds: origin == .japanese ? length > 2 ? -14 : -26 : Self.compoundOdds - 4)
    }
    if length > 2 || range.count > 4 {
      return PersonNameHan(
        surname: range.lowerBound..<range.lowerBound + length,
        given: range.lowerBound + length..<range.upperBound, odds: -18)
    }
    let isClear = isOnlyChoice || range.count == 4 || origin == .chinese
    return fullName(text, range, surnameLength: 2, odds: isClear ? Self.compoundOdds : -17)
  }

  private func fullName(
    _ text: [UInt32], _ range: Range<Int>, surnameLength: Int, odds: Float
  ) -> PersonNameHan {
    let start = range.lowerBound + surnameLength
    var total = odds
    for place in start..<range.upperBound { total += words.characters.given(text[place]) }
    return PersonNameHan(
      surname: range.lowerBound..<start, given: start..<range.upperBound, odds: total)
  }

  /// A name with a form of address behind it: 张总, 张伟先生, 华信王总.
  func addressedName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    let known = words.titles.behind(text, range.dropFirst())
    let length = known > 0 ? known : genericTitle(text, range)
    if length > 0 {
      let stem = range.lowerBound..<range.upperBound - length
      var name = PersonNameHan()
      name.keepBetter(surnameAlone(text, stem))
      name.keepBetter(givenAlone(text, stem))
      if length > 1 || stem.count == 1 || Self.addressesFullNames(text[range.upperBound - 1]) {
        name.keepBetter(bareName(text, stem))
        name.keepBetter(familiarName(text, stem))
      }
      if stem.count >= 3 { name.keepBetter(firmAndSurname(text, stem)) }
      if length > 1, let place = inner(text, stem) { name.keepBetter(place) }
      guard name.odds > PersonNameHan.impossible else { return nil }
      if name.honorific.isEmpty { name.honorific = stem.upperBound..<range.upperBound }
      name.odds += Self.honorificOdds
      return name
    }
    guard let short = words.titles.honorifics.suffix(text, range, where: { $0.contains(.surname) }),
      short.length < range.count
    else { return nil }
    let stem = range.lowerBound..<range.upperBound - short.length
    guard var name = surnameAlone(text, stem), words.surnames.isKnown(text, name.surname) else {
      return nil
    }
    name.honorific = stem.upperBound..<range.upperBound
    name.odds -= 11
    return name
  }

  /// 样 总 工 董 姐 哥 叔 姨 嫂 婶 stand behind full names as well; 老 and 爷 do not.
  private static func addressesFullNames(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6837, 0x603B, 0x5DE5, 0x8463, 0x59D0, 0x54E5, 0x53D4, 0x59E8, 0x5AC2, 0x5A76: true
    default: false
    }
  }

  private func surnameAlone(_ text: [UInt32], _ stem: Range<Int>) -> PersonNameHan? {
    if stem.count == 1, HanTable.isHan(text[stem.lowerBound]) {
      return PersonNameHan(
        surname: stem,
        odds: words.surnames.frequency(text[stem.lowerBound]) ?? Self.unknownSurnameOdds)
    }
    guard words.surnames.isCompound(text, stem) else { return nil }
    return PersonNameHan(surname: stem, odds: Self.compoundOdds)
  }

  /// 霞 in 霞姐: a given name, where hardly anybody has such a surname.
  private func givenAlone(_ text: [UInt32], _ stem: Range<Int>) -> PersonNameHan? {
    guard stem.count == 1, words.surnames.frequency(text[stem.lowerBound]) ?? -20 < -14 else {
      return nil
    }
    let own = words.characters.given(text[stem.lowerBound])
    return own > -10 ? PersonNameHan(given: stem, odds: own - 4) : nil
  }

  /// 评估师, 检验员: what ends in 师 or 员 behind a surname is a title, for nobody has three given characters.
  private func genericTitle(_ text: [UInt32], _ range: Range<Int>) -> Int {
    guard range.count >= 4 else { return 0 }
    let last = text[range.upperBound - 1]
    guard last == 0x5E08 || last == 0x5458 else { return 0 }
    let stem = range.lowerBound..<range.upperBound - 3
    let isName =
      stem.count == 1 && words.surnames.isKnown(text, stem)
      || stem.count == 3 && bareName(text, stem).map { $0.odds > -26 } == true
    return isName ? 3 : 0
  }

  /// 销售部张 before 经理: a department, then a name.
  private func inner(_ text: [UInt32], _ stem: Range<Int>) -> PersonNameHan? {
    guard let remark = words.titles.remarks.prefix(text, stem, where: { $0 == .place }),
      remark.length < stem.count
    else { return nil }
    let rest = stem.lowerBound + remark.length..<stem.upperBound
    var name = PersonNameHan()
    name.keepBetter(surnameAlone(text, rest))
    name.keepBetter(bareName(text, rest))
    guard name.odds > PersonNameHan.impossible, words.surnames.isKnown(text, name.surname) else {
      return nil
    }
    name.addQualifier(stem.lowerBound..<rest.lowerBound)
    return name
  }

  /// 华信王 before 总: a firm's short name, then a frequent surname.
  ///
  /// Behind a firm that is known, or ends in its line of business, any surname will do.
  private func firmAndSurname(_ text: [UInt32], _ stem: Range<Int>) -> PersonNameHan? {
    let last = stem.upperBound - 1
    let firm = stem.lowerBound..<last
    guard let share = words.surnames.frequency(text[last]) else { return nil }
    if words.classifier.firmLength(text, firm) == firm.count {
      return PersonNameHan(surname: last..<stem.upperBound, qualifier: firm, odds: -9)
    }
    if words.classifier.endsFirm(text, firm) {
      return PersonNameHan(
        surname: last..<stem.upperBound, qualifier: firm,
        odds: words.classifier.brandOdds(text, firm) + max(share, -9) + 8)
    }
    guard share > -9 else { return nil }
    return PersonNameHan(
      surname: last..<stem.upperBound, qualifier: firm,
      odds: words.classifier.brandOdds(text, firm) + share - 4)
  }

  /// 老张, 小李, 大刘 with a surname; 阿强, 小明 with a given name.
  func familiarName(_ text: [UInt32], _ range: Range<Int>) -> PersonNameHan? {
    guard range.count == 2 || range.count == 3,
      words.titles.honorifics[text, range.lowerBound..<range.lowerBound + 1]?.contains(.familiar)
        == true
    else { return nil }
    let first = text[range.lowerBound]
    let second = text[range.lowerBound + 1]
    let rest = range.lowerBound + 1..<range.upperBound
    guard rest.count == 1 || words.surnames.isCompound(text, rest) else { return nil }
    let share =
      rest.count == 2
      ? Self.compoundOdds : words.surnames.frequency(second) ?? PersonNameHan.impossible
    let own = words.characters.given(second)
    if own > -9, first == 0x963F && share < -7 || first == 0x5C0F && share < -10 {
      return PersonNameHan(given: range, odds: own - 9)
    }
    guard share > PersonNameHan.impossible else { return nil }
    return PersonNameHan(
      surname: rest, honorific: range.lowerBound..<range.lowerBound + 1,
      odds: share - (first == 0x5927 ? 15 : 6))
  }
}
