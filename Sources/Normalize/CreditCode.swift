import Vocabulary

/// Reads unified social credit codes (统一社会信用代码, GB 32100-2015).
///
/// Checked: 18 characters without I, O, S, V, Z, the registration authority, the province, the last
/// character, and for the code of the body (places 9 to 17) the check of GB 11714-1997.
package struct CreditCodeNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    let text = CodeText(raw)
    if let early = text.early(lexicon.placeholders) { return early }
    var reading = CodeReading(canonical: text.string, issues: text.issues)
    guard text.bytes.count == 18 else {
      reading.issues.formUnion([.invalid, text.bytes.count < 18 ? .tooShort : .tooLong])
      return reading
    }
    guard let values = Self.values(text.bytes) else {
      reading.issues.insert(.invalid)
      return reading
    }
    guard Self.passes(values), Self.bodyPasses(values) else {
      if TruncatedDigits.endsInZeros(text.bytes) {
        return CodeReading(issues: reading.issues.union(.truncated))
      }
      reading.issues.formUnion([.invalid, .checkCharacter])
      return reading
    }
    let area = String(reading.canonical.dropFirst(2).prefix(6))
    guard text.bytes[2..<8].allSatisfy(isDigit), Provinces.name(ofCode: area) != nil else {
      reading.issues.insert(.invalid)
      return reading
    }
    reading.isValid = true
    reading.parts = [
      CodePart(name: "authority", value: String(reading.canonical.prefix(1))),
      CodePart(name: "area", value: area),
      CodePart(name: "province", value: Provinces.name(ofCode: area) ?? ""),
      CodePart(name: "organization_code", value: String(reading.canonical.dropFirst(8).prefix(9))),
    ]
    return reading
  }

  /// The value of each character: its place in the alphabet without I, O, S, V and Z.
  private static func values(_ bytes: [UInt8]) -> [Int]? {
    var values: [Int] = []
    values.reserveCapacity(18)
    for byte in bytes {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      values.append(value)
    }
    return values
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The weights are powers of 3 modulo 31.
  private static func passes(_ values: [Int]) -> Bool {
    var sum = 0
    var weight = 1
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return (31 - sum % 31) % 31 == values[17]
  }

  /// GB 11714: eight characters with letters as 10 to 35, weights 3 7 9 10 5 8 4 2, check modulo 11.
  private static func bodyPasses(_ values: [Int]) -> Bool {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (index, weight) in weights.enumerated() {
      sum += letterValue(alphabet[values[8 + index]]) * weight
    }
    let check = (11 - sum % 11) % 11
    let expected: UInt8 = check == 10 ? 0x58 : UInt8(0x30 + check)
    return alphabet[values[16]] == expected
  }

  private static func letterValue(_ byte: UInt8) -> Int {
    isDigit(byte) ? Int(byte - 0x30) : Int(byte - 0x41) + 10
  }
}

/// The first two digits of Chinese area codes (GB/T 2260).
enum Provinces {
  /// The province of an administrative code; nil when there is none.
  static func name(ofCode code: some StringProtocol) -> String? {
    guard let number = Int(code.prefix(2)) else { return nil }
    return names[number]
  }

  private static let names: [Int: String] = [
    11: "北京", 12: "天津", 13: "河北", 14: "山西", 15: "内蒙古", 21: "辽宁", 22: "吉林", 23: "黑龙江", 31: "上海",
    32: "江苏", 33: "浙江", 34: "安徽", 35: "福建", 36: "江西", 37: "山东", 41: "河南", 42: "湖北", 43: "湖南",
    44: "广东", 45: "广西", 46: "海南", 50: "重庆", 51: "四川", 52: "贵州", 53: "云南", 54: "西藏", 61: "陕西",
    62: "甘肃", 63: "青海", 64: "宁夏", 65: "新疆", 71: "台湾", 81: "香港", 82: "澳门", 83: "台湾",
  ]
}
