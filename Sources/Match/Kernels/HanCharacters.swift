import CTables

/// What the ear and the eye confuse among Han characters: sounds with tones, and shapes.
///
/// Covers the characters of GB 2312; any other is confused with none. The table is embedded.
struct HanCharacters: Sendable {
  /// One for all, since reading the table takes a moment.
  static let all = HanCharacters()

  private static let first: UInt32 = 0x4E00
  private static let count: UInt32 = 0x9FFF - 0x4E00 + 1
  private static let width: UInt32 = 9

  /// What is known of one character.
  private struct Character: Sendable {
    var code: UInt32 = 0
    var strokes = 0
    /// The digits of the four-corner code.
    var corners = SIMD4<UInt8>()
    /// Code points of what it is made of; 0 is none.
    var components = SIMD4<UInt32>()
    var componentStrokes = SIMD4<Int>()
    /// Syllable without the g of -ng, times 8, plus tone; the commonest reading first; 0 is none.
    var readings = SIMD2<UInt32>()
  }

  /// Number 0 stands for all that are not covered.
  private var characters = [Character()]
  /// By scalar from the first on.
  private var numbers: [UInt16]

  private init() {
    numbers = [UInt16](repeating: 0, count: Int(Self.count))
    for number in 0..<assay_character_table_word(0) {
      let place = 1 + number * Self.width
      let word = { (offset: UInt32) in assay_character_table_word(place + offset) }
      var character = Character()
      character.code = word(0)
      character.strokes = Int(word(1))
      let code = word(2)
      for (digit, unit) in [1000, 100, 10, 1].enumerated() {
        character.corners[digit] = UInt8(code / UInt32(unit) % 10)
      }
      for part in 0..<3 {
        character.components[part] = word(3 + UInt32(part))
        character.componentStrokes[part] = Int(word(6) >> UInt32(5 * part) & 31)
      }
      character.readings = [word(7), word(8)]
      numbers[Int(character.code - Self.first)] = UInt16(characters.count)
      characters.append(character)
    }
  }

  private func character(_ scalar: UInt32) -> Character {
    guard scalar &- Self.first < Self.count else { return characters[0] }
    return characters[Int(numbers[Int(scalar - Self.first)])]
  }

  /// Whether two characters have one tone, where both are known.
  func sameTone(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (character(a).readings[0], character(b).readings[0])
    return a == b || x != 0 && y != 0 && x & 7 == y & 7
  }

  /// Whether two characters can be read alike: tones, -n or -ng and further readings aside.
  func soundAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return true }
    let (x, y) = (character(a).readings, character(b).readings)
    for one in 0..<2 where x[one] != 0 {
      for other in 0..<2 where x[one] >> 3 == y[other] >> 3 { return true }
    }
    return false
  }

  /// Whether one of two characters is easily taken for the other.
  ///
  /// One has a dot or a stroke or three more (王 玉, 尹 伊); or half of all strokes are one part that
  /// both have (晴 睛); or they have a part in common, or few strokes at all, and three or four of the
  /// four corners (李 季, 士 土).
  func lookAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (character(a), character(b))
    guard x.code != 0, y.code != 0, x.code != y.code, abs(x.strokes - y.strokes) <= 3 else {
      return false
    }
    let most = max(x.strokes, y.strokes)
    var shared = -1
    for part in 0..<3 {
      if x.components[part] == y.code || y.components[part] == x.code { return true }
      for other in 0..<3
      where x.components[part] != 0 && x.components[part] == y.components[other] {
        shared = max(shared, x.componentStrokes[part])
      }
    }
    if 2 * shared >= most { return true }
    let corners = (0..<4).count { x.corners[$0] == y.corners[$0] }
    if shared >= 0 && corners >= 3 { return true }
    return corners == 4 && most <= 6
      || corners == 3 && most <= 5 && abs(x.strokes - y.strokes) <= 1
  }
}
