import Vocabulary

/// The mentions of a run of records, whose claims come column by column.
///
/// Claims are first counted and then filled in: every claim is added twice.
struct MentionRun: Sendable {
  private(set) var persons = MentionTable(party: .person)
  private(set) var organizations = MentionTable(party: .organization)
  private let records: Range<Int>
  private let roles: [MentionRoles]
  /// By record: the place of its mention's next claim; before filling, the number of its claims.
  private var personClaims: [UInt32]
  private var organizationClaims: [UInt32]
  private var isFilling = false
  /// Numbers that a claim has and no cell alone; the claim's own value is 0 so far.
  private var numbers: [(party: Party, claim: Int, number: PhoneNumber)] = []

  init(_ records: Range<Int>, _ roles: [MentionRoles]) {
    self.records = records
    self.roles = roles
    personClaims = [UInt32](repeating: 0, count: records.count)
    organizationClaims = personClaims
  }

  func roles(of record: Int) -> MentionRoles { roles[record - records.lowerBound] }

  /// Makes room for the claims that were counted.
  mutating func beginFilling() {
    for (index, role) in roles.enumerated() {
      Self.place(&personClaims[index], role.person, records.lowerBound + index, &persons)
      Self.place(
        &organizationClaims[index], role.organization, records.lowerBound + index, &organizations)
    }
    isFilling = true
  }

  private static func place(
    _ claims: inout UInt32, _ role: MentionRole?, _ record: Int, _ mentions: inout MentionTable
  ) {
    let start = UInt32(mentions.claims.count)
    let none = ClaimReference(field: 0, value: 0, raw: 0)
    for _ in 0..<claims { mentions.claims.append(none) }
    claims = start
    if let role { mentions.endMention(of: record, as: role) }
  }

  /// Counts a claim, or fills it in.
  mutating func add(_ claim: ClaimReference, _ record: Int, _ party: Party) {
    let index = record - records.lowerBound
    if party == .person {
      if isFilling { persons.claims[Int(personClaims[index])] = claim }
      personClaims[index] += 1
    } else {
      if isFilling { organizations.claims[Int(organizationClaims[index])] = claim }
      organizationClaims[index] += 1
    }
  }

  /// Counts a claim whose number is no cell's, or fills it in.
  mutating func add(
    _ number: PhoneNumber, _ claim: ClaimReference, _ record: Int, _ party: Party
  ) {
    if isFilling {
      let index = record - records.lowerBound
      let place = party == .person ? personClaims[index] : organizationClaims[index]
      numbers.append((party, Int(place), number))
    }
    add(claim, record, party)
  }

  /// Gives the numbers that are no cell's their places in the readings of their field.
  mutating func settleNumbers(_ results: inout [FieldResult]) {
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
