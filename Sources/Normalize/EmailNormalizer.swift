import Vocabulary

/// Reads e-mail cells: several addresses, `mailto:`, display names, full-width marks, stray blanks.
package struct EmailNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> EmailReading {
    var reading = EmailReading()
    read(raw, into: &reading)
    return reading
  }

  /// Reads a cell in the memory of an earlier reading.
  package func read(_ raw: Span<UInt8>, into reading: inout EmailReading) {
    reading.reset()
    if reading.text.readPlain(raw) {
      addAddress(&reading)
      return
    }
    reading.clean.read(raw)
    guard !reading.clean.scalars.isEmpty else { return }
    if let issue = UnreadableCell.issue(of: reading.clean.scalars) {
      reading.issues = issue
      return
    }
    if reading.clean.isRepaired { reading.issues.insert(.repaired) }
    var signs = Self.count(reading.clean.scalars)
    if signs == 0, reading.clean.writeAt() {
      reading.issues.insert(.repaired)
      signs = 1
    }
    let text = reading.clean.scalars
    guard signs > 0 else {
      reading.issues.insert(issueWithoutAt(text))
      return
    }
    readParts(text, signs, &reading)
    if reading.entries.isEmpty, reading.issues.isDisjoint(with: [.placeholder, .masked]) {
      let isFiller = text.count > signs && lexicon.placeholders.isPlaceholder(text.span)
      reading.issues.insert(isFiller ? .placeholder : .invalid)
    }
  }

  private static func count(_ scalars: [UInt32]) -> Int {
    var count = 0
    for scalar in scalars where scalar == 0x40 { count += 1 }
    return count
  }

  private func issueWithoutAt(_ scalars: [UInt32]) -> ValueIssues {
    if lexicon.placeholders.isPlaceholder(scalars.span) { return .placeholder }
    return Self.isMasked(scalars, 0..<scalars.count) ? .masked : .invalid
  }

  /// A mark in front of the @, two in a row or three dots hide something.
  ///
  /// Systems that mask an address may lose its @ with it.
  private static func isMasked(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
    var run = 0
    var last: UInt32 = 0
    for place in range {
      let scalar = scalars[place]
      if scalar == 0x2026 { return true }
      let isMark = MaskedText.isMark(scalar)
      if isMark || scalar == 0x2E || scalar == 0x40 {
        if scalar == 0x40, MaskedText.isMark(last) { return true }
        run = isMark && MaskedText.isMark(last) || scalar == 0x2E && last == 0x2E ? run + 1 : 0
        if isMark ? run == 1 : run == 2 { return true }
      }
      last = scalar
    }
    return false
  }

  // MARK: - Parts

  /// Splits at ; 、 | line breaks and slashes, and at commas and blanks when both sides have an @.
  private func readParts(_ text: [UInt32], _ signs: Int, _ reading: inout EmailReading) {
    var start = 0
    for place in 0...text.count {
      if place < text.count, !Self.separates(text[place], signs) { continue }
      if text[start..<place].contains(0x40) { read(text, start..<place, &reading) }
      start = place + 1
    }
  }

  private static func separates(_ scalar: UInt32, _ signs: Int) -> Bool {
    switch scalar {
    case 0x3B, 0x3001, 0x0A, 0x7C, 0x2F, 0x5C, 0xFF0C, 0xFF1B: true
    case 0x2C, 0x20: signs > 1
    default: false
    }
  }

  private func read(_ text: [UInt32], _ part: Range<Int>, _ reading: inout EmailReading) {
    if Self.isMasked(text, part) {
      reading.issues.insert(.masked)
      return
    }
    let isAddress = reading.text.read(text, part)
    guard isAddress else {
      reading.issues.formUnion(isFillerPart(text, part) ? .placeholder : .invalid)
      return
    }
    if reading.text.isRepaired { reading.issues.insert(.repaired) }
    if reading.text.hasExtra { reading.issues.insert(.extraContent) }
    addAddress(&reading)
  }

  private func isFillerPart(_ text: [UInt32], _ part: Range<Int>) -> Bool {
    part.count > 1 && lexicon.placeholders.isPlaceholder(text.span.extracting(part))
      && text[part].contains { $0 != 0x40 && $0 != 0x20 }
  }

  // MARK: - Addresses

  private func addAddress(_ reading: inout EmailReading) {
    let scalars = reading.text.scalars
    let at = reading.text.at
    let domain = lexicon.mail.domain(scalars.span.extracting(at + 1..<scalars.count))
    let whole = lexicon.mail.mailbox(scalars.span.extracting(0..<at))
    guard whole != .filler, !isFiller(scalars, at, domain) else {
      reading.issues.insert(.placeholder)
      return
    }
    var meant: [UInt32]?
    switch domain?.sense {
    case .slip?: meant = domain?.meant
    case nil: meant = lexicon.mail.correction(Array(scalars[(at + 1)...]))
    default: break
    }
    if meant != nil { reading.issues.insert(.misspeltDomain) }
    let isDisposable = domain?.sense == .disposable
    if isDisposable { reading.issues.insert(.disposableMailbox) }
    let mailbox = mailbox(scalars, at)
    let sense = mailbox.count == at ? whole : lexicon.mail.mailbox(scalars.span.extracting(mailbox))
    let isRole = sense == .role
    if isRole { reading.issues.insert(.roleMailbox) }
    reading.add(
      mailbox: mailbox, domain: domain, meant: meant, lexicon.mail, isRole: isRole,
      isDisposable: isDisposable)
  }

  /// What stands before the @ without a tag behind a plus sign.
  private func mailbox(_ scalars: [UInt32], _ at: Int) -> Range<Int> {
    guard let plus = scalars[..<at].firstIndex(of: 0x2B), plus > 0, scalars[0] != 0x22 else {
      return 0..<at
    }
    return 0..<plus
  }

  private func isFiller(_ scalars: [UInt32], _ at: Int, _ domain: MailWords.Domain?) -> Bool {
    if domain?.sense == .filler { return true }
    guard domain == nil else { return false }
    // no@no.com, 1@1.com, a@aa.com
    let end = scalars[(at + 1)...].firstIndex(of: 0x2E) ?? scalars.count
    let name = at + 1..<end
    if scalars[..<at] == scalars[name] {
      return at <= 4 || lexicon.placeholders.isPlaceholder(scalars.span.extracting(0..<at))
    }
    return at <= 3 && isThrowaway(scalars[name])
  }

  private func isThrowaway(_ name: ArraySlice<UInt32>) -> Bool {
    guard let first = name.first, name.count <= 3 else { return false }
    let isFirst = isScalarDigit(first) || first == 0x61 || first == 0x62 || first == 0x78  // a b x
    return isFirst && name.allSatisfy { $0 == first } || name.elementsEqual([0x31, 0x32, 0x33])
  }
}

