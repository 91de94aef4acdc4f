import Digests
import Vocabulary

/// Reads the distinct values of one field by the rule of its kind.
struct FieldReader: Sendable {
  private let phones: PhoneNormalizer
  private let lexicon: Lexicon
  private let emails: EmailNormalizer
  private let names: PersonNameNormalizer
  private let partyNames: PersonNameNormalizer
  private let organizations: OrganizationNameNormalizer
  private let dates: DateNormalizer
  private let addresses: AddressNormalizer
  private let places: PlaceNormalizer
  private let givenNames: GivenNameNormalizer
  private let surnames: SurnameNormalizer
  private let asOf: CivilDay
  private let tokenKey: [UInt8]

  init(_ options: NormalizeOptions) {
    lexicon = options.lexicon
    phones = options.phones
    names = PersonNameNormalizer(expecting: .person, lexicon: lexicon)
    partyNames = PersonNameNormalizer(expecting: .party, lexicon: lexicon)
    organizations = OrganizationNameNormalizer(lexicon)
    givenNames = GivenNameNormalizer(lexicon)
    surnames = SurnameNormalizer(lexicon)
    emails = EmailNormalizer(lexicon)
    addresses = AddressNormalizer(lexicon)
    places = PlaceNormalizer(lexicon)
    dates = DateNormalizer(
      asOf: options.asOf, timeZone: options.timeZone, region: options.region,
      lexicon: options.lexicon)
    asOf = options.asOf
    tokenKey = options.tokenKey
  }

  /// Reads a range of a field's raw values.
  func read(_ pool: ValuePool, _ range: Range<Int>, as field: Field) -> ReadingSlice {
    var result = ReadingSlice(values: range.count, bytes: pool.byteCount(of: range))
    var work = Work()
    let bytes = pool.bytes.span
    for raw in range {
      let cell = bytes.extracting(pool.range(of: UInt32(raw)))
      let issues = read(cell, as: field, ColumnConvention(), into: &result, &work)
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
    var work = Work()
    let bytes = pool.bytes.span
    for value in values {
      let cell = bytes.extracting(pool.range(of: value.raw))
      let issues = read(cell, as: field, value.convention, into: &result, &work)
      result.endValue(issues: issues)
    }
    return result
  }

  /// The readings that a task uses for one cell after the other.
  private struct Work {
    var phone = PhoneReading()
    var person = PersonNameReading()
    var organization = OrganizationNameReading()
    var code = CodeReading()
    var email = EmailReading()
    var address = AddressReading()
  }

  private func read(
    _ cell: Span<UInt8>, as field: Field, _ convention: ColumnConvention,
    into result: inout ReadingSlice, _ work: inout Work
  ) -> ValueIssues {
    switch field.kind {
    case .phone: readPhone(cell, into: &result, &work.phone)
    case .email: readEmail(cell, into: &result, &work.email)
    case .personName: readPerson(cell, into: &result, &work.person)
    case .organizationName: readOrganization(cell, into: &result, &work.organization)
    case .partyName: readParty(cell, into: &result, &work.person)
    case .date, .timestamp: readDate(cell, convention, into: &result)
    case .number: readNumber(cell, as: field, convention, into: &result)
    case .address: readAddress(cell, into: &result, &work.address)
    case .identifier: readIdentifier(cell, as: field, convention, into: &result, &work.code)
    default: readText(cell, as: field, into: &result)
    }
  }

  private func readPhone(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout PhoneReading
  ) -> ValueIssues {
    phones.read(cell, into: &reading)
    for number in reading.values { result.add(number) }
    return reading.issues
  }

  private func readEmail(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout EmailReading
  ) -> ValueIssues {
    emails.read(cell, into: &reading)
    for entry in reading.entries { result.add(entry, of: reading) }
    return reading.issues
  }

  private func readPerson(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout PersonNameReading
  ) -> ValueIssues {
    names.read(cell, into: &reading)
    result.persons.append(reading)
    if reading.issues.isDisjoint(with: .nameless) { result.addCanonical(of: reading) }
    return reading.issues
  }

  private func readOrganization(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout OrganizationNameReading
  ) -> ValueIssues {
    organizations.read(cell, into: &reading)
    result.organizations.append(reading)
    if reading.issues.isDisjoint(with: .nameless) { result.addCanonical(of: reading) }
    return reading.issues
  }

  /// A value that may name either party has two canonical forms: as a person, as an organization.
  private func readParty(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout PersonNameReading
  ) -> ValueIssues {
    partyNames.read(cell, into: &reading)
    partyNames.completeOrganization(of: &reading)
    result.persons.append(reading)
    result.organizations.append(reading.organization)
    if reading.issues.isDisjoint(with: .nameless) {
      result.addCanonical(of: reading)
      result.addCanonical(of: reading.organization)
    }
    return reading.kind == .organization ? reading.organization.issues : reading.issues
  }

  private func readDate(
    _ cell: Span<UInt8>, _ convention: ColumnConvention, into result: inout ReadingSlice
  ) -> ValueIssues {
    let reading = dates.read(cell, convention: convention)
    result.signs.append(reading.signs)
    result.times.append(reading.time ?? reading.day.map { CivilTime(day: $0) })
    result.add(reading)
    return reading.issues
  }

  private func readAddress(
    _ cell: Span<UInt8>, into result: inout ReadingSlice, _ reading: inout AddressReading
  ) -> ValueIssues {
    addresses.read(cell, into: &reading)
    result.add(reading)
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
    into result: inout ReadingSlice, _ reading: inout CodeReading
  ) -> ValueIssues {
    switch field.name {
    case "uscc": CreditCodeNormalizer(lexicon).read(cell, into: &reading)
    case "resident_id": ResidentIDNormalizer(lexicon, asOf: asOf).read(cell, into: &reading)
    case "bank_account": BankAccountNormalizer(lexicon).read(cell, into: &reading)
    case "wechat": WeChatNormalizer(lexicon).read(cell, into: &reading)
    default: IdentifierNormalizer(lexicon).read(cell, into: &reading)
    }
    result.signs.append(reading.signs)
    if convention.losesDigits, reading.signs.contains(.openDigits) {
      reading.withdraw(.truncated)
    }
    if field.isSensitive {
      add(reading.canonical, as: field, into: &result)
    } else if result.add(.canonical, of: reading), field.name == "uscc" {
      result.addIdentity(of: reading)
    }
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
