/// What a number format makes of a number, as far as it changes what the number means.
enum CellFormat: Hashable, Sendable {
  /// Percent, currency and the like: the number itself.
  case number
  /// A day, a time of day or both; the number says which.
  case time(TimeParts)
  /// A duration, such as 27:30.
  case elapsed(TimeParts)
  /// A number with leading zeros, such as 000-0000: zeros for digits, between them other signs.
  case padded(String)

  struct TimeParts: Hashable, Sendable {
    var hasDate = false
    var hasMinutes = false
    var hasSeconds = false
    var hasFraction = false
    /// The largest unit of a duration: h, m or s.
    var unit: Character = "h"
  }

  /// The format of a number that every workbook has (ECMA-376, part 1, 18.8.30).
  ///
  /// 27...36 and 50...58 are the dates of Chinese, Japanese and Korean Excel.
  static func builtIn(_ id: Int) -> CellFormat {
    switch id {
    case 14...17, 22, 27...36, 50...58: .time(TimeParts(hasDate: true))
    case 18...21, 45: .time(TimeParts())
    case 46: .elapsed(TimeParts(hasMinutes: true, hasSeconds: true))
    case 47: .time(TimeParts(hasFraction: true))
    default: .number
    }
  }

  /// The format that a code such as `yyyy"年"m"月"d"日"` describes.
  init(code: String) {
    let section = Section(code)
    if let parts = section.timeParts {
      self = section.unit == nil || parts.hasDate ? .time(parts) : .elapsed(parts)
    } else if let pattern = section.padding {
      self = .padded(pattern)
    } else {
      self = .number
    }
  }

  /// The first section of a format's code, which positive numbers go by.
  private struct Section {
    /// The signs that are not quoted, in lower case.
    var signs: [Character] = []
    /// The signs that are quoted, at their place among the others.
    var literals: [(place: Int, text: Character)] = []
    /// Whether it holds a bracket other than that of a duration or a locale.
    var hasCondition = false
    /// The largest unit of a duration.
    var unit: Character?

    init(_ code: String) {
      var rest = Substring(code)
      while let sign = rest.popFirst(), sign != ";" {
        switch sign {
        case "\"":
          while let quoted = rest.popFirst(), quoted != "\"" {
            literals.append((signs.count, quoted))
          }
        case "\\", "!": if let next = rest.popFirst() { literals.append((signs.count, next)) }
        case "_", "*": _ = rest.popFirst()
        case "[":
          let end = rest.firstIndex(of: "]") ?? rest.endIndex
          readBracket(rest[..<end].lowercased())
          rest = rest[end...].dropFirst()
        default: signs += sign.lowercased()
        }
      }
    }

    private mutating func readBracket(_ content: String) {
      if let first = content.first, "hms".contains(first), content.allSatisfy({ $0 == first }) {
        unit = unit ?? first
        signs += content
      } else if !content.hasPrefix("$-") {
        hasCondition = true
      }
    }

    /// Nil where the format is that of no date and no time.
    var timeParts: TimeParts? {
      let text = String(signs)
      let isGeneral = text.hasPrefix("general") || text.hasPrefix("g/") || text == "standard"
      if isGeneral || signs.contains(where: { "#?".contains($0) }) { return nil }
      let hasEra = text.contains("e") && !text.contains("e+") && !text.contains("e-")
      let hasDay = signs.contains { "yd".contains($0) } || text.contains("aaa")
      let hasClock = signs.contains { "hs".contains($0) }
      let hasMonthOrMinute = signs.contains("m")
      guard hasDay || hasClock || hasMonthOrMinute || (hasEra && !signs.contains("0")) else {
        return nil
      }
      return TimeParts(
        hasDate: hasDay || hasEra || !(hasClock || unit != nil),
        hasMinutes: hasMonthOrMinute || unit == "m",
        hasSeconds: signs.contains("s"), hasFraction: text.contains("s.0"), unit: unit ?? "h")
    }

    /// The zeros and the signs between them, where that is all there is.
    var padding: String? {
      guard !hasCondition, signs.count(where: { $0 == "0" }) >= 2,
        signs.allSatisfy({ "0-() ".contains($0) })
      else { return nil }
      var pattern = ""
      var left = literals[...]
      for (place, sign) in signs.enumerated() {
        while let literal = left.first, literal.place <= place {
          pattern.append(literal.text)
          left.removeFirst()
        }
        pattern.append(sign)
      }
      return pattern + String(left.map(\.text))
    }
  }
}
