import Foundation
import Vocabulary

/// How rare values are, so that agreement on a rare one weighs more.
///
/// Frequencies count mentions, not distinct records of a party, and are shares of the mentions that
/// have a value in the column (term-frequency adjustment as in Splink, after Winkler 1989). The rarity
/// of a value is the information in meeting it: -log2 of its share, in bits.
struct TermFrequencies: Sendable {
  /// The share of mentions that have a value in the column.
  let coverage: Double
  /// The rarity of each value, or of the part of a name that says what agrees: full names of persons,
  /// keys of organizations.
  private let whole: [Float]
  /// By part: surnames of persons, brands of organizations.
  private let partial: [Float]
  private let column: EvidenceColumn
  private let meanWhole: Float
  private let meanPartial: Float

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
    var whole = counts
    var partial: [UInt32] = []
    switch column.kind {
    case .personName:
      whole = [UInt32](repeating: 0, count: column.parts.count)
      partial = whole
      for (value, name) in column.persons.enumerated() {
        whole[Int(name.full)] += counts[value]
        partial[Int(name.latinSurname)] += counts[value]
      }
    case .organizationName:
      whole = [UInt32](repeating: 0, count: column.parts.count)
      partial = whole
      for (value, name) in column.organizations.enumerated() {
        whole[Int(name.key)] += counts[value]
        partial[Int(name.brand)] += counts[value]
      }
    default: break
    }
    (self.whole, meanWhole) = Self.rarities(whole, of: filled)
    (self.partial, meanPartial) = Self.rarities(partial, of: filled)
  }

  /// The rarity of an agreement of two random mentions, in bits; of names, that of their surnames or
  /// brands, for most of whole names agree since they are one party's.
  var meanRarity: Float { partial.isEmpty ? meanWhole : meanPartial }

  /// The rarity of each count, and that of an agreement of two random mentions, -log2 Σ f².
  private static func rarities(_ counts: [UInt32], of filled: Int) -> ([Float], mean: Float) {
    guard filled > 0 else { return ([Float](repeating: 0, count: counts.count), 0) }
    let unit = 1 / Double(filled)
    var agreement = 0.0
    for count in counts.dropFirst() { agreement += Double(count) * unit * (Double(count) * unit) }
    // Most counts are small, and their logarithms need not be taken anew.
    let known = (0...255).map { Float(-log2(max(1, Double($0)) * unit)) }
    let bits = counts.map { $0 < 256 ? known[Int($0)] : Float(-log2(Double($0) * unit)) }
    return (bits, agreement > 0 ? Float(-log2(agreement)) : 0)
  }

  /// How much rarer the value that agrees is than agreement on average, in bits; 0 where rarity says
  /// nothing about the level.
  func surprise(of level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Float {
    switch level {
    case .exact, .shared, .homophone, .romanized:
      min(whole[wholePart(l)], whole[wholePart(r)]) - meanWhole
    case .surnameOnly, .nickname, .abbreviation:
      partial.isEmpty || meanPartial == 0 ? 0 : partial[partialPart(l)] - meanPartial
    default:
      0
    }
  }

  /// The surprise of the rarest value at a level, in bits.
  func mostSurprise(of level: ComparisonLevel) -> Float {
    switch level {
    case .exact, .shared, .homophone, .romanized: max(0, (whole.max() ?? 0) - meanWhole)
    case .surnameOnly, .nickname, .abbreviation: max(0, (partial.max() ?? 0) - meanPartial)
    default: 0
    }
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
