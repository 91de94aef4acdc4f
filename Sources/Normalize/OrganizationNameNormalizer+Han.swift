import Vocabulary

extension OrganizationNameNormalizer {
  typealias Sense = OrganizationNameWords.Sense
  private typealias Part = OrganizationNameReading.Part

  func readHan(_ work: inout OrganizationNameWork, _ reading: inout OrganizationNameReading) {
    var text: [UInt32] = []
    var core: [UInt32] = []
    swap(&text, &work.text)
    swap(&core, &work.core)
    Self.compact(&text)
    reading.text.set(Part.canonical.rawValue, text.span)
    collectCore(text.span, &core, &work)
    read(core.span, &work, &reading)
    swap(&text, &work.text)
    swap(&core, &work.core)
  }

  /// Reads what was left of the name without what stands apart in brackets.
  private func read(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork,
    _ reading: inout OrganizationNameReading
  ) {
    var head = 0..<core.count
    let branch = takeBranch(core, &head)
    takeForms(core, &work, &head)
    takePlaces(core, &work, &head)
    sortPlaces(&work)
    let industry = industryStart(core, head)
    let brand = head.lowerBound..<industry
    writeParts(core, work, brand: brand, industry: industry..<head.upperBound, &reading)
    let isNamed = head.contains { OrganizationNameLetters.isContent(core[$0]) }
    guard isNamed || !work.places.isEmpty && !work.forms.isEmpty else { return }
    if work.places.isEmpty, isNobody(core, head) || isForm(core, head) {
      reading.issues.insert(.placeholder)
      return
    }
    writeKey(core, work, head, branch: branch, &reading)
  }

  private func isForm(_ core: Span<UInt32>, _ range: Range<Int>) -> Bool {
    words.backward.suffix(core, range, mark: Sense.form).length == range.count
  }

  /// The text without blanks where Han characters meet them.
  static func withoutBlanks(_ text: [UInt32]) -> [UInt32] {
    var compacted = text
    compact(&compacted)
    return compacted
  }

  /// Blanks go where Han characters meet them, and one stays between Latin words.
  static func compact(_ text: inout [UInt32]) {
    guard text.contains(0x20) else { return }
    var end = 0
    for index in text.indices {
      let scalar = text[index]
      if scalar == 0x20 {
        guard end > 0, text[end - 1] < 0x250, text[end - 1] != 0x20, text[end - 1] != 0x28 else {
          continue
        }
        var next = index + 1
        while next < text.count, text[next] == 0x20 { next += 1 }
        guard next < text.count, text[next] < 0x250 else { continue }
      }
      text[end] = scalar
      end += 1
    }
    if end < text.count { text.removeLast(text.count - end) }
  }

  // MARK: - Brackets

  /// Fills `core` with the name, and takes apart what stands in brackets.
  private func collectCore(
    _ text: Span<UInt32>, _ core: inout [UInt32], _ work: inout OrganizationNameWork
  ) {
    var index = 0
    while index < text.count {
      guard text[index] == 0x28, let close = Self.closing(text, index) else {
        if text[index] != 0x28, text[index] != 0x29 { core.append(text[index]) }
        index += 1
        continue
      }
      let inside = index + 1..<close
      if let place = bracketedPlace(text, inside) {
        work.places.append(place)
      } else if core.isEmpty || belongsToName(text, inside) {
        for place in inside { core.append(text[place]) }
      }
      index = close + 1
    }
  }

  /// The bracket that closes the one at a place; nil when there is none.
  private static func closing(_ text: Span<UInt32>, _ open: Int) -> Int? {
    for index in open..<text.count where text[index] == 0x29 { return index }
    return nil
  }

  /// The place that is all that stands in brackets, unless it is a branch's.
  private func bracketedPlace(_ text: Span<UInt32>, _ inside: Range<Int>) -> Int? {
    let place = places.prefix(text, inside)
    guard place.length > 0, place.length == inside.count, !isBranch(text, inside) else {
      return nil
    }
    return place.number
  }

