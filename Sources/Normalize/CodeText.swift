import Vocabulary

/// The letters and digits of a code cell, upper-case, and what was beside them.
struct CodeText: Sendable {
  private(set) var bytes: [UInt8] = []
  var clean = CleanText()
  private var isLossy = false

  init() {}

  /// Reads a cell; blanks, hyphens and dots go, everything else stays, for it makes the code invalid.
  ///
  /// What was repaired is added to the issues.
  mutating func read(_ raw: Span<UInt8>, _ issues: inout ValueIssues) {
    bytes.removeAll(keepingCapacity: true)
    clean.read(raw)
    isLossy = false
    if clean.isRepaired { issues.insert(.repaired) }
    dropLabel(&issues)
    switch SpreadsheetNumber(clean.scalars) {
    case .plain: break
    case .lossy: isLossy = true
    case .digits(let digits):
      bytes.append(contentsOf: digits)
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
      default: bytes.append(Self.other)
      }
    }
    trimOthers(&issues)
  }

  /// Reads a cell of capital letters and digits alone, which hides nothing and needs no cleaning.
  ///
  /// - Returns: Whether it is one.
  mutating func readPlain(_ raw: Span<UInt8>) -> Bool {
    guard (8...32).contains(raw.count) else { return false }
    bytes.removeAll(keepingCapacity: true)
    var last: UInt8 = 0
    var isOneLetter = true
    for place in raw.indices {
      let byte = raw[place]
      // Two X may stand for digits.
      guard isDigit(byte) || byte &- 0x41 < 26, byte != 0x58 || last != 0x58 else { return false }
      isOneLetter = isOneLetter && (byte == last || place == 0)
      bytes.append(byte)
      last = byte
    }
    return !isOneLetter
  }

  /// What stands for a character that no code has.
  static let other: UInt8 = 0x3F

  /// Drops what stands before a colon: 税号:, USCC:.
  private mutating func dropLabel(_ issues: inout ValueIssues) {
    guard let colon = clean.scalars.firstIndex(of: 0x3A), colon + 1 < clean.scalars.count,
      clean.scalars[..<colon].allSatisfy({
        isHan($0) || $0 == 0x20 || $0 < 0x80 && isASCIILetter(UInt8($0))
      })
    else { return }
    clean.dropFirst(colon + 1)
    issues.insert(.repaired)
  }

  /// Drops brackets and remarks at the ends of what may be a code: (91…85), 91…85(副本).
  private mutating func trimOthers(_ issues: inout ValueIssues) {
    guard bytes.first == Self.other || bytes.last == Self.other else { return }
    let hasWord = clean.scalars.contains(where: isHan)
    guard let first = bytes.firstIndex(where: { $0 != Self.other }),
      let last = bytes.lastIndex(where: { $0 != Self.other }), last - first >= 7,
      !bytes[first...last].contains(Self.other)
    else { return }
    bytes.removeLast(bytes.count - last - 1)
    bytes.removeFirst(first)
    issues.insert(hasWord ? .extraContent : .repaired)
  }

  /// What there is to say before any check; nil where the code is to be checked.
  ///
  /// Nothing there, a filler, a masked or spoiled code; `wrongKind` for what holds an @.
  func early(_ placeholders: Placeholders) -> ValueIssues? {
    if clean.scalars.isEmpty { return [] }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return issue }
    if MaskedText.hidesCode(clean.scalars) { return .masked }
    if clean.scalars.contains(0x40) { return [.invalid, .wrongKind] }
    if placeholders.isPlaceholder(clean.scalars.span) || isOneDigit { return .placeholder }
    return isLossy ? .precisionLost : nil
  }

  private var isOneDigit: Bool {
    guard bytes.count > 1, bytes[0] != Self.other else { return false }
    for byte in bytes where byte != bytes[0] { return false }
    return true
  }
}

extension CodeReading {
  /// Reads a cell's letters and digits.
  ///
  /// - Returns: Whether the code is to be checked; else all is said.
  mutating func begin(_ raw: Span<UInt8>, _ placeholders: Placeholders) -> Bool {
    reset()
    if source.readPlain(raw) {
      set(.canonical, source.bytes[...])
      return true
    }
    source.read(raw, &issues)
    guard let early = source.early(placeholders) else {
      if source.bytes.contains(CodeText.other) {
        set(.canonical, source.clean.string)
      } else {
        set(.canonical, source.bytes[...])
      }
      return true
    }
    if early.contains(.wrongKind) {
      issues.formUnion(early)
      set(.canonical, source.clean.string)
    } else {
      issues = early
    }
    return false
  }
}

extension Placeholders {
  /// Whether a code that needed no cleaning fills the cell.
  func isPlaceholder(_ reading: CodeReading) -> Bool {
    var letters = InlineArray<32, UInt32>(repeating: 0)
    let bytes = reading.source.bytes
    guard bytes.count <= letters.count, !bytes.contains(CodeText.other) else { return false }
    for place in bytes.indices { letters[place] = UInt32(bytes[place]) }
    return isPlaceholder(letters.span.extracting(0..<bytes.count))
  }
}

extension CodeReading {
  /// Says of a code that no check takes whether it only fills the cell, such as 1234567890.
  mutating func noteFiller(_ placeholders: Placeholders) {
    guard !isValid, issues.contains(.invalid) else { return }
    if placeholders.isPlaceholder(self) {
      text.removeAll()
      issues = .placeholder
    }
  }
}

/// Long numbers that went through a spreadsheet, which keeps fifteen digits and makes zeros of the rest.
enum TruncatedDigits {
  /// The digits that a spreadsheet keeps.
  private static let kept = 15

  /// Whether a number is longer than a spreadsheet keeps, all digits.
  static func isLong(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count > kept && bytes.allSatisfy(isDigit)
  }

  /// Whether a long number ends as a spreadsheet leaves it.
  static func endsInZeros(_ bytes: ArraySlice<UInt8>) -> Bool {
    isLong(bytes) && bytes.dropFirst(kept).allSatisfy { $0 == 0x30 }
  }

  /// Whether so many places are zero that this is no chance, one in a thousand.
  static func endsInManyZeros(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= kept + 3 && endsInZeros(bytes)
  }
}
