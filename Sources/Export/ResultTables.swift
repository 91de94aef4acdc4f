package import Vocabulary

/// The scored pairs of one kind of party.
package struct PartyLinks: Sendable {
  package var party: Party
  package var pairs: [ScoredPair]
  /// The blocking rules by their number in the pairs, such as `surname+birth_date`.
  package var ruleNames: [String]

  package init(party: Party, pairs: [ScoredPair], ruleNames: [String]) {
    self.party = party
    self.pairs = pairs
    self.ruleNames = ruleNames
  }
}

/// Where a former golden id leads to.
package struct Redirect: Hashable, Sendable {
  package var oldGoldenID: String
  /// Nil when the party is retired.
  package var currentGoldenID: String?
  package var reason: String
  package var since: CivilDay

  package init(
    oldGoldenID: String, currentGoldenID: String?, reason: String, since: CivilDay
  ) {
    self.oldGoldenID = oldGoldenID
    self.currentGoldenID = currentGoldenID
    self.reason = reason
    self.since = since
  }
}

/// Everything that a run says about records and parties.
package struct ResultTables: Sendable {
  package var table: NormalizedTable
  package var persons: GoldenTable
  package var organizations: GoldenTable
  package var crosswalk: Crosswalk
  package var affiliations: [Affiliation]
  package var links: [PartyLinks] = []
  package var questions: [ReviewQuestion] = []
  /// In which the questions give their reasons.
  package var language = ReportLanguage.chinese
  package var redirects: [Redirect] = []
  package var identityChanges: [IdentityChange] = []
  package var quarantine: [QuarantinedRow] = []
  package var decisions: [DecisionRow] = []
  package var stewardClaims: [StewardClaim] = []

  package init(
    table: NormalizedTable, persons: GoldenTable, organizations: GoldenTable,
    crosswalk: Crosswalk, affiliations: [Affiliation]
  ) {
    self.table = table
    self.persons = persons
    self.organizations = organizations
    self.crosswalk = crosswalk
    self.affiliations = affiliations
  }

  func golden(_ party: Party) -> GoldenTable { party == .person ? persons : organizations }

  /// All golden records in the order of their ids.
  var goldenOrder: [GoldenRun] {
    let (left, right) = (organizations.clustersByID, persons.clustersByID)
    var order: [GoldenRun] = []
    var (first, second) = (0, 0)
    while first < left.count || second < right.count {
      let takesLeft =
        second == right.count
        || first < left.count
          && !persons.goldenID[Int(right[second])]
            .lexicographicallyPrecedes(organizations.goldenID[Int(left[first])])
      let party: Party = takesLeft ? .organization : .person
      if order.last?.party != party { order.append(GoldenRun(party: party)) }
      order[order.count - 1].clusters.append(takesLeft ? left[first] : right[second])
      if takesLeft { first += 1 } else { second += 1 }
    }
    return order
  }
}

/// Golden records of one kind of party that follow each other in the order of their ids.
struct GoldenRun: Sendable {
  var party: Party
  var clusters: [UInt32] = []
}
