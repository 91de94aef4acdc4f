import Vocabulary

extension ResultTables {
  /// Writes golden.csv: every golden record in the order of the ids.
  func writeGoldenCSV(_ order: [GoldenRun], to path: String) throws(ExportError) -> WrittenFile {
    let schema = table.records.schema
    let columns = GoldenColumns(schema: schema)
    var writer = try CSVWriter(path: path, header: columns.header)
    let owners = OwnerText(table)
    var index = SurvivorIndex(schema: schema)
    var joined: [UInt8] = []
    try forEachRun(of: order) { run, text in
      let golden = golden(run.party)
      let (goldenIDs, survivors) = (golden.goldenID, golden.survivors)
      for cluster in run.clusters {
        let cluster = Int(cluster)
        index.fill(golden, cluster: cluster)
        writer.append(goldenIDs, cluster)
        writer.append(run.party.rawValue)
        for column in columns.single { writer.append(text, golden, index, column) }
        for column in columns.multiple {
          writer.append(text, golden, index, column.primary)
          let places = index[column.all.field]
          if places.count == 1 {
            text.readValue(survivors[places.lowerBound]) {
              writer.append($0, inDigits: column.all.inDigits)
            }
          } else {
            joined.removeAll(keepingCapacity: true)
            for place in places {
              if !joined.isEmpty { joined.append(0x3B) }
              text.readValue(survivors[place]) { joined.append($0) }
            }
            writer.append(joined.span, inDigits: column.all.inDigits)
          }
        }
        owners.join(golden.owners(of: cluster), into: &joined)
        writer.append(joined.span)
        writer.appendCounts(of: cluster, in: golden)
        writer.endRow()
      }
    }
    return try writer.finish()
  }

  /// Writes golden.ndjson: the same records, with lists as lists and values verbatim.
  func writeGoldenNDJSON(
    _ order: [GoldenRun], to path: String
  ) throws(ExportError) -> WrittenFile {
    let schema = table.records.schema
    let columns = GoldenColumns(schema: schema)
    let keys = GoldenKeys(columns)
    var writer = try NDJSONWriter(path: path)
    let owners = OwnerText(table)
    var index = SurvivorIndex(schema: schema)
    var joined: [UInt8] = []
    try forEachRun(of: order) { run, text in
      let golden = golden(run.party)
      let (goldenIDs, survivors) = (golden.goldenID, golden.survivors)
      for cluster in run.clusters {
        let cluster = Int(cluster)
        index.fill(golden, cluster: cluster)
        writer.append(keys.goldenID, goldenIDs, cluster)
        writer.append(keys.party, run.party.rawValue)
        for number in columns.single.indices {
          writer.append(keys.single[number], text, golden, index, columns.single[number])
        }
        for number in columns.multiple.indices {
          let column = columns.multiple[number]
          writer.append(keys.multiple[number].primary, text, golden, index, column.primary)
          writer.beginList(keys.multiple[number].all)
          for place in index[column.all.field] {
            text.readValue(survivors[place]) { writer.append(element: $0) }
          }
          writer.endList()
        }
        writer.beginList(keys.owners)
        let kept = golden.owners(of: cluster)
        for place in kept.indices {
          owners.join(kept[place...place], into: &joined)
          writer.append(element: joined.span)
        }
        writer.endList()
        writer.append(keys.ownerCount, kept.count)
        writer.append(keys.recordCount, Int(golden.recordCount[cluster]))
        writer.append(keys.sourceCount, Int(golden.sourceCount[cluster]))
        writer.append(keys.firstSeen, golden.firstSeen[cluster])
        writer.append(keys.lastSeen, golden.lastSeen[cluster])
        writer.append(keys.confidence, golden.confidence[cluster].value, decimals: 6)
        writer.endObject()
      }
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

extension [UInt8] {
  /// Appends the bytes of a span.
  fileprivate mutating func append(_ span: Span<UInt8>) {
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
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
    _ text: ClaimText, _ golden: GoldenTable, _ index: SurvivorIndex,
    _ column: GoldenColumns.Column
  ) {
    guard let shown = golden.shownFields[column.field], let place = index[shown].first else {
      return appendEmpty()
    }
    text.readValue(golden.survivors[place]) { append($0, inDigits: column.inDigits) }
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
    _ key: JSONKey, _ text: ClaimText, _ golden: GoldenTable, _ index: SurvivorIndex,
    _ column: GoldenColumns.Column
  ) {
    guard let shown = golden.shownFields[column.field], let place = index[shown].first else {
      return appendNull(key)
    }
    text.readValue(golden.survivors[place]) { value in
      if column.isNumber { append(key, decimal: value) } else { append(key, value) }
    }
  }
}
