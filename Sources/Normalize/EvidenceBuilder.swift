import Vocabulary

/// Builds the evidence about the mentions of each party from their claims.
///
/// A contact is also known by the address of the organization that the record is filed under, an
/// organization also by the people met there: their mobiles and the domains of their mailboxes.
struct EvidenceBuilder: Sendable {
  private let table: NormalizedTable
  private let results: [FieldResult]
  private let places: RecordPlace
  private let personNames: PersonNameNumbers
  private let organizationNames: OrganizationNameNumbers
  private let persons: PartyClaims
  private let organizations: PartyClaims
  private let nicknames: Nicknames
  private let threads: Int

  init(
    _ table: NormalizedTable, _ results: [FieldResult], _ places: RecordPlace, _ names: NameNumbers,
    nicknames: Nicknames, threads: Int
  ) async {
    self.nicknames = nicknames
    self.table = table
    self.results = results
    self.places = places
    self.threads = threads
    personNames = names.persons
    organizationNames = names.organizations
    async let people = Self.claims(of: .person, table)
    organizations = await Self.claims(of: .organization, table)
    persons = await people
  }

  @concurrent
  private static func claims(of party: Party, _ table: NormalizedTable) async -> PartyClaims {
    PartyClaims(
      table.mentions(of: party), table.mentions(of: party.other),
      fieldCount: table.records.schema.fields.count)
  }

  private var schema: Schema { table.records.schema }

  /// A column that is to be built.
  private enum Job: Sendable {
    case name(Party)
    case value(Party, field: Int, EvidenceColumn.Kind)
    case landlines
    case contactNames
    case contactPhones
    case domains

    var party: Party {
      switch self {
      case .name(let party), .value(let party, _, _): party
      case .landlines: .person
      case .contactNames, .contactPhones, .domains: .organization
      }
    }
  }

  /// The evidence about persons and about organizations.
  func tables() async -> (persons: EvidenceTable, organizations: EvidenceTable) {
    let jobs = jobs
    let columns = await concurrentMap(jobs.count, threads: threads) { column(jobs[$0]) }
    func evidence(_ party: Party) -> EvidenceTable {
      EvidenceTable(
        party: party, count: table.mentions(of: party).count,
        columns: zip(jobs, columns).filter { $0.0.party == party && !$0.1.ids.isEmpty }.map(\.1))
    }
    return (evidence(.person), evidence(.organization))
  }

  /// The columns of both parties, in the order of their tables.
  private var jobs: [Job] {
    let hasOrganizations = table.organizations.count > 0
    let hasBoth = table.persons.count > 0 && hasOrganizations
    var jobs = [Job.name(.person)] + ownColumns(.person)
    if hasOrganizations, !fields(.phone).isEmpty { jobs.append(.landlines) }
    jobs.append(.name(.organization))
    jobs += ownColumns(.organization)
    return hasBoth ? jobs + [.contactNames, .contactPhones, .domains] : jobs
  }

  private func ownColumns(_ party: Party) -> [Job] {
    schema.fields.indices.compactMap { field in
      guard schema.fields[field].isEvidence else { return nil }
      return EvidenceColumn.Kind(schema.fields[field].kind).map { .value(party, field: field, $0) }
    }
  }

  private func fields(_ kind: FieldKind) -> [Int] {
    schema.fields.indices.filter { schema.fields[$0].kind == kind }
  }

  private func column(_ job: Job) -> EvidenceColumn {
    switch job {
    case .name(let party): nameColumn(party)
    case .value(let party, let field, let kind): valueColumn(party, field, kind)
    case .landlines:
      otherColumn(
        "landline", .phone, .workplace, of: .person, fields(.phone),
        ValueNumbers(wholeValuesOf: fields(.phone), results))
    case .contactNames: contactNames()
    case .contactPhones:
      otherColumn(
        "contact_phone", .phone, .contact, of: .organization, fields(.phone),
        ValueNumbers(wholeValuesOf: fields(.phone), results))
    case .domains:
      otherColumn(
        "domain", .identifier, .contact, of: .organization, fields(.email),
        ValueNumbers(domainsOf: fields(.email), results))
    }
  }

