import Vocabulary

/// Puts the sources' parts together to one table, in the order of the records' keys.
struct TableBuilder: Sendable {
  var schema: Schema
  var infos: [SourceInfo]
  var sources: [SourceParts]
  var threads: Int

  /// One field of the table.
  private struct FieldColumns: Sendable {
    var pool = ValuePool()
    var columns: [CellColumn] = []
  }

  func build() async throws -> RecordTable {
    let keys = try await inParallel(sources.count) { RecordKeys(sources[$0], schema: schema) }
    // Names hold no '/', so the keys of one source stand together.
    let order = infos.indices.sorted {
      (infos[$0].name + "/").utf8.lexicographicallyPrecedes((infos[$1].name + "/").utf8)
    }
    var table = RecordTable(schema: schema, sources: infos)
    table.filledWords = sources.flatMap(\.parts).map(\.filledWords).max() ?? 1
    for source in order { appendRecords(of: source, keys[source], to: &table) }
    let count = table.count
    let fields = try await inParallel(schema.fields.count) {
      buildField($0, order: order, keys: keys, count: count)
    }
    for (number, field) in fields.enumerated() {
      table.pools[number] = field.pool
      table.columns += field.columns
    }
    return table
  }

  private func appendRecords(
    of source: Int, _ keys: RecordKeys, to table: inout RecordTable
  ) {
    let parts = sources[source].parts
    let partOf = sources[source].partOf
    let starts = sources[source].starts
    let prefix = Array((infos[source].name + "/").utf8)
    var text: [UInt8] = []
    for record in keys.order {
      let number = Int(partOf[Int(record)])
      let row = Int(record) - starts[number]
      table.source.append(UInt16(source))
      table.file.append(UInt16(number))
      table.rowNumber.append(parts[number].rowNumber[row])
      table.line.append(parts[number].line[row])
      table.sourceRecordID.append(keys.id[Int(record)])
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: prefix)
      text.append(contentsOf: keys.key[Int(record)])
      table.recordKey.append(text)
      let words = parts[number].filledWords
      for word in 0..<table.filledWords {
        table.filled.append(word < words ? parts[number].filled[row * words + word] : 0)
      }
    }
    table.count += keys.order.count
  }

  /// The cells of one field, its values numbered by their first use.
  private func buildField(
    _ field: Int, order: [Int], keys: [RecordKeys], count: Int
  ) -> FieldColumns {
    var result = FieldColumns()
    let slots = sources.map { source in
      source.plan.cells.filter { $0.field == field }.map(\.slot).max().map { $0 + 1 } ?? 0
    }
    let slotCount = slots.max() ?? 0
    for slot in 0..<slotCount {
      result.columns.append(
        CellColumn(field: field, slot: slot, ids: [UInt32](repeating: 0, count: count)))
    }
    var start = 0
    for source in order {
      let cells = sources[source].plan.cells.indices.filter {
        sources[source].plan.cells[$0].field == field
      }
      if !cells.isEmpty { fill(&result, source, cells, keys[source].order, from: start) }
      start += keys[source].order.count
    }
    return result
  }

  private func fill(
    _ result: inout FieldColumns, _ source: Int, _ cells: [Int], _ order: [UInt32],
    from start: Int
  ) {
    let parts = sources[source].parts
    let partOf = sources[source].partOf
    let starts = sources[source].starts
    let slots = cells.map { sources[source].plan.cells[$0].slot }
    // By part and number in its pool: the number in the table's pool, 0 while it has none.
    let pools = parts.map { $0.pools[$0.poolOf[cells[0]]] }
    var numbers = pools.map { [UInt32](repeating: 0, count: $0.count) }
    for (index, record) in order.enumerated() {
      let part = Int(partOf[Int(record)])
      let row = Int(record) - starts[part]
      for (cell, slot) in zip(cells, slots) {
        let own = Int(parts[part].ids[cell][row])
        if own == 0 { continue }
        if numbers[part][own] == 0 {
          let values = pools[part]
          let bytes = values.bytes
          numbers[part][own] = result.pool.intern(
            bytes.span.extracting(values.range(of: UInt32(own))))
        }
        result.columns[slot].ids[start + index] = numbers[part][own]
      }
    }
  }

  /// Values made by index on at most `threads` tasks at a time, in the order of the index.
  private func inParallel<Value: Sendable>(
    _ count: Int, _ make: @escaping @Sendable (Int) -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var values = [Value?](repeating: nil, count: count)
      var next = 0
      func start() {
        guard next < count else { return }
        let index = next
        next += 1
        group.addTask {
          try Task.checkCancellation()
          return (index, make(index))
        }
      }
      for _ in 0..<max(1, threads) { start() }
      while let (index, value) = try await group.next() {
        values[index] = value
        start()
      }
      return values.compactMap(\.self)
    }
  }
}
