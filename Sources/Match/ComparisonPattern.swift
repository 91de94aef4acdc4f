/// The grades of all comparisons of a pair, packed: four bits a column, first column lowest.
///
/// 16 columns of up to 15 grades fit.
struct ComparisonPattern: Hashable, Comparable, Sendable {
  static let mostColumns = 16

  var code: UInt64 = 0

  func grade(_ column: Int) -> Int { Int(code >> UInt64(column * 4) & 15) }

  mutating func set(_ column: Int, to grade: Int) { code |= UInt64(grade) << UInt64(column * 4) }

  static func < (left: Self, right: Self) -> Bool { left.code < right.code }
}
