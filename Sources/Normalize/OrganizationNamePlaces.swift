/// Places as they stand in the names of organizations: the divisions of China, and places abroad.
///
/// A place is known by a number: its index among the divisions, or more where it lies abroad.
final class OrganizationNamePlaces: Sendable {
  /// What a word of the list of places is.
  enum Sense: String, CaseIterable {
    case alone, behind, suffixed, abroad, zone
  }

  /// What a spelling is good for, as marks of `names`.
  private enum Use {
    /// A place wherever it stands.
    static let alone: UInt32 = 1
    /// A place behind the one that it belongs to.
    static let behind: UInt32 = 2
    /// With 省, 市, 区 or the like at its end.
    static let suffixed: UInt32 = 4
    /// A quarter that does not count.
    static let zone: UInt32 = 8
  }

  /// A place at the start of a range.
  struct Found {
    var number = 0
    /// How many scalars it takes with its suffix; 0 when there is none.
    var length = 0
  }

  private let names: WordTrie
  /// By node of `names`, which of `numbers` end there.
  private let ranges: [Range<Int>]
  private let numbers: [Int]
  /// By place, what stands for it in a key; the city too where the place is a district.
  private let texts: [[UInt32]]
  /// By place, the one above it; -1 where there is none.
  private let above: [Int]
  /// Numbers from here on stand for all places of one name, such as 鼓楼区.
  private let ambiguous: Int
  private let divisionCount: Int
  /// The names in pinyin, where that is no common English word.
  private let spellings: WordTable<Void>

  init(_ lists: WordLists) throws(WordListError) {
    var compiler = try OrganizationPlaceCompiler(lists)
    compiler.addDivisions()
    names = compiler.names
    (ranges, numbers) = compiler.numbersByNode()
    texts = compiler.texts
    above = compiler.above
    ambiguous = compiler.texts.count
    divisionCount = DivisionTable.shared.count
    spellings = compiler.spellings
  }

  /// The place that a range begins with; its length is 0 when there is none.
  ///
  /// A suffix counts only when something follows that can be a name: 上海市场 begins with 上海. Behind
  /// `parent`, the place in front, short names count that are brands elsewhere.
  func prefix(_ text: Span<UInt32>, _ range: Range<Int>, behind parent: Int? = nil) -> Found {
    guard let first = range.first, names.mayBegin(text[first]) else { return Found() }
    if let parent {
      let match = longest(text, range, Use.alone | Use.behind)
      guard match.isFound else { return Found() }
      if let inside = numbers(match).first(where: { isWithin($0, parent) }) {
        return Found(number: inside, length: match.length)
      }
    }
    let match = longest(text, range, Use.alone)
    guard match.isFound else { return Found() }
    let found = numbers(match)
    guard let first = found.first else { return Found() }
    let isClear = found.count == 1 || isCity(first)
    return Found(number: isClear ? first : first + ambiguous, length: match.length)
  }

  /// The longest name of a use, without a suffix that belongs to the next word.
  private func longest(_ text: Span<UInt32>, _ range: Range<Int>, _ use: UInt32) -> WordMatch {
    var match = names.prefix(text, range, mark: use)
    let end = range.lowerBound + match.length
    if match.isFound, names.marks[match.node] & Use.suffixed == 0, range.upperBound - end >= 3,
      text[end] == 0x5E02 || text[end] == 0x7701, !Self.continuesSuffix(text[end], text[end + 1])
    {
      match.length += 1  // 市 or 省 behind any place
      return match
    }
    guard match.length >= 3, end < range.upperBound, names.marks[match.node] & Use.suffixed != 0,
      Self.continuesSuffix(text[end - 1], text[end])
    else { return match }
    return names.prefix(text, range.lowerBound..<end - 1, mark: use)
  }

  /// How long the quarter is that a range begins with, such as 高新区.
  func zoneLength(_ text: Span<UInt32>, _ range: Range<Int>) -> Int {
    names.prefix(text, range, mark: Use.zone).length
  }

  /// The names of at most so many letters.
  func names(upTo length: Int) -> [[UInt32]] { names.words(upTo: length) }

  private func numbers(_ match: WordMatch) -> ArraySlice<Int> { numbers[ranges[match.node]] }

  /// Provinces and cities, which their names mean where a county bears the same one.
  private func isCity(_ place: Int) -> Bool { above[place] < 0 || above[above[place]] < 0 }

  /// What stands for a place in a key.
  func text(_ place: Int) -> ArraySlice<UInt32> {
    guard place >= ambiguous else { return texts[place][...] }
    let text = texts[place - ambiguous]
    return text[(text.lastIndex(of: 0x20) ?? -1) + 1..<text.count]
  }

  /// Whether a place is none of China's divisions.
  func isAbroad(_ place: Int) -> Bool { (divisionCount..<ambiguous).contains(place) }

  /// Whether a place lies in another one.
  func isWithin(_ place: Int, _ other: Int) -> Bool {
    guard place < ambiguous else { return false }
    var next = above[place]
    while next >= 0 {
      if next == other { return true }
      next = above[next]
    }
    return false
  }

  /// Whether one place stands before another in the order of names.
  func precedes(_ place: Int, _ other: Int) -> Bool {
    text(place).lexicographicallyPrecedes(text(other))
  }

  /// Whether the lower-case word is a place in pinyin, such as `shenzhen`.
  func isSpelling(_ word: Span<UInt32>) -> Bool { spellings.contains(word) }

  /// 市场, 市政 and 省心 are words of their own.
  private static func continuesSuffix(_ suffix: UInt32, _ next: UInt32) -> Bool {
    switch suffix {
    case 0x5E02: next == 0x573A || next == 0x653F || next == 0x8425  // 市: 场 政 营
    case 0x7701: next == 0x5FC3 || next == 0x94B1  // 省: 心 钱
    case 0x533A: next == 0x5757 || next == 0x57DF  // 区: 块 域
    default: false
    }
  }
}

