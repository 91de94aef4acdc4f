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
  /// By value: the rarity of all of it.
  private var whole = Rarities()
  /// By value: the rarity of its sound, where the kind is `personName`.
  private var sound = Rarities()
  /// By value: the rarity of a surname, or of an organization's brand.
  private var partial = Rarities()
  /// By value: the rarity of a person's given name.
  private var given = Rarities()
  private let persons: [PersonNameEvidence]
  private let isNamePart: Bool

  init(_ column: EvidenceColumn, _ namesakes: Namesakes? = nil) {
    persons = column.persons
    isNamePart = column.kind == .givenName || column.kind == .surname
    let mentions = column.starts.count - 1
    var counts = [UInt32](repeating: 0, count: column.values.count)
    var filled = 0
    for mention in 0..<mentions {
      let ids = column.ids(of: mention)
      if !ids.isEmpty { filled += 1 }
      for id in ids { counts[Int(id)] += 1 }
    }
    coverage = mentions == 0 ? 0 : Double(filled) / Double(mentions)
    switch column.kind {
    case .personName:
      let names = FullNameFrequencies(column, counts, namesakes)
      whole = Rarities(names.written, counts)
      sound = Rarities(names.spoken, counts)
      partial = Rarities(of: column.persons.map(\.latinSurname), in: column.parts, counts, filled)
      given = Rarities(of: column.persons.map(\.latinGiven), in: column.parts, counts, filled)
    case .organizationName:
      whole = Rarities(FullNameFrequencies.ofOrganizations(column, counts, namesakes), counts)
      partial = Rarities(of: column.organizations.map(\.brand), in: column.parts, counts, filled)
    default:
      whole = Rarities(of: counts.indices.map(UInt32.init), in: column.values, counts, filled)
    }
  }

  /// The rarity of an agreement of two random mentions, in bits; of names, that of their surnames or
  /// brands, for most of whole names agree since they are one party's.
  var meanRarity: Float { partial.isEmpty ? whole.mean : partial.mean }

  /// How much rarer the value that agrees is than agreement on average, in bits; 0 where rarity says
  /// nothing about the level.
  func surprise(of level: ComparisonLevel, _ l: UInt32, _ r: UInt32) -> Float {
    if !persons.isEmpty, level.isOfParts, !persons[Int(l)].isHan, !persons[Int(r)].isHan {
      return surpriseOfParts(Int(l), Int(r))
    }
    return rarities(of: level)?.surprise(Int(l), Int(r)) ?? 0
  }

  /// Of Latin names that are not equal, those parts tell that are.
  private func surpriseOfParts(_ l: Int, _ r: Int) -> Float {
    let (a, b) = (persons[l], persons[r])
    var bits: Float = 0
    if a.latinSurname != 0, a.latinSurname == b.latinSurname { bits += partial.surprise(l, r) }
    if a.latinGiven != 0, a.latinGiven == b.latinGiven { bits += given.surprise(l, r) }
    return bits
  }

  /// The surprise of the rarest value at a level, in bits.
  func mostSurprise(of level: ComparisonLevel) -> Float {
    let most = rarities(of: level)?.most ?? 0
    return persons.isEmpty || !level.isOfParts ? most : max(most, partial.most + given.most)
  }

  private func rarities(of level: ComparisonLevel) -> Rarities? {
    switch level {
    case .exact, .shared: whole
    case .homophone, .nearHomophone, .romanized, .fewerWords: sound.isEmpty ? whole : sound
    case .oneEdit: isNamePart ? whole : nil
    case .englishName, .surnameOnly, .nickname, .abbreviation: partial.isEmpty ? nil : partial
    default: nil
    }
  }
}

extension ComparisonLevel {
  /// Whether names that agree on the level may share one part alone.
  fileprivate var isOfParts: Bool {
    switch self {
    case .oneEdit, .alikeParts, .nickname, .surnameOnly, .initial, .sameSurname, .sameGiven: true
    default: false
    }
  }
}

/// The rarity of each value, and that of what two random mentions agree on.
private struct Rarities: Sendable {
  private var bits: [Float] = []
  private(set) var mean: Float = 0

  /// No rarities at all.
  init() {}

  /// Of shares by value.
  init(_ shares: [Double], _ counts: [UInt32]) {
    var (agreement, filled) = (0.0, 0.0)
    for (share, count) in zip(shares, counts) where share > 0 {
      agreement += share * Double(count)
      filled += Double(count)
    }
    bits = shares.map { $0 > 0 ? Float(-log2($0)) : 0 }
    mean = agreement > 0 ? Float(-log2(agreement / filled)) : 0
  }

  /// Of what values have in common, 0 being nothing.
  init(of part: [UInt32], in parts: ValuePool, _ counts: [UInt32], _ filled: Int) {
    guard filled > 0 else { return }
    var total = [UInt32](repeating: 0, count: parts.count)
    for (value, part) in part.enumerated() { total[Int(part)] += counts[value] }
    let unit = 1 / Double(filled)
    var agreement = 0.0
    for count in total.dropFirst() { agreement += Double(count) * unit * (Double(count) * unit) }
    guard agreement > 0 else { return }
    mean = Float(-log2(agreement))
    // Most counts are small, and their logarithms need not be taken anew.
    let known = (0...255).map { Float(-log2(max(1, Double($0)) * unit)) }
    bits = part.map {
      let count = total[Int($0)]
      return count < 256 ? known[Int(count)] : Float(-log2(Double(count) * unit))
    }
  }

  var isEmpty: Bool { bits.isEmpty }

  /// By the more frequent of two values; 0 where one of them has no rarity.
  func surprise(_ l: Int, _ r: Int) -> Float {
    guard !bits.isEmpty, bits[l] > 0, bits[r] > 0 else { return 0 }
    return min(bits[l], bits[r]) - mean
  }

  var most: Float { max(0, (bits.max() ?? 0) - mean) }
}
