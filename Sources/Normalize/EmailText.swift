/// One address, taken apart.
struct EmailText {
  private(set) var local = ""
  private(set) var domain = ""
  private(set) var isRepaired = false
  private(set) var hasAt: Bool
  private var bytes: [UInt8] = []
  private var hasOtherScalars = false

  init(_ part: ArraySlice<UInt32>) {
    var part = part
    if let open = part.lastIndex(of: 0x3C), let close = part.lastIndex(of: 0x3E), open < close {
      part = part[(open + 1)..<close]
      isRepaired = true
    }
    if let colon = part.lastIndex(of: 0x3A) {  // mailto:, 邮箱:
      part = part[(colon + 1)...]
      isRepaired = true
    }
    while let last = part.last, last == 0x2E || last == 0x2C || last == 0x3002 || last == 0x29 {
      part.removeLast()
      isRepaired = true
    }
    hasAt = part.contains(0x40)
    bytes.reserveCapacity(part.count)
    for scalar in part {
      if scalar == 0x20 {
        isRepaired = true
      } else if scalar == 0x3002 {  // 。 typed for a full stop
        bytes.append(0x2E)
        isRepaired = true
      } else if scalar < 0x80 {
        bytes.append(lowercase(UInt8(scalar)))
      } else {
        bytes += Array(String(scalars: [scalar]).lowercased().utf8)
        hasOtherScalars = true
      }
    }
  }

  /// Splits at the @; false when the parts are not what a mail server would take.
  mutating func normalize() -> Bool {
    guard let at = bytes.firstIndex(of: 0x40), at == bytes.lastIndex(of: 0x40) else { return false }
    let left = bytes[..<at]
    let right = bytes[(at + 1)...]
    guard Self.isLocal(left), Self.isDomain(right) else { return false }
    local = String(decoding: left, as: UTF8.self)
    domain = String(decoding: right, as: UTF8.self)
    return true
  }

  /// Dot-atom text of RFC 5322, at most 64 bytes (RFC 5321).
  private static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (1...64).contains(bytes.count), bytes.first != 0x2E, bytes.last != 0x2E else {
      return false
    }
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x2E, previous == 0x2E { return false }
      guard isDigit(byte) || isASCIILetter(byte) || byte == 0x2E || isAtomSymbol(byte) else {
        return false
      }
      previous = byte
    }
    return true
  }

  /// The marks ! # $ % & ' * + - / = ? ^ _ ` { | } ~ of an atom.
  private static func isAtomSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Two labels or more of letters, digits and inner hyphens; the last one has letters only or is an
  /// internationalized one.
  ///
  /// Labels outside ASCII are taken as they stand.
  private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    let labels = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count >= 2, bytes.count <= 253, let last = labels.last, last.count >= 2 else {
      return false
    }
    let isTopLevel =
      last.allSatisfy { isASCIILetter($0) || $0 >= 0x80 } || last.starts(with: "xn--".utf8)
    return isTopLevel
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
          && label.allSatisfy { isDigit($0) || isASCIILetter($0) || $0 == 0x2D || $0 >= 0x80 }
      }
  }
}
