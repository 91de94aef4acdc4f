/// The grades of all comparisons of a pair, packed: five bits a column, first column lowest.
///
/// 16 columns of up to 31 grades fit.
struct ComparisonPattern: Hashable, Comparable, Sendable {
  static let mostColumns = 16
  static let mostGrades = 31

  var code: UInt128 = 0

  func grade(_ column: Int) -> Int { Int(code >> UInt128(column * 5) & 31) }

  mutating func set(_ column: Int, to grade: Int) { code |= UInt128(grade) << UInt128(column * 5) }

  static func < (left: Self, right: Self) -> Bool { left.code < right.code }
}
