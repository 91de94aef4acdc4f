import Vocabulary

extension ResultTables {
  /// Writes crosswalk.csv: one row per record and party that it mentions.
  func writeCrosswalk(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "record_key", "source", "source_record_id", "file", "row_number", "party", "role",
        "golden_id", "match_probability", "decided_by",
      ])
    let records = table.records
    let (keys, ids) = (records.recordKey, records.sourceRecordID)
    let (personIDs, organizationIDs) = (persons.goldenID, organizations.goldenID)
    let files = FileNames(records)
    let sources = TextColumn(records.sources.map(\.name))
    for row in crosswalk.rows {
      let record = Int(row.record)
      writer.append(keys, record)
      writer.append(sources, Int(records.source[record]))
      writer.append(ids, record)
      writer.append(files.names, files.number(of: record))
      writer.append(Int(records.rowNumber[record]))
      writer.append(row.party.rawValue)
      writer.append(row.role.rawValue)
      if row.party == .person {
        writer.append(personIDs, Int(row.cluster))
      } else {
        writer.append(organizationIDs, Int(row.cluster))
      }
      writer.append(
        row.weakestLink.map { MatchWeight(bits: Double($0)).probability.value }, decimals: 6)
      writer.append(row.decidedBy.rawValue)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes claims.csv: every claim of the parties that more than one record speaks of.
  func writeClaims(_ order: [GoldenRun], to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "golden_id", "party", "field", "value", "raw_value", "record_key", "first_seen",
        "last_seen", "current", "survives", "rule",
      ])
    let keys = table.records.recordKey
    let (created, updated) = (table.created, table.updated)
    let names = TextColumn(table.records.schema.fields.map(\.name))
    let inDigits = table.records.schema.fields.map(\.kind.isWrittenInDigits)
    try forEachRun(of: order) { run, text in
      let golden = golden(run.party)
      let (goldenIDs, starts, claims) = (golden.goldenID, golden.claimStarts, golden.claims)
      let recordOfMention = table.mentions(of: run.party).record
      let stewards = stewardClaims(of: run.party)
      for cluster in run.clusters {
        let cluster = Int(cluster)
        var fixed = stewards.isEmpty ? [] : (stewards[UInt32(cluster)] ?? [])[...]
        for index in Int(starts[cluster])..<Int(starts[cluster + 1]) {
          let claim = claims[index]
          let field = Int(claim.field)
          if !fixed.isEmpty {
            append(&fixed, before: field, goldenIDs.string(cluster), to: &writer)
          }
          let record = Int(recordOfMention[Int(claim.mention)])
          let isInDigits = inDigits[field]
          writer.append(goldenIDs, cluster)
          writer.append(run.party.rawValue)
          writer.append(names, field)
          text.readValue(claim.claim) { writer.append($0, inDigits: isInDigits) }
          text.readRawValue(claim.claim) { writer.append($0, inDigits: isInDigits) }
          writer.append(keys, record)
          writer.append((created[record] ?? updated[record])?.day)
          writer.append((updated[record] ?? created[record])?.day)
          writer.append(claim.isCurrent)
          writer.append(claim.reason != nil)
          if let reason = claim.reason { writer.append(reason.name) } else { writer.appendEmpty() }
          writer.endRow()
        }
        if !fixed.isEmpty { append(&fixed, before: .max, goldenIDs.string(cluster), to: &writer) }
      }
    }
    return try writer.finish()
  }

  /// Writes affiliations.csv: which person works for which organization.
  func writeAffiliations(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "person_golden_id", "organization_golden_id", "title", "first_seen", "last_seen",
        "current",
      ])
    let (personIDs, organizationIDs) = (persons.goldenID, organizations.goldenID)
    try forEachRun(of: [GoldenRun(party: .person)]) { _, text in
      for row in affiliations {
        writer.append(personIDs, Int(row.person))
        writer.append(organizationIDs, Int(row.organization))
        if let title = row.titleClaim {
          text.readValue(title) { writer.append($0) }
        } else {
          writer.appendEmpty()
        }
        writer.append(row.firstSeen)
        writer.append(row.lastSeen)
        writer.append(row.isCurrent)
        writer.endRow()
      }
    }
    return try writer.finish()
  }

  /// Writes links.csv: the scored pairs, by kind of party and the keys of their records.
  func writeLinks(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "party", "left", "right", "match_weight", "match_probability", "blocking_rule", "outcome",
      ])
    let keys = table.records.recordKey
    for links in links.sorted(by: { $0.party.rawValue < $1.party.rawValue }) {
      let recordOf = table.mentions(of: links.party).record
      let rules = TextColumn(links.ruleNames)
      let pairs = links.pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
      for pair in pairs {
        let weight = MatchWeight(bits: Double(pair.weight))
        writer.append(links.party.rawValue)
        writer.append(keys, Int(recordOf[Int(pair.left)]))
        writer.append(keys, Int(recordOf[Int(pair.right)]))
        writer.append(weight.bits, decimals: 3)
        writer.append(weight.probability.value, decimals: 6)
        writer.append(rules, Int(pair.rule))
        writer.append(pair.outcome.rawValue)
        writer.endRow()
      }
    }
    return try writer.finish()
  }
}
