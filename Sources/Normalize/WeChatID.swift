import Vocabulary

/// Reads WeChat ids: names of 6 to 20 letters, digits, _ and - behind a first letter, `wxid_…`, and the
/// phone and QQ numbers under which people are found as well.
package struct WeChatNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> CodeReading {
    var reading = CodeReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout CodeReading) {
    reading.reset()
    if let early = reading.beginIdentifier(raw, lexicon.placeholders) {
      reading.issues.formUnion(early)
      return
    }
    reading.dropLabel()
    reading.setIdentifier()
    guard !reading.issues.contains(.wrongKind) else { return }
    judge(&reading)
  }

  private func judge(_ reading: inout CodeReading) {
    let id = reading.text.bytes[reading.text.range(of: CodeReading.Part.canonical.rawValue)]
    if id.allSatisfy({ isDigit($0) || $0 == 0x2B || $0 == 0x2D }) {
      judgeNumber(id.filter(isDigit), &reading)
      return
    }
    guard let first = id.first, isASCIILetter(first), id.allSatisfy(Self.isPart) else {
      reading.issues.insert(.invalid)
      return
    }
    if id.starts(with: "wxid_".utf8), id.count > 10 {
      reading.set(.kind, "wxid")
    } else if (6...20).contains(id.count) {
      reading.set(.kind, "id")
    } else {
      reading.issues.formUnion([.invalid, id.count < 6 ? .tooShort : .tooLong])
      return
    }
    reading.isValid = true
  }

  /// A mobile number of China, with or without its calling code, or a QQ number of 5 to 11 digits.
  private func judgeNumber(_ digits: [UInt8], _ reading: inout CodeReading) {
    let national =
      digits.count > 11 && digits.starts(with: "86".utf8) ? digits.dropFirst(2) : digits[...]
    let isMobile =
      national.count == 11 && national.first == 0x31
      && national.dropFirst().first.map { $0 >= 0x33 } ?? false
    if isMobile || (5...11).contains(digits.count) && digits[0] != 0x30 {
      reading.isValid = true
      reading.set(.canonical, isMobile ? national : digits[...])
      reading.set(.kind, isMobile ? "phone" : "qq")
    } else {
      reading.issues.formUnion([.invalid, digits.count < 5 ? .tooShort : .tooLong])
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D
  }
}

extension CodeReading {
  /// Drops 微信号: and the like from the front.
  fileprivate mutating func dropLabel() {
    let scalars = source.clean.scalars
    guard let colon = scalars.firstIndex(of: 0x3A), colon <= 8, colon + 1 < scalars.count else {
      return
    }
    source.clean.dropFirst(colon + 1)
    issues.insert(.repaired)
  }
}
