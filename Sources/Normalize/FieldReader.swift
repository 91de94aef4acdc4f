import Digests
import Vocabulary

/// Reads the distinct values of one field by the rule of its kind.
struct FieldReader: Sendable {
  private let phones: PhoneNormalizer
  private let lexicon: Lexicon
  private let emails: EmailNormalizer
  private let names = PersonNameNormalizer(expecting: .person)
  private let partyNames = PersonNameNormalizer(expecting: .party)
  private let organizations = OrganizationNameNormalizer()
  private let dates: DateNormalizer
  private let addresses: AddressNormalizer
  private let places: PlaceNormalizer
  private let givenNames = GivenNameNormalizer()
  private let surnames = SurnameNormalizer()
  private let tokenKey: [UInt8]

  init(_ options: NormalizeOptions) {
    lexicon = options.lexicon
    phones = options.phones
    emails = EmailNormalizer(lexicon)
    addresses = AddressNormalizer(lexicon)
    places = PlaceNormalizer(lexicon)
    dates = DateNormalizer(
      asOf: options.asOf, timeZone: options.timeZone, region: options.region,
      lexicon: options.lexicon)
    tokenKey = options.tokenKey
  }

  /// Reads a range of a field's raw values.
  func read(_ pool: ValuePool, _ range: Range<Int>, as field: Field) -> ReadingSlice {
    var result = ReadingSlice()
    let bytes = pool.bytes.span
    for raw in range {
      let cell = bytes.extracting(pool.range(of: UInt32(raw)))
      let issues = read(cell, as: field, ColumnConvention(), into: &result)
      result.endValue(issues: issues)
    }
    return result
  }

  /// One raw value, and the convention of the column that it is read for.
  struct Rereading: Hashable, Sendable {
    var raw: UInt32
    var convention: ColumnConvention
  }

  /// Reads raw values of a field again, each by the convention of its column.
  func read(_ pool: ValuePool, _ values: ArraySlice<Rereading>, as field: Field) -> ReadingSlice {
    var result = ReadingSlice()
    let bytes = pool.bytes.span
    for value in values {
      let cell = bytes.extracting(pool.range(of: value.raw))
      let issues = read(cell, as: field, value.convention, into: &result)
      result.endValue(issues: issues)
    }
    return result
  }

  private func read(
    _ cell: Span<UInt8>, as field: Field, _ convention: ColumnConvention,
    into result: inout ReadingSlice
  ) -> ValueIssues {
    switch field.kind {
    case .phone: readPhone(cell, into: &result)
    case .email: readEmail(cell, into: &result)
    case .personName: readPerson(cell, into: &result)
    case .organizationName: readOrganization(cell, into: &result)
    case .partyName: readParty(cell, into: &result)
    case .date, .timestamp: readDate(cell, convention, into: &result)
    case .number: readNumber(cell, as: field, convention, into: &result)
    case .address: readAddress(cell, into: &result)
    case .identifier: readIdentifier(cell, as: field, convention, into: &result)
    default: readText(cell, as: field, into: &result)
    }
  }

  private func readPhone(_ cell: Span<UInt8>, into result: inout ReadingSlice) -> ValueIssues {
    let reading = phones.read(cell)
    for number in reading.values {
      if result.add(number.e164) { result.phoneTypes.append(number.type) }
    }
    return reading.issues
  }

  private func readEmail(_ cell: Span<UInt8>, into result: inout ReadingSlice) -> ValueIssues {
    let reading = emails.read(cell)
    for address in reading.values {
      if result.add(address.canonical) {
        result.identities.append(address.isRole ? "" : address.identity)
      }
    }
    return reading.issues
  }

  private func readPerson(_ cell: Span<UInt8>, into result: inout ReadingSlice) -> ValueIssues {
    let reading = names.read(cell)
    result.persons.append(reading)
    if reading.issues.isDisjoint(with: .nameless) { result.add(reading.canonical) }
    return reading.issues
  }

