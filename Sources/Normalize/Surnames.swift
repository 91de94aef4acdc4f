/// Chinese surnames: which there are, how frequent they are and how they are read.
package final class Surnames: Sendable {
  /// The lexicon, read once.
  package static let standard = Surnames()

  /// log2 of the share by scalar minus `firstScalar`; 0 marks a character that is no surname.
  private let shares: [Float]
  private let compounds: HanWordList
  private let japanese: HanWordList
  private let readings: [[UInt32]: String]
  /// log2 of the summed share of the surnames that are read like this.
  private let sounds: [String: Float]
  private let romanized: [String: String]

  private static let firstScalar: UInt32 = 0x3400

  init() {
    compounds = HanWordList(Self.compound + " " + Self.japaneseCompound)
    japanese = HanWordList(Self.japaneseCompound)
    let special = Self.pairs(Self.readings).map { ($0.unicodeScalars.map(\.value), $1) }
    readings = Dictionary(special) { first, _ in first }
    romanized = Dictionary(Self.pairs(Self.romanizations)) { first, _ in first }
    let table = HanTable()
    var shares = [Float](repeating: 0, count: 0xA000 - 0x3400)
    var total: [String: Float] = [:]
    // the first hundred ranks hold 85 % of the people, and the tail falls fast
    var rank = 0
    for scalar in Self.single.unicodeScalars where HanTable.isHan(scalar.value) {
      let index = Int(scalar.value - Self.firstScalar)
      guard index < shares.count, shares[index] == 0 else { continue }
      let share = Self.share(rank: rank)
      shares[index] = Self.log2(share)
      total[readings[[scalar.value]] ?? table.pinyin(scalar.value), default: 0] += share
      rank += 1
    }
    self.shares = shares
    var sounds = total.mapValues(Self.log2)
    for word in Self.compound.split(whereSeparator: \.isWhitespace) {
      let scalars = word.unicodeScalars.map(\.value)
      let sound = readings[scalars] ?? scalars.map(table.pinyin).joined()
      sounds[sound] = max(sounds[sound] ?? -20, -13)
    }
    self.sounds = sounds
  }

  private static func pairs(_ text: String) -> [(String, String)] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  private static func share(rank: Int) -> Float {
    0.2 / (Float(rank) + 2.2) / (1 + Float(rank * rank) / 9000)
  }

  /// log2 to within 0.1, which is enough for odds and needs no Foundation.
  private static func log2(_ value: Float) -> Float {
    Float(value.exponent) + value.significand - 1
  }

  /// log2 of the share of people who bear a surname of one character; nil when it is none.
  package func frequency(_ scalar: UInt32) -> Float? {
    guard scalar >= Self.firstScalar, scalar < 0xA000 else { return nil }
    let share = shares[Int(scalar - Self.firstScalar)]
    return share == 0 ? nil : share
  }

  /// The length of a compound surname at the start of the text; 0 when there is none.
  func compoundLength(_ text: ArraySlice<UInt32>) -> Int { compounds.prefixLength(text) }

  /// Whether a compound surname is Japanese, and so is more likely a Chinese surname and a name.
  func isJapanese(_ surname: ArraySlice<UInt32>) -> Bool { japanese.contains(surname) }

  /// The pinyin of a surname, as surnames are read: 单 is shan, 尉迟 is yuchi.
  package func reading(_ surname: ArraySlice<UInt32>, _ table: HanTable) -> String {
    if let special = readings[Array(surname)] { return special }
    var text = ""
    for scalar in surname { text += table.pinyin(scalar) }
    return text
  }

  /// log2 of the share of Chinese people whose surname is read so; nil when no surname is.
  ///
  /// Knows the spellings of Hong Kong, Taiwan and Singapore too.
  package func frequency(pinyin: String) -> Float? {
    let own = sounds[pinyin]
    guard let other = romanized[pinyin], let share = sounds[other] else { return own }
    return max(own ?? -99, share - 5)
  }

  /// The pinyin of a surname in another romanization, such as `chan` for chen; otherwise the same.
  package func pinyin(romanized surname: String) -> String {
    guard let other = romanized[surname] else { return surname }
    return (sounds[surname] ?? -99) > (sounds[other] ?? -99) - 5 ? surname : other
  }
}
