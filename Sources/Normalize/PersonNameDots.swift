extension PersonNameNormalizer {
  /// Tells the dots within foreign names from those that part a name from something else.
  ///
  /// 约翰.史密斯 and 买买提 · 吐尔逊 get their dot; in 北京·钱师傅 and Tony·钱恬玉 it becomes a separator.
  func settleDots(_ work: inout PersonNameWork) {
    guard work.signs.hasMarks,
      work.text.contains(where: { $0 == 0xB7 || $0 == 0x2E || $0 == 0x2D })
    else { return }
    work.closeDots()
    for place in work.text.indices {
      let scalar = work.text[place]
      guard scalar == 0xB7 || scalar == 0x2E || scalar == 0x2D else { continue }
      let left = work.run(before: place)
      let right = work.run(behind: place)
      if scalar == 0xB7 {
        if !isNameDot(work.text, left, right) { work.text[place] = 0x2F }
      } else if left.count + right.count >= 3, !left.isEmpty, !right.isEmpty,
        words.characters.areForeign(work.text, left, right), isNameDot(work.text, left, right),
        scalar == 0x2E || isUnlikely(work.text, left) && isUnlikely(work.text, right)
      {
        work.text[place] = 0xB7
      }
    }
  }

  /// Whether a dot stands within a name.
  private func isNameDot(_ text: [UInt32], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if left.isEmpty || right.isEmpty { return false }
    if text[left.upperBound - 1] < 0x80 || text[right.lowerBound] < 0x80 {
      return left.count == 1 || right.count == 1  // 乔治·F·米勒, but not Tony·钱恬玉
    }
    let title = words.titles.behind(text, right)
    let stem = right.lowerBound..<right.upperBound - title
    let isForeign =
      !stem.isEmpty && words.characters.areForeign(text, left, stem)
    for side in [left, right] {
      if words.classifier.isRegion(text, side) || words.titles.remarks[text, side] != nil
        || organizationOdds(text, side) != nil || words.titles.isBehind(text, side)
      {
        return false
      }
      if !isForeign, let name = addressedName(text, side),
        words.surnames.isKnown(text, name.surname)
      {
        return false
      }
    }
    return isForeign || isUnlikely(text, left) || isUnlikely(text, right)
  }

  /// Whether a text is no Chinese name of two or three characters.
  private func isUnlikely(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard let name = bareName(text, range) else { return true }
    return name.odds < -22
  }
}

extension PersonNameWork {
  /// Takes away blanks beside dots, and dots at the ends.
  fileprivate mutating func closeDots() {
    while text.first == 0xB7 { text.removeFirst() }
    while text.last == 0xB7 { text.removeLast() }
    guard text.contains(0xB7), text.contains(0x20) else { return }
    var kept = 0
    for place in text.indices {
      let isBeside =
        kept > 0 && text[kept - 1] == 0xB7
        || place + 1 < text.count && text[place + 1] == 0xB7
      if text[place] == 0x20, isBeside { continue }
      text[kept] = text[place]
      kept += 1
    }
    text.removeLast(text.count - kept)
  }

  /// The letters of one script in front of a place.
  fileprivate func run(before place: Int) -> Range<Int> {
    var start = place
    while start > 0, joinsRun(start - 1, with: place - 1) { start -= 1 }
    return start..<place
  }

  /// The letters of one script behind a place.
  fileprivate func run(behind place: Int) -> Range<Int> {
    var end = place + 1
    while end < text.count, joinsRun(end, with: place + 1) { end += 1 }
    return place + 1..<end
  }

  private func joinsRun(_ place: Int, with first: Int) -> Bool {
    let scalar = text[place]
    guard scalar != 0xB7 else { return false }
    return NameText.joinsHan(text[first])
      ? NameText.joinsHan(scalar) : NameText.isLatin(text[first]) && NameText.isLatin(scalar)
  }
}
