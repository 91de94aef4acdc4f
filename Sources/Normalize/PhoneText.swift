/// A phone cell in one byte a character, with the words that matter turned into marks.
///
/// ASCII stands for itself. 转 and 分机 become a mark for an extension, 、 或 and line breaks one for the
/// next number, other letters and symbols one byte each.
struct PhoneText {
  static let extensionMark: UInt8 = 0x01
  static let separator: UInt8 = 0x02
  static let letter: UInt8 = 0x80
  static let symbol: UInt8 = 0x81

  var bytes: [UInt8] = []
  /// Whether words other than a label stand beside the number.
  private(set) var hasExtraWords = false

  init(_ clean: CleanText) {
    let scalars = clean.scalars
    bytes.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar >= 0x80 || scalar == 0x0A {
        appendMark(scalars, &index)
      } else {
        bytes.append(UInt8(scalar))
        index += 1
      }
    }
    if bytes.contains(where: { $0 == Self.letter }) { findExtraWords(scalars) }
  }

  private mutating func appendMark(_ scalars: [UInt32], _ index: inout Int) {
    let next = index + 1 < scalars.count ? scalars[index + 1] : 0
    switch scalars[index] {
    case 0x8F6C, 0x8F49:  // 转, 轉
      bytes.append(Self.extensionMark)
      // 转 may be followed by 接 or 分机, 分机 by 号.
      if next == 0x63A5 { index += 1 }
    case 0x5206 where next == 0x673A || next == 0x6A5F,  // 分机, 分機
      0x5185 where next == 0x7EBF:  // 内线
      bytes.append(Self.extensionMark)
      index += index + 2 < scalars.count && scalars[index + 2] == 0x53F7 ? 2 : 1
    case 0x0A, 0x3001, 0x6216, 0x548C, 0x53CA, 0xFF64:  // 、 或 和 及
      bytes.append(Self.separator)
    case 0x2053, 0x223C, 0x30FC:
      bytes.append(0x2D)
    case 0xB7, 0x30FB:  // ·
      bytes.append(0x2E)
    case 0x2026:  // …
      bytes += [0x2E, 0x2E, 0x2E]
    case let scalar where isLetter(scalar):
      bytes.append(Self.letter)
    default:
      bytes.append(Self.symbol)
    }
    index += 1
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  /// Labels are taken out in the order of the list, the longer ones first; what stays is extra.
  private mutating func findExtraWords(_ scalars: [UInt32]) {
    var index = 0
    while index < scalars.count {
      if let label = Self.labels.first(where: { scalars[index...].starts(with: $0) }) {
        index += label.count
      } else if scalars[index] >= 0x3400, isLetter(scalars[index]) {
        hasExtraWords = true
        return
      } else {
        index += 1
      }
    }
  }

  private static let labels: [[UInt32]] = [
    "微信同步", "微信同号", "同微信", "手机号码", "联系电话", "联系方式", "电话号码", "办公电话", "移动电话", "固定电话",
    "手机号", "手机", "手機", "电话", "電話", "座机", "固话", "热线", "传真", "总机", "分机号", "分机", "分機", "内线",
    "转接", "转", "轉", "号码", "微信", "或", "和", "及", "办", "宅", "家", "号",
  ].map { $0.unicodeScalars.map(\.value) }
}
