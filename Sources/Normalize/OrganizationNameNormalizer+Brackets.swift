extension OrganizationNameNormalizer {
  /// What becomes of that which stands in brackets.
  private enum Bracket {
    /// Part of the name.
    case name
    /// One place behind another one, the last the smallest.
    case places
    /// A branch in brackets: (深圳分公司), (人民路店).
    case branch
    /// A letter or a number that tells organizations apart.
    case tag
    /// A remark, a translation, an owner.
    case remark
    /// The name of today, which begins at an offset.
    case renamed(Int)
  }

  /// Fills `core` with the name, and takes apart what stands in brackets.
  ///
  /// - Returns: The range of the text that is the name of today, when brackets say so.
  func collect(
    _ text: Span<UInt32>, _ core: inout [UInt32], _ work: inout OrganizationNameWork
  ) -> Range<Int>? {
    core.removeAll(keepingCapacity: true)
    work.shown.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let end = Self.contentEnd(text, index)
      if end > index {
        core.append(text, index..<end)
        work.shown.append(text, index..<end)
        index = end
        continue
      }
      guard text[index] == 0x28, let close = Self.closing(text, index) else {
        appendMark(text, index, &core, &work)
        index += 1
        continue
      }
      let inside = index + 1..<close
      let bracket = bracket(text, inside, isFirst: core.isEmpty)
      if case .renamed(let start) = bracket { return start..<close }
      take(text, inside, bracket, &core, &work)
      index = close + 1
    }
    return nil
  }

  /// Where the letters end that begin at an index.
  private static func contentEnd(_ text: Span<UInt32>, _ index: Int) -> Int {
    var end = index
    while end < text.count, OrganizationNameLetters.isContent(text[end]) { end += 1 }
    return end
  }

  /// Appends what is no letter outside of brackets; marks between words part the name.
  private func appendMark(
    _ text: Span<UInt32>, _ index: Int, _ core: inout [UInt32], _ work: inout OrganizationNameWork
  ) {
    let scalar = text[index]
    if scalar == 0x28 || scalar == 0x29 { return }
    if scalar == Self.endMark {
      work.cut = core.count
      return
    }
    work.shown.append(scalar)
    let isBetween = index > 0 && index + 1 < text.count
    let isInLatin = isBetween && text[index - 1] < 0x250 && text[index + 1] < 0x250
    if scalar == 0x26 || isInLatin {
      core.append(scalar)
    } else {
      work.cut = core.count
    }
  }

  private func take(
    _ text: Span<UInt32>, _ inside: Range<Int>, _ bracket: Bracket, _ core: inout [UInt32],
    _ work: inout OrganizationNameWork
  ) {
    switch bracket {
    case .remark, .renamed: return
    case .places: takePlaces(text, inside, &work)
    case .tag: work.tags.append(text, inside)
    case .branch, .name:
      if case .branch = bracket, work.bracketedBranch == 0 { work.bracketedBranch = core.count }
      for index in inside where OrganizationNameLetters.isContent(text[index]) {
        core.append(text[index])
      }
    }
    work.shown.append(0x28)
    work.shown.append(text, inside)
    work.shown.append(0x29)
  }

  /// The bracket that closes the one at a place, over brackets within; nil when there is none.
  private static func closing(_ text: Span<UInt32>, _ open: Int) -> Int? {
    var depth = 0
    var last: Int?
    for index in open..<text.count {
      if text[index] == 0x28 { depth += 1 }
      guard text[index] == 0x29 else { continue }
      depth -= 1
      last = index
      if depth == 0 { return index }
    }
    return last
  }

  private func bracket(_ text: Span<UInt32>, _ inside: Range<Int>, isFirst: Bool) -> Bracket {
    let behind = inside.upperBound + 1..<text.count
    let inside = Self.trimmed(text, inside)
    guard !inside.isEmpty else { return .remark }
    if let other = otherName(text, inside) { return other }
    if isWhole(text, inside, Sense.note | Sense.headOffice | Sense.department)
      || isLatinNote(text, inside)
    {
      return .remark
    }
    if isWhole(text, inside, Sense.bracketForm) { return .remark }
    let isBeforeBranch = words.forward.prefix(text, behind, mark: Sense.branch).isFound
    if isPlaces(text, inside) { return isBeforeBranch ? .branch : .places }
    if isForm(text, inside) { return .name }
    let isLast = !behind.contains { OrganizationNameLetters.isContent(text[$0]) }
    if isBeforeBranch || suffixLength(text, inside, Sense.branch) > 0 { return .branch }
    if isIdentifier(text, inside) { return .tag }
    if let note = noteAtEnd(text, inside) { return note }
    if isFirst { return isComplete(text, behind) ? .remark : .name }
    if !isLast { return isTranslation(text, inside) ? .remark : .name }
    if suffixLength(text, inside, Sense.ownForm | Sense.institution) > 0 { return .branch }
    return isWhole(text, inside, Sense.industry) ? .name : .remark
  }

  /// Whether a range is one place behind another: 江苏昆山.
  private func isPlaces(_ text: Span<UInt32>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var last: Int?
    while start < range.upperBound {
      let place = places.prefix(text, start..<range.upperBound, behind: last)
      guard place.length > 0 else { return false }
      last = place.number
      start += place.length
    }
    return true
  }

  private func takePlaces(
    _ text: Span<UInt32>, _ range: Range<Int>, _ work: inout OrganizationNameWork
  ) {
    var start = range.lowerBound
    var last: Int?
    while start < range.upperBound {
      let place = places.prefix(text, start..<range.upperBound, behind: last)
      guard place.length > 0 else { return }
      work.places.append(place.number)
      last = place.number
      start += place.length
    }
  }

  /// Brackets without what is no letter at their ends.
  private static func trimmed(_ text: Span<UInt32>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, !OrganizationNameLetters.isContent(text[last]), text[last] != 0x29
    {
      range.removeLast()
    }
    while let first = range.first, !OrganizationNameLetters.isContent(text[first]) {
      range.removeFirst()
    }
    return range
  }

  /// What brackets say of another name: (原名…), (曾用名…), (现更名为…).
  private func otherName(_ text: Span<UInt32>, _ inside: Range<Int>) -> Bracket? {
    let match = words.otherNames.prefix(text, inside, mark: Sense.otherName)
    guard match.isFound, match.length < inside.count || match.length >= 2 else { return nil }
    guard words.otherNames.marks[match.node] & Sense.renamed != 0 else { return .remark }
    let rest = Self.trimmed(text, inside.lowerBound + match.length..<inside.upperBound)
    return rest.count >= 4 ? .renamed(rest.lowerBound) : .remark
  }

  /// A remark at the beginning or the end of more: (已注销2020年).
  private func noteAtEnd(_ text: Span<UInt32>, _ inside: Range<Int>) -> Bracket? {
    let front = words.forward.prefix(text, inside, mark: Sense.note).length
    let back = suffixLength(text, inside, Sense.note)
    return max(front, back) >= 2 ? .remark : nil
  }

  /// Whether letters in brackets are a remark such as VIP.
  private func isLatinNote(_ text: Span<UInt32>, _ inside: Range<Int>) -> Bool {
    guard text[inside.lowerBound] < 0x250 else { return false }
    var node: UInt32 = 0
    for index in inside where OrganizationNameLetters.isContent(text[index]) {
      node = words.forward.step(node, OrganizationNameLetters.folded(text[index]).0)
      if node == 0 { return false }
    }
    return words.forward.marks[Int(node)] & Sense.note != 0
  }

  /// Whether a range has letters of no Han text only.
  private func isTranslation(_ text: Span<UInt32>, _ range: Range<Int>) -> Bool {
    range.count >= 3 && range.allSatisfy { text[$0] < 0x250 }
  }

  /// Whether a name stands in a range that needs nothing in front: 北京华信科技有限公司.
  private func isComplete(_ text: Span<UInt32>, _ range: Range<Int>) -> Bool {
    range.count >= 5
      && suffixLength(text, range, Sense.form | Sense.institution | Sense.branch) > 0
  }
}
