/// Tells most Han texts of two or three characters that hold no word of some lists.
///
/// Most names hold none, and then every rule that asks for a word need not be asked. A text that passes
/// holds none for certain; a few that hold none do not pass.
struct HanWordSieve: Sendable {
  /// One bit for some of all words of one, two or three characters.
  private var bits = [UInt64](repeating: 0, count: 1 << 13)

  init() {}

  /// Adds a word; one that no such text can hold changes nothing.
  mutating func insert(_ word: [UInt32]) {
    switch word.count {
    case 1: insert(Self.place(word[0], 0, 0))
    case 2: insert(Self.place(word[0], word[1], 0))
    case 3: insert(Self.place(word[0], word[1], word[2]))
    default: break
    }
  }

  private mutating func insert(_ place: UInt32) {
    bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// Whether a text has two or three characters and holds no word.
  func passes(_ text: [UInt32]) -> Bool {
    guard text.count == 2 || text.count == 3 else { return false }
    let (first, second) = (text[0], text[1])
    let mayHold = has(first, 0, 0) | has(second, 0, 0) | has(first, second, 0)
    guard text.count == 3 else { return mayHold == 0 }
    let last = text[2]
    return mayHold | has(last, 0, 0) | has(second, last, 0) | has(first, second, last) == 0
  }

  @inline(__always)
  private func has(_ first: UInt32, _ second: UInt32, _ last: UInt32) -> UInt64 {
    let place = Self.place(first, second, last)
    return bits[Int(place >> 6)] >> UInt64(place & 63) & 1
  }

  /// The place of a word among 2^19 bits.
  @inline(__always)
  private static func place(_ first: UInt32, _ second: UInt32, _ last: UInt32) -> UInt32 {
    let mixed = first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B ^ last &* 0xC2B2_AE35
    return ((mixed ^ mixed >> 15) &* 0x27D4_EB2F) >> 13
  }
}
