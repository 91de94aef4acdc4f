import Vocabulary

/// How two names of persons agree.
extension ColumnComparer {
  func canCompareNames(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.persons[Int(l)], column.persons[Int(r)])
    if a.surname == 0 || b.surname == 0 {
      if isLoneSurname(a, b) || isLoneSurname(b, a) { return true }
      // An English name alone says something only about another English name.
      let (x, y) = (a.alias != 0 ? a.alias : a.latinGiven, b.alias != 0 ? b.alias : b.latinGiven)
      return x != 0 && y != 0 && (a.isHan == b.isHan || x == y)
    }
    return true
  }

  func personLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.persons[Int(l)], column.persons[Int(r)])
    let conflict =
      a.gender != b.gender && a.gender != .unknown && b.gender != .unknown
    let bothFull = a.isFull && b.isFull
    switch level {
    case .exact:
      return bothFull && a.full == b.full
    case .otherwise:
      return true
    default:
      if conflict { return false }
    }
    switch level {
    case .homophone:
      return bothFull && a.isHan && b.isHan && a.latinSurname == b.latinSurname
        && a.latinGiven == b.latinGiven
        && partText.isAlike(a.full, b.full, HanCharacters.all.sameTone)
    case .nearHomophone:
      return bothFull && a.isHan && b.isHan
        && (a.latinSurname == b.latinSurname && a.latinGiven == b.latinGiven
          || partText.isAlike(a.full, b.full, HanCharacters.all.soundAlike))
    case .lookAlike:
      return bothFull && a.isHan && b.isHan
        && partText.isOneSlip(a.full, b.full, HanCharacters.all.lookAlike)
    case .englishName:
      return bothFull && isSameSurname(a, b) && isEnglishName(a, b)
    case .romanized:
      return bothFull && !(a.isHan && b.isHan) && isSameLatin(a, b)
    case .fewerWords:
      return nameWords.areFewer(l, r)
    case .nickname:
      return isNickname(a, b)
    case .initial:
      return nameWords.haveInitial(l, r)
    case .oneEdit:
      return bothFull && isSlip(a, b)
    case .alikeParts:
      return nameWords.areAlike(l, r) || hasAlikeParts(a, b)
    case .surnameOnly:
      return (a.given == 0 || b.given == 0) && isSameSurname(a, b)
        || isLoneSurname(a, b) || isLoneSurname(b, a)
    case .givenOnly:
      return (a.surname == 0 || b.surname == 0) && isSameGivenAlone(a, b)
    case .sameGiven:
      return a.surname != 0 && b.surname != 0 && isSameGiven(a, b)
    case .sameSurname:
      return isSameSurname(a, b)
    case .jaroWinkler(let bound):
      return bothFull && partText.isSimilar(a.full, b.full, atLeast: bound)
    case .levenshtein(let bound):
      return bothFull && partText.isWithinEdits(a.full, b.full, most: bound)
    default:
      return false
    }
  }

  private func isSameLatin(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    (a.latinSurname == b.latinSurname && a.latinGiven == b.latinGiven)
      || (a.latinSurname == b.latinGiven && a.latinGiven == b.latinSurname)
  }

  private func isSameSurname(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.surname != 0, b.surname != 0 else { return false }
    return a.isHan && b.isHan ? a.surname == b.surname : a.latinSurname == b.latinSurname
  }

  /// Whether one of two names is Chinese, and the other has an English given name.
  private func isEnglishName(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.isHan != b.isHan else { return false }
    let (chinese, english) = a.isHan ? (a, b) : (b, a)
    return chinese.alias == 0 && english.alias != 0 && english.alias == english.latinGiven
  }

  private func isNickname(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.latinSurname == b.latinSurname, a.latinSurname != 0 else { return false }
    if a.alias != 0, b.alias != 0 { return a.alias == b.alias }
    if a.alias != 0, !b.isHan, a.alias == b.latinGiven { return true }
    if b.alias != 0, !a.isHan, b.alias == a.latinGiven { return true }
    guard a.formalGiven != 0, b.formalGiven != 0 else { return false }
    return a.formalGiven == b.formalGiven || isCutShort(a.latinGiven, b.latinGiven)
  }

  private func isCutShort(_ l: UInt32, _ r: UInt32) -> Bool {
    partText.isAbbreviated(l, r) && !partText.beginsWithInitial(l)
      && !partText.beginsWithInitial(r)
  }

  /// Whether a single Latin word is the other's surname.
  private func isLoneSurname(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    !a.isHan && a.surname == 0 && a.latinGiven != 0 && b.given != 0
      && a.latinGiven == b.latinSurname
  }

  /// Whether surname and given name of two Latin names are alike, each by itself, where one given name
  /// may be short for the other.
  private func hasAlikeParts(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard !a.isHan, !b.isHan, a.latinSurname != 0, b.latinSurname != 0, a.latinGiven != 0,
      b.latinGiven != 0
    else { return false }
    let isShortForm =
      a.formalGiven != 0 && a.formalGiven == b.formalGiven
      || isCutShort(a.latinGiven, b.latinGiven)
    return isShortForm && isAlike(a.latinSurname, b.latinSurname)
  }

  private func isAlike(_ l: UInt32, _ r: UInt32) -> Bool {
    l == r || partText.isWithinOneEdit(l, r) && min(partText.count(l), partText.count(r)) >= 4
      || partText.isSimilar(l, r, atLeast: 0.88) || partText.sharesWord(l, r)
  }

  /// Whether two names cannot be those of one person, however badly they were typed.
  ///
  /// Given names that begin alike may be short for each other, and a family name may change.
  func areApart(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.persons[Int(l)], column.persons[Int(r)])
    let grade = grade(l, r)
    guard grade > 0, levels[grade - 1].contradictsName else { return false }
    guard a.latinGiven != 0, b.latinGiven != 0 else {
      return a.latinSurname != b.latinSurname || a.gender != b.gender
    }
    guard a.latinGiven != b.latinGiven, a.latinGiven != b.latinSurname,
      a.latinSurname != b.latinGiven
    else { return false }
    return a.isHan && b.isHan
      || partText.first(a.latinGiven) != partText.first(b.latinGiven)
  }

  /// Of Han names only one of several characters tells.
  private func isSameGiven(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.given != 0, b.given != 0, a.isHan == b.isHan else { return false }
    return a.isHan
      ? a.given == b.given && partText.count(a.given) >= 2
      : a.formalGiven != 0 && a.formalGiven == b.formalGiven || a.latinGiven == b.latinGiven
  }

  private func isSameGivenAlone(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    let aliases = [a.alias, a.latinGiven, a.formalGiven]
    return aliases.contains {
      $0 != 0 && ($0 == b.alias || $0 == b.latinGiven || $0 == b.formalGiven)
    }
  }

  /// A slip of the pen in a complete name; two-character names have no room for one.
  private func isSlip(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.isHan == b.isHan else { return false }
    if a.isHan {
      return a.surname == b.surname && partText.count(a.full) >= 3
        && partText.isWithinDifferences(a.full, b.full, most: 1)
    }
    return partText.isWithinOneEdit(a.full, b.full)
      || partText.isSimilar(a.full, b.full, atLeast: 0.95)
  }
}
