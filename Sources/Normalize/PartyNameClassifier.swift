/// Tells names of organizations from names of persons.
///
/// Odds are in bits and add up; above 0 means an organization.
final class PartyNameClassifier: Sendable {
  /// What a word that no person's name holds says.
  static let certainOdds: Float = 20

  private enum Sense: String, CaseIterable, Sendable {
    case organization
    /// A line of business that is a given name too: 王建设, 李文化.
    case given
    /// The name of a well-known firm.
    case firm
    /// A part of the world in the brackets of a firm.
    case region
  }

  private let words: OrganizationNameWords
  let places: OrganizationNamePlaces
  private let characters: PersonNameCharacters
  private let latinNames: LatinNames
  private let certain: WordIndex<Sense>
  private let givenLike: WordIndex<Sense>
  private let firms: WordIndex<Sense>
  private let regions: WordIndex<Sense>

  init(
    _ lists: WordLists, _ characters: PersonNameCharacters, _ latinNames: LatinNames,
    _ words: OrganizationNameWords, _ places: OrganizationNamePlaces
  ) throws(WordListError) {
    self.words = words
    self.places = places
    self.characters = characters
    self.latinNames = latinNames
    var senses: [(word: [UInt32], value: Sense)] = []
    for entry in lists[.partyWords] {
      senses.append((entry.word.unicodeScalars.map(\.value), try entry.value(1, as: Sense.self)))
    }
    certain = WordIndex(senses.filter { $0.value == .organization })
    givenLike = WordIndex(senses.filter { $0.value == .given })
    firms = WordIndex(senses.filter { $0.value == .firm })
    regions = WordIndex(senses.filter { $0.value == .region })
  }

  // MARK: - Han

  /// log2 odds that words say organization; nil when no word does.
  func hanOrganizationOdds(
    _ text: [UInt32], _ range: Range<Int>, at place: Place, startsWithSurname: Bool
  ) -> Float? {
    if firms[text, range] != nil { return 14 }
    guard range.count >= 3 else { return nil }
    if certain.first(in: text, range) != nil { return Self.certainOdds }
    let ending = words.institutions.suffixLength(text.span, range)
    if ending >= 2 { return 14 }
    if ending == 1, range.count >= 4 { return 10 }
    if place.length > 0, range.count - place.length >= 2, place.length > nameLength(place) {
      return 12
    }
    var length = words.industries.suffixLength(text.span, range)
    if length == 0 {
      length = words.industries.firstRange(text.span, range.dropFirst())?.count ?? 0
    }
    guard length >= 2 else { return ending == 1 ? 3 : nil }
    if range.count - length == 1, startsWithSurname {
      return givenLike[text, range.upperBound - length..<range.upperBound] != nil ? nil : 5
    }
    return range.count - length >= 1 ? 12 : 8
  }

  /// log2 odds of the text as the name of a firm that goes by its brand alone, its place included.
  func brandOdds(_ text: [UInt32], _ range: Range<Int>, at place: Place) -> Float {
    var start = range.lowerBound
    var odds: Float = 0
    if place.length > 0, range.count - place.length >= 2 {
      start += place.length
      odds = -8
    }
    switch range.upperBound - start {
    case 2: odds -= 0.6
    case 3: odds -= 2
    case 4: odds -= 3
    default: odds -= 6
    }
    for place in start..<range.upperBound { odds += characters.brand(text[place]) }
    return odds
  }

  /// log2 odds of the text as the name of a firm that goes by its brand alone, its place included.
  func brandOdds(_ text: [UInt32], _ range: Range<Int>) -> Float {
    brandOdds(text, range, at: place(text, range))
  }

  /// Whether a range is one place, with or without suffix.
  func isPlace(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    !range.isEmpty && place(text, range).length == range.count
  }

  /// Whether a range names a place, a part of the world included.
  func isRegion(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    isPlace(text, range) || regions[text, range] != nil
  }