  private func readOrganization(_ cell: Span<UInt8>, into result: inout ReadingSlice)
    -> ValueIssues
  {
    let reading = organizations.read(cell)
    result.organizations.append(reading)
    if reading.issues.isDisjoint(with: .nameless) { result.add(reading.canonical) }
    return reading.issues
  }

  /// A value that may name either party has two canonical forms: as a person, as an organization.
  private func readParty(_ cell: Span<UInt8>, into result: inout ReadingSlice) -> ValueIssues {
    let person = partyNames.read(cell)
    let organization = organizations.read(cell)
    result.persons.append(person)
    result.organizations.append(organization)
    if person.issues.isDisjoint(with: .nameless) {
      result.add(person.canonical)
      result.add(organization.canonical)
    }
    return person.kind == .organization ? organization.issues : person.issues
  }

  private func readDate(
    _ cell: Span<UInt8>, _ convention: ColumnConvention, into result: inout ReadingSlice
  ) -> ValueIssues {
    let reading = dates.read(cell, convention: convention)
    result.signs.append(reading.signs)
    result.times.append(reading.time ?? reading.day.map { CivilTime(day: $0) })
    result.add(reading.canonical)
    return reading.issues
  }

  private func readAddress(_ cell: Span<UInt8>, into result: inout ReadingSlice) -> ValueIssues {
    let reading = addresses.read(cell)
    if result.add(reading.canonical) {
      result.identities.append(reading.key)
      result.cities.append(reading.city)
    }
    return reading.issues
  }

  private func readNumber(
    _ cell: Span<UInt8>, as field: Field, _ convention: ColumnConvention,
    into result: inout ReadingSlice
  ) -> ValueIssues {
    let reading = AmountNormalizer(lexicon).read(cell, convention: convention)
    result.signs.append(reading.signs)
    add(reading.canonical, as: field, into: &result)
    return reading.issues
  }

  private func readIdentifier(
    _ cell: Span<UInt8>, as field: Field, _ convention: ColumnConvention,
    into result: inout ReadingSlice
  ) -> ValueIssues {
    var reading =
      switch field.name {
      case "uscc": CreditCodeNormalizer(lexicon).read(cell)
      case "resident_id": ResidentIDNormalizer(lexicon).read(cell)
      case "bank_account": BankAccountNormalizer(lexicon).read(cell)
      default: IdentifierNormalizer(lexicon).read(cell)
      }
    result.signs.append(reading.signs)
    if convention.losesDigits, reading.signs.contains(.openDigits) {
      reading = CodeReading(issues: reading.issues.union(.truncated))
    }
    add(reading.canonical, as: field, into: &result)
    return reading.issues
  }

  private func readText(_ cell: Span<UInt8>, as field: Field, into result: inout ReadingSlice)
    -> ValueIssues
  {
    let reading = text(cell, as: field.kind)
    add(reading.canonical, as: field, into: &result)
    return reading.issues
  }

  /// Adds a canonical value, of a sensitive field as a token.
  private func add(_ canonical: String, as field: Field, into result: inout ReadingSlice) {
    guard !canonical.isEmpty else { return }
    result.add(field.isSensitive ? token(canonical) : canonical)
  }

  private func text(_ cell: Span<UInt8>, as kind: FieldKind) -> TextReading {
    switch kind {
    case .place: return places.read(cell)
    case .postcode: return PostcodeNormalizer(lexicon).read(cell)
    case .category: return CategoryNormalizer(lexicon).read(cell)
    case .givenName:
      let name = givenNames.read(cell)
      return TextReading(canonical: name.canonical, issues: name.issues)
    case .surname:
      let name = surnames.read(cell)
      return TextReading(canonical: name.canonical, issues: name.issues)
    default: return TextNormalizer(lexicon).read(cell)
    }
  }

  /// A keyed token: equal values have equal tokens, and without the key nobody finds the value.
  private func token(_ value: String) -> String {
    "t_" + messageCode(key: tokenKey, of: value).hex.prefix(24)
  }
}

extension ValueIssues {
  /// Issues of cells that show no name at all.
  fileprivate static let nameless: ValueIssues = [.placeholder, .masked, .precisionLost, .formula]
}
