/// The parts of a person's name that comparisons look at, as numbers in `EvidenceColumn.parts`.
///
/// 0 is an absent part.
package struct PersonNameEvidence: Hashable, Sendable {
  package enum Gender: UInt8, Sendable {
    case unknown
    case male
    case female
  }

  /// Surname and given name together; 0 when either is unknown.
  package var full: UInt32 = 0
  package var surname: UInt32 = 0
  package var given: UInt32 = 0
  /// Pinyin of a Han name; accent-free lower case of a Latin one.
  package var latinSurname: UInt32 = 0
  package var latinGiven: UInt32 = 0
  /// The given name that a nickname stands for: robert for Bob.
  package var formalGiven: UInt32 = 0
  /// An English given name beside, or instead of, a Chinese one.
  package var alias: UInt32 = 0
  package var isHan = false
  package var gender = Gender.unknown

  package init() {}

  /// Whether both the surname and the given name are known.
  package var isFull: Bool { full != 0 }
}

/// The parts of an organization's name that comparisons look at, as numbers in
/// `EvidenceColumn.parts`.
///
/// 0 is an absent part.
package struct OrganizationNameEvidence: Hashable, Sendable {
  package var key: UInt32 = 0
  package var place: UInt32 = 0
  package var brand: UInt32 = 0
  package var industry: UInt32 = 0
  package var branch: UInt32 = 0
  /// Of Latin names, spellings of one form under one number.
  package var legalForm: UInt32 = 0
  /// Pinyin or lower case of the brand.
  package var latin: UInt32 = 0

  package init() {}
}

/// One kind of evidence about every mention of one kind of party.
///
/// Shape: mention *i* has the values `ids[starts[i]..<starts[i + 1]]`, numbers in `values`.
package struct EvidenceColumn: Sendable {
  /// How two values are compared.
  package enum Kind: String, Codable, Hashable, Sendable {
    case personName
    case organizationName
    case phone
    case email
    case identifier
    case givenName
    case surname
    case date
    case address
    case place
    case postcode
    case category
    case number
    case text
    /// What tells father and son of one name apart: Sr, Jr, III.
    case generation
    /// A party that was resolved before, by its cluster.
    case entity

    /// How the values of a field are compared; nil where a field is no evidence by itself.
    ///
    /// Names of parties are read from all fields that hold one, into one column.
    package init?(_ field: FieldKind) {
      switch field {
      case .personName, .organizationName, .partyName, .timestamp: return nil
      case .phone: self = .phone
      case .email: self = .email
      case .identifier: self = .identifier
      case .givenName: self = .givenName
      case .surname: self = .surname
      case .date: self = .date
      case .address: self = .address
      case .place: self = .place
      case .postcode: self = .postcode
      case .category: self = .category
      case .number: self = .number
      case .text: self = .text
      }
    }
  }

  /// The column of the names of persons.
  package static let personName = "name"
  /// The column of the names of organizations.
  package static let organizationName = "company"

  /// The column of what stands behind the names of persons: Sr, Jr.
  package static let generation = "generation"

  package var name: String
  package var kind: Kind
  /// What the column has in common with others, so that their agreement is one piece of evidence.
  ///
  /// Whoever works for the same company also has its landline.
  package enum Topic: String, Hashable, Sendable {
    /// Where a person works.
    case workplace
    /// Who is met at an organization.
    case contact
    /// Where a party is: an address implies its city.
    case place
  }

  /// Nil where the column stands for itself.
  package var topic: Topic?
  /// By value, where two different values veto a match: whether the value passes its check.
  ///
  /// Empty where the column is not exclusive.
  package var vetoes: [Bool] = []
  package var starts: [UInt32] = [0]
  package var ids: [UInt32] = []
  package var values = ValuePool()
  /// By value, where the kind is `personName`.
  package var persons: [PersonNameEvidence] = []
  /// By value, where the kind is `organizationName`.
  package var organizations: [OrganizationNameEvidence] = []
  package var parts = ValuePool()
  /// By value, where the kind is `givenName` or `surname`: its pinyin, a number in `parts`; 0 where it
  /// is no Han.
  package var latin: [UInt32] = []

  /// By value, where the kind is `givenName`: the formal name that it stands for, robert for Bob, in
  /// small letters: a number in `parts`.
  package var formal: [UInt32] = []

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The values of a mention.
  package func ids(of mention: Int) -> ArraySlice<UInt32> {
    ids[Int(starts[mention])..<Int(starts[mention + 1])]
  }

  /// Ends the next mention, after its values were appended to `ids`.
  package mutating func endMention() { starts.append(UInt32(ids.count)) }
}

/// What speaks for or against two mentions of one kind of party being the same.
package struct EvidenceTable: Sendable {
  package var party: Party
  package var count: Int
  package var columns: [EvidenceColumn]
  /// By mention: the number, from 1 on, of the duplicate-free source that it is filed under; 0 for all
  /// others.
  ///
  /// Two mentions of one number are two parties. Empty when there is no such source.
  package var duplicateFree: [UInt16] = []

  package init(party: Party, count: Int, columns: [EvidenceColumn]) {
    self.party = party
    self.count = count
    self.columns = columns
  }

  /// Lets go of the tables by which values are found.
  package mutating func dropTables() {
    for column in columns.indices {
      columns[column].values.dropTable()
      columns[column].parts.dropTable()
    }
  }

  /// The pairs of mentions that may be one party.
  package var pairCount: Int {
    var apart: [UInt16: Int] = [:]
    for source in duplicateFree where source != 0 { apart[source, default: 0] += 1 }
    return apart.values.reduce(count * (count - 1) / 2) { $0 - $1 * ($1 - 1) / 2 }
  }
}
