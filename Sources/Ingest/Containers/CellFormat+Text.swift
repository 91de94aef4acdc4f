extension CellFormat {
  /// Appends a number of a workbook as the text that a person meant by it.
  func append(_ number: [UInt8], isFrom1904: Bool, to text: inout [UInt8]) {
    switch self {
    case .number: Self.appendPlain(number, to: &text)
    case .padded(let pattern): Self.appendPadded(number, pattern, to: &text)
    case .time(let parts):
      guard let serial = Double(String(decoding: number, as: UTF8.self)),
        let time = DateSerial(serial, keepsFraction: parts.hasFraction, isFrom1904: isFrom1904)
      else { return Self.appendPlain(number, to: &text) }
      text += time.text(hasDate: parts.hasDate).utf8
    case .elapsed(let parts):
      guard let serial = Double(String(decoding: number, as: UTF8.self)),
        (0...DateSerial.last).contains(serial)
      else { return Self.appendPlain(number, to: &text) }
      text += Self.duration(Int((serial * 86_400).rounded()), parts).utf8
    }
  }

  private static func appendPlain(_ number: [UInt8], to text: inout [UInt8]) {
    if number.allSatisfy({ 0x30...0x39 ~= $0 }) {
      text += number
    } else {
      text += PlainNumber(number)?.text ?? number
    }
  }

  private static func appendPadded(_ number: [UInt8], _ pattern: String, to text: inout [UInt8]) {
    guard let plain = PlainNumber(number), plain.isWhole, !plain.isNegative,
      var digits = plain.text
    else { return appendPlain(number, to: &text) }
    let zeros = pattern.count { $0 == "0" }
    if digits.count < zeros {
      digits.insert(contentsOf: [UInt8](repeating: 0x30, count: zeros - digits.count), at: 0)
    }
    var place = digits.count - zeros
    var isFirst = true
    for sign in pattern {
      guard sign == "0" else {
        text += String(sign).utf8
        continue
      }
      // Digits that the pattern has no place for stand before its first one.
      if isFirst { text += digits[..<place] }
      isFirst = false
      text.append(digits[place])
      place += 1
    }
  }

  private static func duration(_ seconds: Int, _ parts: TimeParts) -> String {
    switch parts.unit {
    case "s": return String(seconds)
    case "m":
      return parts.hasSeconds ? "\(seconds / 60):\(twoDigits(seconds % 60))" : String(seconds / 60)
    default:
      var text = String(seconds / 3600)
      if parts.hasMinutes { text += ":" + twoDigits(seconds / 60 % 60) }
      if parts.hasSeconds { text += ":" + twoDigits(seconds % 60) }
      return text
    }
  }
}

/// A number below 100 in two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
