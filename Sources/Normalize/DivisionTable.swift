import CTables

/// The administrative divisions of China at county level and above, with those dissolved since 1980.
///
/// Source: GB/T 2260 as published each year, compiled by `pipelines/tables/make_division_table.py`,
/// which describes the layout. Divisions are known by their index in the order of their codes.
final class DivisionTable: Sendable {
  enum Level: UInt8 { case province = 1, city, county }

  /// A name under which a division is written.
  struct Spelling: Sendable {
    var start: UInt16
    var length: UInt8
    /// 0 the full name, 1 the short one, 2 a name that the division no longer bears.
    var kind: UInt8
    var division: UInt16

    var isShort: Bool { kind == 1 }
    var isFormer: Bool { kind == 2 }
  }

  private struct Division {
    var code: UInt32
    var parent: UInt16
    var successor: UInt16
    var level: Level
    var hasEnded: Bool
  }

  private let divisions: [Division]
  let spellings: [Spelling]
  /// The characters of the names, simplified.
  private let characters: [UInt32]
  private let names: [String]
  private let shortNames: [String]
  /// Open addressing by the first two characters.
  private let buckets: [Bucket]
  /// By division: whether it has counties.
  private let parents: [Bool]

  static let shared = DivisionTable()

  private init() {
    // Safe because the table is static constant storage of exactly this size.
    let bytes = unsafe UnsafeBufferPointer(
      start: assay_division_table(), count: Int(assay_division_table_size()))
    var reader = unsafe DivisionTableReader(bytes: Array(bytes))
    let divisionCount = reader.number(2)
    let spellingCount = reader.number(2)
    let characterCount = reader.number(4)
    var divisions: [Division] = []
    var nameRanges: [(start: Int, length: Int, short: Int)] = []
    divisions.reserveCapacity(divisionCount)
    nameRanges.reserveCapacity(divisionCount)
    for _ in 0..<divisionCount {
      let code = UInt32(reader.number(4))
      let parent = UInt16(reader.number(2))
      let successor = UInt16(reader.number(2))
      nameRanges.append((reader.number(2), reader.number(1), reader.number(1)))
      let level = Level(rawValue: UInt8(reader.number(1))) ?? .county
      reader.skip(1)
      divisions.append(
        Division(
          code: code, parent: parent, successor: successor, level: level,
          hasEnded: reader.number(1) != 0))
    }
    let spellings = (0..<spellingCount).map { _ in
      Spelling(
        start: UInt16(reader.number(2)), length: UInt8(reader.number(1)),
        kind: UInt8(reader.number(1)), division: UInt16(reader.number(2)))
    }
    let written = (0..<characterCount).map { _ in UInt32(reader.number(2)) }
    names = nameRanges.map { String(scalars: written[$0.start..<$0.start + $0.length]) }
    shortNames = nameRanges.map { range in
      let length = range.short > 0 ? range.short : range.length
      return String(scalars: written[range.start..<range.start + length])
    }
    let han = HanTable()
    let characters = written.map(han.simplified)
    buckets = Self.buckets(spellings, characters)
    var parents = [Bool](repeating: false, count: divisionCount)
    for division in divisions where division.level == .county && !division.hasEnded {
      if division.parent != Self.none { parents[Int(division.parent)] = true }
    }
    self.divisions = divisions
    self.spellings = spellings
    self.characters = characters
    self.parents = parents
  }

  private static let none: UInt16 = 0xFFFF

  // MARK: - Divisions

  /// How many divisions there are, with those dissolved.
  var count: Int { divisions.count }

