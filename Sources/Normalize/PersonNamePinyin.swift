/// Pinyin words: whether a word is made of syllables, and where a glued name parts.
final class PersonNamePinyin: Sendable {
  /// The children of each node, one for each letter from a to z; 0 is none.
  private let children: [UInt16]
  /// By node: log2 of the share of its syllable among given names; 0 where no syllable ends.
  private let shares: [Float]

  /// The longest word that is looked at.
  private static let longest = 18
  private static let unusualShare: Float = -14
  /// Syllables of given names outside the mainland.
  private let abroad: WordTable<Bool>

  private enum Use: String, CaseIterable {
    case south, taiwan, korea
  }

  init(_ lists: WordLists, _ table: HanTable, _ characters: PersonNameCharacters)
    throws(WordListError)
  {
    var abroad = WordTable<Bool>()
    for entry in lists[.romanizedSyllables] {
      _ = try entry.value(1, as: Use.self)
      let letters = entry.word.unicodeScalars.map(\.value)
      abroad[letters.span] = true
    }
    self.abroad = abroad
    var weights = WordTable<Float>()
    var total: Float = 0
    for scalar in UInt32(0x4E00)...0x9FA5 {
      let odds = characters.given(scalar)
      guard odds > -10 else { continue }
      let weight: Float = odds > -8 ? 4 : 1
      let syllable = table.pinyin(scalar).unicodeScalars.map(\.value)
      weights[syllable.span] = (weights[syllable.span] ?? 0) + weight
      total += weight
    }
    var syllables = SyllableTree()
    // 嗯, 呣 and the like are no syllables of names
    for syllable in table.allSyllables where syllable.contains(where: { "aeiouv".contains($0) }) {
      let letters = syllable.unicodeScalars.map(\.value)
      let weight = weights[letters.span]
      syllables.add(letters, weight.map { Surnames.log2($0 / total) } ?? Self.unusualShare)
    }
    children = syllables.children
    shares = syllables.shares
  }

  /// The node of a letter below another node; 0 when no syllable goes on so.
  private func step(_ node: Int, _ letter: UInt32) -> Int {
    guard letter >= 0x61, letter <= 0x7A else { return 0 }
    return Int(children[node * 26 + Int(letter - 0x61)])
  }

  /// The fewest syllables that make small letters; nil when they are no pinyin.
  func syllableCount(_ word: Span<UInt32>) -> Int? {
    guard !word.isEmpty, word.count <= Self.longest else { return nil }
    var fewest = InlineArray<19, UInt8>(repeating: 99)
    fewest[0] = 0
    for start in 0..<word.count where fewest[start] < 99 {
      var node = 0
      var end = start
      while end < word.count {
        node = step(node, word[end])
        guard node != 0 else { break }
        end += 1
        if shares[node] != 0 { fewest[end] = min(fewest[end], fewest[start] + 1) }
      }
    }
    return fewest[word.count] < 99 ? Int(fewest[word.count]) : nil
  }

  /// Whether small letters are one syllable of a given name, in pinyin or as written abroad.
  func isSyllable(_ word: Span<UInt32>) -> Bool {
    abroad.contains(word) || syllableCount(word) == 1
  }

  /// log2 odds of the word as a Chinese given name of one or two syllables; nil when it is none.
  func givenOdds(_ word: Span<UInt32>) -> Float? {
    guard let count = syllableCount(word), count <= 3 else { return nil }
    switch count {
    case 1:
      var node = 0
      for place in word.indices { node = step(node, word[place]) }
      return shares[node] - 2
    case 2: return -9
    default: return -16
    }
  }
}

/// Syllables as they are put in.
private struct SyllableTree {
  private(set) var children = [UInt16](repeating: 0, count: 26)
  private(set) var shares: [Float] = [0]

  mutating func add(_ letters: [UInt32], _ share: Float) {
    var node = 0
    for letter in letters {
      guard letter >= 0x61, letter <= 0x7A else { return }
      let place = node * 26 + Int(letter - 0x61)
      if children[place] == 0 {
        children[place] = UInt16(shares.count)
        shares.append(0)
        children.append(contentsOf: repeatElement(0, count: 26))
      }
      node = Int(children[place])
    }
    shares[node] = share
  }
}
