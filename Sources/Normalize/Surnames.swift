/// Chinese surnames: which there are, how frequent they are and how they are read.
package final class Surnames: Sendable {
  /// Where a surname of more than one character comes from.
  enum Origin: String, CaseIterable, Sendable {
    case chinese
    /// Borne in Japan; in China more likely a surname of one character and a given name.
    case japanese
  }

  /// How frequent a spelling in Latin letters is among surnames.
  struct Sound: Sendable {
    /// log2 of the share of people.
    var share: Float
    /// Whether it is pinyin, and no spelling of the south or of Korea.
    var isPinyin: Bool
    var isVietnamese = false
  }

  private enum Region: String, CaseIterable {
    case chinese, korean, vietnamese
  }

  /// Sixteenths of log2 of the share, by scalar minus `first`; 0 marks a character that is no surname.
  private let shares: [Int16]
  private let compounds: WordIndex<Origin>
  private let readings: SurnameReadings
  private let sounds: WordTable<Sound>

  private static let first: UInt32 = 0x3400
  /// log2 of the share of a surname that no count holds.
  private static let rareShare: Float = -16
  /// What a spelling of the south is rarer than the pinyin of the same surname, in bits.
  private static let romanizedOdds: Float = -5

  init(_ lists: WordLists, _ table: HanTable) throws(WordListError) {
    var shares = [Int16](repeating: 0, count: 0xA000 - 0x3400)
    var compounds: [(word: [UInt32], value: Origin)] = []
    let readings = SurnameReadings(lists)
    var totals = SoundTotals()
    for entry in lists[.surnames] {
      let scalars = entry.word.unicodeScalars.map(\.value)
      let origin = try entry.value(3, as: Origin.self)
      let share = try Self.share(entry)
      if scalars.count == 1, scalars[0] >= Self.first, scalars[0] < 0xA000 {
        shares[Int(scalars[0] - Self.first)] = Int16(share * 16)
      } else {
        compounds.append((scalars, origin))
      }
      guard origin == .chinese else { continue }
      var text = PartText()
      readings.append(scalars, 0..<scalars.count, to: &text, table)
      totals.add(text.bytes[..<text.count], scalars.count == 1 ? share : max(share, -13))
    }
    self.shares = shares
    self.compounds = WordIndex(compounds)
    self.readings = readings
    var sounds = totals.table
    for entry in lists[.romanizations] {
      let spelling = entry.word.unicodeScalars.map(\.value)
      let pinyin = entry.cells[1].unicodeScalars.map(\.value)
      let region = try entry.value(2, as: Region.self)
      guard let sound = sounds[pinyin.span] else { continue }
      let share = sound.share + Self.romanizedOdds - (region == .chinese ? 0 : 1)
      let own = sounds[spelling.span]
      sounds[spelling.span] = Sound(
        share: max(own?.share ?? -99, share), isPinyin: own?.isPinyin ?? false,
        isVietnamese: region == .vietnamese)
    }
    self.sounds = sounds
  }

  private static func share(_ entry: WordEntry) throws(WordListError) -> Float {
    guard !entry.cells[1].isEmpty else { return rareShare }
    guard let share = Float(entry.cells[1]), share > 0, share <= 100 else {
      throw WordListError(
        path: entry.path, line: entry.line,
        message: "'\(entry.cells[1])' is no share; write bearers in a hundred, such as 0.2")
    }
    return max(log2(share / 100), -17)
  }

  /// log2 to within 0.1, which is enough for odds and needs no Foundation.
  static func log2(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }

  // MARK: - Han

  /// log2 of the share of people who bear a surname of one character; nil when it is none.
  package func frequency(_ scalar: UInt32) -> Float? {
    guard scalar &- Self.first < UInt32(shares.count) else { return nil }
    let share = shares[Int(scalar - Self.first)]
    return share == 0 ? nil : Float(share) / 16
  }

  /// The compound surname at the start of a range.
  func compound(_ text: [UInt32], _ range: Range<Int>) -> (length: Int, value: Origin)? {
    compounds.prefix(text, range)
  }

  /// Whether a range is a compound surname and nothing else.
  func isCompound(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.count > 1 && compounds[text, range] != nil
  }

  /// Whether a range is a surname that the lexicon holds.
  func isKnown(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.count == 1 ? frequency(text[range.lowerBound]) != nil : isCompound(text, range)
  }

  /// Appends the pinyin of a surname, as surnames are read: 单 is shan, 尉迟 is yuchi.
  func appendReading(
    _ scalars: [UInt32], _ range: Range<Int>, to text: inout PartText, _ table: HanTable
  ) {
    readings.append(scalars, range, to: &text, table)
  }

  /// The pinyin of a surname, as surnames are read.
  package func reading(_ surname: String, _ table: HanTable) -> String {
    let scalars = surname.unicodeScalars.map(\.value)
    var text = PartText()
    appendReading(scalars, 0..<scalars.count, to: &text, table)
    return text.string
  }

  // MARK: - Latin letters

  /// How frequent surnames are that are written so, in small letters; nil when no surname is.
  ///
  /// Knows the spellings of Hong Kong, Taiwan, Singapore and Korea too.
  func sound(_ letters: Span<UInt32>) -> Sound? { sounds[letters] }

  /// log2 of the share of people whose surname is written so; nil when no surname is.
  package func frequency(pinyin: String) -> Float? {
    let letters = pinyin.unicodeScalars.map(\.value)
    return sound(letters.span)?.share
  }
}

/// How surnames are read.
private struct SurnameReadings {
  /// Readings that differ from the characters', as ranges of `letters`.
  private let special: WordIndex<Range<Int>>
  private let letters: [UInt8]

  init(_ lists: WordLists) {
    var letters: [UInt8] = []
    var ranges: [(word: [UInt32], value: Range<Int>)] = []
    for entry in lists[.surnames] where !entry.cells[2].isEmpty {
      let start = letters.count
      letters += entry.cells[2].utf8
      ranges.append((entry.word.unicodeScalars.map(\.value), start..<letters.count))
    }
    special = WordIndex(ranges)
    self.letters = letters
  }

  func append(
    _ scalars: [UInt32], _ range: Range<Int>, to text: inout PartText, _ table: HanTable
  ) {
    if let special = special[scalars, range] {
      for place in special { text.append(letters[place]) }
    } else {
      table.appendPinyin(scalars, range, to: &text)
    }
  }
}

/// The summed shares of surnames that are read alike.
private struct SoundTotals {
  private var shares = WordTable<Float>()
  private var words: [[UInt32]] = []

  mutating func add(_ reading: ArraySlice<UInt8>, _ share: Float) {
    let word = reading.map(UInt32.init)
    let known = shares[word.span]
    if known == nil { words.append(word) }
    shares[word.span] = (known ?? 0) + Self.exp2(share)
  }

  private static func exp2(_ bits: Float) -> Float {
    let whole = bits.rounded(.down)
    return Float(sign: .plus, exponent: Int(whole), significand: 1 + bits - whole)
  }

  var table: WordTable<Surnames.Sound> {
    var table = WordTable<Surnames.Sound>()
    for word in words {
      let share = Surnames.log2(shares[word.span] ?? 0)
      table[word.span] = Surnames.Sound(share: share, isPinyin: true)
    }
    return table
  }
}
