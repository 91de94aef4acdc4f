/// The names and numbers of an address, for comparison.
enum AddressKey {
  /// Words and numbers with one blank between them.
  ///
  /// 26栋4单元703室, 26-4-703 and 26号楼4单元703 give the same; Latin words are lower-case, with their
  /// usual abbreviations written out.
  static func make(_ text: ArraySlice<UInt32>) -> String {
    var words: [[UInt32]] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      let kind = kind(of: text[index])
      while index < text.endIndex, Self.kind(of: text[index]) == kind { index += 1 }
      let ordinal = text[index...].prefix { Self.kind(of: $0) == .latin }
      if kind == .digit, ordinal.count == 2 {  // 2nd
        words.append(Array(text[start..<index]) + latin(ordinal))
        index += 2
        continue
      }
      switch kind {
      case .other: break
      case .digit: words.append(withoutZeros(text[start..<index]))
      case .latin: words.append(latin(text[start..<index]))
      case .han:
        let follows = start > text.startIndex && Self.kind(of: text[start - 1]) != .other
        let name = follows ? withoutUnits(text[start..<index]) : text[start..<index]
        if !name.isEmpty { words.append(Array(name)) }
      }
    }
    return String(scalars: words.joined(separator: [0x20]))
  }

  private enum Kind { case digit, latin, han, other }

  private static func kind(of scalar: UInt32) -> Kind {
    if isScalarDigit(scalar) { return .digit }
    if scalar < 0x80 { return isASCIILetter(UInt8(scalar)) || scalar == 0x27 ? .latin : .other }
    if isHan(scalar) { return .han }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false ? .latin : .other
  }

  private static func withoutZeros(_ digits: ArraySlice<UInt32>) -> [UInt32] {
    let rest = digits.drop { $0 == 0x30 }
    return rest.isEmpty ? [0x30] : Array(rest)
  }

  /// Takes off the words that say what the number before them counts.
  private static func withoutUnits(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var rest = text
    while let unit = units.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(unit.count)
    }
    return rest
  }

  private static let units: [[UInt32]] = [
    "号楼", "单元", "号", "號", "栋", "棟", "幢", "座", "室", "层", "層", "楼", "樓", "弄", "户", "房", "门",
  ].map { $0.unicodeScalars.map(\.value) }

  private static func latin(_ word: ArraySlice<UInt32>) -> [UInt32] {
    let text = String(scalars: word.filter { $0 != 0x27 }).lowercased()
    return (abbreviations[text] ?? text).unicodeScalars.map(\.value)
  }

  private static let abbreviations: [String: String] = [
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "dr": "drive",
    "ln": "lane", "blvd": "boulevard", "ct": "court", "crt": "court", "pl": "place", "sq": "square",
    "hwy": "highway", "pkwy": "parkway", "cres": "crescent", "tce": "terrace", "ter": "terrace",
    "cl": "close", "cct": "circuit", "apt": "apartment", "ste": "suite", "bldg": "building",
    "fl": "floor", "rm": "room", "no": "number", "n": "north", "s": "south", "e": "east",
    "w": "west",
  ]
}
