import Vocabulary

/// Finds the parties that every record mentions, and which of its values belong to which of them.
///
/// A record is filed under a subject: the party in `party_name`, else the person in `name`, else the
/// organization in `company`. A record filed under an organization mentions its `contact` as a
/// person; one filed under a person mentions the `company` as the employer.
struct MentionExtractor {
  private let records: RecordTable
  private let fields: FieldRoles
  private let phones: PhoneNormalizer
  /// By region, the default one left out.
  private let readersAbroad: [String: PhoneNormalizer]
  private let areaCodes = AreaCodes()
  private let cells: [[CellColumn]]
  private let places: RecordPlace
  /// By source, field and slot: the party that the column's values are said to belong to.
  private let parties: [[Int: [Party?]]]

  struct Extraction {
    var persons = MentionTable(party: .person)
    var organizations = MentionTable(party: .organization)
    /// By record: where its parties are, as far as more than a column of places says so.
    var places: [ImpliedPlaces] = []

    mutating func add(_ claim: ClaimReference, to party: Party) {
      if party == .person {
        persons.claims.append(claim)
      } else {
        organizations.claims.append(claim)
      }
    }
  }

  init(_ records: RecordTable, _ options: NormalizeOptions) {
    self.records = records
    fields = FieldRoles(records.schema)
    phones = options.phones
    let abroad = options.region == nil ? [] : Countries.allRegions.filter { $0 != options.region }
    readersAbroad = Dictionary(
      abroad.map { ($0, PhoneNormalizer(region: $0, lexicon: options.lexicon)) },
      uniquingKeysWith: { first, _ in first })
    cells = records.schema.fields.indices.map { records.columns(of: $0) }
    places = RecordPlace(fields, cells)
    parties = records.sources.map { source in
      Dictionary(grouping: source.columns, by: \.field).mapValues { $0.map(\.party) }
    }
  }

  /// Extracts the mentions of all records.
  ///
  /// Local numbers are completed by the record's city here, for only the record knows it.
  func extract(_ readings: inout [FieldResult]) -> Extraction {
    var result = Extraction()
    for record in 0..<records.count {
      let roles = roles(of: record, readings)
      let city = places.addressCity(record, readings)
      result.places.append(
        ImpliedPlaces(
          person: city, organization: city ?? places.organizationPlace(record, readings)))
      for field in records.schema.fields.indices
      where records.schema.fields[field].purpose == .content {
        for column in cells[field] where column.ids[record] != 0 {
          addClaims(record, column, roles, &readings, &result)
        }
      }
      if let role = roles.person { result.persons.endMention(of: record, as: role) }
      if let role = roles.organization { result.organizations.endMention(of: record, as: role) }
    }
    return result
  }

  // MARK: - Who is mentioned

  private func roles(of record: Int, _ readings: [FieldResult]) -> MentionRoles {
    guard fields.hasBothParties else {
      return fields.onlyParty == .person
        ? MentionRoles(person: .subject) : MentionRoles(organization: .subject)
    }
    let company: MentionRole? = hasCompany(record, readings) ? .employer : nil
    guard let field = fields.partyName, let raw = rawValue(record, field) else {
      let isPerson = company == nil || hasPerson(record, readings)
      return isPerson
        ? MentionRoles(person: .subject, organization: company)
        : MentionRoles(organization: .subject)
    }
    if subjectParty(record, field, raw, readings) == .person {
      return MentionRoles(person: .subject, organization: company)
    }
    return MentionRoles(
      person: hasPerson(record, readings) ? .contact : nil, organization: .subject)
  }

  /// Whether the value that may name either party names a person or an organization.
  ///
  /// The name decides where it is clear; else what stands beside it does.
  private func subjectParty(_ record: Int, _ field: Int, _ raw: UInt32, _ readings: [FieldResult])
    -> Party
  {
    let name = readings[field].persons[Int(raw)]
    if name.confidence >= 0.9, name.kind != .unknown {
      return name.kind == .organization ? .organization : .person
    }
    var balance = 0.0
    if name.kind == .organization { balance = name.confidence }
    if name.kind == .person { balance = -name.confidence }
    if fields.organizational.contains(where: { rawValue(record, $0) != nil }) { balance += 1 }
    for contact in fields.contacts {
      guard let other = rawValue(record, contact) else { continue }
      let isSame = readings[contact].persons[Int(other)].canonical == name.canonical
      balance += isSame ? -1 : 0.6
    }
    if let company = fields.company, let other = rawValue(record, company) {
      let own = readings[field].organizations[Int(raw)].key
      balance += readings[company].organizations[Int(other)].key == own ? 1 : -0.6
    }
    return balance > 0 ? .organization : .person
  }

