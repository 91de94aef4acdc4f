/// One address, taken out of its part of a cell: scalars in lower case, split at the @.
struct EmailText: Sendable {
  private(set) var scalars: [UInt32] = []
  private(set) var at = 0
  private(set) var isRepaired = false
  /// Whether words stand beside the address.
  private(set) var hasExtra = false
  /// Where a quoted mailbox stands, which may hold blanks.
  private var quoted = 0..<0

  init() {}

  var local: ArraySlice<UInt32> { scalars[..<at] }
  var domain: ArraySlice<UInt32> { scalars[(at + 1)...] }

  /// Takes an address out of a part of a cell.
  ///
  /// - Returns: Whether it is one that a mail server would take.
  mutating func read(_ text: [UInt32], _ part: Range<Int>) -> Bool {
    isRepaired = false
    hasExtra = false
    scalars.removeAll(keepingCapacity: true)
    quoted = 0..<0
    guard let core = core(text, part) else { return false }
    for place in core {
      let scalar = text[place]
      switch scalar {
      case 0x20 where quoted.contains(place): scalars.append(scalar)
      case 0x20, 0x0A: isRepaired = true
      case 0x3002, 0xFF61:  // 。 typed for a full stop
        scalars.append(0x2E)
        isRepaired = true
      case ..<0x80: scalars.append(UInt32(lowercase(UInt8(scalar))))
      default: appendLowercase(scalar)
      }
    }
    trimEnds()
    guard let found = scalars.lastIndex(of: 0x40) else { return false }
    at = found
    cutHan()
    return isLocal() && isDomain()
  }