  /// A place at the start of a range, of which several rules want to know.
  typealias Place = OrganizationNamePlaces.Found

  /// The place at the start of a range; its length is 0 when there is none.
  func place(_ text: [UInt32], _ range: Range<Int>) -> Place { places.prefix(text.span, range) }

  /// The length of a place's name without 省 or 市.
  func nameLength(_ place: Place) -> Int { places.text(place.number).count }

  /// Whether a range is a legal form: 有限公司, 商行.
  func isLegalForm(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    range.count > 1
      && words.forward.whole(text.span, range, mark: OrganizationNameWords.Sense.form) != 0
  }

  /// The length of the name of a well-known firm at the start of a range; 0 when there is none.
  func firmLength(_ text: [UInt32], _ range: Range<Int>) -> Int {
    firms.prefix(text, range)?.length ?? 0
  }

  /// Whether the end of a range says that a firm's name ends here: its business, its form.
  func endsFirm(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    words.industries.suffixLength(text.span, range) >= 2
      || words.institutions.suffixLength(text.span, range) >= 1
      || words.backward.suffix(text.span, range, mark: OrganizationNameWords.Sense.form).length >= 2
      || firms[text, range] != nil
  }

  // MARK: - Latin letters

  /// log2 odds that a Latin name is an organization's; nil when no sign of one is there.
  func latinOrganizationOdds(_ all: [LatinWord], _ folded: [UInt32]) -> Float? {
    guard let first = all.first, let last = all.last else { return nil }
    if firms[folded, 0..<folded.count] != nil { return 9 }
    if all.count == 1 {
      return isIndustry(first, folded) && !latinNames.isGiven(folded.span.extracting(first.folded))
        ? 3 : nil
    }
    var odds: Float = 0
    for index in 1..<all.count {
      let word = all[index]
      if let sense = words.latin[folded.span.extracting(word.folded)] {
        if sense.isForm, isFormHere(index, of: all, folded) { odds += 12 }
        if sense.isIndustry { odds += index == all.count - 1 ? 9 : 6 }
      }
      if word.isAnd || Self.isAndWord(word, folded) || Self.isOf(word, folded) { odds += 6 }
    }
    if Self.isThe(first, folded) { odds += 8 }
    if isIndustry(first, folded) { odds += 4 }
    if all.contains(where: \.hasDigits) { odds += 4 }
    if odds > 0, odds < 10, latinNames.isCertain(folded.span.extracting(first.folded)),
      !Self.isGroup(last, folded)
    {
      odds -= 8
    }
    return odds == 0 ? nil : odds
  }

  private func isIndustry(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    words.latin[folded.span.extracting(word.folded)]?.isIndustry ?? false
  }

  private func isForm(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    words.latin[folded.span.extracting(word.folded)]?.isForm ?? false
  }

  /// `SA` and `Co` end a firm's name, but `Ag`, `As` or `Se` inside are words of other kinds.
  private func isFormHere(_ index: Int, of all: [LatinWord], _ folded: [UInt32]) -> Bool {
    if index == all.count - 1 || all[index].folded.count > 3 { return true }
    return all[(index + 1)...].allSatisfy { $0.isAnd || isForm($0, folded) }
  }

  private static func isThe(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    word.folded.count == 3 && folded[word.folded].elementsEqual([0x74, 0x68, 0x65])
  }

  private static func isAndWord(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    word.folded.count == 3 && folded[word.folded].elementsEqual([0x61, 0x6E, 0x64])
  }

  private static func isOf(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    word.folded.count == 2 && folded[word.folded.lowerBound] == 0x6F
      && folded[word.folded.lowerBound + 1] == 0x66
  }

  private static func isGroup(_ word: LatinWord, _ folded: [UInt32]) -> Bool {
    word.folded.count == 5 && folded[word.folded].elementsEqual([0x67, 0x72, 0x6F, 0x75, 0x70])
  }
}
