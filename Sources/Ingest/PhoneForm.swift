/// Phone numbers by their digits and signs.
enum PhoneForm {
  /// Whether a value reads as one phone number, or several.
  ///
  /// Bare digits count only where they are a Chinese mobile or the label says so.
  static func holds(_ scalars: [Unicode.Scalar], hint: LabelHint) -> Bool {
    var digits: [Unicode.Scalar] = []
    var stars = 0
    for scalar in scalars {
      if digits.count >= 7, isEnd(scalar) { break }
      if ValueForm.isDigit(scalar) {
        digits.append(scalar)
      } else if scalar == "*" {
        stars += 1
      } else if !["+", "-", " ", "(", ")", ".", "'"].contains(scalar) {
        return false
      }
    }
    if stars > 0 { return (3...11).contains(digits.count + stars) && stars <= 8 }
    guard (5...15).contains(digits.count) else { return false }
    if hint == .phone { return true }
    return isMobile(digits) || isMarked(scalars, digits)
  }

  /// A further number, an extension or a remark behind the number.
  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    ["/", "、", ";", ",", "\n", "转", "轉", "x", "e", "（", "("].contains(scalar)
  }

  private static func isMobile(_ digits: [Unicode.Scalar]) -> Bool {
    var own = digits[...]
    if own.count == 15, own.starts(with: ["0", "0", "8", "6"]) { own = own.dropFirst(4) }
    if own.count == 13, own.starts(with: ["8", "6"]) { own = own.dropFirst(2) }
    guard own.count == 11, own.first == "1", let second = own.dropFirst().first else {
      return false
    }
    return ("3"..."9").contains(second)
  }

  /// Numbers that show what they are by a plus, brackets, or an area code and a hyphen.
  private static func isMarked(_ scalars: [Unicode.Scalar], _ digits: [Unicode.Scalar]) -> Bool {
    if scalars.first == "+" { return digits.count >= 8 }
    if scalars.contains("."), !scalars.contains("-") { return false }
    let groups = scalars.split { !ValueForm.isDigit($0) }.map(\.count)
    if digits[0] == "0", groups.count >= 2, digits.count >= 9 { return true }
    if digits[0] == "0", groups.count == 1 { return (10...12).contains(digits.count) }
    if groups == [3, 3, 4] || groups == [3, 4, 4] || groups == [1, 3, 3, 4] { return true }
    let isService = digits.starts(with: ["4", "0", "0"]) || digits.starts(with: ["8", "0", "0"])
    return isService && digits.count == 10
  }
}
