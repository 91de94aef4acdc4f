import Vocabulary

/// The phone numbers of a column that lack their area code.
///
/// They are in no region's plan, and are kept as they were dialled.
struct LocalNumbers: Sendable {
  /// By value; empty where no number lacks its code.
  private var isLocal: [Bool] = []

  /// The sign that a number as it was dialled begins with.
  private static let dialled = UInt8(ascii: "~")
  /// The digits of a number within one area, in the countries that leave out the code.
  private static let digits = 7...8

  /// None at all.
  init() {}

  init(_ pool: ValuePool) {
    let bytes = pool.bytes.span
    let found = (0..<UInt32(pool.count)).map { id in
      let range = pool.range(of: id)
      return Self.digits.contains(range.count - 1) && bytes[range.lowerBound] == Self.dialled
    }
    if found.contains(true) { isLocal = found }
  }

  var isEmpty: Bool { isLocal.isEmpty }

  /// Whether one of two different numbers lacks its area code, and the other ends with it.
  func areAlike(_ left: UInt32, _ right: UInt32, in pool: ValuePool) -> Bool {
    guard !isLocal.isEmpty, isLocal[Int(left)] != isLocal[Int(right)] else { return false }
    let (local, whole) = isLocal[Int(left)] ? (left, right) : (right, left)
    let (a, b) = (pool.range(of: local).dropFirst(), pool.range(of: whole))
    guard b.count > a.count else { return false }
    let bytes = pool.bytes.span
    for offset in 0..<a.count
    where bytes[a.lowerBound + offset] != bytes[b.upperBound - a.count + offset] {
      return false
    }
    return true
  }

  /// The last digits that a number and the same without its area code have in common; 0 where no number
  /// of the column lacks its code.
  func key(of number: UInt32, in pool: ValuePool) -> UInt64 {
    guard !isLocal.isEmpty else { return 0 }
    var key: UInt64 = 0
    for place in pool.range(of: number).suffix(Self.digits.lowerBound) {
      key = key << 8 | UInt64(pool.bytes[place])
    }
    return key
  }
}
