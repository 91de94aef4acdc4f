/// What follows the divisions in a Chinese address: zones that no table has, towns, marks.
enum AddressTail {
  /// The length of the name of a district, county, banner or zone at a place.
  static func districtLength(_ text: [UInt32], from start: Int) -> Int? {
    var previous: UInt32 = 0
    for place in start..<min(start + 10, text.count) {
      let length = place - start + 1
      let next = place + 1 < text.count ? text[place + 1] : 0
      switch text[place] {
      case 0x533A where !beforeEstate(previous),  // 区, but not 小区 and 园区
        0x53BF, 0x65D7:  // 县 旗
        if length >= 2, !DivisionScanner.isRoad(next) { return length }
      case 0x5E02 where (3...5).contains(length):  // 市
        return next == 0x573A ? nil : length
      case 0x8DEF, 0x8857, 0x53F7, 0x6751, 0x9547, 0x4E61: return nil  // 路 街 号 村 镇 乡
      case let scalar where !isHan(scalar): return nil
      default: break
      }
      previous = text[place]
    }
    return nil
  }

  /// 小 园 社 厂 校 库 景 片 街 牧 山 林 院 东 西 南 北 in front of 区 make a place within a district.
  private static func beforeEstate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5C0F, 0x56ED, 0x793E, 0x5382, 0x6821, 0x5E93, 0x666F, 0x7247, 0x8857, 0x9662: true
    default: false
    }
  }

  /// Whether a district is one of development, trade or science, which no table of divisions has.
  static func isZone(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    for place in range.dropLast() {
      switch (text[place], text[place + 1]) {
      case (0x5F00, 0x53D1), (0x9AD8, 0x65B0), (0x4FDD, 0x7A0E), (0x81EA, 0x8D38), (0x65B0, 0x533A),
        (0x5DE5, 0x4E1A), (0x4EA7, 0x4E1A), (0x79D1, 0x6280), (0x793A, 0x8303), (0x5EA6, 0x5047),
        (0x5408, 0x4F5C), (0x7ECF, 0x6D4E), (0x7EFC, 0x5408), (0x7269, 0x6D41), (0x7ECF, 0x5F00),
        (0x5E02, 0x533A), (0x57CE, 0x533A), (0x65B0, 0x57CE), (0x4E1C, 0x533A), (0x897F, 0x533A),
        (0x5357, 0x533A), (0x5317, 0x533A), (0x5E02, 0x4E2D):
        return true
      default: break
      }
    }
    return false
  }

  /// The length of the name of a subdistrict, town or township at a place: 西丽街道, 古镇镇.
  static func townLength(_ text: [UInt32], from start: Int) -> Int? {
    for place in start..<min(start + 8, text.count) {
      let length = place - start + 1
      let next = place + 1 < text.count ? text[place + 1] : 0
      switch text[place] {
      case 0x8857 where next == 0x8857: break  // 东街街道
      case 0x8857 where next == 0x9053:  // 街道
        return length >= 2 && length <= 6 ? length + 1 + office(text, place + 2) : nil
      case 0x9547 where length >= 2:  // 镇
        if next == 0x9547 { return length + 1 }
        return endsTown(text, place + 1) ? length : nil
      case 0x4E61 where length >= 3:  // 乡
        return endsTown(text, place + 1) ? length : nil
      case 0x82CF where next == 0x6728 && length >= 3: return length + 1  // 苏木
      case 0x8DEF, 0x8857, 0x53F7, 0x6751, 0x533A, 0x5DF7, 0x9053: return nil
      case let scalar where !isHan(scalar): return nil
      default: break
      }
    }
    return nil
  }

  /// 办事处 and 办 behind 街道.
  private static func office(_ text: [UInt32], _ place: Int) -> Int {
    guard place < text.count, text[place] == 0x529E else { return 0 }
    if place + 2 < text.count, text[place + 1] == 0x4E8B, text[place + 2] == 0x5904 { return 3 }
    return 1
  }

  /// Whether 镇 or 乡 ends a name here, and is not inside that of a road or a house.
  private static func endsTown(_ text: [UInt32], _ place: Int) -> Bool {
    guard place < text.count else { return true }
    if DivisionScanner.isRoad(text[place]) { return false }
    let next = place + 1 < text.count ? text[place + 1] : 0
    switch text[place] {
    case 0x6C5F, 0x82D1, 0x6D77: return false  // 江 苑 海
    // 镇中路 镇中心 镇中学 镇大道 镇小学
    case 0x4E2D, 0x5927, 0x5C0F:
      return !DivisionScanner.isRoad(next) && next != 0x5FC3 && next != 0x5B66 && next != 0x533A
    default: return true
    }
  }

  /// The first place from one on that is no blank, comma, hyphen or closing bracket.
  static func skipMarks(_ text: [UInt32], from start: Int) -> Int {
    var place = start
    while place < text.count {
      switch text[place] {
      case 0x20, 0x2C, 0x2D, 0x29, 0x5D, 0x3011, 0x3001, 0x3B, 0x2F, 0x7C, 0x3A: place += 1
      default: return place
      }
    }
    return place
  }
}
