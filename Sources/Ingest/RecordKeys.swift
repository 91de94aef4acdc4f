import Digests
import Vocabulary

/// The ids of one source's records, made unique, and the order of their keys.
struct RecordKeys: Sendable {
  /// By record: the id as the system wrote it, or the surrogate.
  private(set) var id = TextColumn()
  /// By record: the id with the suffix that tells it from others of the same id.
  private(set) var key = TextColumn()
  /// The records in the order of their keys.
  private(set) var order: [UInt32] = []
  /// Whether the records were read in that order, from one file.
  private(set) var isAsRead = false

  private let source: SourceParts

  init(_ source: SourceParts, schema: Schema) {
    self.source = source
    readIDs(schema)
    key = id
    order = key.order
    // One pass is enough but where a suffixed key meets an id that is written like it.
    while let suffixed = suffixedKeys() {
      key = suffixed
      order = key.order
    }
    isAsRead =
      source.parts.count == 1 && order.indices.allSatisfy { order[$0] == UInt32($0) }
  }

  private mutating func readIDs(_ schema: Schema) {
    if source.parts.count == 1, !source.parts[0].recordID.hasEmpty {
      id = source.parts[0].recordID
      return
    }
    let without = (0..<source.count).filter { record in
      let (part, row) = source.place(record)
      return source.parts[part].recordID[row].isEmpty
    }
    var surrogates = SurrogateKeys(source, schema: schema).ids(of: without)[...]
    for record in 0..<source.count {
      let (part, row) = source.place(record)
      let own = source.parts[part].recordID[row]
      if own.isEmpty, let surrogate = surrogates.popFirst() {
        id.append(surrogate)
      } else {
        id.append(own)
      }
    }
  }

  /// The digest of some cells' text.
  private func digest(_ part: Int, _ row: Int, _ cells: [Int]) -> Digest {
    var text: [UInt8] = []
    let own = source.parts[part]
    for cell in cells {
      text.append(0x1E)
      text.append(contentsOf: own.pools[own.poolOf[cell]][own.ids[cell][row]])
    }
    return SHA256.digest(of: text.span)
  }

  /// The keys with a suffix on those that more than one record has, or nil when none has.
  private func suffixedKeys() -> TextColumn? {
    var suffixes: [Int: String] = [:]
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, key.isEqual(Int(order[end]), Int(order[start])) { end += 1 }
      if end - start > 1 { addSuffixes(of: order[start..<end], to: &suffixes) }
      start = end
    }
    if suffixes.isEmpty { return nil }
    var keys = TextColumn()
    keys.reserve(texts: key.count, bytes: key.bytes.count)
    let bytes = key.bytes.span
    for record in 0..<source.count {
      keys.extend(bytes.extracting(key.range(of: record)))
      if let suffix = suffixes[record] { keys.extend(Array(suffix.utf8).span) }
      keys.close()
    }
    return keys
  }

  private func addSuffixes(of records: ArraySlice<UInt32>, to suffixes: inout [Int: String]) {
    let all = Array(source.plan.cells.indices)
    var hashed = records.map { record in
      let (part, row) = source.place(Int(record))
      return (hash: digest(part, row, all).hex, record: Int(record))
    }
    hashed.sort { ($0.hash, $0.record) < ($1.hash, $1.record) }
    let hashes = Set(hashed.map(\.hash))
    let length = Set(hashes.map { $0.prefix(8) }).count == hashes.count ? 8 : 32
    var copies = 0
    for (index, entry) in hashed.enumerated() {
      copies = index > 0 && hashed[index - 1].hash == entry.hash ? copies + 1 : 1
      suffixes[entry.record] =
        "~" + entry.hash.prefix(length) + (copies > 1 ? "-\(copies)" : "")
    }
  }
}
