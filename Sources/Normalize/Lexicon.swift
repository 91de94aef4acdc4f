/// All that the rules know about words, made once from the word lists.
///
/// One object, so that a normalizer is cheap to copy.
package final class Lexicon: Sendable {
  /// What the lists that ship with the program say.
  package static let shipped: Lexicon = {
    do throws(WordListError) {
      return try Lexicon(WordLists())
    } catch {
      preconditionFailure("a word list of the program is broken: \(error)")
    }
  }()

  package let placeholders: Placeholders
  let phoneWords: PhoneWords
  let phoneFillers: PhoneFillers
  let organizations: OrganizationNameWords
  let organizationPlaces: OrganizationNamePlaces
  let banks: BankTable
  let mail: MailWords
  let emptyDates: EmptyDates
  package let nicknames: Nicknames
  /// The words of persons' names.
  let personNames: PersonNameWords
  package var surnames: Surnames { personNames.surnames }
  let calendar: CalendarWords

  /// Reads the lists.
  ///
  /// - Throws: `WordListError` where a line says what its list cannot take.
  package init(_ lists: WordLists) throws(WordListError) {
    placeholders = try Placeholders(lists)
    phoneWords = try PhoneWords(lists)
    phoneFillers = try PhoneFillers(lists)
    organizations = try OrganizationNameWords(lists)
    organizationPlaces = try OrganizationNamePlaces(lists)
    banks = try BankTable(lists)
    mail = try MailWords(lists)
    emptyDates = try EmptyDates(lists)
    nicknames = try Nicknames(lists)
    personNames = try PersonNameWords(
      lists, placeholders, nicknames, organizations, organizationPlaces)
    calendar = try CalendarWords(lists)
  }
}