  private func claims(of party: Party) -> PartyClaims {
    party == .person ? persons : organizations
  }

  // MARK: - Columns of the mention's own values

  /// The name column: all fields that name the party, read into parts.
  private func nameColumn(_ party: Party) -> EvidenceColumn {
    var values = MentionValues(table.mentions(of: party).count)
    let column: EvidenceColumn
    if party == .person {
      column = personNames.column(named: EvidenceColumn.personName)
      values.add(persons, personNames.fields) { personNames.number($0, raw: $2) }
    } else {
      column = organizationNames.column(named: EvidenceColumn.organizationName)
      values.add(organizations, organizationNames.fields) {
        organizationNames.number($0, raw: $2)
      }
    }
    return values.column(column)
  }

  private func valueColumn(_ party: Party, _ field: Int, _ kind: EvidenceColumn.Kind)
    -> EvidenceColumn
  {
    let mentions = table.mentions(of: party)
    var builder = ValueColumnBuilder(
      schema.fields[field], kind, field, results[field], raws: table.records.pools[field],
      mentions: mentions.count,
      nicknames: nicknames)
    let isWork = Self.isPlaceOfWork(kind)
    if isWork { builder.topic = .place }
    let isCity = field == schema.index(of: "city")
    let counterparts = claims(of: party).counterparts
    var own = ClaimCursor(claims(of: party).fields[field])
    var other = ClaimCursor(claims(of: party.other).fields[field])
    let cells = kind == .phone ? table.records.columns.filter { $0.field == field } : []
    for mention in 0..<mentions.count {
      builder.add(own.range(of: mention), of: own.claims)
      if isWork, mentions.role[mention] != .subject, counterparts[mention] != 0 {
        builder.add(other.range(of: Int(counterparts[mention]) - 1), of: other.claims)
      }
      if isCity, !builder.hasValue {
        builder.add(places.place(of: party, Int(mentions.record[mention])), of: places.names)
      }
      if !builder.hasValue, mentions.role[mention] == .subject {
        for cell in cells { builder.addWrongNumber(cell.ids[Int(mentions.record[mention])]) }
      }
      builder.endMention()
    }
    return builder.finish()
  }

  /// Where somebody is met says something about both parties of a record.
  private static func isPlaceOfWork(_ kind: EvidenceColumn.Kind) -> Bool {
    kind == .address || kind == .place || kind == .postcode
  }

  // MARK: - Columns of the other party's values

  /// The names of the people met at an organization.
  private func contactNames() -> EvidenceColumn {
    var column = personNames.column(named: "contact_name")
    column.topic = .contact
    var values = MentionValues(table.organizations.count)
    values.add(persons, personNames.fields, counterpartsOf: organizations) {
      personNames.number($0, raw: $2)
    }
    return values.column(column)
  }

  /// What the other party of a record has in some fields.
  private func otherColumn(
    _ name: String, _ kind: EvidenceColumn.Kind, _ topic: EvidenceColumn.Topic, of party: Party,
    _ fields: [Int], _ numbers: ValueNumbers
  ) -> EvidenceColumn {
    var column = EvidenceColumn(name: name, kind: kind)
    column.topic = topic
    column.values = numbers.values
    let issues = results.map(\.field.issues)
    let numberOf = schema.fields.indices.map { numbers.numbers(of: $0) }
    var values = MentionValues(table.mentions(of: party).count)
    values.add(claims(of: party.other), fields, counterpartsOf: claims(of: party)) {
      field, value, raw in
      guard issues[field][Int(raw)].isDisjoint(with: .notIdentity) else { return 0 }
      return numberOf[field]?[Int(value)] ?? value
    }
    return values.column(column)
  }
}
