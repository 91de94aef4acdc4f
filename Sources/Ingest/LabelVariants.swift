/// Ways to write a common label that are looked for when no label is met as it stands.
///
/// A label in two languages, one with the number of a repeated column, or with the word for whom it
/// is about in front, is read as the label within it.
struct LabelVariants {
  /// A label that was found in a longer one.
  struct Variant: Hashable {
    /// Comparable.
    var label: String
    /// Where columns of one name repeat: the number, 1 for the first.
    var number: Int?
  }

  /// Words that only say whom a column is about.
  private static let subjects = [
    "客户", "客戶", "联系人", "聯絡人", "会员", "顾客", "顧客", "主要", "默认", "常用", "customer", "client",
    "contact", "member", "primary", "main",
  ]
  /// Words in brackets that only say which of several a column is.
  private static let qualifiers: Set<String> = [
    "座机", "固话", "手机", "公司", "个人", "单位", "主", "常用", "备用", "全称", "家庭", "办公", "mobile", "work",
    "home", "office", "business", "primary", "main", "other",
  ]

  /// What a label may stand for, the likeliest first.
  static func of(_ label: String) -> [Variant] {
    var variants = languages(of: label).map { Variant(label: comparable($0)) }
    let key = comparable(label)
    if let (rest, number) = numbered(key) { variants.append(Variant(label: rest, number: number)) }
    if let rest = withoutQualifier(key) { variants.append(Variant(label: rest)) }
    for subject in subjects where key.hasPrefix(subject) {
      let rest = String(key.dropFirst(subject.count))
      guard rest.unicodeScalars.count >= (rest.utf8.first.map { $0 < 0x80 } ?? true ? 3 : 2) else {
        continue
      }
      variants.append(Variant(label: rest))
      if let (inner, number) = numbered(rest) {
        variants.append(Variant(label: inner, number: number))
      }
    }
    return variants.filter { !$0.label.isEmpty && $0.label != key }
  }

  /// The two halves of a label such as `客户名称 Customer Name` or `Name (姓名)`.
  private static func languages(of label: String) -> [String] {
    let folded = String(String.UnicodeScalarView(label.unicodeScalars.map(foldedWidth)))
    let parts = folded.split { "()[]|/\n\r".contains($0) || $0 == "【" || $0 == "】" }
      .map { shown(String($0)) }.filter { !$0.isEmpty }
    if parts.count == 2, isHan(parts[0]) != isHan(parts[1]) { return parts }
    guard parts.count == 1 else { return [] }
    let words = parts[0].split(separator: " ").map(String.init)
    guard
      let border = words.indices.dropFirst().first(where: { isHan(words[$0]) != isHan(words[0]) }),
      words[border...].allSatisfy({ isHan($0) != isHan(words[0]) })
    else { return [] }
    let halves = [words[..<border].joined(separator: " "), words[border...].joined(separator: " ")]
    // A short word such as ID belongs to the name beside it.
    return halves.contains { !isHan($0) && $0.count <= 2 } ? [] : halves
  }

  private static func isHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { ValueForm.isHan($0) || 0x3040...0x30FF ~= $0.value }
  }

  /// `电话2`, `电话(2)` and `phone2` without their number; one of 20 or more is no repetition.
  private static func numbered(_ key: String) -> (rest: String, number: Int)? {
    var rest = key[...]
    let isBracketed = rest.last == ")"
    if isBracketed { rest.removeLast() }
    var digits = ""
    while let last = rest.last, last.isASCII, last.isNumber {
      digits = String(last) + digits
      rest.removeLast()
    }
    guard let number = Int(digits), 1..<20 ~= number else { return nil }
    if isBracketed {
      guard rest.last == "(" else { return nil }
      rest.removeLast()
    }
    return rest.isEmpty ? nil : (String(rest), number)
  }

  private static func withoutQualifier(_ key: String) -> String? {
    guard key.last == ")", let opening = key.lastIndex(of: "(") else { return nil }
    let content = key[key.index(after: opening)...].dropLast()
    return qualifiers.contains(String(content)) ? String(key[..<opening]) : nil
  }
}