  /// The division of a code, also of one that is no longer used; nil when there never was one.
  func division(code: UInt32) -> Int? {
    var low = 0
    var high = divisions.count
    while low < high {
      let middle = (low + high) / 2
      if divisions[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < divisions.count && divisions[low].code == code ? low : nil
  }

  func level(_ division: Int) -> Level { divisions[division].level }

  /// The division above; nil for a province.
  func parent(_ division: Int) -> Int? {
    let parent = divisions[division].parent
    return parent == Self.none ? nil : Int(parent)
  }

  /// What the division is today: itself, what took its place, or nil where several did.
  func successor(_ division: Int) -> Int? {
    let successor = divisions[division].successor
    return successor == Self.none ? nil : Int(successor)
  }

  /// Whether the division was dissolved or renamed under another code.
  func hasEnded(_ division: Int) -> Bool { divisions[division].hasEnded }

  /// Whether counties of today belong to it.
  func hasCounties(_ division: Int) -> Bool { parents[division] }

  /// Whether a province is a city itself, whose districts have no other above them.
  func isMunicipality(_ division: Int) -> Bool {
    switch divisions[division].code {
    case 110_000, 120_000, 310_000, 500_000, 810_000, 820_000: true
    default: false
    }
  }

  func name(_ division: Int) -> String { names[division] }

  /// Without 省, 市, 自治区 and their like.
  func shortName(_ division: Int) -> String { shortNames[division] }

  /// The province, city and county down to a division, such as 广东省深圳市南山区.
  func path(_ division: Int) -> String {
    var path = names[division]
    var above = parent(division)
    while let next = above {
      path = names[next] + path
      above = parent(next)
    }
    return path
  }

  func isWithin(_ division: Int, _ other: Int) -> Bool {
    var next: Int? = parent(division)
    while let above = next {
      if above == other { return true }
      next = parent(above)
    }
    return false
  }

  // MARK: - Spellings

  /// The spellings that begin with two characters, the longest first.
  func spellings(_ first: UInt32, _ second: UInt32) -> Range<Int> {
    guard (0x3400..<0x1_0000).contains(first), (0x3400..<0x1_0000).contains(second) else {
      return 0..<0
    }
    let pair = first << 16 | second & 0xFFFF
    var slot = Self.slot(pair)
    while true {
      let bucket = buckets[slot]
      if bucket.pair == pair { return Int(bucket.start)..<Int(bucket.end) }
      if bucket.pair == 0 { return 0..<0 }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
  }

  /// The characters of a spelling, simplified.
  func letters(of spelling: Spelling) -> ArraySlice<UInt32> {
    characters[Int(spelling.start)..<Int(spelling.start) + Int(spelling.length)]
  }

  /// Whether a spelling stands at a place of a text.
  func stands(_ spelling: Spelling, in text: [UInt32], at place: Int) -> Bool {
    let length = Int(spelling.length)
    guard place + length <= text.count else { return false }
    var index = 2  // the first two are equal where the spelling was found
    while index < length {
      if characters[Int(spelling.start) + index] != text[place + index] { return false }
      index += 1
    }
    return true
  }

  /// The spellings that begin with a pair of characters of the basic plane; the pair 0 is free.
  private struct Bucket {
    var pair: UInt32 = 0
    var start: UInt16 = 0
    var end: UInt16 = 0
  }

  private static let slotCount = 16_384

  private static func slot(_ pair: UInt32) -> Int {
    Int((pair &* 0x9E37_79B1) >> 16) & (slotCount - 1)
  }

  private static func buckets(_ spellings: [Spelling], _ characters: [UInt32]) -> [Bucket] {
    var buckets = [Bucket](repeating: Bucket(), count: slotCount)
    var open = 0
    for (number, spelling) in spellings.enumerated() {
      let start = Int(spelling.start)
      let pair = characters[start] << 16 | characters[start + 1]
      if buckets[open].pair != pair {
        open = slot(pair)
        while buckets[open].pair != 0 { open = (open + 1) & (slotCount - 1) }
        buckets[open] = Bucket(pair: pair, start: UInt16(number))
      }
      buckets[open].end = UInt16(number + 1)
    }
    return buckets
  }
}

extension DivisionTable {
  /// The short name of the province that one character stands for on number plates.
  func province(abbreviation: UInt32) -> String? {
    Self.abbreviations[abbreviation].flatMap { division(code: $0) }.map(shortName)
  }

  /// The codes of provinces by the characters of number plates.
  static let abbreviations: [UInt32: UInt32] = [
    0x4EAC: 110_000, 0x6D25: 120_000, 0x5180: 130_000, 0x664B: 140_000, 0x8499: 150_000,
    0x8FBD: 210_000, 0x5409: 220_000, 0x9ED1: 230_000, 0x6CAA: 310_000, 0x82CF: 320_000,
    0x6D59: 330_000, 0x7696: 340_000, 0x95FD: 350_000, 0x8D63: 360_000, 0x9C81: 370_000,
    0x8C6B: 410_000, 0x9102: 420_000, 0x6E58: 430_000, 0x7CA4: 440_000, 0x6842: 450_000,
    0x743C: 460_000, 0x6E1D: 500_000, 0x5DDD: 510_000, 0x8700: 510_000, 0x8D35: 520_000,
    0x9ED4: 520_000, 0x4E91: 530_000, 0x6EC7: 530_000, 0x85CF: 540_000, 0x9655: 610_000,
    0x79E6: 610_000, 0x7518: 620_000, 0x9647: 620_000, 0x9752: 630_000, 0x5B81: 640_000,
    0x65B0: 650_000,
  ]
}

/// Reads little-endian numbers from the embedded table, one after the other.
private struct DivisionTableReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func number(_ count: Int) -> Int {
    var value = 0
    for index in 0..<count { value |= Int(bytes[offset + index]) << (8 * index) }
    offset += count
    return value
  }

  mutating func skip(_ count: Int) { offset += count }
}
