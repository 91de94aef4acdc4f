import TestSupport
import Testing

@testable import Match

@Suite struct SimilarityTests {
  struct Published: Sendable {
    let left: String
    let right: String
    let expected: Double
  }

  @Test(arguments: [
    Published(left: "MARTHA", right: "MARHTA", expected: 0.9611),
    Published(left: "DIXON", right: "DICKSONX", expected: 0.8133),
    Published(left: "DWAYNE", right: "DUANE", expected: 0.84),
    Published(left: "JELLYFISH", right: "SMELLYFISH", expected: 0.8962),
    Published(left: "abc", right: "xyz", expected: 0),
    Published(left: "", right: "a", expected: 0),
    Published(left: "", right: "", expected: 1),
  ])
  func `Jaro-Winkler equals the published value`(_ pair: Published) {
    #expect(abs(similarity(pair.left, pair.right) - pair.expected) < 1e-4)
  }

  @Test(arguments: UInt64(0)..<200)
  func `Jaro-Winkler is symmetric, within 0...1 and 1 for equal texts`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (left, right) = (word(&random), word(&random))
    #expect((0...1).contains(similarity(left, right)))
    #expect(abs(similarity(left, right) - similarity(right, left)) < 1e-12)
    #expect(similarity(left, left) == 1)
  }

  @Test(arguments: UInt64(0)..<400)
  func `one edit is a Damerau-Levenshtein distance of at most one`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let left = scalars(word(&random))
    let right = seed % 2 == 0 ? scalars(word(&random)) : mutated(left, &random)
    #expect(isWithinOneEdit(left.span, right.span) == (distance(left, right) <= 1))
  }

  @Test(arguments: UInt64(0)..<900)
  func `texts within some edits are those of at most that distance`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let left = scalars(word(&random))
    var right = seed % 2 == 0 ? scalars(word(&random)) : left
    if seed % 2 == 1 { for _ in 0...random.next() % 4 { right = mutated(right, &random) } }
    for most in 1...3 {
      #expect(
        isWithinEdits(left.span, right.span, most: most) == (distance(left, right) <= most))
    }
  }

  @Test func `the Dice coefficient counts common bigrams twice`() {
    #expect(diceOf([1, 2, 3], [2, 3, 4]) == 2.0 * 2 / 6)
    #expect(diceOf([1, 1, 2], [1, 2, 2]) == 2.0 * 2 / 6)
    #expect(diceOf([], [1]) == 0)
  }

  @Test(arguments: UInt64(0)..<400)
  func `a similarity reaches its bound where the whole computation says so`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let left = scalars(word(&random) + word(&random))
    let right = seed % 2 == 0 ? scalars(word(&random)) : mutated(left, &random)
    let whole = jaroWinkler(left.span, right.span)
    for bound in [0.5, 0.75, 0.85, 0.92, 1] where abs(whole - bound) > 1e-9 {
      #expect(jaroWinkler(left.span, right.span, atLeast: bound) == (whole >= bound))
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `texts of one byte a character compare like texts of scalars`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let left = ascii(&random)
    let right = seed % 2 == 0 ? ascii(&random) : mutated(left, &random)
    let all = left + right
    let (narrow, wide) = (TextUnits(ascii: all.map(UInt8.init)), TextUnits(all))
    let (a, b) = (0..<left.count, left.count..<all.count)
    #expect(all.indices.map { narrow[$0] } == all.indices.map { wide[$0] })
    for bound in [0.75, 0.92] {
      #expect(narrow.isSimilar(a, b, atLeast: bound) == wide.isSimilar(a, b, atLeast: bound))
    }
    for most in 1...3 {
      #expect(narrow.isWithinEdits(a, b, most: most) == wide.isWithinEdits(a, b, most: most))
    }
    let expected = distance(left, right) <= 1
    for (one, other) in [(narrow, narrow), (narrow, wide), (wide, narrow), (wide, wide)] {
      #expect(one.isWithinOneEdit(a, of: other, b) == expected)
    }
  }

  private func ascii(_ random: inout SplitMix64) -> [UInt32] {
    (0..<random.next() % 9).map { _ in UInt32(97 + random.next() % 3) }
  }

  private func diceOf(_ left: [UInt32], _ right: [UInt32]) -> Double {
    dice(left.span, right.span)
  }

  private func similarity(_ left: String, _ right: String) -> Double {
    jaroWinkler(scalars(left).span, scalars(right).span)
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private func word(_ random: inout SplitMix64) -> String {
    String((0..<random.next() % 7).map { _ in "abc张伟".randomElement(&random) })
  }

  private func mutated(_ text: [UInt32], _ random: inout SplitMix64) -> [UInt32] {
    guard text.count > 1 else { return text + [97] }
    var result = text
    let place = Int(random.next() % UInt64(text.count - 1))
    switch random.next() % 4 {
    case 0: result.remove(at: place)
    case 1: result.insert(98, at: place)
    case 2: result[place] = 99
    default: result.swapAt(place, place + 1)
    }
    return result
  }

  /// The optimal string alignment distance by the whole table: slow and obvious.
  private func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count { table[i][0] = i }
    for j in 0...right.count { table[0][j] = j }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    for i in 1...left.count {
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}

extension String {
  fileprivate func randomElement(_ random: inout SplitMix64) -> Character {
    Array(self)[Int(random.next() % UInt64(count))]
  }
}
