/// Chinese surnames: which there are, how frequent they are and how they are read.
package struct Surnames: Sendable {
  /// The lexicon, read once.
  package static let standard = Surnames()

  /// log2 of the share by scalar minus `firstScalar`; 0 marks a character that is no surname.
  private var shares: [Float]
  private var compounds: HanWordList
  private var japanese: HanWordList
  private var readings: [[UInt32]: String] = [:]
  /// log2 of the summed share of the surnames that are read like this.
  private var sounds: [String: Float] = [:]
  private var romanized: [String: String] = [:]

  private static let firstScalar: UInt32 = 0x3400

  init() {
    shares = [Float](repeating: 0, count: 0xA000 - 0x3400)
    compounds = HanWordList(Self.compound + " " + Self.japaneseCompound)
    japanese = HanWordList(Self.japaneseCompound)
    let words = Self.readings.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      readings[words[index].unicodeScalars.map(\.value)] = String(words[index + 1])
    }
    let romanizations = Self.romanizations.split { $0 == " " || $0 == "\n" }.map(String.init)
    for index in stride(from: 0, to: romanizations.count - 1, by: 2) {
      romanized[romanizations[index]] = romanizations[index + 1]
    }
    rankSingles()
  }

  /// Gives each surname a share by its rank: the first hundred hold 85 %, and the tail falls fast.
  private mutating func rankSingles() {
    let table = HanTable()
    var total: [String: Float] = [:]
    var rank = 0
    for scalar in Self.single.unicodeScalars where HanTable.isHan(scalar.value) {
      let index = Int(scalar.value - Self.firstScalar)
      guard index < shares.count, shares[index] == 0 else { continue }
      let share = Self.share(rank: rank)
      shares[index] = share.log2
      total[reading([scalar.value][...], table), default: 0] += share.value
      rank += 1
    }
    for (sound, share) in total { sounds[sound] = Self.log2(share) }
    for word in Self.compound.split(whereSeparator: \.isWhitespace) {
      let sound = reading(word.unicodeScalars.map(\.value)[...], table)
      sounds[sound] = max(sounds[sound] ?? -20, -13)
    }
  }

  private static func share(rank: Int) -> (value: Float, log2: Float) {
    let value = 0.2 / (Float(rank) + 2.2) / (1 + Float(rank * rank) / 9000)
    return (value, log2(value))
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
