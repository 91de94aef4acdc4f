import Vocabulary

/// Takes the divisions off the front of a Chinese address.
///
/// Levels may be missing, doubled, in another order, short, in brackets, under a former name, or
/// contradict each other; what a name alone leaves open is not guessed.
struct DivisionScanner {
  private let table: DivisionTable
  /// The address in simplified characters, without blanks beside them.
  private let text: [UInt32]
  /// Where a blank stood.
  private let breaks: [Int]
  private(set) var province: Int?
  private(set) var city: Int?
  private(set) var county: Int?
  /// Where a county's name stands that several cities have.
  private(set) var openCounty: Range<Int>?
  private(set) var issues: ValueIssues = []
  /// The first place behind the divisions.
  private(set) var place = 0

  init(_ text: [UInt32], breaks: [Int], _ table: DivisionTable) {
    self.text = text
    self.breaks = breaks
    self.table = table
  }

  /// Moves behind every division at the front.
  mutating func scan() {
    skipLabel()
    skipCountry()
    takeAbbreviation()
    for _ in 0..<8 {
      let start = place
      skipMarks()
      guard takeDivision() else {
        place = start
        break
      }
    }
    if context != nil || openCounty != nil { skipMarks() }
    if openCounty != nil { issues.insert(.ambiguous) }
  }

  /// The smallest division that is known.
  private var context: Int? { county ?? city ?? province }

  // MARK: - What stands around divisions

  /// 地址: and 收货地址 in front, and a postcode.
  private mutating func skipLabel() {
    skipMarks()
    if let colon = text[place...].prefix(10).firstIndex(of: 0x3A) {
      let isLabel = text[place..<colon].allSatisfy {
        isHan($0) || $0 == 0x20 || $0 < 0x80 && isASCIILetter(UInt8($0))
      }
      if isLabel { place = colon + 1 }
    } else if let end = text[place...].prefix(6).firstIndex(of: 0x5740), end > place,  // 址
      namesDivision(at: end + 1)
    {
      place = end + 1
    }
    skipMarks()
    let digits = text[place...].prefix(while: isScalarDigit).count
    let start = place
    if digits == 6 {
      place += 6
      skipMarks()
      if !namesDivision(at: place), !namesCountry(at: place) { place = start }
    }
  }

  /// The length of a name of China that stands at a place.
  private func countryLength(at place: Int) -> Int {
    guard place < text.count else { return 0 }
    switch text[place] {
    case 0x4E2D:
      if stands("中华人民共和国", at: place) { return 7 }
      return stands("中国", at: place) ? 2 : 0
    case 0x43, 0x63:
      let letters = text[place...].prefix(6).map { $0 & ~0x20 }
      let names: [[UInt32]] = [[0x43, 0x48, 0x49, 0x4E, 0x41], [0x43, 0x4E]]
      return names.first { letters.count > $0.count && letters.starts(with: $0) }?.count ?? 0
    default: return 0
    }
  }

  private func namesCountry(at place: Int) -> Bool { countryLength(at: place) > 0 }

  private mutating func skipCountry() {
    skipMarks()
    let start = place
    place += countryLength(at: place)
    guard place > start else { return }
    skipMarks()
    if !namesDivision(at: place) { place = start }
  }

  /// Blanks, hyphens, commas, slashes, bars and brackets, and 市辖区, which is no name.
  private mutating func skipMarks() {
    while place < text.count {
      switch text[place] {
      case 0x20, 0x2D, 0x2C, 0x2F, 0x7C, 0x28, 0x29, 0x5B, 0x5D, 0x3001, 0xB7, 0x3010, 0x3011,
        0x3B, 0x3A, 0x5F, 0x2E, 0x3E, 0xFF0C:
        place += 1
      case 0x5E02 where context != nil && stands("市辖区", at: place): place += 3
      default: return
      }
    }
  }

  private func stands(_ word: StaticString, at place: Int) -> Bool {
    var index = place
    for scalar in word.description.unicodeScalars {
      guard index < text.count, text[index] == scalar.value else { return false }
      index += 1
    }
    return true
  }

  // MARK: - Divisions

