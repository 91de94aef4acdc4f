/// Numbers in Chinese characters.
enum HanNumber {
  static func isDigit(_ scalar: UInt32) -> Bool {
    scalar >= 0x25CB && (digit(scalar) != nil || unit(scalar) != nil)
  }

  /// The text with every run of Chinese digits in digits: 二〇二四年十二月 is 2024年12月.
  static func inDigits(_ text: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        result.append(text[index])
        index += 1
        continue
      }
      let run = text[index...].prefix(while: isDigit)
      index += run.count
      if run.contains(where: { unit($0) != nil }) {
        result += String(value(of: run)).unicodeScalars.map(\.value)
      } else {
        result += run.map { 0x30 + UInt32(digit($0) ?? 0) }
      }
    }
    return result
  }

  static func value(of run: ArraySlice<UInt32>) -> Int {
    var total = 0
    var count = 0
    for scalar in run.prefix(12) {
      if let unit = unit(scalar) {
        // 廿 and 卅 are twenty and thirty, 十 alone is ten.
        total += unit.isWhole ? unit.value : max(count, 1) * unit.value
        count = 0
      } else {
        count = digit(scalar) ?? 0
      }
    }
    return total + count
  }

  /// The value of a digit, in the plain characters or in those of banks.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x25CB, 0x96F6: 0  // 〇 ○ 零
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x8D30, 0x8CB3, 0x4E24: 2  // 二 贰 貳 两
    case 0x4E09, 0x53C1, 0x53C3: 3  // 三 叁 參
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646, 0x9678: 6  // 六 陆 陸
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  /// The value of a unit, and whether it holds its own digit.
  static func unit(_ scalar: UInt32) -> (value: Int, isWhole: Bool)? {
    switch scalar {
    case 0x5341, 0x62FE: (10, false)  // 十 拾
    case 0x5EFF: (20, true)  // 廿
    case 0x5345: (30, true)  // 卅
    case 0x767E, 0x4F70: (100, false)  // 百 佰
    case 0x5343, 0x4EDF: (1000, false)  // 千 仟
    default: nil
    }
  }
}
