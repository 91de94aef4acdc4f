import Vocabulary

/// Builds the evidence about the mentions of each party from their claims.
///
/// A contact is also known by the address of the organization that the record is filed under, an
/// organization also by the people met there: their mobiles and the domains of their mailboxes.
struct EvidenceBuilder {
  private let table: NormalizedTable
  private let results: [FieldResult]
  /// By record: the other party's mention, plus one; 0 is none.
  private let personOf: [UInt32]
  private let organizationOf: [UInt32]

  /// By record.
  private let places: [ImpliedPlaces]

  init(_ table: NormalizedTable, _ results: [FieldResult], _ places: [ImpliedPlaces]) {
    self.table = table
    self.results = results
    self.places = places
    func index(_ mentions: MentionTable) -> [UInt32] {
      var place = [UInt32](repeating: 0, count: table.records.count)
      for (mention, record) in mentions.record.enumerated() {
        place[Int(record)] = UInt32(mention) + 1
      }
      return place
    }
    personOf = index(table.persons)
    organizationOf = index(table.organizations)
  }

  private var schema: Schema { table.records.schema }

  /// The evidence about persons.
  func persons() -> EvidenceTable {
    var columns = [nameColumn(.person)]
    columns += ownColumns(.person)
    if !columns.allSatisfy({ $0.kind != .phone }), table.organizations.count > 0 {
      columns.append(landlines())
    }
    return table(.person, columns)
  }

  /// The evidence about organizations.
  func organizations() -> EvidenceTable {
    var columns = [nameColumn(.organization)]
    columns += ownColumns(.organization)
    if table.persons.count > 0, table.organizations.count > 0 {
      columns += [contactNames(), contactPhones(), domains()]
    }
    return table(.organization, columns)
  }

  private func table(_ party: Party, _ columns: [EvidenceColumn]) -> EvidenceTable {
    EvidenceTable(
      party: party, count: table.mentions(of: party).count,
      columns: columns.filter { !$0.ids.isEmpty })
  }

  // MARK: - Columns of the mention's own values

  /// The name column: all fields that name the party, read into parts.
  private func nameColumn(_ party: Party) -> EvidenceColumn {
    let kind: FieldKind = party == .person ? .personName : .organizationName
    var builder = NameColumnBuilder(party, results)
    let mentions = table.mentions(of: party)
    for mention in 0..<mentions.count {
      for claim in mentions.claims(of: mention) {
        let claimKind = schema.fields[Int(claim.field)].kind
        guard claimKind == kind || claimKind == .partyName else { continue }
        builder.add(field: Int(claim.field), raw: claim.raw)
      }
      builder.endMention()
    }
    return builder.column
  }

  /// One column per evidence field that is no name.
  private func ownColumns(_ party: Party) -> [EvidenceColumn] {
    let mentions = table.mentions(of: party)
    return schema.fields.indices.compactMap { field in
      guard schema.fields[field].isEvidence,
        let kind = EvidenceColumn.Kind(schema.fields[field].kind)
      else { return nil }
      var builder = ValueColumnBuilder(schema.fields[field], kind, results[field])
      let isBuiltIn = Schema.customer.index(of: schema.fields[field].name) != nil
      if isBuiltIn, Self.isPlaceOfWork(kind) { builder.topic = .place }
      for mention in 0..<mentions.count {
        builder.add(mentions.claims(of: mention), field: field)
        if Self.isPlaceOfWork(kind), mentions.role[mention] != .subject {
          builder.add(otherClaims(party, Int(mentions.record[mention])), field: field)
        }
        if field == schema.index(of: "city"), !builder.hasValue {
          let place = places[Int(mentions.record[mention])]
          builder.add((party == .person ? place.person : place.organization) ?? "")
        }
        builder.endMention()
      }
      return builder.column
    }
  }

  /// Where somebody is met says something about both parties of a record.
  private static func isPlaceOfWork(_ kind: EvidenceColumn.Kind) -> Bool {
    kind == .address || kind == .place || kind == .postcode
  }

  private func otherClaims(_ party: Party, _ record: Int) -> ArraySlice<ClaimReference> {
    let other = party == .person ? organizationOf[record] : personOf[record]
    guard other > 0 else { return [] }
    let mentions = party == .person ? table.organizations : table.persons
    return mentions.claims(of: Int(other) - 1)
  }

  // MARK: - Columns of the other party's values

  private func fields(_ kind: FieldKind) -> [Int] {
    schema.fields.indices.filter { schema.fields[$0].kind == kind }
  }

  /// The landlines of the organization that a person is met at.
  private func landlines() -> EvidenceColumn {
    column("landline", .phone, .workplace, of: .person, from: fields(.phone)) { $0 }
  }

  /// The names of the people met at an organization.
  private func contactNames() -> EvidenceColumn {
    var builder = NameColumnBuilder(.person, results, named: "contact_name")
    builder.topic = .contact
    for record in table.organizations.record {
      for claim in otherClaims(.organization, Int(record)) {
        let kind = schema.fields[Int(claim.field)].kind
        guard kind == .personName || kind == .partyName else { continue }
        builder.add(field: Int(claim.field), raw: claim.raw)
      }
      builder.endMention()
    }
    return builder.column
  }

  /// The mobiles of the people met at an organization.
  private func contactPhones() -> EvidenceColumn {
    column("contact_phone", .phone, .contact, of: .organization, from: fields(.phone)) { $0 }
  }

  /// The domains of the mailboxes of the people met at an organization.
  private func domains() -> EvidenceColumn {
    column("domain", .identifier, .contact, of: .organization, from: fields(.email)) { address in
      address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? ""
    }
  }

  private func column(
    _ name: String, _ kind: EvidenceColumn.Kind, _ topic: EvidenceColumn.Topic, of party: Party,
    from fields: [Int], _ derive: (String) -> String
  ) -> EvidenceColumn {
    var column = EvidenceColumn(name: name, kind: kind)
    column.topic = topic
    let mentions = table.mentions(of: party)
    var known = fields.map { field in
      [UInt32](repeating: .max, count: results[field].field.canonical.count)
    }
    for mention in 0..<mentions.count {
      let first = column.ids.count
      for claim in otherClaims(party, Int(mentions.record[mention])) {
        guard let place = fields.firstIndex(of: Int(claim.field)) else { continue }
        let field = results[Int(claim.field)].field
        guard field.issues[Int(claim.raw)].isDisjoint(with: .notIdentity) else { continue }
        if known[place][Int(claim.value)] == .max {
          known[place][Int(claim.value)] =
            column.values.intern(derive(field.canonical.string(claim.value)))
        }
        let id = known[place][Int(claim.value)]
        if id != 0, !column.ids[first...].contains(id) { column.ids.append(id) }
      }
      column.endMention()
    }
    return column
  }
}
