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
  }
}
