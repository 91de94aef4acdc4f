import Vocabulary

extension OrganizationNameNormalizer {
  typealias Sense = OrganizationNameWords.Sense
  private typealias Part = OrganizationNameReading.Part

  func readHan(
    _ work: inout OrganizationNameWork, _ reading: inout OrganizationNameReading, _ signs: Signs
  ) {
    var text: [UInt32] = []
    var core: [UInt32] = []
    swap(&text, &work.text)
    swap(&core, &work.core)
    Self.trimEdges(&text)
    if reading.script == .mixed { removeTranslation(&text) }
    if signs.hasBlank {
      markEnds(&text)
      Self.compact(&text)
    }
    if signs.hasColon { removeLabel(&text) }
    removeOtherName(&text)
    while let current = collect(text.span, &core, &work) {
      text.removeSubrange(current.upperBound...)
      text.removeSubrange(..<current.lowerBound)
    }
    while let last = work.shown.last, !Self.isEnd(last) { work.shown.removeLast() }
    reading.text.set(Part.canonical.rawValue, work.shown.span)
    let bracketed = work.places.count
    if let short = read(core.span, &work, &reading, expanding: true) {
      core.replaceSubrange(short.range, with: words.text(short.full))
      work.restart(places: bracketed)
      _ = read(core.span, &work, &reading, expanding: false)
    }
    swap(&text, &work.text)
    swap(&core, &work.core)
  }

  /// A short name that was found, and the number of the full one.
  struct ShortName {
    var range: Range<Int>
    var full: UInt16
  }

  /// Reads what was left of the name without what stands apart in brackets.
  ///
  /// - Returns: A short name, when one was found that must be written out first.
  private func read(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork,
    _ reading: inout OrganizationNameReading, expanding: Bool
  ) -> ShortName? {
    var head = 0..<core.count
    let branch = takeBranch(core, &work, &head)
    takeForms(core, &work, &head)
    if let short = takePlaces(core, &work, &head, expanding: expanding) { return short }
    takeLastPlace(core, &work, &head)
    takeForms(core, &work, &head)
    takeFrontForm(core, &work, &head)
    if expanding, let short = shortName(core, head) { return short }
    sortPlaces(&work)
    let industry = industryStart(core, head)
    let brand = head.lowerBound..<industry
    writeParts(core, work, brand: brand, industry: industry..<head.upperBound, &reading)
    let isNamed = head.contains { OrganizationNameLetters.isContent(core[$0]) }
    guard isNamed || !work.places.isEmpty && !work.forms.isEmpty else { return nil }
    if work.places.isEmpty, work.tags.isEmpty,
      isNobody(core, head) || isForm(core, head) || Self.isAnybody(core, brand)
    {
      reading.issues.insert(.placeholder)
      return nil
    }
    writeKey(core, &work, head, branch: branch, &reading)
    return nil
  }

  /// Whether a brand is 某某 or XX.
  private static func isAnybody(_ core: Span<UInt32>, _ brand: Range<Int>) -> Bool {
    brand.count >= 2
      && (brand.allSatisfy { core[$0] == MaskedText.someone }
        || brand.allSatisfy { core[$0] | 0x20 == 0x78 })
  }

  func isForm(_ core: Span<UInt32>, _ range: Range<Int>) -> Bool {
    isWhole(core, range, Sense.form)
  }

  /// Whether a range is one word of a sense.
  func isWhole(_ core: Span<UInt32>, _ range: Range<Int>, _ senses: UInt32) -> Bool {
    words.backward.suffix(core, range, mark: senses).length == range.count
  }

  func suffixLength(_ core: Span<UInt32>, _ range: Range<Int>, _ senses: UInt32) -> Int {
    words.backward.suffix(core, range, mark: senses).length
  }

  /// A mark that parts a name from what stands behind a blank: 有限公司 张三.
  static let endMark: UInt32 = 0x1F

  /// Puts the mark in place of blanks behind legal forms.
  private func markEnds(_ text: inout [UInt32]) {
    for index in text.indices.dropFirst(3) where text[index] == 0x20 {
      let isEnd = suffixLength(text.span, 0..<index, Sense.plainForm) >= 3
      if isEnd { text[index] = Self.endMark }
    }
  }

  /// Blanks go where Han characters meet them, and one stays between Latin words.
  static func compact(_ text: inout [UInt32]) {
    var letters = text.mutableSpan
    var end = 0
    for index in 0..<letters.count {
      let scalar = letters[index]
      if scalar == 0x20 {
        guard end > 0, letters[end - 1] < 0x250, letters[end - 1] != 0x20, letters[end - 1] != 0x28
        else { continue }
        var next = index + 1
        while next < letters.count, letters[next] == 0x20 { next += 1 }
        guard next < letters.count, letters[next] < 0x250 else { continue }
      }
      letters[end] = scalar
      end += 1
    }
    if end < text.count { text.removeLast(text.count - end) }
  }

  // MARK: - Legal forms

  /// Takes legal forms from the end, as many as stand there: 集团股份有限公司.
  private func takeForms(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) {
    while head.count > 2 {
      let match = words.backward.suffix(core, head, mark: Sense.form)
      guard match.isFound, head.count - match.length >= 2 else { return }
      let start = head.upperBound - match.length
      work.forms.append(OrganizationNameWork.Form(range: start..<head.upperBound, node: match.node))
      head = head.lowerBound..<start
      let family = words.family(match.node)
      guard family != 0 else { continue }
      if words.backward.marks[match.node] & Sense.ownForm != 0 {
        if !work.families.contains(family) { work.families.append(family) }
        if match.length == 1 { return }
      } else if !work.weakFamilies.contains(family) {
        work.weakFamilies.append(family)
      }
    }
  }

  /// Takes a form that stands in front: 株式会社トヨタ自動車.
  private func takeFrontForm(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) {
    let match = words.fronts.prefix(core, head, mark: Sense.frontForm)
    guard match.isFound, head.count - match.length >= 2 else { return }
    let end = head.lowerBound + match.length
    work.forms.append(OrganizationNameWork.Form(range: head.lowerBound..<end, node: 0))
    head = end..<head.upperBound
  }

  // MARK: - Lines of business

  /// Where the line of business begins in brand and business; at least one character stays a brand.
  private func industryStart(_ core: Span<UInt32>, _ head: Range<Int>) -> Int {
    var start = head.upperBound
    while true {
      let rest = head.lowerBound..<start
      let match = words.backward.suffix(core, rest, mark: Sense.industry)
      guard match.isFound, match.length < rest.count else { return start }
      start -= match.length
    }
  }
}
