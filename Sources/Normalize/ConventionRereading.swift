import Vocabulary

/// Reads again what a value leaves open, once the conventions of its columns are known.
///
/// Values are read once for all sources. Where two sources mean different things by one text, the
/// cells of the later one get a number of their own in the pool.
struct ConventionRereading {
  private let reader: FieldReader
  private let threads: Int

  init(_ options: NormalizeOptions, _ reader: FieldReader) {
    self.reader = reader
    threads = options.threads
  }

  /// Settles every open value of the records.
  func settle(_ records: inout RecordTable, _ readings: inout [FieldResult]) async {
    let open = readings.indices.filter { field in
      readings[field].signs.contains { !$0.isDisjoint(with: .open) }
    }
    guard !open.isEmpty else { return }
    let conventions = ColumnConventions(records, readings)
    for field in open {
      let known = records.sources.indices.map { conventions[$0, field] }
      guard known.contains(where: { $0 != ColumnConvention() }) else { continue }
      let values = assign(known, field: field, signs: readings[field].signs, &records)
      guard !values.isEmpty else { continue }
      let parts = await read(values, records.pools[field], as: records.schema.fields[field])
      readings[field].replace(values.map(\.raw), with: parts)
    }
  }

  /// Finds the values that have to be read again, and tells apart those that sources read differently.
  ///
  /// - Returns: The values in the order of their numbers, aliases last.
  private func assign(
    _ known: [ColumnConvention], field: Int, signs: [ConventionSigns], _ records: inout RecordTable
  ) -> [FieldReader.Rereading] {
    // By raw value: the first source that has it, plus one.
    var owners = [UInt32](repeating: 0, count: signs.count)
    var aliases: [FieldReader.Rereading] = []
    var numbers: [FieldReader.Rereading: UInt32] = [:]
    for column in records.columns.indices where records.columns[column].field == field {
      for record in 0..<records.count {
        let raw = records.columns[column].ids[record]
        guard raw != 0, !signs[Int(raw)].isDisjoint(with: .open) else { continue }
        let source = Int(records.source[record])
        if owners[Int(raw)] == 0 { owners[Int(raw)] = UInt32(source) + 1 }
        guard known[Int(owners[Int(raw)]) - 1] != known[source] else { continue }
        let value = FieldReader.Rereading(raw: raw, convention: known[source])
        if numbers[value] == nil {
          let alias = records.pools[field].appendAlias(of: raw)
          numbers[value] = alias
          aliases.append(FieldReader.Rereading(raw: alias, convention: known[source]))
        }
        records.columns[column].ids[record] = numbers[value] ?? raw
      }
    }
    let changed = owners.indices.compactMap { raw -> FieldReader.Rereading? in
      guard owners[raw] > 0, known[Int(owners[raw]) - 1] != ColumnConvention() else { return nil }
      return FieldReader.Rereading(raw: UInt32(raw), convention: known[Int(owners[raw]) - 1])
    }
    return changed + aliases
  }

  private func read(
    _ values: [FieldReader.Rereading], _ pool: ValuePool, as field: Field
  ) async -> [ReadingSlice] {
    let starts = Array(stride(from: 0, to: values.count, by: Self.sliceSize))
    return await concurrentMap(starts.count, threads: threads) { [reader] slice in
      let end = min(starts[slice] + Self.sliceSize, values.count)
      return reader.read(pool, values[starts[slice]..<end], as: field)
    }
  }

  /// Values a task reads at once.
  private static let sliceSize = 20_000
}
