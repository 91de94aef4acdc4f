/// Decimal digits of one phone number, held in place.
///
/// No plan knows more than 17 national digits; with prefixes 32 are plenty, and what is longer is
/// remembered as too long.
struct PhoneDigits: Sendable {
  private var storage = InlineArray<32, UInt8>(repeating: 0)
  private var start = 0
  private(set) var count = 0
  /// Whether digits had to be left out.
  private(set) var overflows = false

  init() {}

  subscript(index: Int) -> UInt8 { storage[start &+ index] }

  mutating func append(_ digit: UInt8) {
    guard start &+ count < 32 else {
      overflows = true
      return
    }
    storage[start &+ count] = digit
    count &+= 1
  }

  /// The digits behind the first ones.
  func dropping(_ prefix: Int) -> PhoneDigits {
    var rest = self
    let dropped = min(prefix, count)
    rest.start &+= dropped
    rest.count &-= dropped
    return rest
  }

  /// The first digits.
  func prefix(_ length: Int) -> PhoneDigits {
    var part = self
    part.count = min(length, count)
    return part
  }

  /// Whether the digits begin with these two.
  func starts(with first: UInt8, _ second: UInt8) -> Bool {
    count >= 2 && self[0] == first && self[1] == second
  }

  /// The digits as one number behind a 1, which keeps leading zeros; 0 when there are too many.
  var packed: UInt64 {
    guard count <= 18 else { return 0 }
    var value: UInt64 = 1
    for index in 0..<count { value = value &* 10 &+ UInt64(self[index]) }
    return value
  }

  /// The longest run of one digit.
  var longestRun: (length: Int, digit: UInt8) {
    guard count > 0 else { return (0, 0) }
    var best = (length: 1, digit: self[0])
    var length = 1
    for index in 1..<max(1, count) {
      length = self[index] == self[index &- 1] ? length &+ 1 : 1
      if length > best.length { best = (length, self[index]) }
    }
    return best
  }

  /// Whether every digit follows from the one before by adding a step, modulo ten.
  func isCount(step: UInt8) -> Bool {
    for index in 1..<max(1, count) where self[index] != (self[index &- 1] &+ step) % 10 {
      return false
    }
    return true
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
