/// What a spreadsheet or a program made of a number that is no quantity: a phone, a code, an account.
enum SpreadsheetNumber: Equatable {
  /// None of the forms below.
  case plain
  /// 13800138000.0, 13,800,138,000 or 1.3800138E+10: all its digits are there.
  case digits([UInt8])
  /// 1.38E+10: digits are lost.
  case lossy

  /// Reads cleaned text.
  init(_ text: some BidirectionalCollection<UInt32>) {
    guard let first = text.first, isScalarDigit(first), text.contains(where: Self.isTelling) else {
      self = .plain
      return
    }
    let scalars = Array(text)
    if let mark = scalars.firstIndex(where: { $0 | 0x20 == 0x65 }) {
      self = Self.exponent(scalars[..<mark], scalars[(mark + 1)...])
    } else {
      self = Self.whole(scalars[...])
    }
  }

  /// A point, a comma, or the sign of an exponent: none of the forms lacks all three.
  private static func isTelling(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2C || scalar == 0x2B
  }

  /// Seven digits or more with separators of thousands, or with a fraction that is zero.
  private static func whole(_ text: ArraySlice<UInt32>) -> Self {
    var body = text
    var fractionMark: UInt32?
    let zeros = body.reversed().prefix { $0 == 0x30 }.count
    if zeros > 0, let mark = body.dropLast(zeros).last, isMark(mark),
      zeros != 3 || mark == 0x2E && body.count(where: isMark) == 1
    {
      body = body.dropLast(zeros + 1)
      fractionMark = mark
    }
    let groups = body.split(omittingEmptySubsequences: false, whereSeparator: isMark)
    guard groups.allSatisfy({ $0.allSatisfy(isScalarDigit) }) else { return .plain }
    if groups.count > 1 {
      let marks = Set(body.filter(isMark))
      guard marks.count == 1, marks.contains(0x2C) || fractionMark != nil,
        fractionMark.map({ !marks.contains($0) }) ?? true,
        (1...3).contains(groups[0].count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return .plain }
    } else if fractionMark == nil {
      return .plain
    }
    let digits = groups.joined().map { UInt8($0) }
    return digits.count >= 7 ? .digits(digits) : .plain
  }

  private static func isMark(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x2C }

  /// A mantissa and a power of ten.
  ///
  /// A floating-point number has fifteen digits, so that longer numbers are always spoiled. Writers
  /// leave zeros at the end off: a mantissa of eight digits or more is held to be whole when it does
  /// not end in one, for spreadsheets show six by themselves and three on demand.
  private static func exponent(_ mantissa: ArraySlice<UInt32>, _ power: ArraySlice<UInt32>) -> Self
  {
    let hasPlus = power.first == 0x2B
    let exponentText = hasPlus ? power.dropFirst() : power
    let parts = mantissa.split(omittingEmptySubsequences: false, whereSeparator: isMark)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(isScalarDigit) }),
      parts.count == 2 || hasPlus, (1...2).contains(exponentText.count),
      exponentText.allSatisfy(isScalarDigit)
    else { return .plain }
    let exponent = exponentText.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    var digits = parts.joined().map { UInt8($0) }
    while digits.count > exponent + 1, digits.last == 0x30 { digits.removeLast() }
    guard parts[0].count == 1, exponent >= 6, digits.count <= exponent + 1 else { return .plain }
    let zeros = exponent + 1 - digits.count
    let isExact = exponent < 15 || exponent == 15 && zeros == 0
    let isWhole = zeros <= 1 || digits.count >= 8 && digits.last != 0x30
    guard isExact, isWhole else { return .lossy }
    return .digits(digits + [UInt8](repeating: 0x30, count: zeros))
  }
}
