import Vocabulary

/// The mentions of a run of records.
struct MentionRun: Sendable {
  private(set) var persons = MentionTable(party: .person)
  private(set) var organizations = MentionTable(party: .organization)
  /// Numbers that a claim has and no cell alone; the claim's own value is 0 so far.
  private var numbers: [(party: Party, claim: Int, number: PhoneNumber)] = []

  init() {}

  mutating func add(_ claim: ClaimReference, to party: Party) {
    if party == .person {
      persons.claims.append(claim)
    } else {
      organizations.claims.append(claim)
    }
  }

  /// Adds a claim whose number is no cell's.
  mutating func add(_ number: PhoneNumber, field: Int, raw: UInt32, to party: Party) {
    let claims = party == .person ? persons.claims.count : organizations.claims.count
    numbers.append((party, claims, number))
    add(ClaimReference(field: field, value: 0, raw: raw), to: party)
  }

  /// Ends the mentions of a record.
  mutating func endRecord(_ record: Int, _ roles: MentionRoles) {
    if let role = roles.person { persons.endMention(of: record, as: role) }
    if let role = roles.organization { organizations.endMention(of: record, as: role) }
  }

  /// Gives its numbers that are no cell's a place in the readings of their field.
  mutating func settle(_ results: inout [FieldResult]) {
    for (party, claim, number) in numbers {
      if party == .person {
        let field = Int(persons.claims[claim].field)
        persons.claims[claim].value = results[field].number(of: number)
      } else {
        let field = Int(organizations.claims[claim].field)
        organizations.claims[claim].value = results[field].number(of: number)
      }
    }
    numbers = []
  }
}

/// The parties that one record mentions, each with its role.
struct MentionRoles: Sendable {
  var person: MentionRole?
  var organization: MentionRole?

  var subject: Party { person == .subject ? .person : .organization }

  func has(_ party: Party) -> Bool { party == .person ? person != nil : organization != nil }

  /// The party that a value other than a phone belongs to.
  func owner(_ owner: FieldRoles.Owner, declared: Party?) -> Party {
    if let declared, has(declared) { return declared }
    switch owner {
    case .person: return has(.person) ? .person : subject
    case .organization: return has(.organization) ? .organization : subject
    case .subject: return subject
    }
  }

  /// The party that a phone belongs to.
  ///
  /// A landline is the organization's and any other number the person's, where both are mentioned.
  func phoneOwner(_ type: PhoneType, declared: Party?) -> Party {
    if let declared, has(declared) { return declared }
    switch type {
    case .fixedLine, .tollFree, .sharedCost, .premiumRate, .uan:
      return organization != nil ? .organization : .person
    case .mobile, .fixedLineOrMobile, .voip, .personalNumber, .pager, .voicemail, .unknown:
      return person != nil ? .person : .organization
    }
  }
}
