import Vocabulary

/// How frequent values are, so that agreement on a rare one weighs more.
///
/// Frequencies count mentions, not distinct records of a party, and are shares of the mentions that
/// have a value in the column (term-frequency adjustment as in Splink, after Winkler 1989).
struct TermFrequencies: Sendable {
  /// The share of mentions that have a value in the column.
  let coverage: Double
  /// By value, or by the part of a name that says what agrees: full names of persons, keys of
  /// organizations.
  private let whole: [Float]
  /// By part: surnames of persons, brands of organizations.
  private let partial: [Float]
  private let column: EvidenceColumn

  init(_ column: EvidenceColumn) {
    self.column = column
    let mentions = column.starts.count - 1
    var counts = [UInt32](repeating: 0, count: column.values.count)
    var filled = 0
    for mention in 0..<mentions {
      let ids = column.ids(of: mention)
      if !ids.isEmpty { filled += 1 }
      for id in ids { counts[Int(id)] += 1 }
    }
    coverage = mentions == 0 ? 0 : Double(filled) / Double(mentions)
    let unit = filled == 0 ? 0 : 1 / Float(filled)
    let values = counts.map { Float($0) * unit }
    var whole = [Float](repeating: 0, count: column.parts.count)
    var partial = whole
    switch column.kind {
    case .personName:
      for (value, name) in column.persons.enumerated() {
        whole[Int(name.full)] += values[value]
        partial[Int(name.latinSurname)] += values[value]
      }
    case .organizationName:
      for (value, name) in column.organizations.enumerated() {
        whole[Int(name.key)] += values[value]
        partial[Int(name.brand)] += values[value]
      }
    default:
      whole = values
    }
    self.whole = whole
    self.partial = partial
  }

  /// The frequency that an agreement at a level stands for; 0 where none does.
  func share(of level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Float {
    switch level {
    case .exact, .shared, .homophone, .romanized:
      max(whole[wholePart(l)], whole[wholePart(r)])
    case .surnameOnly, .nickname, .abbreviation:
      partial.isEmpty ? 0 : partial[partialPart(l)]
    default:
      0
    }
  }

  /// The chance that two random mentions agree at a level, Σ f²: what the u probability averages.
  func mean(of level: ComparisonLevel) -> Double {
    let shares: [Float]
    switch level {
    case .exact, .shared, .homophone, .romanized: shares = whole
    case .surnameOnly, .nickname, .abbreviation: shares = partial
    default: return 0
    }
    return shares.dropFirst().reduce(into: 0) { $0 += Double($1) * Double($1) }
  }

  private func wholePart(_ value: UInt32) -> Int {
    switch column.kind {
    case .personName: Int(column.persons[Int(value)].full)
    case .organizationName: Int(column.organizations[Int(value)].key)
    default: Int(value)
    }
  }

  private func partialPart(_ value: UInt32) -> Int {
    switch column.kind {
    case .personName: Int(column.persons[Int(value)].latinSurname)
    case .organizationName: Int(column.organizations[Int(value)].brand)
    default: 0
    }
  }
}
