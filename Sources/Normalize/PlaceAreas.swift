/// The provinces and cities of China, for lookups by name and along a text.
struct PlaceAreas: Sendable {
  struct City: Sendable {
    var province: String
    var name: String
    /// Without 市, 地区 or 自治州.
    var short: String
    var areaCode: String
    var pinyin: String
  }

  /// A name that was found at the front of a text.
  struct Found {
    var index: Int
    var length: Int
  }

  let provinces: [String]
  let cities: [City]
  private var provinceNames: [UInt32: [(name: [UInt32], index: Int)]] = [:]
  private var cityNames: [UInt32: [(name: [UInt32], index: Int)]] = [:]
  /// Places by the letters of their Latin spelling.
  private var latinNames: [String: String] = [:]

  static let shared = PlaceAreas()

  private init() {
    let provinceLines = Self.lines(AreaTable.provinces)
    provinces = provinceLines.map { $0[0] }
    cities = Self.lines(AreaTable.cities).map {
      City(province: $0[0], name: $0[1], short: $0[2], areaCode: $0[3], pinyin: $0[4])
    }
    for (index, line) in provinceLines.enumerated() {
      Self.add(line[1], index, to: &provinceNames)
      Self.add(line[0], index, to: &provinceNames)
    }
    for (index, city) in cities.enumerated() {
      Self.add(city.name, index, to: &cityNames)
      Self.add(city.short, index, to: &cityNames)
    }
    addLatinNames(provinceLines)
  }

  private static func lines(_ table: StaticString) -> [[String]] {
    table.description.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private static func add(
    _ name: String, _ index: Int, to table: inout [UInt32: [(name: [UInt32], index: Int)]]
  ) {
    let scalars = name.unicodeScalars.map(\.value)
    guard let first = scalars.first else { return }
    table[first, default: []].append((scalars, index))
  }

  /// Spellings that mean several cities are left out, unless one of them is by far the largest.
  private mutating func addLatinNames(_ provinceLines: [[String]]) {
    var spellings: [String: Set<String>] = [:]
    for city in cities { spellings[city.pinyin, default: []].insert(city.short) }
    for (pinyin, names) in spellings where names.count == 1 {
      latinNames[pinyin] = names.first
    }
    for line in provinceLines { latinNames[line[2]] = line[0] }
    for (name, spelling) in Self.customary { latinNames[spelling] = name }
  }

  private static let customary = [
    ("苏州", "suzhou"), ("福州", "fuzhou"), ("山西", "shanxi"), ("陕西", "shaanxi"),
    ("内蒙古", "innermongolia"),
    ("西藏", "tibet"), ("香港", "hongkong"), ("澳门", "macau"), ("澳门", "macao"), ("台湾", "taiwan"),
    ("乌鲁木齐", "urumqi"), ("拉萨", "lhasa"), ("哈尔滨", "harbin"), ("呼和浩特", "hohhot"), ("北京", "peking"),
    ("广州", "canton"), ("厦门", "amoy"), ("鄂尔多斯", "ordos"), ("喀什", "kashgar"), ("克拉玛依", "karamay"),
    // Read character by character, as programs do.
    ("重庆", "zhongqing"), ("长春", "zhangchun"), ("厦门", "shamen"),
  ]

  /// The province whose full or short name begins a text.
  func province(_ text: ArraySlice<UInt32>) -> Found? { Self.longest(text, provinceNames) }

  /// The city whose full or short name begins a text.
  func city(_ text: ArraySlice<UInt32>) -> Found? { Self.longest(text, cityNames) }

  /// The place of a Latin spelling, given in lower-case letters alone.
  func place(latin letters: String) -> String? { latinNames[letters] }

  private static func longest(
    _ text: ArraySlice<UInt32>, _ table: [UInt32: [(name: [UInt32], index: Int)]]
  ) -> Found? {
    guard let first = text.first, let names = table[first] else { return nil }
    var best: Found?
    for (name, index) in names where name.count > best?.length ?? 0 && text.starts(with: name) {
      best = Found(index: index, length: name.count)
    }
    return best
  }
}

/// Telephone area codes of Chinese cities.
package struct AreaCodes: Sendable {
  private let areas = PlaceAreas.shared

  package init() {}

  /// The area code of a city, such as 0577 for 温州, 温州市 or Wenzhou; nil when it is not known.
  package func areaCode(ofCity name: String) -> String? {
    let scalars = CleanText(Array(name.utf8).span).scalars
    if let letters = latinLetters(scalars) {
      guard let place = areas.place(latin: letters) else { return nil }
      return areas.cities.first { $0.short == place }?.areaCode
    }
    var text = scalars[...]
    if let province = areas.province(text), province.length < text.count,
      areas.city(text.dropFirst(province.length)) != nil
    {
      text = text.dropFirst(province.length)
    }
    return areas.city(text).map { areas.cities[$0.index].areaCode }
  }
}

/// The lower-case letters of a Latin name, without 'city' or 'shi' at its end; nil when it is not Latin.
func latinLetters(_ scalars: [UInt32]) -> String? {
  var words: [String] = [""]
  for scalar in scalars {
    if scalar < 0x80, isASCIILetter(UInt8(scalar)) {
      words[words.count - 1].unicodeScalars.append(Unicode.Scalar(lowercase(UInt8(scalar))))
    } else if scalar == 0x20 || scalar == 0x2C {
      words.append("")
    } else if scalar != 0x2E, scalar != 0x27, scalar != 0x2D {
      return nil
    }
  }
  if words.count > 1, let last = words.last, ["city", "shi", "province", "sheng"].contains(last) {
    words.removeLast()
  }
  let letters = words.joined()
  return letters.isEmpty ? nil : letters
}