extension EmailReading {
  /// Adds the address that was read last.
  fileprivate mutating func add(
    mailbox: Range<Int>, domain: MailWords.Domain?, meant: [UInt32]?, _ words: MailWords,
    isRole: Bool, isDisposable: Bool
  ) {
    let scalars = text.scalars
    let at = text.at
    let start = bytes.count
    append(scalars[...])
    let canonical = start..<bytes.count
    var suggestion = start..<start
    var target = domain
    if let meant {
      append(scalars[...at])
      append(meant[...])
      suggestion = canonical.upperBound..<bytes.count
      target = words.domain(meant.span)
    }
    let alias = target.flatMap { $0.sense == .slip || $0.meant.isEmpty ? nil : $0.meant }
    let reached = alias.flatMap { words.domain($0.span) } ?? target
    let isSame =
      meant == nil && alias == nil && mailbox.count == at && !(reached?.ignoresDots ?? false)
    guard !isSame else {
      add(
        Entry(
          canonical: canonical, identity: canonical, suggestion: suggestion, isRole: isRole,
          isDisposable: isDisposable))
      return
    }
    let first = bytes.count
    for scalar in scalars[mailbox] where scalar != 0x2E || !(reached?.ignoresDots ?? false) {
      append(UInt8(truncatingIfNeeded: scalar))
    }
    append(0x40)
    append(alias.map { $0[...] } ?? meant.map { $0[...] } ?? scalars[(at + 1)...])
    add(
      Entry(
        canonical: canonical, identity: first..<bytes.count, suggestion: suggestion,
        isRole: isRole, isDisposable: isDisposable))
  }
}

extension CleanText {
  /// Writes the @ that people spell out: wei(at)163.com, wei[at]163.com.
  ///
  /// - Returns: Whether there was one.
  fileprivate mutating func writeAt() -> Bool {
    let marks: [[UInt32]] = [
      [0x28, 0x61, 0x74, 0x29], [0x5B, 0x61, 0x74, 0x5D], [0x7B, 0x61, 0x74, 0x7D],
    ]
    guard scalars.contains(0x2E), scalars.contains(where: { $0 | 0x20 == 0x74 }) else {
      return false
    }
    for place in scalars.indices.dropFirst() where place + 4 < scalars.count {
      let word = scalars[place..<place + 4].map { $0 < 0x80 ? UInt32(lowercase(UInt8($0))) : $0 }
      guard marks.contains(word) else { continue }
      replace(place..<place + 4, with: 0x40)
      return true
    }
    return false
  }
}
