extension OrganizationNameNormalizer {
  /// Whether a name can end, or begin behind an opening bracket, with the scalar.
  static func isEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || OrganizationNameLetters.isContent(scalar)
  }

  /// Takes marks and list numbers off the ends: 「1、华信科技有限公司;」.
  static func trimEdges(_ text: inout [UInt32]) {
    while let last = text.last, !isEnd(last) { text.removeLast() }
    var start = 0
    while start < text.count, text[start] != 0x28, !OrganizationNameLetters.isContent(text[start]) {
      start += 1
    }
    var number = start
    while number < text.count, isScalarDigit(text[number]) { number += 1 }
    let isListed = number > start && number - start <= 3 && number + 1 < text.count
    if isListed, [0x2C, 0x2E, 0x29].contains(text[number]), HanTable.isHan(text[number + 1]) {
      start = number + 1
    }
    if start > 0 { text.removeFirst(start) }
  }

  /// Takes off what a form asked for: 客户名称：…, 甲方:….
  func removeLabel(_ text: inout [UInt32]) {
    guard let colon = text.prefix(14).firstIndex(of: 0x3A), colon > 0, colon + 2 < text.count
    else { return }
    let isLabel: Bool
    if text[0] < 0x250 {
      isLabel = isLatinLabel(text, colon)
    } else {
      let span = text.span
      isLabel = words.forward.whole(span, 0..<colon, mark: Sense.label | Sense.note) != 0
    }
    guard isLabel else { return }
    text.removeFirst(colon + 1)
    Self.trimEdges(&text)
  }

  private func isLatinLabel(_ text: [UInt32], _ colon: Int) -> Bool {
    var node: UInt32 = 0
    for scalar in text[..<colon] where OrganizationNameLetters.isContent(scalar) {
      node = words.forward.step(node, OrganizationNameLetters.folded(scalar).0)
      if node == 0 { return false }
    }
    return words.forward.marks[Int(node)] & (Sense.label | Sense.note) != 0
  }

  /// Takes off a former or another name that stands behind without brackets.
  ///
  /// …有限公司 原名：… keeps what stands in front, …有限公司更名为… what stands behind.
  func removeOtherName(_ text: inout [UInt32]) {
    var index = 0
    while index < text.count {
      guard words.otherNames.mayBegin(text[index]), let range = otherName(text.span, index) else {
        index += 1
        continue
      }
      if range.isEmpty {
        text.removeSubrange(index...)
      } else {
        text.removeSubrange(range.upperBound...)
        text.removeFirst(range.lowerBound)
      }
      Self.trimEdges(&text)
      return
    }
  }

  /// What stays of the text where another name begins at an index; empty for what stands in front.
  private func otherName(_ text: Span<UInt32>, _ index: Int) -> Range<Int>? {
    let match = words.otherNames.prefix(text, index..<text.count, mark: Sense.otherName)
    guard match.isFound else { return nil }
    let rest = index + match.length..<text.count
    guard index > 0 else {
      // 原北京华信…: the name of a firm that was called so
      let isFormer = words.otherNames.marks[match.node] & Sense.former != 0
      let isName = match.length > 1 || places.prefix(text, rest).length > 0
      return isFormer && isName && rest.count >= 4 ? rest : nil
    }
    let before = text[index - 1]
    let isApart =
      !OrganizationNameLetters.isContent(before) && before != 0x28
      || suffixLength(text, 0..<index, Sense.plainForm | Sense.institution) >= 2
    guard isApart, rest.count >= 4 || match.length > 1, !Self.isInBrackets(text, index) else {
      return nil
    }
    let isRenamed = words.otherNames.marks[match.node] & Sense.renamed != 0
    return isRenamed && rest.count >= 4 ? rest : 0..<0
  }

  private static func isInBrackets(_ text: Span<UInt32>, _ index: Int) -> Bool {
    var depth = 0
    for place in 0..<index {
      if text[place] == 0x28 { depth += 1 } else if text[place] == 0x29 { depth -= 1 }
    }
    return depth > 0
  }

  // MARK: - Translations

  /// Takes off the Latin name beside a Chinese one: 华信科技有限公司 Huaxin Technology Ltd.
  func removeTranslation(_ text: inout [UInt32]) {
    var end = text.count
    while end > 0, Self.isLatinText(text[end - 1]) { end -= 1 }
    if end < text.count, end > 0, isTranslation(text, end..<text.count, rest: 0..<end) {
      text.removeSubrange(end...)
      Self.trimEdges(&text)
    }
    var start = 0
    while start < text.count, Self.isLatinText(text[start]) { start += 1 }
    if start > 0, start < text.count, isTranslation(text, 0..<start, rest: start..<text.count) {
      text.removeFirst(start)
      Self.trimEdges(&text)
    }
  }

  private static func isLatinText(_ scalar: UInt32) -> Bool {
    scalar < 0x250 && scalar != 0x28 && scalar != 0x29
  }

  /// Whether a Latin run beside a Chinese name is a name by itself, and not its brand.
  private func isTranslation(_ text: [UInt32], _ run: Range<Int>, rest: Range<Int>) -> Bool {
    let span = text.span
    var letters = 0
    var parts = 0
    for index in run {
      guard NameText.isLatin(text[index]) else { continue }
      letters += 1
      if index == run.lowerBound || !OrganizationNameLetters.isContent(text[index - 1]) {
        parts += 1
      }
    }
    guard letters >= 3, rest.count >= 4 else { return false }
    let isFinished =
      suffixLength(span, rest, Sense.form | Sense.institution | Sense.branch) > 0
    let isApart = run.lowerBound > 0 || !OrganizationNameLetters.isContent(text[run.upperBound - 1])
    return isFinished ? isApart : parts >= 2 && run.lowerBound > 0
  }
}
