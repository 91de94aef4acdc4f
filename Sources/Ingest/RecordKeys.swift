import Digests
import Vocabulary

/// The parts of one source, seen as one run of records.
struct SourceParts: Sendable {
  var plan: SourcePlan
  var parts: [FilePart]

  var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// By record: its part.
  var partOf: [UInt16] {
    var numbers: [UInt16] = []
    numbers.reserveCapacity(count)
    for (number, part) in parts.enumerated() {
      numbers.append(contentsOf: repeatElement(UInt16(number), count: part.count))
    }
    return numbers
  }

  /// By part: the number of its first record.
  var starts: [Int] {
    var starts: [Int] = []
    var start = 0
    for part in parts {
      starts.append(start)
      start += part.count
    }
    return starts
  }
}

/// The ids of one source's records, made unique, and the order of their keys.
struct RecordKeys: Sendable {
  /// By record: the id as the system wrote it, or the surrogate.
  private(set) var id = ByteColumn()
  /// By record: the id with the suffix that tells it from others of the same id.
  private(set) var key = ByteColumn()
  /// The records in the order of their keys.
  private(set) var order: [UInt32] = []

  private let source: SourceParts
  private let partOf: [UInt16]
  private let starts: [Int]

  init(_ source: SourceParts, schema: Schema) {
    self.source = source
    partOf = source.partOf
    starts = source.starts
    readIDs(schema)
    key = id
    order = sorted(key)
    // One pass is enough but where a suffixed key meets an id that is written like it.
    while let suffixed = suffixedKeys() {
      key = suffixed
      order = sorted(key)
    }
  }

  private mutating func readIDs(_ schema: Schema) {
    let stable = StableCells(source.plan, schema: schema)
    for record in partOf.indices {
      let (part, row) = place(record)
      let own = source.parts[part].recordID[row]
      if own.isEmpty {
        id.append(text: Array(surrogate(part, row, stable).utf8)[...])
      } else {
        id.append(text: own)
      }
    }
  }

  private func place(_ record: Int) -> (part: Int, row: Int) {
    let part = Int(partOf[record])
    return (part, record - starts[part])
  }

  private func surrogate(_ part: Int, _ row: Int, _ stable: StableCells) -> String {
    let isStable = stable.created.contains { source.parts[part].ids[$0][row] != 0 }
    let cells = isStable ? stable.all : Array(source.plan.cells.indices)
    return "x" + digest(part, row, cells).hex.prefix(16)
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
  private func suffixedKeys() -> ByteColumn? {
    var suffixes: [Int: String] = [:]
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, key[Int(order[end])] == key[Int(order[start])] { end += 1 }
      if end - start > 1 { addSuffixes(of: order[start..<end], to: &suffixes) }
      start = end
    }
    if suffixes.isEmpty { return nil }
    var keys = ByteColumn()
    for record in partOf.indices {
      if let suffix = suffixes[record] {
        keys.append(text: key[record] + Array(suffix.utf8))
      } else {
        keys.append(text: key[record])
      }
    }
    return keys
  }

  private func addSuffixes(of records: ArraySlice<UInt32>, to suffixes: inout [Int: String]) {
    let all = Array(source.plan.cells.indices)
    var hashed = records.map { record in
      let (part, row) = place(Int(record))
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

  /// The records in the order of their texts' bytes, and of their position among equals.
  private func sorted(_ texts: ByteColumn) -> [UInt32] {
    let bytes = texts.bytes
    let shared = sharedPrefix(texts)
    var entries: [SortEntry] = []
    entries.reserveCapacity(partOf.count)
    for record in partOf.indices {
      let range = texts.range(of: record)
      entries.append(
        SortEntry(
          high: word(bytes, range.lowerBound + shared, range.upperBound),
          low: word(bytes, range.lowerBound + shared + 8, range.upperBound),
          record: UInt32(record)))
    }
    let precedes: (SortEntry, SortEntry) -> Bool = { left, right in
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      let (leftText, rightText) = (texts[Int(left.record)], texts[Int(right.record)])
      if leftText != rightText { return leftText.lexicographicallyPrecedes(rightText) }
      return left.record < right.record
    }
    if !isSorted(entries, precedes) { entries.sort(by: precedes) }
    return entries.map(\.record)
  }

  private struct SortEntry {
    var high: UInt64
    var low: UInt64
    var record: UInt32
  }

  private func isSorted(
    _ entries: [SortEntry], _ precedes: (SortEntry, SortEntry) -> Bool
  ) -> Bool {
    for index in entries.indices.dropFirst() where precedes(entries[index], entries[index - 1]) {
      return false
    }
    return true
  }

  /// The number of first bytes that all texts have in common.
  private func sharedPrefix(_ texts: ByteColumn) -> Int {
    guard !partOf.isEmpty else { return 0 }
    var shared = Array(texts[0])
    for record in partOf.indices where !shared.isEmpty {
      let text = texts[record]
      var length = 0
      for (own, other) in zip(shared, text) {
        if own != other { break }
        length += 1
      }
      if length < shared.count { shared.removeLast(shared.count - length) }
    }
    return shared.count
  }

  /// Eight bytes in the order of their text, zeros behind its end.
  private func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in start..<start + 8 {
      word = word << 8 | (offset < end ? UInt64(bytes[offset]) : 0)
    }
    return word
  }
}

/// The cells of a record that seldom change: names, when it was created and by whom.
private struct StableCells {
  var all: [Int] = []
  var created: [Int] = []

  init(_ plan: SourcePlan, schema: Schema) {
    let names: Set<FieldKind> = [.personName, .givenName, .surname, .organizationName, .partyName]
    let hasCreator = plan.cells.contains { schema.fields[$0.field].name == "created_by" }
    for (index, cell) in plan.cells.enumerated() {
      let field = schema.fields[cell.field]
      if field.name == "created_at" { created.append(index) }
      let isCreator = field.name == "created_by" || field.name == "owner" && !hasCreator
      if names.contains(field.kind) || field.name == "created_at" || isCreator {
        all.append(index)
      }
    }
  }
}
