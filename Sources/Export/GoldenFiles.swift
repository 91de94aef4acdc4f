import Vocabulary

extension ResultTables {
  /// Writes golden.csv: every golden record in the order of the ids.
  func writeGoldenCSV(_ order: [GoldenRun], to path: String) throws(ExportError) -> WrittenFile {
    let columns = GoldenColumns(schema: table.records.schema)
    let (single, multiple) = (columns.single, columns.multiple)
    var writer = try CSVWriter(path: path, header: columns.header)
    let owners = OwnerText(table)
    var joined: [UInt8] = []
    try forEachRun(of: order) { run, text in
      let golden = golden(run.party)
      let (goldenIDs, counts) = (golden.goldenID, GoldenCounts(golden))
      let index = SurvivorIndex(golden)
      for clusters in FoundTexts.runs(of: run.clusters) {
        index.find(clusters, in: text)
        for cluster in clusters {
          let cluster = Int(cluster)
          index.fill(cluster)
          writer.append(goldenIDs, cluster)
          writer.append(run.party.rawValue)
          for column in single { writer.append(text, index, index.first(in: column), column) }
          for column in multiple {
            writer.append(text, index, index.first(in: column), column)
            joined.removeAll(keepingCapacity: true)
            for place in index[column.field] {
              if !joined.isEmpty { joined.append(0x3B) }
              index.read(at: place, text) { joined.append($0) }
            }
            writer.append(joined.span, inDigits: column.inDigits)
          }
          owners.join(counts.owners(of: cluster), into: &joined)
          writer.append(joined.span)
          writer.append(counts, of: cluster)
          writer.endRow()
        }
      }
    }
    return try writer.finish()
  }

  /// Writes golden.ndjson: the same records, with lists as lists and values verbatim.
  func writeGoldenNDJSON(
    _ order: [GoldenRun], to path: String
  ) throws(ExportError) -> WrittenFile {
    let columns = GoldenColumns(schema: table.records.schema)
    let (single, multiple) = (columns.single, columns.multiple)
    let keys = GoldenKeys(columns)
    var writer = try NDJSONWriter(path: path)
    let owners = OwnerText(table)
    var joined: [UInt8] = []
    try forEachRun(of: order) { run, text in
      let golden = golden(run.party)
      let (goldenIDs, counts) = (golden.goldenID, GoldenCounts(golden))
      let index = SurvivorIndex(golden)
      for clusters in FoundTexts.runs(of: run.clusters) {
        index.find(clusters, in: text)
        for cluster in clusters {
          let cluster = Int(cluster)
          index.fill(cluster)
          writer.append(keys.goldenID, goldenIDs, cluster)
          writer.append(keys.party, run.party.rawValue)
          for number in single.indices {
            let column = single[number]
            writer.append(keys.single[number], text, index, index.first(in: column), column)
          }
          for number in multiple.indices {
            let (column, key) = (multiple[number], keys.multiple[number])
            writer.append(key.primary, text, index, index.first(in: column), column)
            writer.beginList(key.all)
            for place in index[column.field] {
              index.read(at: place, text) { writer.append(element: $0) }
            }
            writer.endList()
          }
          writer.beginList(keys.owners)
          let kept = counts.owners(of: cluster)
          for place in kept.indices {
            owners.join(kept[place...place], into: &joined)
            writer.append(element: joined.span)
          }
          writer.endList()
          writer.append(keys, counts, of: cluster)
          writer.endObject()
        }
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
    single = columns.singleNames.map(JSONKey.init)
    multiple = columns.multipleNames.map { (JSONKey($0.primary), JSONKey($0.all)) }
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  mutating func append(_ span: Span<UInt8>) {
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

/// Owners as `source:owner`.
struct OwnerText {
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
  /// Appends a value that a column shows, or an empty cell.
  @inline(__always)
  fileprivate mutating func append(
    _ text: borrowing ClaimText, _ index: SurvivorIndex, _ place: Int?,
    _ column: GoldenColumns.Column
  ) {
    guard let place else { return appendEmpty() }
    index.read(at: place, text) { append($0, inDigits: column.inDigits) }
  }

  fileprivate mutating func append(_ counts: GoldenCounts, of cluster: Int) {
    append(counts.ownerCount(of: cluster))
    append(Int(counts.recordCount[cluster]))
    append(Int(counts.sourceCount[cluster]))
    append(counts.firstSeen[cluster])
    append(counts.lastSeen[cluster])
    append(counts.confidence[cluster].value, decimals: 6)
  }
}

extension NDJSONWriter {
  /// Appends a value that a column shows, or null.
  @inline(__always)
  fileprivate mutating func append(
    _ key: JSONKey, _ text: borrowing ClaimText, _ index: SurvivorIndex, _ place: Int?,
    _ column: GoldenColumns.Column
  ) {
    guard let place else { return appendNull(key) }
    index.read(at: place, text) { value in
      if column.isNumber { append(key, decimal: value) } else { append(key, value) }
    }
  }

  fileprivate mutating func append(
    _ keys: GoldenKeys, _ counts: GoldenCounts, of cluster: Int
  ) {
    append(keys.ownerCount, counts.ownerCount(of: cluster))
    append(keys.recordCount, Int(counts.recordCount[cluster]))
    append(keys.sourceCount, Int(counts.sourceCount[cluster]))
    append(keys.firstSeen, counts.firstSeen[cluster])
    append(keys.lastSeen, counts.lastSeen[cluster])
    append(keys.confidence, counts.confidence[cluster].value, decimals: 6)
  }
}
