import Export
import Vocabulary

/// The golden records that share a key with what is asked for, and why.
struct LookupCandidates {
  let reader: RunDatabaseReader
  /// The columns that hold phones.
  let phones: [String]
  /// The phones that were asked for.
  var askedPhones: [String] = []

  private var reasons: [UInt32: Set<LookupAnswer.Reason>] = [:]
  /// Golden records that bear the name of the company that was asked for.
  private var companies: Set<UInt32> = []
  private var asksName = false

  init(reader: RunDatabaseReader, phones: [String]) {
    self.reader = reader
    self.phones = phones
  }

  /// A phone or mailbox of more parties than this says no more than that they are related.
  private static let sharedLimit = 10
  /// So many records of one name are looked at; a name that more bear tells nobody apart.
  private static let nameLimit = 200

  /// Looks a key up.
  mutating func add(_ kind: LookupKeys.Kind, _ key: UInt64, isCompany: Bool) throws {
    let found = try reader.goldenRecords(of: key)
    let reason: LookupAnswer.Reason
    switch kind {
    case .phone where found.count <= Self.sharedLimit: reason = .phone
    case .email where found.count <= Self.sharedLimit: reason = .email
    case .phone, .email: return
    case .identifier: reason = .identifier
    case .name: reason = .name
    case .closeName: reason = .similarName
    case .brand: reason = .brand
    }
    if isCompany { companies.formUnion(found) } else if kind == .name { asksName = true }
    for golden in found.prefix(Self.nameLimit) { reasons[golden, default: []].insert(reason) }
  }

  /// What is found, the best first.
  func answer() throws -> LookupAnswer {
    var matches: [(golden: UInt32, match: LookupAnswer.Match)] = []
    for (golden, found) in reasons.sorted(by: { $0.key < $1.key }) {
      guard let record = try reader.goldenRecord(golden, phones: phones) else { continue }
      var found = found
      if record.isPerson {
        if !companies.isDisjoint(with: record.organizations) { found.insert(.company) }
        found.subtract([.brand])
      } else if asksName, companies.contains(golden), found.isDisjoint(with: Self.certain) {
        // The company of the person who is asked for: it helps to find the person.
        continue
      }
      if !found.contains(.phone), isSimilar(to: record.phones) { found.insert(.similarPhone) }
      if found.contains(.name) { found.subtract([.similarName, .brand]) }
      if found.contains(.similarName) { found.remove(.brand) }
      guard !found.isEmpty else { continue }
      matches.append(
        (
          golden,
          LookupAnswer.Match(
            verdict: Self.verdict(found, isPerson: record.isPerson),
            party: record.isPerson ? "person" : "organization", owners: record.owners,
            reasons: found.sorted())
        ))
    }
    let order: [LookupAnswer.Verdict] = [.exists, .similar]
    let sorted = order.flatMap { verdict in
      matches.filter { $0.match.verdict == verdict }
        .sorted {
          ($1.match.reasons.count, $0.match.reasons[0], $0.golden)
            < ($0.match.reasons.count, $1.match.reasons[0], $1.golden)
        }
    }
    return LookupAnswer(
      verdict: sorted.first?.match.verdict ?? .new,
      matches: sorted.prefix(LookupAnswer.matchLimit).map(\.match),
      more: max(0, sorted.count - LookupAnswer.matchLimit))
  }

  private static let certain: Set<LookupAnswer.Reason> = [.phone, .email, .identifier]

  /// What reasons amount to: a person's name is shared by many, a company's by few.
  private static func verdict(
    _ reasons: Set<LookupAnswer.Reason>, isPerson: Bool
  ) -> LookupAnswer.Verdict {
    if !reasons.isDisjoint(with: certain) { return .exists }
    if !isPerson { return reasons.contains(.brand) ? .similar : .exists }
    let isNamed = reasons.contains(.name) || reasons.contains(.similarName)
    return isNamed && reasons.contains(.company) ? .exists : .similar
  }

  private func isSimilar(to phones: [String]) -> Bool {
    askedPhones.contains { asked in phones.contains { Self.areSimilar(asked, $0) } }
  }

  /// Whether two numbers differ in one digit, or in two neighbours that changed places.
  static func areSimilar(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    let places = left.indices.filter { left[$0] != right[$0] }
    if places.count == 1 { return true }
    guard places.count == 2, places[1] == places[0] + 1 else { return false }
    return left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
  }
}
