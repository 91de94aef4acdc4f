/// Decimal digits of one phone number, held in place.
///
/// No plan knows more than 17 national digits; with prefixes 32 are plenty, and what is longer is
/// remembered as too long.
struct PhoneDigits: Sendable {
  private var storage = InlineArray<32, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Whether digits had to be left out.
  private(set) var overflows = false

  init() {}

  subscript(index: Int) -> UInt8 { storage[index] }

  mutating func append(_ digit: UInt8) {
    guard count < 32 else {
      overflows = true
      return
    }
    storage[count] = digit
    count += 1
  }

  /// The digits behind the first ones.
  func dropping(_ prefix: Int) -> PhoneDigits {
    var rest = PhoneDigits()
    for index in min(prefix, count)..<count { rest.append(storage[index]) }
    return rest
  }

  /// The digits as text behind a plus sign and a calling code.
  func e164(callingCode: Int) -> String {
    var bytes: [UInt8] = [0x2B]
    bytes.reserveCapacity(24)
    if callingCode >= 100 { bytes.append(UInt8(0x30 + callingCode / 100)) }
    if callingCode >= 10 { bytes.append(UInt8(0x30 + callingCode / 10 % 10)) }
    bytes.append(UInt8(0x30 + callingCode % 10))
    for index in 0..<count { bytes.append(0x30 + storage[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a run of equal, rising or falling digits of at least this length is in the number.
  func hasRun(of length: Int) -> Bool {
    longestRun(step: 0).length >= length || longestRun(step: 1).length >= length
      || longestRun(step: 9).length >= length
  }

  /// The longest run in which each digit follows from the one before by adding a step, modulo ten.
  func longestRun(step: UInt8) -> (length: Int, last: UInt8) {
    guard count > 0 else { return (0, 0) }
    var best = (length: 1, last: storage[0])
    var length = 1
    for index in 1..<max(1, count) {
      length = storage[index] == (storage[index - 1] + step) % 10 ? length + 1 : 1
      if length > best.length { best = (length, storage[index]) }
    }
    return best
  }
}
