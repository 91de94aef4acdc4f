/// The table from records to golden ids: one row per record and party that it mentions.
///
/// Rows stand in the order of their record keys, a record's organization before its person.
package struct Crosswalk: Sendable {
  /// What put a mention into its cluster.
  package enum DecidedBy: String, Hashable, Sendable {
    /// Nothing; the mention is alone.
    case single
    case model
    case steward
  }

  package struct Row: Hashable, Sendable {
    package var record: UInt32
    package var party: Party
    package var role: MentionRole
    package var decidedBy: DecidedBy
    /// Cluster of the row's kind of party.
    package var cluster: UInt32
    /// The match weight, in bits, of the mention's weakest needed link; nil when it is alone.
    package var weakestLink: Float?
  }

  package var rows: [Row] = []

  /// Joins the two kinds of mentions by record.
  package init(table: NormalizedTable, persons: EntityClusters, organizations: EntityClusters) {
    rows.reserveCapacity(table.persons.count + table.organizations.count)
    var person = 0
    for organization in 0..<table.organizations.count {
      let record = table.organizations.record[organization]
      while person < table.persons.count, table.persons.record[person] < record {
        append(person, of: table.persons, in: persons)
        person += 1
      }
      append(organization, of: table.organizations, in: organizations)
    }
    while person < table.persons.count {
      append(person, of: table.persons, in: persons)
      person += 1
    }
  }

  private mutating func append(
    _ mention: Int, of mentions: MentionTable, in clusters: EntityClusters
  ) {
    let cluster = clusters.clusterOf[mention]
    let isAlone = clusters.members(of: Int(cluster)).count == 1
    let decidedBy: DecidedBy =
      clusters.decidedBySteward[mention] ? .steward : isAlone ? .single : .model
    rows.append(
      Row(
        record: mentions.record[mention], party: mentions.party, role: mentions.role[mention],
        decidedBy: decidedBy, cluster: cluster,
        weakestLink: isAlone ? nil : clusters.weakestLink[mention]))
  }
}

/// A person's work for an organization, as records that mention both tell it.
package struct Affiliation: Hashable, Sendable {
  /// Cluster of the person.
  package var person: UInt32
  /// Cluster of the organization.
  package var organization: UInt32
  /// The title in the newest record that has one, as a claim of the person mentions.
  package var titleClaim: UInt32?
  package var firstSeen: CivilDay?
  package var lastSeen: CivilDay?
  /// Whether it is the newest of the person's affiliations.
  package var isCurrent: Bool

  package init(
    person: UInt32, organization: UInt32, titleClaim: UInt32?, firstSeen: CivilDay?,
    lastSeen: CivilDay?, isCurrent: Bool
  ) {
    self.person = person
    self.organization = organization
    self.titleClaim = titleClaim
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.isCurrent = isCurrent
  }
}
