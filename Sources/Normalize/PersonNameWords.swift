/// What the rules for names of persons know about words.
///
/// The parts are objects too, so that no look-up copies a table.
final class PersonNameWords: Sendable {
  let han = HanTable()
  let surnames: Surnames
  let characters: PersonNameCharacters
  let titles: PersonNameTitles
  let fillers: PersonNameFillers
  let latinNames: LatinNames
  let latinTitles: LatinTitles
  let pinyin: PersonNamePinyin
  let classifier: PartyNameClassifier
  /// All words that stand in place of a name, in it or around it.
  let sieve: HanWordSieve

  init(
    _ lists: WordLists, _ placeholders: Placeholders, _ nicknames: Nicknames,
    _ organizations: OrganizationNameWords, _ places: OrganizationNamePlaces
  ) throws(WordListError) {
    surnames = try Surnames(lists, han)
    characters = try PersonNameCharacters(lists)
    titles = try PersonNameTitles(lists)
    fillers = try PersonNameFillers(lists, placeholders)
    latinNames = try LatinNames(lists, nicknames)
    latinTitles = try LatinTitles(lists)
    pinyin = try PersonNamePinyin(lists, han, characters)
    classifier = try PartyNameClassifier(lists, characters, latinNames, organizations, places)
    sieve = Self.sieve(lists, placeholders, organizations, places)
  }

  /// Every word that a rule for Han names asks for.
  private static func sieve(
    _ lists: WordLists, _ placeholders: Placeholders, _ organizations: OrganizationNameWords,
    _ places: OrganizationNamePlaces
  ) -> HanWordSieve {
    var sieve = HanWordSieve()
    let names: [WordListName] = [
      .honorifics, .nameRemarks, .nameLabels, .nameFillers, .nameParts, .partyWords,
    ]
    for name in names {
      for entry in lists[name] { sieve.insert(entry.word.unicodeScalars.map(\.value)) }
    }
    for entry in lists[.surnames] {
      let surname = entry.word.unicodeScalars.map(\.value)
      if surname.count > 1 { sieve.insert(surname) }
    }
    for word in placeholders.words(.absence) { sieve.insert(word) }
    for word in organizations.forward.words(upTo: 3) { sieve.insert(word) }
    for word in organizations.backward.words(upTo: 3) { sieve.insert(word.reversed()) }
    for word in places.names(upTo: 3) { sieve.insert(word) }
    return sieve
  }
}
