/// Dates and timestamps by their digits and signs.
enum DateForm {
  static func of(_ scalars: [Unicode.Scalar], hint: LabelHint) -> ColumnGuess.Form? {
    let groups = scalars.split { !ValueForm.isDigit($0) }.map { number($0) }
    let lengths = scalars.split { !ValueForm.isDigit($0) }.map(\.count)
    guard let first = groups.first else { return nil }
    let signs = scalars.filter { !ValueForm.isDigit($0) && $0 != " " }
    if groups.count == 1, signs.isEmpty { return bare(first, count: scalars.count, hint: hint) }
    let isTimed = signs.count { $0 == ":" } >= 1 || signs.contains("时")
    let isDivided = signs.prefix(2).allSatisfy {
      ["-", "/", ".", "年", "月", "日"].contains($0)
    }
    if isDivided, signs.count >= 2, groups.count >= 3, lengths[0...2].allSatisfy({ $0 <= 4 }),
      isDay(groups[0], groups[1], groups[2], lengths)
    {
      return isTimed ? .timestamp : .date
    }
    let text = String(String.UnicodeScalarView(scalars)).lowercased()
    if text.hasPrefix("民国") || text.hasPrefix("民國"), groups.count >= 3 { return .date }
    let hasMonth = months.contains { text.contains($0) }
    if hasMonth, groups.count >= 2, groups.contains(where: { (1900...2100).contains($0) }) {
      return isTimed ? .timestamp : .date
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
    digits.prefix(15).reduce(0) { $0 * 10 + Int($1.value) - 48 }
  }

  private static func isYear(_ number: Int) -> Bool { 1850...2100 ~= number }

  /// A year first (Christian, or of the Republic of China), or last.
  private static func isDay(_ a: Int, _ b: Int, _ c: Int, _ lengths: [Int]) -> Bool {
    if isYear(a), (1...12).contains(b), (1...31).contains(c) { return true }
    if lengths[0] == 3, (1...200).contains(a), (1...12).contains(b), (1...31).contains(c) {
      return true
    }
    let isDayAndMonth = (1...31).contains(a) && (1...31).contains(b) && min(a, b) <= 12
    return isDayAndMonth && (isYear(c) || lengths[2] == 2 && lengths[0] <= 2)
  }

  /// Digits alone: 20240305, and, where the label speaks of time, an epoch or a spreadsheet's serial.
  private static func bare(_ value: Int, count: Int, hint: LabelHint) -> ColumnGuess.Form? {
    if count == 8, isDay(value / 10_000, value / 100 % 100, value % 100, [4, 2, 2]) {
      return .date
    }
    if count == 14,
      isDay(value / 10_000_000_000, value / 100_000_000 % 100, value / 1_000_000 % 100, [4, 2, 2])
    {
      return .timestamp
    }
    if count == 13, (946_684_800_000...4_102_444_800_000).contains(value) { return .timestamp }
    guard hint == .time else { return nil }
    if count == 10, (631_152_000...4_102_444_800).contains(value) { return .timestamp }
    return count == 5 && (10_000...80_000).contains(value) ? .date : nil
  }
}
