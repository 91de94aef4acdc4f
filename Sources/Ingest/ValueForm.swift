/// Tells the form of one value.
enum ValueForm {
  /// The form of a trimmed value that is not empty.
  static func of(_ text: String, hint: LabelHint) -> ColumnGuess.Form {
    let scalars = text.unicodeScalars.map(folded)
    if isEmail(scalars) { return .email }
    let lower = text.lowercased()
    if ["http://", "https://", "www."].contains(where: lower.hasPrefix) { return .url }
    if let form = codeForm(scalars) { return form }
    let digits = scalars.count { isDigit($0) }
    if digits > 0, let form = numericForm(scalars, digits: digits, hint: hint) { return form }
    return wordForm(text, lower: lower, scalars: scalars, digits: digits)
  }

  /// Whether a value could be a system's key: one short word with a digit in it.
  static func isCode(_ text: String) -> Bool {
    var digits = 0
    var length = 0
    for scalar in text.unicodeScalars {
      length += 1
      if isDigit(scalar) {
        digits += 1
      } else if !isLetter(scalar), !["-", "_", ".", "/", "#", ":"].contains(scalar) {
        return false
      }
    }
    return digits > 0 && length <= 40
  }

  // MARK: - Characters

  /// Full-width forms as ASCII, and the marks that stand for a blank or a hyphen.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    case 0x2010...0x2015: "-"
    default: scalar
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  // MARK: - Marked forms

  private static func isEmail(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let at = scalars.firstIndex(of: "@"), at > 0, at < scalars.count - 3 else { return false }
    let domain = scalars[(at + 1)...]
    guard !domain.contains("@"), let dot = domain.lastIndex(of: "."), dot > at + 1 else {
      return false
    }
    return !scalars.contains(" ")
  }

  /// Codes of 18 characters with a check character.
  private static func codeForm(_ scalars: [Unicode.Scalar]) -> ColumnGuess.Form? {
    guard scalars.count == 18, scalars.allSatisfy({ isDigit($0) || isLetter($0) }) else {
      return nil
    }
    let text = scalars.map { String($0).uppercased() }
    if ResidentIDCheck.holds(text) { return .residentID }
    return CreditCodeCheck.holds(text) ? .creditCode : nil
  }

  // MARK: - Digits

  private static func numericForm(
    _ scalars: [Unicode.Scalar], digits: Int, hint: LabelHint
  ) -> ColumnGuess.Form? {
    if let form = DateForm.of(scalars, hint: hint) { return form }
    if hint == .postcode, (5...7).contains(digits), scalars.count <= 9 { return .postcode }
    if PhoneForm.holds(scalars, hint: hint) { return .phone }
    let signs: [Unicode.Scalar] = [
      "+", "-", ".", ",", " ", "(", ")", "¥", "￥", "$", "€", "%", "元", "万", "'",
    ]
    if scalars.allSatisfy({ isDigit($0) || signs.contains($0) }) { return .number }
    let isScientific =
      digits >= 2 && scalars.allSatisfy { isDigit($0) || ["E", "e", "+", "-", "."].contains($0) }
      && scalars.count { $0 == "E" || $0 == "e" } == 1 && isDigit(scalars[0])
    return isScientific ? .number : nil
  }

  // MARK: - Words

  private static func wordForm(
    _ text: String, lower: String, scalars: [Unicode.Scalar], digits: Int
  ) -> ColumnGuess.Form {
    let han = scalars.count { isHan($0) }
    if han * 2 >= scalars.count {
      if NameForm.isHanOrganization(text, han: han) { return .organizationName }
      if NameForm.isHanAddress(text, han: han, digits: digits) { return .address }
      if digits == 0, NameForm.isHanPlace(text, han: han) { return .place }
      if digits == 0, NameForm.isHanPerson(scalars, text: text) { return .personName }
      return .text
    }
    let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }
    if NameForm.isLatinOrganization(words) { return .organizationName }
    if digits > 0, NameForm.isLatinAddress(words) { return .address }
    if digits == 0, NameForm.isLatinPerson(text) { return .personName }
    return .text
  }
}
