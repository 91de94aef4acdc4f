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
  private(set) var isBlank = false
  let clean: CleanText

  /// Blanks, hyphens and dots go; everything else stays, for it makes the code invalid.
  init(_ raw: Span<UInt8>) {
    clean = CleanText(raw)
    isBlank = clean.scalars.isEmpty
    if clean.isRepaired { issues.insert(.repaired) }
    var stars = 0
    for scalar in clean.scalars {
      switch scalar {
      case 0x61...0x7A:
        bytes.append(UInt8(scalar) - 0x20)
        issues.insert(.repaired)
      case 0x30...0x39, 0x41...0x5A: bytes.append(UInt8(scalar))
      case 0x20, 0x0A, 0x2D, 0x2E: issues.insert(.repaired)
      case 0x2A:
        stars += 1
        bytes.append(0x2A)
      default: bytes.append(0x3F)
      }
    }
    if stars >= 2 { issues.insert(.masked) }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// What is to be said before any check: nothing there, a filler, a masked or spoiled code.
  var early: CodeReading? {
    if isBlank { return CodeReading() }
    if issues.contains(.masked) { return CodeReading(issues: [.masked]) }
    if clean.scalars.contains(0x40) {
      return CodeReading(canonical: clean.string, issues: [.invalid, .wrongKind])
    }
    if Placeholders.isPlaceholder(clean.scalars) || isOneDigit {
      return CodeReading(issues: .placeholder)
    }
    return isSpreadsheetNumber ? CodeReading(issues: .precisionLost) : nil
  }

  private var isOneDigit: Bool { bytes.count > 1 && bytes.allSatisfy { $0 == bytes[0] } }

  /// A number that lost digits, such as 9.13301E+17.
  private var isSpreadsheetNumber: Bool {
    let scalars = clean.scalars
    guard let mark = scalars.firstIndex(where: { $0 | 0x20 == 0x65 }), mark > 0,
      scalars[..<mark].contains(0x2E)
    else { return false }
    let isNumber = scalars[..<mark].allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    let rest = scalars[(mark + 1)...].drop { $0 == 0x2B }
    return isNumber && !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
  }
}
