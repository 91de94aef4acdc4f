import Vocabulary

/// Compares the values of one column, pair by pair.
///
/// Everything that can be computed once per value is computed here, so that a comparison of two
/// mentions reads numbers and, for fuzzy levels, scalars; it allocates nothing.
final class ColumnComparer: Sendable {
  /// What a comparison found.
  struct Outcome: Sendable {
    /// 1 is the first grade of the comparison; 0 means that there was nothing to compare.
    var grade = 0
    /// How frequent the value that agrees is, as a share of the mentions that have a value.
    ///
    /// 0 where frequency says nothing about the grade.
    var frequency: Float = 0
  }

  let column: EvidenceColumn
  let comparison: Comparison
  private let levels: [ComparisonLevel]
  private let text: ValueText
  private let partText: ValueText
  private let frequencies: TermFrequencies
  /// By value: how far parties of clearly different names share it; empty where nobody asked.
  private let sharing: [SharedValues.Sharing]

  init(
    _ column: EvidenceColumn, _ comparison: Comparison, sharing: [SharedValues.Sharing] = []
  ) {
    self.sharing = sharing
    self.column = column
    self.comparison = comparison
    levels = comparison.grades.map(\.level)
    let usesBigrams = comparison.grades.contains {
      if case .dice = $0.level { true } else { false }
    }
    text = ValueText(column.values, withBigrams: usesBigrams)
    partText = ValueText(column.parts, withBigrams: false)
    frequencies = TermFrequencies(column)
  }

  /// The mean frequency of a value that two random mentions agree on, for a level.
  func meanFrequency(of level: ComparisonLevel) -> Double { frequencies.mean(of: level) }

  /// Whether the column holds the party's own name, and not that of somebody met there.
  var namesParty: Bool {
    (column.kind == .personName || column.kind == .organizationName) && column.topic == nil
  }

  /// The share of mentions that have a value here.
  var coverage: Double { frequencies.coverage }

  /// Compares two mentions by the pair of their values that agrees most.
  func compare(_ left: Int, _ right: Int) -> Outcome {
    var best = Outcome()
    // Indices, not slices: a slice would count references for every pair.
    for i in Int(column.starts[left])..<Int(column.starts[left + 1]) {
      let l = column.ids[i]
      for j in Int(column.starts[right])..<Int(column.starts[right + 1]) {
        let r = column.ids[j]
        let grade = grade(l, r)
        guard grade > 0, best.grade == 0 || grade <= best.grade else { continue }
        let frequency = frequencies.share(of: levels[grade - 1], l, r)
        if grade < best.grade || best.grade == 0 || frequency < best.frequency {
          best = Outcome(grade: grade, frequency: frequency)
        }
      }
    }
    return best
  }

  /// The grade of two values; 0 when they cannot be compared.
  func grade(_ l: UInt32, _ r: UInt32) -> Int {
    if column.kind == .personName, !canCompareNames(l, r) { return 0 }
    if !sharing.isEmpty, sharing[Int(l)] == .common || sharing[Int(r)] == .common { return 0 }
    for index in levels.indices where holds(levels[index], l, r) { return index + 1 }
    return 0
  }

  private func holds(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    switch column.kind {
    case .personName: personLevel(level, l, r)
    case .organizationName: organizationLevel(level, l, r)
    default: textLevel(level, l, r)
    }
  }

  private func textLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    switch level {
    case .exact: l == r && (sharing.isEmpty || sharing[Int(l)] == .own)
    case .shared: l == r
    case .oneEdit: min(text.count(l), text.count(r)) >= 4 && text.isWithinOneEdit(l, r)
    case .sameMailbox: sameMailbox(l, r)
    case .jaroWinkler(let bound): text.jaroWinkler(l, r) >= bound
    case .dice(let bound): text.dice(l, r) >= bound
    case .differences(let bound): (text.differences(l, r) ?? .max) <= bound
    case .otherwise: true
    default: false
    }
  }

  /// Whether two e-mail addresses have the same, telling part before the @.
  private func sameMailbox(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.values[l], column.values[r])
    guard let endA = a.firstIndex(of: UInt8(ascii: "@")),
      let endB = b.firstIndex(of: UInt8(ascii: "@")), endA - a.startIndex >= 6
    else { return false }
    return a[..<endA].elementsEqual(b[..<endB])
  }

  // MARK: - Names of persons

  private func canCompareNames(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.persons[Int(l)], column.persons[Int(r)])
    if a.surname == 0 || b.surname == 0 {
      // An English name alone says something only about another English name.
      let (x, y) = (a.alias != 0 ? a.alias : a.latinGiven, b.alias != 0 ? b.alias : b.latinGiven)
      return x != 0 && y != 0 && (a.isHan == b.isHan || x == y)
    }
    return true
  }

  private func personLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
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
      return bothFull && partText.jaroWinkler(a.full, b.full) >= bound
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
        && (partText.differences(a.full, b.full) ?? .max) <= 1
    }
    return partText.isWithinOneEdit(a.full, b.full) || partText.jaroWinkler(a.full, b.full) >= 0.95
  }

  // MARK: - Names of organizations

  private func organizationLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.organizations[Int(l)], column.organizations[Int(r)])
    let sameBrand = a.brand != 0 && a.brand == b.brand
    switch level {
    case .exact:
      return a.key == b.key && agreesOrMissing(a.legalForm, b.legalForm)
    case .otherBranch:
      return sameBrand && a.branch != b.branch && agreesOrMissing(a.place, b.place)
        && agreesOrMissing(a.industry, b.industry)
    case .otherwise:
      return true
    default:
      guard a.branch == b.branch else { return false }
    }
    if level == .sameBrand { return sameBrand }
    guard agreesOrMissing(a.legalForm, b.legalForm) else { return false }
    switch level {
    case .homophone: return a.latin != 0 && a.latin == b.latin
    case .oneEdit:
      return min(text.count(l), text.count(r)) >= 4 && agreesOrMissing(a.place, b.place)
        && partText.isWithinOneEdit(a.key, b.key)
    case .abbreviation:
      return sameBrand && agreesOrMissing(a.place, b.place)
        && agreesOrMissing(a.industry, b.industry)
    case .jaroWinkler(let bound): return text.jaroWinkler(l, r) >= bound
    case .dice(let bound): return text.dice(l, r) >= bound
    default: return false
    }
  }

  private func agreesOrMissing(_ a: UInt32, _ b: UInt32) -> Bool { a == b || a == 0 || b == 0 }
}
