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
    for row in crosswalk.rows {
      let record = Int(row.record)
      let source = records.sources[Int(records.source[record])]
      let file = Int(records.file[record])
      writer.append(records.recordKey[record])
      writer.append(source.name)
      writer.append(records.sourceRecordID[record])
      writer.append(source.files.indices.contains(file) ? source.files[file] : nil)
      writer.append(Int(records.rowNumber[record]))
      writer.append(row.party.rawValue)
      writer.append(row.role.rawValue)
      writer.append(golden(row.party).goldenID[Int(row.cluster)])
      writer.append(
        row.weakestLink.map { MatchWeight(bits: Double($0)).probability.value }, decimals: 6)
      writer.append(row.decidedBy.rawValue)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes claims.csv: every claim of the parties that more than one record speaks of.
  func writeClaims(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "golden_id", "party", "field", "value", "raw_value", "record_key", "first_seen",
        "last_seen", "current", "survives", "rule",
      ])
    let keys = table.records.recordKey
    let names = table.records.schema.fields.map { Array($0.name.utf8) }
    let inDigits = table.records.schema.fields.map(\.kind.isWrittenInDigits)
    let texts = (
      persons: ClaimText(persons, in: table), others: ClaimText(organizations, in: table)
    )
    for (party, cluster) in goldenOrder {
      let text = party == .person ? texts.persons : texts.others
      let goldenID = text.golden.goldenID[cluster]
      for claim in text.golden.claims(of: cluster) {
        let field = Int(claim.field)
        let record = Int(text.recordOfMention[Int(claim.mention)])
        writer.append(goldenID)
        writer.append(text.partyName)
        writer.append(names[field])
        text.readValue(claim.claim) { writer.append($0, inDigits: inDigits[field]) }
        text.readRawValue(claim.claim) { writer.append($0, inDigits: inDigits[field]) }
        writer.append(keys[record])
        writer.append((table.created[record] ?? table.updated[record])?.day)
        writer.append((table.updated[record] ?? table.created[record])?.day)
        writer.append(claim.isCurrent)
        writer.append(claim.reason != nil)
        writer.append(claim.reason?.name)
        writer.endRow()
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
    let text = ClaimText(persons, in: table)
    for row in affiliations {
      writer.append(persons.goldenID[Int(row.person)])
      writer.append(organizations.goldenID[Int(row.organization)])
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
      let order = links.pairs.indices.sorted { first, second in
        let (a, b) = (links.pairs[first], links.pairs[second])
        return (a.left, a.right) < (b.left, b.right)
      }
      for index in order {
        let pair = links.pairs[index]
        let weight = MatchWeight(bits: Double(pair.weight))
        writer.append(links.party.rawValue)
        writer.append(keys[Int(recordOf[Int(pair.left)])])
        writer.append(keys[Int(recordOf[Int(pair.right)])])
        writer.append(weight.bits, decimals: 3)
        writer.append(weight.probability.value, decimals: 6)
        writer.append(links.ruleNames[Int(pair.rule)])
        writer.append(pair.outcome.rawValue)
        writer.endRow()
      }
    }
    return try writer.finish()
  }
}