  /// A province by the one character of its number plates, before a place within it: 粤深圳.
  private mutating func takeAbbreviation() {
    guard place + 2 < text.count, let code = DivisionTable.abbreviations[text[place]],
      !namesDivision(at: place), let found = table.division(code: code)
    else { return }
    var next = place + 1
    if text[next] == 0xB7 || text[next] == 0x7701 || text[next] == 0x20 { next += 1 }  // · 省
    guard let (spelling, _) = descendant(of: found, at: next),
      !spelling.isShort || next > place + 1
        || table.level(Int(spelling.division)) == .city
    else { return }
    province = found
    place = next
  }

  private mutating func takeDivision() -> Bool {
    guard place + 1 < text.count else { return false }
    let range = table.spellings(text[place], text[place + 1])
    if range.isEmpty { return false }
    guard let context else { return takeFirst(range) }
    let found = descendant(of: context, at: place)
    if takeAgain(range, context, longerThan: found?.0.length ?? 0) { return true }
    if let (spelling, division) = found {
      take(spelling, division)
      return true
    }
    return takeContradiction(range, context)
  }

  /// Whether any division's name stands at a place.
  private func namesDivision(at place: Int) -> Bool {
    guard place + 1 < text.count else { return false }
    return table.spellings(text[place], text[place + 1]).contains {
      table.stands(table.spellings[$0], in: text, at: place)
    }
  }

  /// The division that a place of the text names within another one, by the longest name.
  ///
  /// A short name counts where nothing behind it makes it the name of a road or a house, and where
  /// no other division within has it.
  private func descendant(of context: Int, at place: Int) -> (DivisionTable.Spelling, Int)? {
    guard place + 1 < text.count else { return nil }
    var best: (spelling: DivisionTable.Spelling, division: Int)?
    for number in table.spellings(text[place], text[place + 1]) {
      let spelling = table.spellings[number]
      if let best, best.spelling.length > spelling.length { break }
      guard table.stands(spelling, in: text, at: place) else { continue }
      let division = Int(spelling.division)
      let isInside =
        table.isWithin(division, context)
        || table.successor(division).map { table.isWithin($0, context) } ?? false
      guard isInside, isUsable(spelling, at: place) else { continue }
      if let other = best {
        // 吉林 is a city and 襄阳 a city too: the higher level, and what exists, stand first.
        if isPreferred(division, other.division) { best = (spelling, division) }
      } else {
        best = (spelling, division)
      }
    }
    return best
  }

  private func isPreferred(_ division: Int, _ other: Int) -> Bool {
    let (ended, otherEnded) = (table.hasEnded(division), table.hasEnded(other))
    if ended != otherEnded { return otherEnded }
    return table.level(division).rawValue < table.level(other).rawValue
  }

  private func isUsable(_ spelling: DivisionTable.Spelling, at place: Int) -> Bool {
    let end = place + Int(spelling.length)
    if spelling.isShort {
      if end == text.count || breaks.contains(end) || !Self.endsPlace(text, end) { return true }
      return descendant(of: Int(spelling.division), at: end) != nil
        || AddressTail.townLength(text, from: end) ?? 0 >= 3
    }
    return !Self.isMarket(text, end) || descendant(of: Int(spelling.division), at: end) != nil
  }

  /// The first division of the text, whatever its level.
  private mutating func takeFirst(_ range: Range<Int>) -> Bool {
    var length: UInt8 = 0
    var found: [(spelling: DivisionTable.Spelling, division: Int)] = []
    for number in range {
      let spelling = table.spellings[number]
      if !found.isEmpty, spelling.length < length { break }
      guard table.stands(spelling, in: text, at: place), isUsable(spelling, at: place) else {
        continue
      }
      if spelling.isShort, table.level(Int(spelling.division)) == .county { continue }
      length = spelling.length
      let today = table.successor(Int(spelling.division)) ?? Int(spelling.division)
      if !found.contains(where: { table.successor($0.division) ?? $0.division == today }) {
        found.append((spelling, Int(spelling.division)))
      }
    }
    if found.contains(where: { !table.hasEnded($0.division) }) {
      found.removeAll { table.hasEnded($0.division) }
    }
    guard let first = found.first else { return false }
    if let chosen = found.count == 1 ? first : decide(found) {
      take(chosen.spelling, chosen.division)
      return true
    }
    guard openCounty == nil else { return false }
    openCounty = place..<place + Int(length)
    place += Int(length)
    return true
  }

