import Vocabulary

/// Reads cells that name organizations.
///
/// Places, legal forms and branches are found wherever names put them, so that
/// 华信科技（北京）有限公司, 北京市华信科技有限公司 and 北京华信科技 have one key.
package struct OrganizationNameNormalizer: Sendable {
  let han = HanTable()
  let places = OrganizationNamePlaces.standard
  let words = OrganizationNameWords.standard

  package init() {}

  /// Reads one cell.
  package func read(_ raw: Span<UInt8>) -> OrganizationNameReading {
    let text = CleanText(raw)
    var reading = read(text.scalars)
    if text.isRepaired, NameText.isRepaired(raw) { reading.issues.insert(.repaired) }
    return reading
  }

  /// Reads cleaned text.
  func read(_ scalars: [UInt32]) -> OrganizationNameReading {
    var reading = OrganizationNameReading()
    guard !scalars.isEmpty else { return reading }
    if let issue = NameText.hiddenIssue(of: scalars) {
      reading.issues = issue
      return reading
    }
    var text = NameText.canonicalScalars(scalars, han)
    if NameText.isContact(text[...]) {
      text = NameText.withoutContacts(text)
      reading.issues.insert(text.isEmpty ? .wrongKind : .extraContent)
    }
    reading.script = NameText.script(text[...])
    guard !text.isEmpty else { return reading }
    if NameText.isPlaceholder(text[...]) {
      reading.issues.insert(.placeholder)
      return reading
    }
    switch reading.script {
    case .han, .mixed: readHan(text, &reading)
    case .latin, .other: readLatin(text, &reading)
    case .none: reading.issues.insert(.invalid)
    }
    if reading.key.isEmpty, reading.issues.isEmpty { reading.issues.insert(.invalid) }
    return reading
  }
}
