import Vocabulary

/// Compares the values of one column.
///
/// Everything that can be computed once per value is computed here, so that a comparison of two
/// mentions reads numbers and, for fuzzy levels, scalars; it allocates nothing.
final class ColumnComparer: Sendable {
  /// What a comparison found.
  struct Outcome: Sendable {
    /// 1 is the first grade of the comparison; 0 means that there was nothing to compare.
    var grade = 0
    /// How much rarer the value that agrees is than agreement on average, in bits.
    var surprise: Float = 0
  }

  let column: EvidenceColumn
  let comparison: Comparison
  let levels: [ComparisonLevel]
  let text: ValueText
  let partText: ValueText
  let words: ValueWords
  let nameWords: NameWords
  private let days: DayNumbers
  private let frequencies: TermFrequencies
  private let localNumbers: LocalNumbers
  /// Whether a mention has more than one value here.
  private let hasSeveral: Bool
  /// By value: how far parties of clearly different names share it; empty where nobody asked.
  private let sharing: [SharedValues.Sharing]
  /// What equal values give, where they are no names: own ones, and shared ones.
  private let (equalGrade, sharedGrade): (Int, Int)

  init(
    _ column: EvidenceColumn, _ comparison: Comparison, sharing: [SharedValues.Sharing] = [],
    namesakes: Namesakes? = nil
  ) {
    self.sharing = sharing
    self.column = column
    self.comparison = comparison
    levels = comparison.grades.map(\.level)
    let needs = Set(levels.map(\.need))
    // Names are also compared with those of the column beside theirs.
    let isNamePart = column.kind == .givenName || column.kind == .surname
    text =
      isNamePart || needs.contains(.text) || needs.contains(.bigrams)
      ? ValueText(column.values, withBigrams: needs.contains(.bigrams)) : ValueText()
    partText = ValueText(column.parts, withBigrams: false)
    words = levels.contains(where: \.needsWords) ? ValueWords(column) : ValueWords()
    nameWords = column.kind == .personName ? NameWords(column) : NameWords()
    days = column.kind == .date ? DayNumbers(column.values) : DayNumbers()
    localNumbers = column.kind == .phone ? LocalNumbers(column.values) : LocalNumbers()
    frequencies = TermFrequencies(column, namesakes)
    hasSeveral = zip(column.starts, column.starts.dropFirst()).contains { $1 - $0 > 1 }
    equalGrade = (levels.firstIndex(of: .exact) ?? levels.count - 1) + 1
    sharedGrade = (levels.firstIndex(of: .shared) ?? equalGrade - 1) + 1
  }

  /// The surprise of the rarest value that two mentions can agree on at a level, in bits.
  func mostSurprise(of level: ComparisonLevel) -> Float { frequencies.mostSurprise(of: level) }

  /// Whether a level can hold between two values of different numbers, or between several.
  func canHoldOfDifferent(_ level: ComparisonLevel) -> Bool {
    switch column.kind {
    case .personName, .organizationName: true
    case .phone where level == .ending: !localNumbers.isEmpty
    default: hasSeveral || (level != .exact && level != .shared)
    }
  }

  /// Whether two values of a column of names show two parties, however badly they were typed.
  func namesApart(_ l: UInt32, _ r: UInt32) -> Bool {
    switch column.kind {
    case .personName: return areApart(l, r)
    case .givenName:
      let grade = grade(l, r)
      return grade > 0 && levels[grade - 1] == .otherwise && text.first(l) != text.first(r)
    default:
      let grade = grade(l, r)
      return grade > 0 && levels[grade - 1].contradictsName
    }
  }

  /// Whether the column holds the party's own name, and not that of somebody met there.
  var namesParty: Bool {
    (column.kind == .personName || column.kind == .organizationName) && column.topic == nil
  }

  /// The share of mentions that have a value here.
  var coverage: Double { frequencies.coverage }

  /// The rarity of an agreement by chance, in bits.
  var meanRarity: Float { frequencies.meanRarity }

  /// Compares two mentions by the pair of their values that agrees most.
  func compare(_ left: Int, _ right: Int) -> Outcome {
    var best = Outcome()
    // Indices, not slices: a slice would count references for every pair.
    for i in Int(column.starts[left])..<Int(column.starts[left + 1]) {
      for j in Int(column.starts[right])..<Int(column.starts[right + 1]) {
        let outcome = outcome(column.ids[i], column.ids[j])
        guard outcome.grade > 0 else { continue }
        if best.grade == 0 || outcome.grade < best.grade
          || (outcome.grade == best.grade && outcome.surprise > best.surprise)
        {
          best = outcome
        }
      }
    }
    return best
  }

