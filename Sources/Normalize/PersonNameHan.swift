/// One way to read Han text as a person's name.
struct PersonNameHan {
  var surname: ArraySlice<UInt32> = []
  var given: ArraySlice<UInt32> = []
  var honorific: ArraySlice<UInt32> = []
  /// A prefix of familiarity, 老, 小, 大 or 阿, that stands for an honorific.
  var qualifier: ArraySlice<UInt32> = []
  /// log2 of how likely the text is as a name.
  var odds: Float = -99

  var isSurnameOnly: Bool { given.isEmpty }

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

  /// The likeliest reading of Han text as a name; nil when there is none.
  func hanName(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    var best = PersonNameHan()
    best.keepBetter(bareName(text))
    best.keepBetter(addressedName(text))
    best.keepBetter(familiarName(text))
    for list in [titles.front, titles.label] {
      let length = list.prefixLength(text)
      guard length > 0, text.count > length else { continue }
      var name = bareName(text.dropFirst(length)) ?? addressedName(text.dropFirst(length))
      name?.odds += 3
      if list.contains(text.prefix(length)), !titles.label.contains(text.prefix(length)),
        name?.honorific.isEmpty ?? false
      {
        name?.honorific = text.prefix(length)
      }
      best.keepBetter(name)
    }
    if let place = organizations.places.prefix(of: text), text.count - place.length >= 2 {
      let rest = text.dropFirst(place.length)
      var name = PersonNameHan()
      name.keepBetter(bareName(rest))
      name.keepBetter(addressedName(rest))
      if isKnownSurname(name.surname) {
        name.qualifier = place.name
        name.odds -= 14
        best.keepBetter(name)
      }
    }
    return best.odds > -99 ? best : nil
  }

  func isKnownSurname(_ surname: ArraySlice<UInt32>) -> Bool {
    guard let first = surname.first else { return false }
    return surname.count > 1
      ? surnames.compoundLength(surname) > 0 : surnames.frequency(first) != nil
  }

  /// A full name and nothing else; minority and foreign names have a dot between their parts.
  func bareName(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    guard let first = text.first, text.count >= 2 else { return nil }
    if let dot = text.lastIndex(of: 0xB7) {
      guard dot > text.startIndex, dot + 1 < text.endIndex, text.count <= 24 else { return nil }
      return PersonNameHan(surname: text[(dot + 1)...], given: text[..<dot], odds: -10)
    }
    guard text.count <= 4, text.allSatisfy(HanTable.isHan) else { return nil }
    var best = PersonNameHan()
    if text.count <= 4 {
      let share = surnames.frequency(first) ?? Self.unknownSurnameOdds
      let lengthOdds: Float = text.count == 2 ? -2.2 : text.count == 3 ? -0.4 : -10
      if text.count < 4 || share > Self.unknownSurnameOdds {
        best.keepBetter(fullName(text, surnameLength: 1, odds: share + lengthOdds))
      }
    }
    let compound = surnames.compoundLength(text)
    if compound == 2, text.count > 2 {
      let isOnlyChoice = text.count == 4 || surnames.frequency(first) == nil
      let odds = isOnlyChoice || !surnames.isJapanese(text.prefix(2)) ? Self.compoundOdds : -17
      best.keepBetter(fullName(text, surnameLength: 2, odds: odds))
    } else if compound == 2 {
      best.keepBetter(
        PersonNameHan(surname: text, odds: surnames.isJapanese(text) ? -26 : Self.compoundOdds - 4))
    }
    return best
  }

  private func fullName(
    _ text: ArraySlice<UInt32>, surnameLength: Int, odds: Float
  ) -> PersonNameHan {
    let given = text.dropFirst(surnameLength)
    var total = odds
    for scalar in given { total += characters.given(scalar) }
    return PersonNameHan(surname: text.prefix(surnameLength), given: given, odds: total)
  }

  /// A name with a form of address behind it: 张总, 张伟先生, 华信王总.
  func addressedName(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    let length = max(titles.behind.suffixLength(text), titles.departments.suffixLength(text))
    if length > 0, length < text.count {
      let stem = text.dropLast(length)
      var name = PersonNameHan()
      name.keepBetter(surnameAlone(stem))
      if length > 1 || stem.count == 1 || Self.addressesFullNames(text[text.endIndex - 1]) {
        name.keepBetter(bareName(stem))
        name.keepBetter(familiarName(stem))
      }
      if stem.count >= 3 { name.keepBetter(firmAndSurname(stem)) }
      guard name.odds > -99 else { return nil }
      if name.honorific.isEmpty { name.honorific = text.suffix(length) }
      name.odds += Self.honorificOdds
      return name
    }
    let short = titles.short.suffixLength(text)
    guard short > 0, short < text.count, var name = surnameAlone(text.dropLast(short)),
      isKnownSurname(name.surname)
    else { return nil }
    name.honorific = text.suffix(short)
    name.odds -= 11
    return name
  }

  /// 总 工 董 姐 哥 叔 姨 嫂 婶 stand behind full names as well; 老 and 爷 do not.
  private static func addressesFullNames(_ scalar: UInt32) -> Bool {
    [0x603B, 0x5DE5, 0x8463, 0x59D0, 0x54E5, 0x53D4, 0x59E8, 0x5AC2, 0x5A76].contains(scalar)
  }

  private func surnameAlone(_ stem: ArraySlice<UInt32>) -> PersonNameHan? {
    if stem.count == 1, let first = stem.first, HanTable.isHan(first) {
      return PersonNameHan(
        surname: stem, odds: surnames.frequency(first) ?? Self.unknownSurnameOdds)
    }
    guard stem.count == surnames.compoundLength(stem) else { return nil }
    return PersonNameHan(surname: stem, odds: Self.compoundOdds)
  }

  /// 华信王 before 总: a firm's short name, then a frequent surname.
  private func firmAndSurname(_ stem: ArraySlice<UInt32>) -> PersonNameHan? {
    guard let last = stem.last, let share = surnames.frequency(last), share > -9 else { return nil }
    let firm = stem.dropLast()
    return PersonNameHan(
      surname: stem.suffix(1), qualifier: firm, odds: classifier.brandOdds(firm) + share - 4)
  }

  /// 老张, 小李, 大刘 with a surname; 阿强, 小明 with a given name.
  func familiarName(_ text: ArraySlice<UInt32>) -> PersonNameHan? {
    guard let first = text.first, [0x8001, 0x5C0F, 0x5927, 0x963F].contains(first) else {
      return nil
    }
    let rest = text.dropFirst()
    guard rest.count == 1 || rest.count == 2 && surnames.compoundLength(rest) == 2,
      let second = rest.first
    else { return nil }
    let share = rest.count == 2 ? Self.compoundOdds : surnames.frequency(second) ?? -99
    if first == 0x963F && share < -7 || first == 0x5C0F && share < -10 {
      return PersonNameHan(given: text, odds: characters.given(second) - 9)
    }
    guard share > -99 else { return nil }
    return PersonNameHan(
      surname: rest, honorific: text.prefix(1), odds: share - (first == 0x5927 ? 15 : 6))
  }
}
