extension OrganizationNameNormalizer {
  /// Takes what stands behind the head office: a branch, a place, a department, letters and digits.
  ///
  /// - Returns: The range of the branch, which is taken off the head; empty when there is none.
  func takeBranch(
    _ core: Span<UInt32>, _ work: inout OrganizationNameWork, _ head: inout Range<Int>
  ) -> Range<Int> {
    let end = head.upperBound
    if work.bracketedBranch >= head.lowerBound + 2 {
      head = head.lowerBound..<work.bracketedBranch
      return head.upperBound..<end
    }
    let last = LastWords(core, head, words.backward)
    let isPart = last.branch > 0 && last.institution <= last.branch
    if isPart, last.branch >= last.form, head.count > last.branch + 1 {
      head = head.lowerBound..<branchStart(core, head, marker: last.branch)
      return head.upperBound..<end
    }
    if work.cut >= head.lowerBound + 4, work.cut < end,
      suffixLength(core, head.lowerBound..<work.cut, Sense.plainForm) >= 2
    {
      return takeTail(core, work.cut..<end, &work, &head, isCertain: true)
    }
    guard last.plainForm < max(last.form, 2) || last.plainForm == 0 else { return end..<end }
    if let start = headEnd(core, head, form: last.form) {
      return takeTail(core, start..<end, &work, &head, isCertain: true)
    }
    if let start = storeStart(core, head) {
      head = head.lowerBound..<start
      return start..<end
    }
    if work.cut >= head.lowerBound + 2, work.cut < end {
      return takeTail(core, work.cut..<end, &work, &head, isCertain: false)
    }
    return end..<end
  }

  /// How long the words are that a name ends with, the longest of each kind; 0 where there is none.
  private struct LastWords {
    private(set) var branch = 0
    private(set) var form = 0
    private(set) var plainForm = 0
    private(set) var institution = 0

    init(_ core: Span<UInt32>, _ head: Range<Int>, _ words: WordTrie) {
      words.forEachSuffix(core, head) { length, marks in
        if marks & Sense.branch != 0 { branch = length }
        if marks & Sense.form != 0 { form = length }
        if marks & Sense.plainForm != 0 { plainForm = length }
        if marks & Sense.institution != 0 { institution = length }
      }
    }
  }

  /// Where the head office's name ends in a name that goes on behind its legal form; nil in others.
  private func headEnd(_ core: Span<UInt32>, _ head: Range<Int>, form: Int) -> Int? {
    var end = head.upperBound - max(form, 1)
    while end > head.lowerBound + 2 {
      let range = head.lowerBound..<end
      let plain = suffixLength(core, range, Sense.plainForm)
      let isNamed = range.count - plain >= 2
      if plain >= 2, isNamed, suffixLength(core, range, Sense.branch) <= plain { return end }
      end -= 1
    }
    return nil
  }

  /// Where a store begins that is called by its street: 华信超市人民路店.
  private func storeStart(_ core: Span<UInt32>, _ head: Range<Int>) -> Int? {
    let end = head.upperBound
    guard head.count >= 7, core[end - 1] == 0x5E97, Self.isStreet(core[end - 2]) else { return nil }
    for start in stride(from: end - 3, through: max(end - 7, head.lowerBound + 3), by: -1) {
      let senses = Sense.institution | Sense.industry
      if suffixLength(core, head.lowerBound..<start, senses) >= 2 { return start }
    }
    return nil
  }

  /// 路 街 道 场 城 站 门 区 园 村 镇 桥 口 井 碑 巷 湾 厦, which end the names of streets and squares.
  private static func isStreet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x8DEF, 0x8857, 0x9053, 0x573A, 0x57CE, 0x7AD9, 0x95E8, 0x533A, 0x56ED, 0x6751, 0x9547,
      0x6865, 0x53E3, 0x4E95, 0x7891, 0x5DF7, 0x6E7E, 0x53A6:
      true
    default: false
    }
  }

  /// Takes the tail behind a head office apart.
  ///
  /// - Parameters:
  ///   - core: The name.
  ///   - tail: What stands behind the head office.
  ///   - work: Takes places, letters and digits.
  ///   - head: Loses the tail, unless that belongs to the name.
  ///   - isCertain: Whether a legal form stands in front of the tail.
  /// - Returns: The tail where it is a branch, else an empty range.
  private func takeTail(
    _ core: Span<UInt32>, _ tail: Range<Int>, _ work: inout OrganizationNameWork,
    _ head: inout Range<Int>, isCertain: Bool
  ) -> Range<Int> {
    let none = tail.upperBound..<tail.upperBound
    if isWhole(core, tail, Sense.plainForm | Sense.weakForm | Sense.groupForm) { return none }
    let before = head
    head = head.lowerBound..<tail.lowerBound
    let place = places.prefix(core, tail)
    if place.length == tail.count {
      work.places.append(place.number)
      return none
    }
    if isWhole(core, tail, Sense.headOffice | Sense.department | Sense.note) { return none }
    if isIdentifier(core, tail) {
      work.tags.append(core, tail)
      return none
    }
    let isPart = suffixLength(core, tail, Sense.branch | Sense.ownForm | Sense.institution) > 0
    if isPart || isCertain && work.cut != tail.lowerBound { return tail }
    if !isCertain { head = before }
    return none
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
    start = end
    while start > head.lowerBound + 2, OrganizationNameLetters.isNumeral(core[start - 1]) {
      start -= 1
    }
    return start
  }

  /// Whether a head office's name can end here: 有限公司, 集团, 银行.
  private func endsHeadOffice(_ core: Span<UInt32>, _ range: Range<Int>) -> Bool {
    let senses = Sense.plainForm | Sense.groupForm | Sense.institution
    let length = suffixLength(core, range, senses)
    return length >= 2 && suffixLength(core, range, Sense.branch) == 0
  }

  /// Whether a range is a number, or letters that tell one from another: A, 2, 二, 甲.
  func isIdentifier(_ core: Span<UInt32>, _ range: Range<Int>) -> Bool {
    guard (1...4).contains(range.count) else { return false }
    var letters = 0
    for index in range {
      let scalar = core[index]
      if NameText.isLatin(scalar) {
        letters += 1
      } else if !OrganizationNameLetters.isNumeral(scalar), !Self.counted(scalar, in: range, index)
      {
        return false
      }
    }
    return letters <= 2
  }

  /// 期 号 区 座 栋 楼 组 队 and 部 behind a number; 甲 乙 丙 丁 alone.
  private static func counted(_ scalar: UInt32, in range: Range<Int>, _ index: Int) -> Bool {
    switch scalar {
    case 0x7532, 0x4E59, 0x4E19, 0x4E01: range.count == 1
    case 0x671F, 0x53F7, 0x533A, 0x5EA7, 0x680B, 0x697C, 0x7EC4, 0x961F, 0x90E8:
      range.count > 1 && index == range.upperBound - 1
    default: false
    }
  }
}