  /// One of several divisions of one name: 吉林 is the city where 龙潭区 follows, else the province.
  private func decide(_ found: [(spelling: DivisionTable.Spelling, division: Int)])
    -> (spelling: DivisionTable.Spelling, division: Int)?
  {
    let end = place + Int(found[0].spelling.length)
    let fitting = found.filter { descendant(of: $0.division, at: end) != nil }
    if let deepest = fitting.max(by: {
      table.level($0.division).rawValue < table.level($1.division).rawValue
    }) {
      return deepest
    }
    let higher = found.filter { table.level($0.division) != .county }
    return higher.min { table.level($0.division).rawValue < table.level($1.division).rawValue }
  }

  /// A level that was named before, once more: 广东省广东省, 深圳市广东省.
  private mutating func takeAgain(
    _ range: Range<Int>, _ context: Int, longerThan length: UInt8
  ) -> Bool {
    for number in range {
      let spelling = table.spellings[number]
      guard spelling.length > length else { return false }
      let division = Int(spelling.division)
      guard division == context || table.isWithin(context, division),
        table.stands(spelling, in: text, at: place)
      else { continue }
      let end = place + Int(spelling.length)
      if spelling.isShort, descendant(of: division, at: end) == nil { continue }
      place = end
      return true
    }
    return false
  }

  /// A full name that lies elsewhere: 北京市西湖区.
  ///
  /// It is taken where its level is still open, and said to contradict what stands before it.
  private mutating func takeContradiction(_ range: Range<Int>, _ context: Int) -> Bool {
    guard county == nil, city == nil || table.hasCounties(context) else { return false }
    for number in range {
      let spelling = table.spellings[number]
      let division = Int(spelling.division)
      guard spelling.kind == 0, spelling.length > 2, table.stands(spelling, in: text, at: place),
        !Self.isMarket(text, place + Int(spelling.length)), !isGeneric(at: place)
      else { continue }
      issues.insert(.contradictory)
      switch table.level(division) {
      case .province: return false
      case .city:
        guard city == nil else { return false }
        city = division
      case .county: county = division
      }
      place += Int(spelling.length)
      return true
    }
    return false
  }

  /// 市中区, 新城区 and their like are also what people call a part of any town.
  private func isGeneric(at place: Int) -> Bool {
    stands("市中区", at: place) || stands("新城区", at: place) || stands("城中区", at: place)
      || stands("城关区", at: place)
  }

  private mutating func take(_ spelling: DivisionTable.Spelling, _ division: Int) {
    place += Int(spelling.length)
    // 青岛市北区 is 青岛 and 市北区.
    if place < text.count, text[place - 1] == 0x5E02,
      !table.spellings(0x5E02, text[place]).isEmpty, descendant(of: division, at: place) == nil,
      let (next, _) = descendant(of: division, at: place - 1),
      !next.isShort || breaks.contains(place - 1)
    {
      place -= 1
    }
    if table.hasEnded(division) || spelling.isFormer { issues.insert(.formerPlace) }
    let today = table.successor(division) ?? division
    switch table.level(today) {
    case .province:
      province = today
      if spelling.isShort, place < text.count, text[place] == 0x7701 { place += 1 }  // 广西省
    case .city:
      city = today
      if province == nil { province = table.parent(today) }
    case .county: takeCounty(today)
    }
    if let province, city == nil, table.isMunicipality(province) { city = province }
  }

  /// A county fills what is above it; where no city is, it stands in its place.
  private mutating func takeCounty(_ division: Int) {
    openCounty = nil
    guard let above = table.parent(division) else { return }
    if table.level(above) == .city {
      city = above
      if province == nil { province = table.parent(above) }
      county = division
    } else {
      if province == nil { province = above }
      if table.isMunicipality(above) {
        county = division
      } else {
        city = division
      }
    }
  }
}
