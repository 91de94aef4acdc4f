import Vocabulary

/// How two names of persons agree.
extension ColumnComparer {
  func canCompareNames(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.persons[Int(l)], column.persons[Int(r)])
    if a.surname == 0 || b.surname == 0 {
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
    case .romanized:
      return bothFull && !(a.isHan && b.isHan) && isSameLatin(a, b)
    case .nickname:
      return isNickname(a, b)
    case .oneEdit:
      return bothFull && isSlip(a, b)
    case .surnameOnly:
      return (a.given == 0 || b.given == 0) && isSameSurname(a, b)
    case .givenOnly:
      return (a.surname == 0 || b.surname == 0) && isSameGivenAlone(a, b)
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

  private func isNickname(_ a: PersonNameEvidence, _ b: PersonNameEvidence) -> Bool {
    guard a.latinSurname == b.latinSurname, a.latinSurname != 0 else { return false }
    if a.alias != 0, b.alias != 0 { return a.alias == b.alias }
    if a.alias != 0, !b.isHan, a.alias == b.latinGiven { return true }
    if b.alias != 0, !a.isHan, b.alias == a.latinGiven { return true }
    guard a.formalGiven != 0, b.formalGiven != 0 else { return false }
    if a.formalGiven == b.formalGiven { return true }
    let shorter = min(partText.count(a.latinGiven), partText.count(b.latinGiven))
    return shorter == 1 && partText.isPrefix(a.latinGiven, b.latinGiven, length: 1)
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
