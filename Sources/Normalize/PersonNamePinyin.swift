/// Pinyin words: whether a word is made of syllables, and where a glued name parts.
final class PersonNamePinyin: Sendable {
  static let standard = PersonNamePinyin()

  private let syllables: Set<String>
  /// log2 of the share of a syllable among those of given names.
  private let givenShares: [String: Float]
  private let surnames = Surnames.standard

  init() {
    let table = HanTable()
    var shares: [String: Float] = [:]
    for scalar in UInt32(0x4E00)...0x9FA5 {
      let odds = PersonNameCharacters.standard.given(scalar)
      guard odds > -10 else { continue }
      shares[table.pinyin(scalar), default: 0] += odds > -8 ? 4 : 1
    }
    let total = shares.values.reduce(0, +)
    givenShares = shares.mapValues { Float(($0 / total).exponent) + ($0 / total).significand - 1 }
    // 嗯, 呣 and the like are no syllables of names
    syllables = Set(table.allSyllables.filter { $0.contains { "aeiouv".contains($0) } })
  }

  /// The fewest syllables that make the lower-case word; nil when it is no pinyin.
  func syllableCount(_ word: String) -> Int? {
    let letters = Array(word.utf8)
    guard !letters.isEmpty, letters.count <= 18 else { return nil }
    var fewest = [Int](repeating: 99, count: letters.count + 1)
    fewest[0] = 0
    for end in 1...letters.count {
      for start in max(0, end - 6)..<end where fewest[start] < 99 {
        guard syllables.contains(String(decoding: letters[start..<end], as: UTF8.self)) else {
          continue
        }
        fewest[end] = min(fewest[end], fewest[start] + 1)
      }
    }
    return fewest[letters.count] < 99 ? fewest[letters.count] : nil
  }

  /// log2 odds of the word as a Chinese given name of one or two syllables; nil when it is none.
  func givenOdds(_ word: String) -> Float? {
    guard let count = syllableCount(word), count <= 3 else { return nil }
    switch count {
    case 1: return (givenShares[word] ?? -14) - 2
    case 2: return -9
    default: return -16
    }
  }

  /// log2 odds of surname and given name together; nil when they are no Chinese name.
  func odds(surname: String, given: String) -> Float? {
    guard let family = surnames.frequency(pinyin: surname), let own = givenOdds(given) else {
      return nil
    }
    return family + own
  }

  /// Parts a glued name: `zhangwei` into zhang and wei; nil when it is no Chinese name.
  func split(glued word: String) -> (surname: String, given: String)? {
    let count = word.utf8.count
    guard count >= 4, count <= 18, let total = syllableCount(word), total >= 2, total <= 4 else {
      return nil
    }
    var best: (surname: String, given: String, odds: Float)?
    for length in 1...min(8, count - 1) {
      let surname = String(word.prefix(length))
      let given = String(word.dropFirst(length))
      guard let odds = odds(surname: surname, given: given) else { continue }
      if best.map({ odds > $0.odds }) ?? true { best = (surname, given, odds) }
    }
    return best.map { ($0.surname, $0.given) }
  }
}
