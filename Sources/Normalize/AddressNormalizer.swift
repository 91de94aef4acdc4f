import Vocabulary

/// Reads postal addresses: Chinese ones into province, city, district and the rest, others as words.
package struct AddressNormalizer: Sendable {
  private let areas = PlaceAreas.shared

  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> AddressReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return AddressReading() }
    var reading = AddressReading()
    if let issue = UnreadableCell.issue(of: clean.scalars) {
      reading.issues = issue
      return reading
    }
    if clean.isRepaired { reading.issues.insert(.repaired) }
    if lexicon.placeholders.isPlaceholder(clean.scalars.span) {
      reading.issues.insert(.placeholder)
      return reading
    }
    if MaskedText.hidesAddress(clean.scalars) {
      reading.issues.insert(.masked)
      return reading
    }
    let text = joined(clean.scalars)
    reading.canonical = String(scalars: text)
    let detail = isChinese(text) ? splitChinese(text, &reading) : text[...]
    reading.detail = String(scalars: detail)
    reading.key = AddressKey.make(detail)
    return reading
  }

  private func isChinese(_ text: [UInt32]) -> Bool { text.contains { isHan($0) } }

  /// One line: blanks beside a Chinese character go, others become one.
  private func joined(_ scalars: [UInt32]) -> [UInt32] {
    let single = singleBlanks(scalars)
    var result: [UInt32] = []
    result.reserveCapacity(single.count)
    for (index, scalar) in single.enumerated() {
      if scalar == 0x20, let last = result.last,
        isHan(last) || index + 1 < single.count && isHan(single[index + 1])
      {
        continue
      }
      result.append(scalar)
    }
    return result
  }

  private func splitChinese(_ text: [UInt32], _ reading: inout AddressReading) -> ArraySlice<UInt32>
  {
    var rest = text[...]
    for country in ["中华人民共和国", "中国"].map({ $0.unicodeScalars.map(\.value) })
    where rest.starts(with: country) { rest = rest.dropFirst(country.count) }
    takeProvince(&rest, &reading)
    takeCity(&rest, &reading)
    if let length = districtLength(rest) {
      reading.district = String(scalars: rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return rest
  }

  private func takeProvince(_ rest: inout ArraySlice<UInt32>, _ reading: inout AddressReading) {
    guard let found = areas.province(rest) else { return }
    let after = rest.dropFirst(found.length)
    if isRoad(after) { return }
    // 吉林市 is the city, 吉林 alone the province.
    if let city = areas.city(rest), city.length > found.length { return }
    reading.province = areas.provinces[found.index]
    rest = after
    let municipalities = ["北京", "天津", "上海", "重庆"]
    if municipalities.contains(reading.province) { reading.city = reading.province }
  }

  private func takeCity(_ rest: inout ArraySlice<UInt32>, _ reading: inout AddressReading) {
    guard let found = areas.city(rest) else { return }
    let city = areas.cities[found.index]
    let after = rest.dropFirst(found.length)
    // 北京路 and 朝阳区 are no cities.
    let isShort = found.length < city.name.unicodeScalars.count
    guard !isRoad(after), !(isShort && [0x533A, 0x53BF].contains(after.first ?? 0)),
      reading.province.isEmpty || reading.province == city.province
    else { return }
    reading.province = city.province
    reading.city = city.short
    rest = after
  }

  /// Whether a text goes on as the name of a road: 北京路, 南京东路.
  private func isRoad(_ text: ArraySlice<UInt32>) -> Bool {
    let roads: [UInt32] = [0x8DEF, 0x8857, 0x5DF7, 0x9053]  // 路 街 巷 道
    guard let first = text.first else { return false }
    if roads.contains(first) || first == 0x5927 && text.dropFirst().first == 0x9053 { return true }
    let sides: [UInt32] = [0x4E1C, 0x897F, 0x5357, 0x5317, 0x4E2D]  // 东 西 南 北 中
    return sides.contains(first) && roads.contains(text.dropFirst().first ?? 0)
  }

  /// The length of a district, county or banner name at the front.
  private func districtLength(_ text: ArraySlice<UInt32>) -> Int? {
    var length = 0
    var previous: UInt32 = 0
    for scalar in text.prefix(10) {
      length += 1
      switch scalar {
      case 0x533A where !Self.beforeEstate.contains(previous),  // 区, but not 小区 and 园区
        0x53BF, 0x65D7:  // 县 旗
        if length >= 2 { return length }
      case 0x5E02 where (3...5).contains(length):  // 市
        return length
      case 0x8DEF, 0x8857, 0x53F7, 0x6751, 0x9547, 0x4E61:  // 路 街 号 村 镇 乡
        return nil
      case let scalar where !isHan(scalar): return nil
      default: break
      }
      previous = scalar
    }
    return nil
  }

  /// 小 园 社 厂 校 库 景 片 街 in front of 区 make a place within a district.
  private static let beforeEstate: [UInt32] = [
    0x5C0F, 0x56ED, 0x793E, 0x5382, 0x6821, 0x5E93, 0x666F, 0x7247, 0x8857,
  ]
}

func isHan(_ scalar: UInt32) -> Bool {
  (0x3400...0x9FFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
    || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3007
}
