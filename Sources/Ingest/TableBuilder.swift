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

    /// Adds a file's values and returns their numbers here, by their numbers there.
    mutating func add(_ values: ValuePool) -> [UInt32] {
      if pool.count == 1 {
        pool = values
        return Array(0..<UInt32(values.count))
      }
      let bytes = values.bytes.span
      var numbers: [UInt32] = [0]
      numbers.reserveCapacity(values.count)
      for id in 1..<max(1, UInt32(values.count)) {
        numbers.append(pool.intern(bytes.extracting(values.range(of: id))))
      }
      return numbers
    }

    /// Numbers the values in the order in which the records use them.
    mutating func numberByFirstUse() {
      var numbers = [UInt32](repeating: 0, count: pool.count)
      var order: [UInt32] = [0]
      order.reserveCapacity(pool.count)
      for record in columns.first?.ids.indices ?? 0..<0 {
        for slot in columns.indices {
          let id = columns[slot].ids[record]
          if id == 0 || numbers[Int(id)] != 0 { continue }
          numbers[Int(id)] = UInt32(order.count)
          order.append(id)
        }
      }
      if order.indices.allSatisfy({ order[$0] == UInt32($0) }) { return }
      pool.renumber(order: order, numbers: numbers)
      for slot in columns.indices {
        for record in columns[slot].ids.indices {
          columns[slot].ids[record] = numbers[Int(columns[slot].ids[record])]
        }
      }
    }
  }

  func build() async throws -> RecordTable {
    let keys = try await inParallel(sources.count) { RecordKeys(sources[$0], schema: schema) }
    // Names hold no '/', so the keys of one source stand together.
    let order = infos.indices.sorted {
      (infos[$0].name + "/").utf8.lexicographicallyPrecedes((infos[$1].name + "/").utf8)
    }
    var table = RecordTable(schema: schema, sources: infos)
    table.filledWords = max(1, (sources.map(\.plan.columns.count).max() ?? 0) + 63 >> 6)
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
    }
    appendFilled(of: source, keys, to: &table)
    table.count += keys.order.count
  }

  private func appendFilled(
    of source: Int, _ keys: RecordKeys, to table: inout RecordTable
  ) {
    let (plan, parts) = (sources[source].plan, sources[source].parts)
    let (partOf, starts) = (sources[source].partOf, sources[source].starts)
    let words = table.filledWords
    let first = table.filled.count
    table.filled += [UInt64](repeating: 0, count: keys.order.count * words)
    for (number, cell) in plan.cells.enumerated() {
      for column in cell.columns {
        let flags = cell.columns.count > 1 ? parts.map { $0.filled[column] ?? [] } : []
        let bit = UInt64(1) << UInt64(column & 63)
        for (index, record) in keys.order.enumerated() {
          let part = Int(partOf[Int(record)])
          let row = Int(record) &- starts[part]
          let isFilled = flags.isEmpty ? parts[part].ids[number][row] != 0 : flags[part][row]
          if isFilled { table.filled[first &+ index &* words &+ column >> 6] |= bit }
        }
      }
    }
  }

  /// The cells of one field, its values numbered by their first use.
  private func buildField(
    _ field: Int, order: [Int], keys: [RecordKeys], count: Int
  ) -> FieldColumns {
    var result = FieldColumns()
    let slots = sources.map { source in
      source.plan.cells.filter { $0.field == field }.map(\.slot).max().map { $0 + 1 } ?? 0
    }
    for slot in 0..<(slots.max() ?? 0) {
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
    result.numberByFirstUse()
    return result
  }

  private func fill(
    _ result: inout FieldColumns, _ source: Int, _ cells: [Int], _ order: [UInt32],
    from start: Int
  ) {
    let parts = sources[source].parts
    let partOf = sources[source].partOf
    let starts = sources[source].starts
    // By part and number in its pool: the number in the table's pool.
    let numbers = parts.map { result.add($0.pools[$0.poolOf[cells[0]]]) }
    for cell in cells {
      let slot = sources[source].plan.cells[cell].slot
      for (index, record) in order.enumerated() {
        let part = Int(partOf[Int(record)])
        let own = parts[part].ids[cell][Int(record) &- starts[part]]
        if own != 0 { result.columns[slot].ids[start &+ index] = numbers[part][Int(own)] }
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
