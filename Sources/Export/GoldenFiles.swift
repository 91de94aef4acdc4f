import Vocabulary

extension ResultTables {
  /// Writes golden.csv: every golden record in the order of the ids.
  func writeGoldenCSV(to path: String) throws(ExportError) -> WrittenFile {
    let schema = table.records.schema
    let columns = GoldenColumns(schema: schema)
    var writer = try CSVWriter(path: path, header: columns.header)
    let texts = (
      persons: ClaimText(persons, in: table), others: ClaimText(organizations, in: table)
    )
    let owners = OwnerText(table)
    var index = SurvivorIndex(schema: schema)
    var joined: [UInt8] = []
    for (party, cluster) in goldenOrder {
      let text = party == .person ? texts.persons : texts.others
      index.fill(text.golden, cluster: cluster)
      writer.append(text.golden.goldenID[cluster])
      writer.append(text.partyName)
      for column in columns.single {
        writer.append(text, index, column)
      }
      for column in columns.multiple {
        writer.append(text, index, column.primary)
        joined.removeAll(keepingCapacity: true)
        for place in index[column.all.field] {
          if !joined.isEmpty { joined.append(0x3B) }
          text.readValue(text.golden.survivors[place]) { joined.append($0) }
        }
        writer.append(joined.span, inDigits: column.all.inDigits)
      }
      owners.join(text.golden.owners(of: cluster), into: &joined)
      writer.append(joined)
      writer.appendCounts(of: cluster, in: text.golden)
      writer.endRow()
    }
    return try writer.finish()
  }

  /// Writes golden.ndjson: the same records, with lists as lists and values verbatim.
  func writeGoldenNDJSON(to path: String) throws(ExportError) -> WrittenFile {
    let schema = table.records.schema
    let columns = GoldenColumns(schema: schema)
    let keys = GoldenKeys(columns)
    var writer = try NDJSONWriter(path: path)
    let texts = (
      persons: ClaimText(persons, in: table), others: ClaimText(organizations, in: table)
    )
    let owners = OwnerText(table)
    var index = SurvivorIndex(schema: schema)
    for (party, cluster) in goldenOrder {
      let text = party == .person ? texts.persons : texts.others
      let golden = text.golden
      index.fill(golden, cluster: cluster)
      writer.append(keys.goldenID, golden.goldenID[cluster])
      writer.append(keys.party, party.rawValue)
      for (key, column) in zip(keys.single, columns.single) {
        writer.append(key, text, index, column)
      }
      for (key, column) in zip(keys.multiple, columns.multiple) {
        writer.append(key.primary, text, index, column.primary)
        let values = index[column.all.field].map { text.value(golden.survivors[$0])[...] }
        writer.append(key.all, values)
      }
      writer.append(keys.owners, owners.list(golden.owners(of: cluster)))
      writer.append(keys.ownerCount, golden.owners(of: cluster).count)
      writer.append(keys.recordCount, Int(golden.recordCount[cluster]))
      writer.append(keys.sourceCount, Int(golden.sourceCount[cluster]))
      writer.append(keys.firstSeen, golden.firstSeen[cluster])
      writer.append(keys.lastSeen, golden.lastSeen[cluster])
      writer.append(keys.confidence, golden.confidence[cluster].value, decimals: 6)
      writer.endObject()
    }
    return try writer.finish()
  }
}

/// The names of golden.ndjson's members.
private struct GoldenKeys {
  let goldenID = JSONKey("golden_id")
  let party = JSONKey("party")
  let single: [JSONKey]
  let multiple: [(primary: JSONKey, all: JSONKey)]
  let owners = JSONKey("owners")
  let ownerCount = JSONKey("owner_count")
  let recordCount = JSONKey("record_count")
  let sourceCount = JSONKey("source_count")
  let firstSeen = JSONKey("first_seen")
  let lastSeen = JSONKey("last_seen")
  let confidence = JSONKey("confidence")

  init(_ columns: GoldenColumns) {
    single = columns.single.map { JSONKey($0.name) }
    multiple = columns.multiple.map { (JSONKey($0.primary.name), JSONKey($0.all.name)) }
  }
}

/// Owners as `source:owner`.
private struct OwnerText {
  private let prefixes: [[UInt8]]
  private let names: ValuePool

  init(_ table: NormalizedTable) {
    prefixes = table.records.sources.map { Array(($0.name + ":").utf8) }
    names =
      table.records.schema.index(of: "owner").map { table.readings[$0].canonical } ?? ValuePool()
  }

  func list(_ owners: ArraySlice<OwnerReference>) -> [ArraySlice<UInt8>] {
    owners.map { (prefixes[Int($0.source)] + names[$0.owner])[...] }
  }

  func join(_ owners: ArraySlice<OwnerReference>, into text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    for owner in owners {
      if !text.isEmpty { text.append(0x3B) }
      text += prefixes[Int(owner.source)]
      text += names[owner.owner]
    }
  }
}

extension CSVWriter {
  /// Appends the first value that a column shows, or an empty cell.
  fileprivate mutating func append(
    _ text: ClaimText, _ index: SurvivorIndex, _ column: GoldenColumns.Column
  ) {
    guard let shown = text.golden.shownFields[column.field], let place = index[shown].first else {
      return appendEmpty()
    }
    text.readValue(text.golden.survivors[place]) { append($0, inDigits: column.inDigits) }
  }

  fileprivate mutating func appendCounts(of cluster: Int, in golden: GoldenTable) {
    append(golden.owners(of: cluster).count)
    append(Int(golden.recordCount[cluster]))
    append(Int(golden.sourceCount[cluster]))
    append(golden.firstSeen[cluster])
    append(golden.lastSeen[cluster])
    append(golden.confidence[cluster].value, decimals: 6)
  }
}

extension NDJSONWriter {
  /// Appends the first value that a column shows, or null.
  fileprivate mutating func append(
    _ key: JSONKey, _ text: ClaimText, _ index: SurvivorIndex, _ column: GoldenColumns.Column
  ) {
    guard let shown = text.golden.shownFields[column.field], let place = index[shown].first else {
      return appendNull(key)
    }
    text.readValue(text.golden.survivors[place]) { value in
      if column.isNumber { append(key, decimal: value) } else { append(key, value) }
    }
  }
}
