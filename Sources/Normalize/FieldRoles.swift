import Vocabulary

/// What the fields of a schema are for, when the parties of a record are told apart.
struct FieldRoles: Sendable {
  /// Holds a person or an organization.
  let partyName: Int?
  /// The organization beside a person.
  let company: Int?
  /// Names of persons beside an organization.
  let contacts: [Int]
  /// Fields that only a person has.
  let personal: [Int]
  /// Fields that only an organization has.
  let organizational: [Int]
  let phones: [Int]
  /// Places that an area code can be found by, most exact first.
  let cities: [Int]
  let addresses: [Int]
  /// Places that may name a country.
  let countries: [Int]
  private let emails: Set<Int>
  /// The party that every record is about, where the schema knows only one.
  let onlyParty: Party
  let hasBothParties: Bool

  /// Fields of the customer schema that say something about a person, beside the names.
  private static let personalNames = ["wechat", "resident_id", "birth_date", "title", "honorific"]

  init(_ schema: Schema) {
    func fields(_ kinds: FieldKind...) -> [Int] {
      schema.fields.indices.filter { kinds.contains(schema.fields[$0].kind) }
    }
    partyName = fields(.partyName).first
    company = fields(.organizationName).first
    contacts = [schema.index(of: "contact")].compactMap(\.self)
    let names = fields(.personName, .givenName, .surname)
    personal = names + Self.personalNames.compactMap { schema.index(of: $0) }
    organizational = [schema.index(of: "uscc")].compactMap(\.self)
    phones = fields(.phone)
    cities = ["city", "district", "province"].compactMap { schema.index(of: $0) }
    addresses = fields(.address)
    countries = ["country", "province"].compactMap { schema.index(of: $0) }
    emails = Set(fields(.email))
    hasBothParties = partyName != nil || (company != nil && !names.isEmpty)
    onlyParty = company != nil && names.isEmpty ? .organization : .person
  }

  /// The party that the values of a field, other than phones, belong to where a record mentions it.
  enum Owner: Hashable, Sendable {
    case person
    case organization
    case subject
  }

  /// Whose the values of a field are, unless the pipeline file or the profile says so.
  func owner(of field: Int) -> Owner {
    if field == company || organizational.contains(field) { return .organization }
    return personal.contains(field) || emails.contains(field) ? .person : .subject
  }
}
