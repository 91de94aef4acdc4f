/// A phone cell in one byte a character, with the words that matter turned into marks.
///
/// ASCII stands for itself, and digits of every script are plain digits. 转 and 分机 become a mark for an
/// extension, 、 或 and line breaks one for the next number, other letters and symbols one byte each.
struct PhoneText: Sendable {
  static let extensionMark: UInt8 = 0x01
  static let separator: UInt8 = 0x02
  static let letter: UInt8 = 0x80
  static let symbol: UInt8 = 0x81

  /// The cleaned text; empty where cleaning was not needed.
  private(set) var clean = CleanText()
  var bytes: [UInt8] = []
  private(set) var signs = PhoneSigns()
  /// Whether a word says that one group of digits is an area code.
  private var hasAreaWord = false
  /// Whether words other than a label stand beside the number.
  private(set) var hasExtraWords = false
  /// Whether the text was cleaned, or digits of other scripts were made plain.
  private(set) var isRepaired = false

  init() {}

  /// Takes in another cell.
  mutating func read(_ raw: Span<UInt8>, _ words: PhoneWords) {
    hasExtraWords = false
    hasAreaWord = false
    bytes.removeAll(keepingCapacity: true)
    if !readASCII(raw) {
      var clean = CleanText()
      swap(&clean, &self.clean)
      clean.read(raw)
      isRepaired = clean.isRepaired
      fill(from: clean.scalars.span, words)
      if hasAreaWord { joinArea() }
      swap(&clean, &self.clean)
    }
    signs = PhoneSigns(bytes.span)
  }

  /// Takes in a cell that cleaning would not change, or only trim; others must be cleaned.
  private mutating func readASCII(_ raw: Span<UInt8>) -> Bool {
    var start = 0
    var end = raw.count
    while start < end, raw[start] == 0x20 { start += 1 }
    while end > start, raw[end - 1] == 0x20 { end -= 1 }
    guard end - start >= 2, Self.isPlainStart(raw[start], raw[start + 1]) else { return false }
    for index in start..<end {
      let byte = raw[index]
      switch byte {
      case 0x22, 0x26, 0x27, 0x3C, 0x3D: return discard()
      case 0x20...0x7E: bytes.append(byte)
      default: return discard()
      }
    }
    clean.removeAll()
    isRepaired = end - start < raw.count
    return true
  }

  private mutating func discard() -> Bool {
    bytes.removeAll(keepingCapacity: true)
    return false
  }

