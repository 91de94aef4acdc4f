import Vocabulary

/// Reads e-mail cells: several addresses, `mailto:`, display names, full-width marks, stray blanks.
package struct EmailNormalizer: Sendable {
  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> EmailReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return EmailReading() }
    var reading = EmailReading()
    if let issue = UnreadableCell.issue(of: clean.scalars) {
      reading.issues = issue
      return reading
    }
    if clean.isRepaired { reading.issues.insert(.repaired) }
    guard clean.scalars.contains(0x40) else {
      reading.issues.insert(issueWithoutAt(clean.scalars))
      return reading
    }
    for part in Self.parts(clean.scalars) { read(part, into: &reading) }
    return reading
  }

  private func issueWithoutAt(_ scalars: [UInt32]) -> ValueIssues {
    if lexicon.placeholders.isPlaceholder(scalars.span) { return .placeholder }
    return Self.isMasked(scalars[...]) ? .masked : .invalid
  }

  /// A mark in front of the @, two in a row or three dots hide something.
  ///
  /// Systems that mask an address may lose its @ with it.
  private static func isMasked(_ scalars: ArraySlice<UInt32>) -> Bool {
    var run = 0
    var last: UInt32 = 0
    for scalar in scalars {
      let isMark = MaskedText.isMark(scalar)
      if scalar == 0x40, MaskedText.isMark(last) { return true }
      run = isMark && MaskedText.isMark(last) || scalar == 0x2E && last == 0x2E ? run + 1 : 0
      if isMark ? run == 1 : run == 2 { return true }
      last = scalar
    }
    return scalars.contains(0x2026)
  }

  /// Splits at ; 、 | line breaks and slashes, and at commas and blanks when both sides have an @.
  private static func parts(_ scalars: [UInt32]) -> [ArraySlice<UInt32>] {
    let several = scalars.count { $0 == 0x40 } > 1
    return scalars.split { scalar in
      switch scalar {
      case 0x3B, 0x3001, 0x0A, 0x7C, 0x2F, 0x5C: true
      case 0x2C, 0x20: several
      default: false
      }
    }
  }

  private func read(_ part: ArraySlice<UInt32>, into reading: inout EmailReading) {
    if Self.isMasked(part) {
      reading.issues.insert(.masked)
      return
    }
    var text = EmailText(part)
    if text.isRepaired { reading.issues.insert(.repaired) }
    guard text.normalize() else {
      if text.hasAt || reading.values.isEmpty { reading.issues.insert(.invalid) }
      return
    }
    guard
      !EmailFillers.isFiller(
        local: text.local, domain: text.domain, lexicon.placeholders)
    else {
      reading.issues.insert(.placeholder)
      return
    }
    let address = address(text, &reading.issues)
    if !reading.values.contains(where: { $0.canonical == address.canonical }) {
      reading.values.append(address)
    }
  }

  private func address(_ text: EmailText, _ issues: inout ValueIssues) -> EmailAddress {
    var domain = text.domain
    if let meant = EmailDomains.correction(of: domain) {
      issues.insert(.misspeltDomain)
      domain = meant
    }
    var local = text.local
    if let plus = local.firstIndex(of: "+"), plus > local.startIndex {
      local = String(local[..<plus])
    }
    if domain == "googlemail.com" { domain = "gmail.com" }
    if domain == "gmail.com" { local.removeAll { $0 == "." } }
    let isRole = EmailFillers.isRole(local)
    if isRole { issues.insert(.roleMailbox) }
    return EmailAddress(
      canonical: text.local + "@" + text.domain, identity: local + "@" + domain, isRole: isRole)
  }
}
