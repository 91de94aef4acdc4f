/// A header as it is compared: what exports decorate it with is gone.
///
/// Full-width forms are folded, letters are lower case; blanks, `_`, `-`, `*`, quotes and characters
/// that cannot be seen are taken out, and so are the numbering in front, the colon behind, the `[]`
/// of JSON paths, and brackets that hold no name: （必填）, （元）, (1:个人；2:公司), (yyyy-MM-dd).
func comparable(_ label: String) -> String {
  var text = ""
  for scalar in label.unicodeScalars {
    let folded = foldedWidth(scalar)
    if !isDecoration(folded) { text.unicodeScalars.append(folded) }
  }
  text = LabelBrackets.withoutRemarks(text.lowercased())
  while text.last == ":" { text.removeLast() }
  return withoutNumbering(text)
}

/// A header as it is shown: without blanks and byte-order marks around it, on one line.
func shown(_ label: String) -> String {
  let isEdge: (Unicode.Scalar) -> Bool = { scalar in
    switch scalar.value {
    case 0x00...0x20, 0xA0, 0x3000, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
  var scalars = label.unicodeScalars[...]
  while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
  while let last = scalars.last, isEdge(last) { scalars.removeLast() }
  guard scalars.contains(where: { $0.value < 0x20 }) else {
    return String(String.UnicodeScalarView(scalars))
  }
  return String(String.UnicodeScalarView(scalars)).split { $0.isNewline || $0 == "\t" }
    .joined(separator: " ")
}

/// A full-width form as the ASCII character that it stands for.
func foldedWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard 0xFF01...0xFF5E ~= scalar.value else { return scalar }
  return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
}

private func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x20, 0x7F, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0x3000, 0xFEFF: true
  case 0x22, 0x27, 0x2A, 0x2D, 0x5F, 0x60: true  // " ' * - _ `
  case 0x2010...0x201F, 0x2605, 0x2606, 0x203B, 0x25CF: true  // hyphens, quotes, ★ ☆ ※ ●
  default: false
  }
}

/// The text without `1.`, `2、` or `(3)` in front.
private func withoutNumbering(_ text: String) -> String {
  var rest = text[...]
  let isBracketed = rest.first == "("
  if isBracketed { rest.removeFirst() }
  let digits = rest.prefix { $0.isASCII && $0.isNumber }
  guard (1...2).contains(digits.count) else { return text }
  rest = rest.dropFirst(digits.count)
  guard let sign = rest.first, isBracketed ? sign == ")" : [".", "、", ")"].contains(sign) else {
    return text
  }
  rest = rest.dropFirst()
  guard let first = rest.first, !first.isNumber else { return text }
  return String(rest)
}

/// Brackets in headers: remarks for whoever fills the column in, or a part of its name.
enum LabelBrackets {
  private static let pairs: [Character: Character] = [
    "(": ")", "[": "]", "【": "】", "{": "}", "<": ">",
  ]

  /// The text without the brackets that hold a remark, or nothing.
  static func withoutRemarks(_ text: String) -> String {
    guard text.contains(where: { pairs[$0] != nil }) else { return text }
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      guard let closing = pairs[character], let end = rest.firstIndex(of: closing) else {
        result.append(character)
        rest.removeFirst()
        continue
      }
      let content = rest[rest.index(after: rest.startIndex)..<end]
      if !isRemark(content) { result += rest[...end] }
      rest = rest[rest.index(after: end)...]
    }
    return result
  }

  private static let marks: Set<Substring> = [
    "必填", "必填项", "必输", "必须", "必須", "必須項目", "选填", "選填", "可选", "非必填", "任意", "required",
    "optional", "mandatory", "唯一", "只读", "多选", "单选", "下拉", "文本", "数字", "日期", "隐藏", "系统", "自动",
    "元", "万元", "千元", "人民币", "人民币元", "rmb", "cny", "usd", "eur", "ntd", "twd", "円", "¥", "$", "€",
    "%",
    "天", "小时", "分钟", "个", "岁", "次", "笔", "家", "人",
  ]
  private static let beginnings = [
    "例", "如", "请", "請", "格式", "填写", "导入", "最多", "不超过", "单位", "單位", "注", "说明", "yyyy", "yy",
    "mm/dd", "dd/mm", "hh", "e.g", "eg.", "max", "format",
  ]
  private static let separators: [Character] = [":", "=", "/", "、", "|", ",", ";", "；", "，"]

  private static func isRemark(_ content: Substring) -> Bool {
    if content.isEmpty || marks.contains(content) { return true }
    if beginnings.contains(where: content.hasPrefix) { return true }
    if content.contains(where: separators.contains) { return true }
    return content.hasSuffix("位") && content.dropLast().allSatisfy(\.isNumber)
  }
}