  /// Reads a cell that is one address of plain letters, digits and the commonest marks alone.
  ///
  /// - Returns: Whether it is one that a mail server would take; false says nothing.
  mutating func readPlain(_ raw: Span<UInt8>) -> Bool {
    guard (6...100).contains(raw.count) else { return false }
    isRepaired = false
    hasExtra = false
    at = 0
    scalars.removeAll(keepingCapacity: true)
    for place in raw.indices {
      let byte = raw[place]
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2B: break
      case 0x41...0x5A: break
      case 0x40:
        guard at == 0, place > 0 else { return false }
        at = place
      default: return false
      }
      scalars.append(UInt32(lowercase(byte)))
    }
    return at > 0 && isLocal() && isDomain()
  }

  private mutating func appendLowercase(_ scalar: UInt32) {
    guard !isHan(scalar), let known = Unicode.Scalar(scalar) else {
      scalars.append(scalar)
      return
    }
    for lower in known.properties.lowercaseMapping.unicodeScalars { scalars.append(lower.value) }
  }

  // MARK: - What stands around an address

  /// The range of the address: what <…> holds, what follows a label, the word with the @.
  private mutating func core(_ text: [UInt32], _ part: Range<Int>) -> Range<Int>? {
    guard let sign = text[part].lastIndex(of: 0x40) else { return nil }
    var core = part
    if let open = text[part.lowerBound..<sign].lastIndex(of: 0x3C) {
      let close = text[sign..<part.upperBound].firstIndex(of: 0x3E) ?? part.upperBound
      core = open + 1..<close
      isRepaired = true
    }
    if let bracket = text[core.lowerBound..<sign].lastIndex(of: 0x28),
      bracket > core.lowerBound, text[sign..<core.upperBound].last == 0x29
    {  // 张伟(wei@163.com)
      core = bracket + 1..<core.upperBound - 1
      isRepaired = true
    }
    if let colon = text[core.lowerBound..<sign].lastIndex(of: 0x3A) {  // mailto:, 邮箱:
      core = colon + 1..<core.upperBound
      isRepaired = true
    }
    if let query = text[sign..<core.upperBound].firstIndex(of: 0x3F) {  // ?subject=…
      core = core.lowerBound..<query
      isRepaired = true
    }
    if sign > core.lowerBound + 1, text[core.lowerBound] == 0x22, text[sign - 1] == 0x22 {
      quoted = core.lowerBound..<sign
      return core
    }
    return word(text, core, around: sign)
  }

  /// The blanks around the @ do not count; other words beside the address are a name.
  private mutating func word(_ text: [UInt32], _ core: Range<Int>, around sign: Int) -> Range<Int> {
    var start = sign
    while start > core.lowerBound, text[start - 1] == 0x20 { start -= 1 }
    while start > core.lowerBound, text[start - 1] != 0x20 { start -= 1 }
    var end = sign + 1
    while end < core.upperBound, text[end] == 0x20 { end += 1 }
    while end < core.upperBound, !Self.endsDomain(text[end]) {
      if text[end] == 0x20 {
        // wei@163. com and wei@163 .com
        let next = text[end..<core.upperBound].firstIndex { $0 != 0x20 } ?? core.upperBound
        guard next < core.upperBound, text[end - 1] == 0x2E || text[next] == 0x2E else { break }
        end = next
      } else {
        end += 1
      }
    }
    let rest = text[core.lowerBound..<start] + text[end..<core.upperBound]
    if rest.contains(where: { $0 != 0x20 }) { isRepaired = true }
    return start..<end
  }

  /// , : ( （ behind a domain begin something else.
  private static func endsDomain(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x3A || scalar == 0x28
  }

  /// Full stops, commas, brackets and quotes at the ends.
  private mutating func trimEnds() {
    while let last = scalars.last, isEndMark(last) || last == 0x2E {
      scalars.removeLast()
      isRepaired = true
    }
    var start = 0
    while start < scalars.count, isEndMark(scalars[start]), !isQuotedMailbox(start) { start += 1 }
    if start > 0 {
      scalars.removeFirst(start)
      isRepaired = true
    }
  }

  private func isEndMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x28, 0x29, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x22, 0x3010, 0x3011, 0x300A,
      0x300B, 0x21:
      true
    default: false
    }
  }

  private func isQuotedMailbox(_ start: Int) -> Bool {
    guard scalars[start] == 0x22, let sign = scalars.lastIndex(of: 0x40) else { return false }
    return sign > start + 1 && scalars[sign - 1] == 0x22
  }

  /// Chinese words glued to an address: 邮箱wei@163.com, wei@163.com(工作).
  private mutating func cutHan() {
    if let bracket = scalars[(at + 1)...].firstIndex(where: { $0 == 0x28 || $0 == 0x3010 }) {
      scalars.removeLast(scalars.count - bracket)
      hasExtra = true
    }
    if let last = scalars.last, isHan(last), let point = scalars.lastIndex(of: 0x2E), point > at,
      point + 2 < scalars.count, scalars[point + 1] < 0x80
    {
      let end = scalars[(point + 1)...].firstIndex { $0 >= 0x80 } ?? scalars.count
      scalars.removeLast(scalars.count - end)
      hasExtra = true
    }
    let glued = scalars[..<at].prefix(while: isHan).count
    if glued > 0, glued < at, scalars[glued] < 0x80 {
      scalars.removeFirst(glued)
      at -= glued
      hasExtra = true
    }
  }

  // MARK: - What a mail server takes

  /// Dot-atom text or a quoted string of RFC 5322, at most 64 bytes (RFC 5321).
  private mutating func isLocal() -> Bool {
    guard (1...64).contains(at) else { return false }
    if scalars[0] == 0x22 { return isQuoted() }
    guard scalars[0] != 0x2E, scalars[at - 1] != 0x2E else { return false }
    var previous: UInt32 = 0
    for scalar in scalars[..<at] {
      guard scalar < 0x80, Self.isAtom(UInt8(scalar)), scalar != 0x2E || previous != 0x2E else {
        return false
      }
      previous = scalar
    }
    return true
  }

  /// Quotes that nothing needs go: "wei"@163.com.
  private mutating func isQuoted() -> Bool {
    guard at >= 3, scalars[at - 1] == 0x22 else { return false }
    let inside = scalars[1..<at - 1]
    guard inside.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) else {
      return false
    }
    if inside.allSatisfy({ Self.isAtom(UInt8($0)) }), inside.first != 0x2E, inside.last != 0x2E {
      scalars.remove(at: at - 1)
      scalars.removeFirst()
      at -= 2
      isRepaired = true
    }
    return true
  }

  /// Letters, digits, the full stop and the marks ! # $ % & ' * + - / = ? ^ _ ` { | } ~ of an atom.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F,
      0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E:
      true
    default: false
    }
  }

  /// Two labels or more of letters, digits and inner hyphens; the last one has letters only or is an
  /// internationalized one.
  ///
  /// Labels outside ASCII are taken as they stand.
  private func isDomain() -> Bool {
    let domain = scalars[(at + 1)...]
    guard (4...253).contains(domain.count), scalars.count <= 254 else { return false }
    var labels = 1
    var start = domain.startIndex
    var hasOther = false
    for place in domain.indices {
      let scalar = scalars[place]
      if scalar == 0x2E {
        guard isLabel(start..<place) else { return false }
        start = place + 1
        labels += 1
        hasOther = false
      } else if scalar < 0x80 {
        guard isScalarDigit(scalar) || scalar == 0x2D || isASCIILetter(UInt8(scalar)) else {
          return false
        }
        hasOther = hasOther || !isASCIILetter(UInt8(scalar))
      } else if scalar < 0xC0 || Self.isMark(scalar) {
        return false
      }
    }
    let isTopLevel = !hasOther || scalars[start...].starts(with: [0x78, 0x6E, 0x2D, 0x2D])
    return labels >= 2 && domain.endIndex - start >= 2 && isTopLevel
      && isLabel(start..<domain.endIndex)
  }

  /// Punctuation of Chinese texts, which no domain has.
  private static func isMark(_ scalar: UInt32) -> Bool {
    (0x2000...0x2BFF).contains(scalar) || (0x3000...0x303F).contains(scalar)
      || (0xFF00...0xFFEF).contains(scalar)
  }

  private func isLabel(_ range: Range<Int>) -> Bool {
    (1...63).contains(range.count) && scalars[range.lowerBound] != 0x2D
      && scalars[range.upperBound - 1] != 0x2D
  }
}
