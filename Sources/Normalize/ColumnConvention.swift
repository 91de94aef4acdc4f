/// How the cells of one column are to be read where they leave it open.
///
/// 03/05/2024 is a day in March or in May, 99/12/31 a year of the Republic of China or of the last
/// century, 1.234 a bit more than one or more than a thousand: the other cells of the column say which.
package struct ColumnConvention: Hashable, Sendable {
  /// The place of the day in dates of numbers alone.
  package enum DateOrder: UInt8, Hashable, Sendable {
    case monthFirst
    case dayFirst
    case yearFirst
  }

  /// What stands between the whole and the fraction of a number.
  package enum DecimalMark: UInt8, Hashable, Sendable {
    case point
    case comma
  }

  /// Nil where the column does not say.
  package var dateOrder: DateOrder?
  /// Whether years of two digits are those of the Republic of China, 1 being 1912.
  package var isMinguo = false
  /// Nil where the column does not say.
  package var decimalMark: DecimalMark?
  /// Whether a spreadsheet made zeros of the digits behind the fifteenth.
  package var losesDigits = false

  package init(
    dateOrder: DateOrder? = nil, isMinguo: Bool = false, decimalMark: DecimalMark? = nil,
    losesDigits: Bool = false
  ) {
    self.dateOrder = dateOrder
    self.isMinguo = isMinguo
    self.decimalMark = decimalMark
    self.losesDigits = losesDigits
  }
}

/// What one value shows about the convention of its column, and what it leaves open.
package struct ConventionSigns: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  static let dayFirst = ConventionSigns(rawValue: 1 << 0)
  static let monthFirst = ConventionSigns(rawValue: 1 << 1)
  static let yearFirst = ConventionSigns(rawValue: 1 << 2)
  static let minguo = ConventionSigns(rawValue: 1 << 3)
  static let decimalComma = ConventionSigns(rawValue: 1 << 4)
  static let decimalPoint = ConventionSigns(rawValue: 1 << 5)
  /// A long number that kept its last digits.
  static let wholeDigits = ConventionSigns(rawValue: 1 << 6)
  /// A long number whose last digits are zeros.
  static let lostDigits = ConventionSigns(rawValue: 1 << 7)

  /// Day, month and year can change places.
  static let openOrder = ConventionSigns(rawValue: 1 << 8)
  /// The year can be one of the Republic of China.
  static let openEra = ConventionSigns(rawValue: 1 << 9)
  /// The mark can part thousands or decimals.
  static let openMark = ConventionSigns(rawValue: 1 << 10)
  /// The zeros at the end can be real.
  static let openDigits = ConventionSigns(rawValue: 1 << 11)

  /// Signs of values that another convention may read otherwise.
  static let open: ConventionSigns = [.openOrder, .openEra, .openMark, .openDigits]
}