  /// Whether a cell that begins so can be no formula, no error of a spreadsheet and nothing masked.
  private static func isPlainStart(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0x28, 0x30...0x39: true
    case 0x2B: second &- 0x30 < 10
    default: isASCIILetter(first)
    }
  }

  private mutating func fill(from scalars: Span<UInt32>, _ words: PhoneWords) {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar >= 0x80 || scalar == 0x0A {
        appendMark(scalars, &index, words)
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar))
        index += 1
      }
    }
  }

  /// Puts an area code in front of its number, whatever stands between: 区号0755 电话5405905.
  private mutating func joinArea() {
    guard let start = bytes.firstIndex(where: isDigit), bytes[start] == 0x30 else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    guard 3...4 ~= end - start, let number = bytes[end...].firstIndex(where: isDigit) else {
      return
    }
    bytes = bytes[start..<end] + [0x2D] + bytes[number...]
  }

  private mutating func appendMark(
    _ scalars: Span<UInt32>, _ index: inout Int, _ words: PhoneWords
  ) {
    let scalar = scalars[index]
    if appendSign(scalar) {
      index += 1
    } else if PhoneNumeral.isDigit(scalar), let length = hanDigits(scalars, index) {
      for place in index..<index + length {
        bytes.append(0x30 + (PhoneNumeral.digit(scalars[place]) ?? 0))
      }
      isRepaired = true
      index += length
    } else if let word = words.longest(scalars, at: index) {
      switch word.sense {
      case .label: bytes.append(Self.letter)
      case .area: hasAreaWord = true
      case .extension: appendExtensionMark()
      case .separator: bytes.append(Self.separator)
      case .other:
        bytes.append(Self.letter)
        skipOther(scalars, &index, word.length)
      }
      index += word.length
    } else {
      appendOther(scalar)
      index += 1
    }
  }

  /// Leaves out what stands behind a word such as 邮编.
  private mutating func skipOther(_ scalars: Span<UInt32>, _ index: inout Int, _ length: Int) {
    hasExtraWords = true
    var end = index + length
    while end < scalars.count, scalars[end] == 0x20 || scalars[end] == 0x3A { end += 1 }
    while end < scalars.count, scalars[end] > 0x20, scalars[end] < 0x80, scalars[end] != 0x2C,
      scalars[end] != 0x2F
    {
      end += 1
    }
    index = end - length
  }

  /// Signs that stand for one of ASCII.
  private mutating func appendSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0xFF64: bytes.append(Self.separator)
    case 0x2053, 0x223C, 0x301C: bytes.append(0x7E)  // ~
    case 0x30FC: bytes.append(0x2D)
    case 0xB7, 0x30FB: bytes.append(0x2E)  // ·
    case 0x2026: bytes += [0x2E, 0x2E, 0x2E]
    case 0xF3: bytes.append(0x6F)  // the ó of extensión
    case 0x0301: break
    case 0xFF5F, 0x3010, 0x3014, 0x300C, 0x300E: bytes.append(0x28)
    case 0xFF60, 0x3011, 0x3015, 0x300D, 0x300F: bytes.append(0x29)
    default: return false
    }
    return true
  }

  private mutating func appendOther(_ scalar: UInt32) {
    guard let value = Unicode.Scalar(scalar) else { return bytes.append(Self.symbol) }
    if let letter = PhoneNumeral.lookAlike(scalar) {
      bytes.append(letter)
    } else if value.properties.numericType == .decimal, let digit = value.properties.numericValue {
      bytes.append(0x30 + UInt8(digit))
      isRepaired = true
    } else if value.properties.isAlphabetic {
      bytes.append(Self.letter)
      if scalar >= 0x3400 { hasExtraWords = true }
    } else {
      bytes.append(Self.symbol)
    }
  }

  /// A mark for an extension, right behind the number where only words stand between: 139…(张三)转801.
  private mutating func appendExtensionMark() {
    var end = bytes.count
    var hasWord = false
    while end > 0, !isDigit(bytes[end - 1]) {
      switch bytes[end - 1] {
      case Self.letter: hasWord = true
      case 0x20, 0x28, 0x29, 0x2C: break
      default: return bytes.append(Self.extensionMark)
      }
      end -= 1
    }
    if hasWord, end > 0 { bytes.removeLast(bytes.count - end) }
    bytes.append(Self.extensionMark)
  }

  /// The length of a run of Chinese digits that stand for a number's digits; nil for a word such as 二.
  ///
  /// Three in a row are dialled, and so are fewer between plain digits or behind 转. The circle is a zero
  /// among them, and a mask elsewhere.
  private func hanDigits(_ scalars: Span<UInt32>, _ start: Int) -> Int? {
    var end = start
    var digits = 0
    while end < scalars.count, PhoneNumeral.isDigit(scalars[end]) {
      if PhoneNumeral.digit(scalars[end]) != nil { digits += 1 }
      end += 1
    }
    guard digits > 0 else { return nil }
    if end - start >= 3 || isMobileOfDigits(scalars) { return end - start }
    let isBehind = bytes.last.map { isDigit($0) || $0 == Self.extensionMark } ?? false
    let isBefore = end < scalars.count && isScalarDigit(scalars[end])
    let isExtension = bytes.last == Self.extensionMark
    return isBehind && (isBefore || isExtension) ? end - start : nil
  }
}

/// Whether a cell is eleven digits of any kind and nothing else: 一39二4689713.
private func isMobileOfDigits(_ scalars: Span<UInt32>) -> Bool {
  guard scalars.count == 11 else { return false }
  for index in scalars.indices
  where !isScalarDigit(scalars[index]) && !PhoneNumeral.isDigit(scalars[index]) {
    return false
  }
  return true
}

/// Characters that are read as digits of a phone number.
enum PhoneNumeral {
  /// Whether a character is a Chinese digit, in the plain characters or in those of banks, or the
  /// circle that stands for a zero among them.
  static func isDigit(_ scalar: UInt32) -> Bool { scalar == circle || digit(scalar) != nil }

  /// 幺 is how one says 1 in a number; digits also come in circles: ① ❶ ⓵ ➀ ➊.
  static func digit(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x24EA, 0x24FF: 0
    case 0x2460...0x2468: UInt8(scalar - 0x245F)
    case 0x24F5...0x24FD: UInt8(scalar - 0x24F4)
    case 0x2776...0x277E: UInt8(scalar - 0x2775)
    case 0x2780...0x2788: UInt8(scalar - 0x277F)
    case 0x278A...0x2792: UInt8(scalar - 0x2789)
    case 0x5E7A: 1
    case 0x3007...: scalar == circle ? nil : HanNumber.digit(scalar).map { UInt8($0) }
    default: nil
    }
  }

  private static let circle: UInt32 = 0x25CB

  /// The ASCII letter that a Cyrillic or Greek one is taken for: О and І.
  static func lookAlike(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x41E, 0x43E, 0x39F, 0x3BF: 0x4F
    case 0x406, 0x456, 0x4C0, 0x399: 0x49
    default: nil
    }
  }
}
