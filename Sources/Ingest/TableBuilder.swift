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
    // The records' own columns are one piece of work beside those of the fields.
    let pieces = try await inParallel(schema.fields.count + 1) { number in
      number == 0
        ? Piece.records(records(in: order, keys))
        : Piece.field(buildField(number - 1, order: order, keys: keys))
    }
    var table = RecordTable(schema: schema, sources: infos)
    for (number, piece) in pieces.enumerated() {
      switch piece {
      case .records(let records): table = records
      case .field(let field):
        table.pools[number - 1] = field.pool
        // What follows reads values by their numbers.
        table.pools[number - 1].dropTable()
        table.columns += field.columns
      }
    }
    return table
  }

  private enum Piece: Sendable {
    case records(RecordTable)
    case field(FieldColumns)
  }

  /// The table without its fields.
  private func records(in order: [Int], _ keys: [RecordKeys]) -> RecordTable {
    var table = RecordTable(schema: schema, sources: infos)
    table.filledWords = max(1, ((sources.map(\.plan.columns.count).max() ?? 0) + 63) / 64)
    for source in order { appendRecords(of: source, keys[source], to: &table) }
    return table
  }

  private func appendRecords(
    of source: Int, _ keys: RecordKeys, to table: inout RecordTable
  ) {
    let own = sources[source]
    let prefix = Array((infos[source].name + "/").utf8)
    let (ids, texts) = (keys.id.bytes.span, keys.key.bytes.span)
    table.source += repeatElement(UInt16(source), count: own.count)
    table.recordKey.reserve(
      texts: table.count + own.count,
      bytes: table.recordKey.bytes.count + keys.key.bytes.count + prefix.count * own.count)
    for record in keys.order {
      table.recordKey.extend(prefix.span)
      table.recordKey.append(texts.extracting(keys.key.range(of: Int(record))))
    }
    if keys.isAsRead, table.count == 0 {
      table.file = [UInt16](repeating: 0, count: own.count)
      table.rowNumber = own.parts[0].rowNumber
      table.line = own.parts[0].line
      table.sourceRecordID = keys.id
    } else {
      for record in keys.order {
        let (part, row) = own.place(Int(record))
        table.file.append(UInt16(part))
        table.rowNumber.append(own.parts[part].rowNumber[row])
        table.line.append(own.parts[part].line[row])
        table.sourceRecordID.append(ids.extracting(keys.id.range(of: Int(record))))
      }
    }
    appendFilled(of: own, keys, to: &table)
    table.count += own.count
  }

  private func appendFilled(
    of source: SourceParts, _ keys: RecordKeys, to table: inout RecordTable
  ) {
    let words = table.filledWords
    let first = table.filled.count
    table.filled.reserveCapacity(first + source.count * words)
    table.filled += repeatElement(0, count: source.count * words)
    for (number, cell) in source.plan.cells.enumerated() {
      for column in cell.columns {
        let bit = UInt64(1) << UInt64(column & 63)
        for (index, record) in keys.order.enumerated() {
          let (part, row) = source.place(Int(record))
          let isFilled =
            cell.columns.count == 1
            ? source.parts[part].ids[number][row] != 0
            : source.parts[part].filled[column]?[row] ?? false
          if isFilled { table.filled[first &+ index &* words &+ column >> 6] |= bit }
        }
      }
    }
  }

  /// The cells of one field, its values numbered by their first use.
  private func buildField(_ field: Int, order: [Int], keys: [RecordKeys]) -> FieldColumns {
    if let asRead = columnsAsRead(field, keys: keys) { return asRead }
    var result = FieldColumns()
    let count = sources.reduce(0) { $0 + $1.count }
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

  /// The cells of a field as they were read, where they are in order and numbered so already.
  private func columnsAsRead(_ field: Int, keys: [RecordKeys]) -> FieldColumns? {
    guard sources.count == 1, keys[0].isAsRead else { return nil }
    let part = sources[0].parts[0]
    let cells = sources[0].plan.cells.indices.filter { sources[0].plan.cells[$0].field == field }
    guard cells.count <= 1 else { return nil }
    return FieldColumns(
      pool: cells.first.map { part.pools[part.poolOf[$0]] } ?? ValuePool(),
      columns: cells.map { CellColumn(field: field, slot: 0, ids: part.ids[$0]) })
  }

  private func fill(
    _ result: inout FieldColumns, _ source: Int, _ cells: [Int], _ order: [UInt32],
    from start: Int
  ) {
    let own = sources[source]
    // By part and number in its pool: the number in the table's pool.
    let numbers = own.parts.map { result.add($0.pools[$0.poolOf[cells[0]]]) }
    for cell in cells {
      let slot = own.plan.cells[cell].slot
      for (index, record) in order.enumerated() {
        let (part, row) = own.place(Int(record))
        let id = own.parts[part].ids[cell][row]
        if id != 0 { result.columns[slot].ids[start &+ index] = numbers[part][Int(id)] }
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
