package import Vocabulary

/// What one cell with a code or an account number holds.
package struct CodeReading: Hashable, Sendable {
  /// The code without separators, upper-case; the cleaned text when it is no code.
  ///
  /// Empty when there is nothing to compare.
  package var canonical: String
  /// Whether the code passes every check of its kind.
  package var isValid: Bool
  package var issues: ValueIssues
  /// Facts the code itself states, such as its area; empty when invalid.
  package var parts: [CodePart]

  package init(
    canonical: String = "", isValid: Bool = false, issues: ValueIssues = [], parts: [CodePart] = []
  ) {
    self.canonical = canonical
    self.isValid = isValid
    self.issues = issues
    self.parts = parts
  }
}

extension CodeReading {
  /// What the code shows about its column: whether long numbers keep their last digits.
  var signs: ConventionSigns {
    if issues.contains(.truncated) { return .lostDigits }
    guard TruncatedDigits.isLong(canonical.utf8) else { return [] }
    return TruncatedDigits.endsInZeros(canonical.utf8) ? [.lostDigits, .openDigits] : .wholeDigits
  }
}

/// One fact that a code states.
package struct CodePart: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// The letters and digits of a code cell, upper-case, and what was beside them.
struct CodeText {
  private(set) var bytes: [UInt8] = []
  private(set) var issues: ValueIssues = []
  let clean: CleanText
  private let number: SpreadsheetNumber

  /// Blanks, hyphens and dots go; everything else stays, for it makes the code invalid.
  init(_ raw: Span<UInt8>) {
    clean = CleanText(raw)
    if clean.isRepaired { issues.insert(.repaired) }
    number = SpreadsheetNumber(clean.scalars)
    if case .digits(let digits) = number {
      bytes = digits
      issues.insert(.repaired)
      return
    }
    for scalar in clean.scalars {
      switch scalar {
      case 0x61...0x7A:
        bytes.append(UInt8(scalar) - 0x20)
        issues.insert(.repaired)
      case 0x30...0x39, 0x41...0x5A: bytes.append(UInt8(scalar))
      case 0x20, 0x0A, 0x2D, 0x2E: issues.insert(.repaired)
      default: bytes.append(0x3F)
      }
    }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// What is to be said before any check: nothing there, a filler, a masked or spoiled code.
  func early(_ placeholders: Placeholders) -> CodeReading? {
    if clean.scalars.isEmpty { return CodeReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return CodeReading(issues: issue) }
    if MaskedText.hidesCode(clean.scalars) { return CodeReading(issues: .masked) }
    if clean.scalars.contains(0x40) {
      return CodeReading(canonical: clean.string, issues: [.invalid, .wrongKind])
    }
    if placeholders.isPlaceholder(clean.scalars.span) || isOneDigit {
      return CodeReading(issues: .placeholder)
    }
    return number == .lossy ? CodeReading(issues: .precisionLost) : nil
  }

  private var isOneDigit: Bool { bytes.count > 1 && bytes.allSatisfy { $0 == bytes[0] } }
}

/// Long numbers that went through a spreadsheet, which keeps fifteen digits and makes zeros of the rest.
enum TruncatedDigits {
  /// The digits that a spreadsheet keeps.
  private static let kept = 15

  /// Whether a number is longer than a spreadsheet keeps, all digits.
  static func isLong(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    bytes.count > kept && bytes.allSatisfy(isDigit)
  }

  /// Whether a long number ends as a spreadsheet leaves it.
  static func endsInZeros(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    isLong(bytes) && bytes.dropFirst(kept).allSatisfy { $0 == 0x30 }
  }

  /// Whether so many places are zero that this is no chance, one in a thousand.
  static func endsInManyZeros(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    bytes.count >= kept + 3 && endsInZeros(bytes)
  }
}