  /// Compares two values.
  func outcome(_ l: UInt32, _ r: UInt32) -> Outcome {
    let grade = grade(l, r)
    guard grade > 0 else { return Outcome() }
    return Outcome(grade: grade, surprise: frequencies.surprise(of: levels[grade - 1], l, r))
  }

  /// The grade of two values; 0 when they cannot be compared.
  func grade(_ l: UInt32, _ r: UInt32) -> Int {
    switch column.kind {
    case .personName: if !canCompareNames(l, r) { return 0 }
    case .organizationName: break
    default:
      if !sharing.isEmpty, sharing[Int(l)] == .common || sharing[Int(r)] == .common { return 0 }
      if l == r { return sharing.isEmpty || sharing[Int(l)] == .own ? equalGrade : sharedGrade }
    }
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

  /// Whether two different values that are no names agree at a level.
  private func textLevel(_ level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Bool {
    switch level {
    case .homophone: isHomophone(l, r)
    case .fewerWords: text.hasFewerWords(l, r)
    case .nickname: isShortForm(l, r)
    case .initial: text.isAbbreviated(l, r)
    case .sameNumber: text.hasSameNumber(l, r) && text.isAlike(l, r, atLeast: 0.4)
    case .swapped: column.kind == .date && days.isSwapped(l, r)
    case .sharedWord: text.sharesWord(l, r)
    case .ending: localNumbers.areAlike(l, r, in: column.values)
    case .days(let bound): days.isWithin(l, r, most: bound)
    case .oneEdit: min(text.count(l), text.count(r)) >= 4 && text.isWithinOneEdit(l, r)
    case .sameMailbox: sameMailbox(l, r)
    case .jaroWinkler(let bound): text.isSimilar(l, r, atLeast: bound)
    case .dice(let bound): text.isAlike(l, r, atLeast: bound)
    case .levenshtein(let bound): text.isWithinEdits(l, r, most: bound)
    case .differences(let bound): text.isWithinDifferences(l, r, most: bound)
    case .otherwise: true
    default: false
    }
  }

  private func isHomophone(_ l: UInt32, _ r: UInt32) -> Bool {
    guard !column.latin.isEmpty, column.latin[Int(l)] != 0 else { return false }
    return column.latin[Int(l)] == column.latin[Int(r)]
  }

  /// Whether one given name is a nickname of the other, or the other cut short.
  private func isShortForm(_ l: UInt32, _ r: UInt32) -> Bool {
    if !column.formal.isEmpty, column.formal[Int(l)] == column.formal[Int(r)] { return true }
    return text.isAbbreviated(l, r) && !text.beginsWithInitial(l) && !text.beginsWithInitial(r)
  }

  /// Whether two e-mail addresses have the same, telling part before the @.
  private func sameMailbox(_ l: UInt32, _ r: UInt32) -> Bool {
    let (a, b) = (column.values.range(of: l), column.values.range(of: r))
    var offset = 0
    while offset < min(a.count, b.count),
      column.values.bytes[a.lowerBound + offset] == column.values.bytes[b.lowerBound + offset]
    {
      if column.values.bytes[a.lowerBound + offset] == UInt8(ascii: "@") { return offset >= 6 }
      offset += 1
    }
    return false
  }
}

extension ColumnComparer {
  /// As many values as a core's own cache holds sketches of.
  private static let nearbyValues = 30_000

  /// What comparing two different values costs, in comparisons of two numbers.
  ///
  /// What is known of many values is far away in memory.
  var cost: Double {
    levels.reduce(column.values.count > Self.nearbyValues ? 40 : 1) { sum, level in
      switch level {
      case .oneEdit, .differences, .sameMailbox: sum + 2
      case .jaroWinkler, .levenshtein: sum + 8
      case .dice, .words: sum + 12
      case .sameNumber: sum + 3
      default: sum + 1
      }
    }
  }
}

extension ComparisonLevel {
  /// What a level looks at beside the numbers of values.
  fileprivate enum Need {
    case nothing
    case text
    case bigrams
  }

  fileprivate var needsWords: Bool {
    if case .words = self { true } else { false }
  }

  fileprivate var need: Need {
    switch self {
    case .oneEdit, .jaroWinkler, .levenshtein, .differences, .fewerWords, .nickname, .initial,
      .sharedWord:
      .text
    case .dice, .sameNumber: .bigrams
    default: .nothing
    }
  }
}