  /// Forms and branches stay where they stand; other notes are left out.
  private func belongsToName(_ text: Span<UInt32>, _ inside: Range<Int>) -> Bool {
    isBranch(text, inside) || isForm(text, inside)
  }

  /// Whether brackets hold a branch, or stand in front of its word: (深圳)分公司.
  private func isBranch(_ text: Span<UInt32>, _ inside: Range<Int>) -> Bool {
    let behind = inside.upperBound + 1..<text.count
    return words.forward.prefix(text, behind, mark: Sense.branch).isFound
      || words.backward.suffix(text, inside, mark: Sense.branch).isFound
  }

  // MARK: - Branches

  /// A branch is what follows the head office's legal form, or stands at the end with its place.
  ///
  /// - Returns: The range of the branch, which is taken off the head; empty when there is none.
  private func takeBranch(_ core: Span<UInt32>, _ head: inout Range<Int>) -> Range<Int> {
    let none = head.upperBound..<head.upperBound
    let marker = words.backward.suffix(core, head, mark: Sense.branch).length
    guard marker > 0, head.count > marker + 1 else { return none }
    let start = branchStart(core, head, marker: marker)
    let branch = start..<head.upperBound
    head = head.lowerBound..<start
    return branch
  }

  private func branchStart(_ core: Span<UInt32>, _ head: Range<Int>, marker: Int) -> Int {
    let end = head.upperBound - marker
    var start = end
    while start > head.lowerBound + 2 {
      if endsHeadOffice(core, head.lowerBound..<start) { return start }
      start -= 1
    }
    start = head.lowerBound + 2
    while start < end {
      let place = places.prefix(core, start..<end)
      if place.length > 0, end - start - place.length <= 4 { return start }
      start += 1
    }
    return end
  }

  /// Whether a head office's name can end here: 有限公司, 银行.
  private func endsHeadOffice(_ core: Span<UInt32>, _ range: Range<Int>) -> Bool {
    words.backward.suffix(core, range, mark: Sense.plainForm | Sense.institution).length >= 2
      && !words.backward.suffix(core, range, mark: Sense.branch).isFound
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
      work.forms.append(start..<head.upperBound)
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

  // MARK: - Places

  private func takePlaces(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) {
    while true {
      let place = places.prefix(core, head)
      guard place.length > 0, head.count - place.length >= 2 else { break }
      work.places.append(place.number)
      head = head.lowerBound + place.length..<head.upperBound
      dropDistrict(core, &head)
      guard work.places.count < 3 else { return }
    }
    takeLastPlace(core, &work, &head)
  }

  /// 华信科技深圳有限公司: a place behind the line of business.
  private func takeLastPlace(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) {
    var start = head.lowerBound + 4
    while start < head.upperBound {
      let place = places.prefix(core, start..<head.upperBound)
      if place.length > 0, start + place.length == head.upperBound,
        words.backward.suffix(core, head.lowerBound..<start, mark: Sense.industry).isFound
      {
        work.places.append(place.number)
        head = head.lowerBound..<start
        return
      }
      start += 1
    }
  }

  /// 海淀区 behind 北京市 is left out, for other spellings of the name do without it.
  private func dropDistrict(_ core: Span<UInt32>, _ head: inout Range<Int>) {
    for length in [3, 4] where head.count >= length + 2 {
      let last = core[head.lowerBound + length - 1]
      guard last == 0x533A || last == 0x53BF else { continue }  // 区, 县
      head = head.lowerBound + length..<head.upperBound
      return
    }
  }

  /// 江苏苏州 is Suzhou, and a place is named once; the rest are put in a fixed order.
  private func sortPlaces(_ work: inout OrganizationNameWork) {
    guard work.places.count > 1 else { return }
    for place in work.places {
      if let province = places.province(place) { work.places.removeAll { $0 == province } }
    }
    work.places.sort(by: places.precedes)
    var last = -1
    work.places.removeAll { place in
      defer { last = place }
      return place == last
    }
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
