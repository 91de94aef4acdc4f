package import Vocabulary

/// What one cell of plain text holds.
package struct TextReading: Hashable, Sendable {
  /// The text in the form in which equal values are equal; empty when it says nothing.
  package var canonical: String
  package var issues: ValueIssues

  package init(canonical: String = "", issues: ValueIssues = []) {
    self.canonical = canonical
    self.issues = issues
  }
}

/// Reads countries, provinces, cities and districts.
///
/// Chinese places are written short and in Chinese (浙江, 温州), whether they came as 浙江省, 温州市 or
/// Wenzhou; other countries get their usual English name. What is not known stays as it was typed.
package struct PlaceNormalizer: Sendable {
  private let areas = PlaceAreas.shared
  private let divisions = DivisionTable.shared

  private let lexicon: Lexicon

  package init(_ lexicon: Lexicon = .shipped) { self.lexicon = lexicon }

  package func read(_ raw: Span<UInt8>) -> TextReading {
    let clean = CleanText(raw)
    guard !clean.scalars.isEmpty else { return TextReading() }
    if let issue = UnreadableCell.issue(of: clean.scalars) { return TextReading(issues: issue) }
    let issues: ValueIssues = clean.isRepaired ? .repaired : []
    if lexicon.placeholders.isAbsence(clean.scalars.span) || clean.scalars == [0x30] {
      return TextReading(issues: issues.union(.placeholder))
    }
    if MaskedText.hidesAddress(clean.scalars) {
      return TextReading(issues: issues.union(.masked))
    }
    return TextReading(canonical: canonical(clean.scalars), issues: issues)
  }

  private func canonical(_ scalars: [UInt32]) -> String {
    if let letters = latinLetters(scalars) {
      return Countries.name(of: letters) ?? areas.place(latin: letters)
        ?? placeOfParts(scalars) ?? titled(scalars)
    }
    let compact = scalars.filter { $0 != 0x20 && $0 != 0x0A }
    let text = String(scalars: compact)
    if let country = Countries.name(of: text.lowercased()) { return country }
    return chinese(compact) ?? (compact.contains { $0 >= 0x3400 } ? text : titled(scalars))
  }

  /// The first part of a Latin text whose other parts lie around it: Shenzhen, Guangdong, China.
  private func placeOfParts(_ scalars: [UInt32]) -> String? {
    let parts = scalars.split(separator: 0x2C).map { latinLetters(Array($0)) ?? "" }
    guard parts.count > 1, let first = parts.first, let place = areas.place(latin: first),
      parts.dropFirst().allSatisfy({
        areas.place(latin: $0) != nil || Countries.name(of: $0) == "中国"
      })
    else { return nil }
    return place
  }

  /// The city, else the province, that a text of divisions names: 粤, 广东-深圳, 襄樊.
  private func division(_ scalars: [UInt32]) -> String? {
    if scalars.count == 1 { return divisions.province(abbreviation: scalars[0]) }
    let han = HanTable()
    var scanner = DivisionScanner(scalars.map(han.simplified), breaks: [], divisions)
    scanner.scan()
    guard scanner.place == scalars.count, scanner.county == nil, scanner.openCounty == nil,
      !scanner.issues.contains(.contradictory)
    else { return nil }
    return (scanner.city ?? scanner.province).map(divisions.shortName)
  }

  /// The city when the whole text is a city, with or without its province; else the province.
  private func chinese(_ scalars: [UInt32]) -> String? {
    var rest = scalars[...]
    if let province = areas.province(rest) {
      rest = rest.dropFirst(province.length)
      if rest.isEmpty { return areas.provinces[province.index] }
    }
    if let city = areas.city(rest), city.length == rest.count {
      return areas.cities[city.index].short
    }
    if let city = areas.city(scalars[...]), city.length == scalars.count {
      return areas.cities[city.index].short
    }
    if let place = division(scalars) { return place }
    guard scalars.count >= 3, let last = scalars.last, last == 0x5E02 || last == 0x7701 else {
      return nil
    }
    return String(scalars: scalars.dropLast())
  }

  /// Latin text of one case only is written with capitals, so that LONDON and London agree.
  private func titled(_ scalars: [UInt32]) -> String {
    let hasUpper = scalars.contains { (0x41...0x5A).contains($0) }
    let hasLower = scalars.contains { (0x61...0x7A).contains($0) }
    guard hasUpper != hasLower, scalars.count > 3 else {
      return String(scalars: singleBlanks(scalars))
    }
    var result: [UInt32] = []
    var isInside = false
    for scalar in singleBlanks(scalars) {
      let isLetter = scalar >= 0x80 || isASCIILetter(UInt8(scalar))
      if isLetter, scalar < 0x80 {
        result.append(isInside ? scalar | 0x20 : scalar & ~0x20)
      } else {
        result.append(scalar)
      }
      isInside = isLetter || scalar == 0x27
    }
    return String(scalars: result)
  }
}

/// Runs of blanks and line breaks as one blank.
func singleBlanks(_ scalars: [UInt32]) -> [UInt32] {
  var result: [UInt32] = []
  result.reserveCapacity(scalars.count)
  for scalar in scalars {
    let value: UInt32 = scalar == 0x0A ? 0x20 : scalar
    if value == 0x20, result.last == 0x20 { continue }
    result.append(value)
  }
  return result
}