extension OrganizationNamePlaces {
  /// A place at the start of a text.
  struct Match {
    /// The place as written, without suffix where it has one of one letter.
    let name: ArraySlice<UInt32>
    /// How many scalars it takes with its suffix.
    let length: Int
  }

  /// The place that the text begins with, in simplified characters; nil when there is none.
  func prefix(of text: ArraySlice<UInt32>) -> Match? {
    let span = text.span
    let found = prefix(span, 0..<span.count)
    guard found.length > 0 else { return nil }
    let short = self.text(found.number)
    let bare = short[(short.lastIndex(of: 0x20) ?? short.startIndex - 1) + 1..<short.endIndex]
    return Match(name: text.prefix(min(bare.count, found.length)), length: found.length)
  }

  /// Whether the text is one place, with or without suffix.
  func isPlace(_ text: ArraySlice<UInt32>) -> Bool {
    if let match = prefix(of: text), match.length == text.count { return true }
    return false
  }
}

/// Puts the names of places into one trie.
private struct OrganizationPlaceCompiler {
  var names = WordTrie()
  var texts: [[UInt32]] = []
  var above: [Int] = []
  var spellings = WordTable<Void>()
  private var entries: [(node: Int, order: Int, number: Int)] = []
  private var senses = WordTable<OrganizationNamePlaces.Sense>()
  private let divisions = DivisionTable.shared
  private let han = HanTable()

  init(_ lists: WordLists) throws(WordListError) {
    for division in 0..<divisions.count {
      texts.append(text(of: division))
      above.append(divisions.parent(division) ?? -1)
    }
    for entry in lists[.companyPlaces] {
      let sense = try entry.value(1, as: OrganizationNamePlaces.Sense.self)
      let word = entry.word.unicodeScalars.map { han.simplified($0.value) }
      senses[word.span] = sense
      switch sense {
      case .zone: names.insert(word, mark: 8)
      case .abroad:
        insert(word, mark: 1, order: 0, number: texts.count)
        texts.append(word)
        above.append(-1)
      case .alone, .behind, .suffixed: break
      }
    }
  }

  private func text(of division: Int) -> [UInt32] {
    let short = divisions.shortName(division).unicodeScalars.map { han.simplified($0.value) }
    let isDistrict =
      divisions.level(division) == .county && divisions.name(division).hasSuffix("区")
    guard let parent = divisions.parent(division) else { return short }
    if divisions.name(division).hasSuffix("县"),
      divisions.shortName(division) == divisions.shortName(parent)
    {
      return divisions.name(division).unicodeScalars.map { han.simplified($0.value) }
    }
    guard isDistrict else { return short }
    return divisions.shortName(parent).unicodeScalars.map { han.simplified($0.value) } + [0x20]
      + short
  }

  mutating func addDivisions() {
    for spelling in divisions.spellings {
      let division = Int(spelling.division)
      guard let today = divisions.successor(division) else { continue }
      let letters = divisions.letters(of: spelling)
      let level = divisions.level(division)
      guard let use = use(of: Array(letters), spelling, division) else { continue }
      insert(
        letters, mark: use | (spelling.isShort ? 0 : 4),
        order: Int(level.rawValue) * 2 + (divisions.hasEnded(division) ? 1 : 0), number: today)
      if level != .county, spelling.isShort { addSpelling(letters) }
    }
    for word in ["china", "hongkong", "taiwan"] {
      let letters = word.unicodeScalars.map(\.value)
      spellings[letters.span] = ()
    }
  }

  /// 1 for a place wherever it stands, 2 for one behind its city; nil for what is none.
  private func use(
    of letters: [UInt32], _ spelling: DivisionTable.Spelling, _ division: Int
  ) -> UInt32? {
    let level = divisions.level(division)
    let sense = senses[letters.span]
    if level != .county {
      return sense == .suffixed || spelling.isFormer && letters.count < 3 ? nil : 1
    }
    if sense == .alone { return 1 }
    if sense == .behind { return 2 }
    if !spelling.isShort { return letters.count >= 3 ? 1 : nil }
    let isCity = divisions.name(division).hasSuffix("市") && !divisions.hasEnded(division)
    return isCity && sense != .suffixed ? 1 : nil
  }

  /// Pinyin, where it is no common English word.
  private mutating func addSpelling(_ letters: ArraySlice<UInt32>) {
    let pinyin = letters.map(han.pinyin).joined().unicodeScalars.map(\.value)
    if pinyin.count > 4 { spellings[pinyin.span] = () }
  }

  private mutating func insert(
    _ word: some Sequence<UInt32>, mark: UInt32, order: Int, number: Int
  ) {
    entries.append((names.insert(word, mark: mark), order, number))
  }

  /// The places that each node names, provinces first.
  func numbersByNode() -> ([Range<Int>], [Int]) {
    let sorted = entries.sorted { ($0.node, $0.order, $0.number) < ($1.node, $1.order, $1.number) }
    var ranges = [Range<Int>](repeating: 0..<0, count: names.count)
    var numbers: [Int] = []
    var last = (node: -1, number: -1)
    for entry in sorted {
      if entry.node == last.node, numbers[ranges[entry.node]].contains(entry.number) { continue }
      let start = entry.node == last.node ? ranges[entry.node].lowerBound : numbers.count
      numbers.append(entry.number)
      ranges[entry.node] = start..<numbers.count
      last = (entry.node, entry.number)
    }
    return (ranges, numbers)
  }
}