  /// Whether something in the record can only be a person's.
  private func hasPerson(_ record: Int, _ readings: [FieldResult]) -> Bool {
    if fields.personal.contains(where: { rawValue(record, $0) != nil }) { return true }
    return fields.phones.contains { field in
      cells[field].contains { column in
        readings[field].field[column.ids[record]].contains {
          readings[field].phoneTypes[Int($0) - 1] == .mobile
        }
      }
    }
  }

  private func hasCompany(_ record: Int, _ readings: [FieldResult]) -> Bool {
    guard let field = fields.company, let raw = rawValue(record, field) else { return false }
    return !readings[field].field[raw].isEmpty
  }

  private func rawValue(_ record: Int, _ field: Int) -> UInt32? {
    for column in cells[field] where column.ids[record] != 0 { return column.ids[record] }
    return nil
  }

  // MARK: - Whose value it is

  private func addClaims(
    _ record: Int, _ column: CellColumn, _ roles: MentionRoles, _ readings: inout [FieldResult],
    _ result: inout Extraction
  ) {
    let field = column.field
    let raw = column.ids[record]
    if field == fields.partyName {
      let forms = readings[field].field[raw]
      if let form = roles.subject == .person ? forms.first : forms.last {
        result.add(ClaimReference(field: field, value: form, raw: raw), to: roles.subject)
      }
      return
    }
    let declared = declaredParty(record, column)
    guard records.schema.fields[field].kind == .phone else {
      let owner = fields.owner(of: field, declared: declared, roles)
      for value in readings[field].field[raw] {
        result.add(ClaimReference(field: field, value: value, raw: raw), to: owner)
      }
      return
    }
    for value in numbers(record, field, raw, &readings) {
      let type = readings[field].phoneTypes[Int(value) - 1]
      let owner = declared.flatMap { roles.has($0) ? $0 : nil } ?? roles.owner(of: type)
      result.add(ClaimReference(field: field, value: value, raw: raw), to: owner)
    }
  }

  /// The party that the pipeline file or the profile gives a column's values to.
  private func declaredParty(_ record: Int, _ column: CellColumn) -> Party? {
    parties[Int(records.source[record])][column.field]?[column.slot] ?? nil
  }

  /// The numbers of a cell; one without an area code is completed by the record's city.
  private func numbers(
    _ record: Int, _ field: Int, _ raw: UInt32, _ readings: inout [FieldResult]
  ) -> [UInt32] {
    if let abroad = foreignReader(record, readings) {
      let pool = records.pools[field]
      let numbers = abroad.read(pool.bytes.span.extracting(pool.range(of: raw))).values
      if !numbers.isEmpty { return numbers.map { readings[field].number(of: $0) } }
    }
    let known = readings[field].field[raw]
    guard readings[field].field.issues[Int(raw)].contains(.noAreaCode),
      let code = areaCode(record, readings)
    else { return Array(known) }
    let pool = records.pools[field]
    let cell = pool.bytes.span.extracting(pool.range(of: raw))
    return phones.read(cell, areaCode: code).values.map { number in
      readings[field].number(of: number)
    }
  }

  /// The reader of the country that the record names, where numbers are not read so anyway.
  ///
  /// Ten digits may be a landline in China and a mobile in the United States.
  private func foreignReader(_ record: Int, _ readings: [FieldResult]) -> PhoneNormalizer? {
    for field in fields.countries {
      guard let raw = rawValue(record, field), let place = readings[field].field[raw].first,
        let region = Countries.region(of: readings[field].field.canonical.string(place))
      else { continue }
      return readersAbroad[region]
    }
    return nil
  }

  private func areaCode(_ record: Int, _ readings: [FieldResult]) -> String? {
    for field in fields.cities {
      guard let raw = rawValue(record, field), let city = readings[field].field[raw].first
      else { continue }
      if let code = areaCodes.areaCode(ofCity: readings[field].field.canonical.string(city)) {
        return code
      }
    }
    let place =
      places.addressCity(record, readings) ?? places.organizationPlace(record, readings)
    return place.flatMap { areaCodes.areaCode(ofCity: $0) }
  }
}

/// Cities that an address or a name implies.
struct ImpliedPlaces: Sendable {
  var person: String?
  var organization: String?
}

/// The parties that one record mentions, each with its role.
struct MentionRoles {
  var person: MentionRole?
  var organization: MentionRole?

  var subject: Party { person == .subject ? .person : .organization }

  func has(_ party: Party) -> Bool { party == .person ? person != nil : organization != nil }

  /// A landline is the organization's and any other number the person's, where both are mentioned.
  func owner(of type: PhoneType) -> Party {
    switch type {
    case .fixedLine, .tollFree, .sharedCost, .premiumRate, .uan:
      organization != nil ? .organization : .person
    case .mobile, .fixedLineOrMobile, .voip, .personalNumber, .pager, .voicemail, .unknown:
      person != nil ? .person : .organization
    }
  }
}
