import Vocabulary

/// The readings of one field, with the parts that mentions and evidence need.
///
/// Arrays that are not empty have one element per raw value of the field.
struct FieldResult: Sendable {
  var field = FieldReadings()
  /// Of personName and partyName fields.
  var persons: [PersonNameReading] = []
  /// Of organizationName and partyName fields.
  var organizations: [OrganizationNameReading] = []
  /// Of phone fields, by canonical value.
  var phoneTypes: [PhoneType] = []
  /// Of e-mail fields, by canonical value: what stays of it as identity.
  var emailIdentities: [String] = []
  /// Of codes of organizations, by canonical value: what is compared.
  var codeKeys: [String] = []
  /// Of address fields, by canonical value: what is compared.
  var addressKeys: [String] = []
  /// Of address fields, by canonical value: the city it names; empty where it names none.
  var addressCities: [String] = []
  /// Of timestamp and date fields, by raw value.
  var times: [CivilTime?] = []
  /// Of date, number and identifier fields, by raw value: what it shows about its column.
  var signs: [ConventionSigns] = []

  init() {}

  /// Adds a canonical value of the raw value that is being read.
  ///
  /// - Returns: Whether the value is new to the field, so that its parts must be added.
  @discardableResult
  mutating func add(_ canonical: String) -> Bool {
    let known = field.canonical.count
    let id = field.canonical.intern(canonical)
    if id != 0 { field.ids.append(id) }
    return field.canonical.count > known
  }

  /// The number of a phone that was read with more context than its cell.
  mutating func number(of phone: PhoneNumber) -> UInt32 {
    let known = field.canonical.count
    let id = field.canonical.intern(phone.e164)
    if field.canonical.count > known { phoneTypes.append(phone.type) }
    return id
  }

  /// Adds the readings of the next slice of raw values.
  mutating func append(_ part: FieldResult) {
    for raw in 0..<UInt32(part.field.issues.count) {
      for id in part.field[raw] {
        let canonical = part.field.canonical[id]
        let known = field.canonical.count
        field.ids.append(field.canonical.intern(Array(canonical).span))
        guard field.canonical.count > known else { continue }
        let value = Int(id) - 1
        if !part.phoneTypes.isEmpty { phoneTypes.append(part.phoneTypes[value]) }
        if !part.emailIdentities.isEmpty { emailIdentities.append(part.emailIdentities[value]) }
        if !part.codeKeys.isEmpty { codeKeys.append(part.codeKeys[value]) }
        if !part.addressKeys.isEmpty { addressKeys.append(part.addressKeys[value]) }
        if !part.addressCities.isEmpty { addressCities.append(part.addressCities[value]) }
      }
      field.endValue(issues: part.field.issues[Int(raw)])
    }
    persons.append(contentsOf: part.persons)
    organizations.append(contentsOf: part.organizations)
    times.append(contentsOf: part.times)
    signs.append(contentsOf: part.signs)
  }
}
