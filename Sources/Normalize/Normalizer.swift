package import Vocabulary

/// What the normalize stage hands on.
package struct NormalizeResult: Sendable {
  package var table: NormalizedTable
  /// The evidence about the mentions of each party, in the order of the mentions.
  ///
  /// What a resolved organization says about a person is added between the two.
  package var personEvidence: EvidenceTable
  package var organizationEvidence: EvidenceTable
  /// By field that holds names, by canonical value: how full the name is, higher is fuller.
  package var nameRanks: [Int: [UInt8]]
}

/// The normalize stage: reads every distinct value once, then finds the parties that records mention.
package struct Normalizer: Sendable {
  package var options: NormalizeOptions

  package init(_ options: NormalizeOptions) { self.options = options }

  /// Normalizes the records of all sources.
  ///
  /// - Returns: The same for any number of threads.
  package func normalize(_ taken: consuming RecordTable) async -> NormalizeResult {
    var records = taken
    let reader = FieldReader(options)
    var readings = await readFields(records, reader)
    await ConventionRereading(options, reader).settle(&records, &readings)
    // Names are numbered while mentions are found, which change only what is known of phones.
    let named = readings.named
    async let names = NameNumbers(named)
    let times = TimeColumns(records, readings)
    let fields = FieldRoles(records.schema)
    let places = RecordPlace(records, fields, readings)
    let mentions = await extractMentions(records, fields, places, &readings)
    var table = NormalizedTable(
      records: records, readings: readings.map(\.field), persons: mentions.persons,
      organizations: mentions.organizations, created: times.created, updated: times.updated,
      touched: times.touched)
    table.nameKeys = NameKeys.keys(readings)
    var evidence = await EvidenceBuilder(
      table, readings, places, names, nicknames: options.lexicon.nicknames,
      threads: options.threads
    ).tables()
    // What follows reads values by their numbers.
    for field in table.readings.indices { table.readings[field].canonical.dropTable() }
    evidence.persons.dropTables()
    evidence.organizations.dropTables()
    return NormalizeResult(
      table: table, personEvidence: evidence.persons, organizationEvidence: evidence.organizations,
      nameRanks: await names.ranks)
  }

  private func extractMentions(
    _ records: RecordTable, _ fields: FieldRoles, _ places: RecordPlace,
    _ readings: inout [FieldResult]
  ) async -> (persons: MentionTable, organizations: MentionTable) {
    let extractor = MentionExtractor(records, options, fields, places, readings)
    let starts = Array(stride(from: 0, to: records.count, by: Self.sliceSize))
    let parts = await concurrentMap(starts.count, threads: options.threads) { slice in
      extractor.extract(starts[slice]..<min(starts[slice] + Self.sliceSize, records.count))
    }
    return await MentionExtractor.joined(parts, &readings)
  }

  /// Reads the pools of all fields, large ones in slices.
  private func readFields(_ records: RecordTable, _ reader: FieldReader) async -> [FieldResult] {
    var slices: [(field: Int, range: Range<Int>)] = []
    for (field, pool) in records.pools.enumerated() {
      for start in stride(from: 0, to: pool.count, by: Self.sliceSize) {
        slices.append((field, start..<min(start + Self.sliceSize, pool.count)))
      }
    }
    let parts = await concurrentMap(slices.count, threads: options.threads) { [slices] number in
      let (field, range) = slices[number]
      return reader.read(records.pools[field], range, as: records.schema.fields[field])
    }
    return await concurrentMap(records.pools.count, threads: options.threads) { [slices] field in
      FieldResult(zip(slices, parts).filter { $0.0.field == field }.map(\.1))
    }
  }

  /// Distinct values, or records, that a task reads at once.
  private static let sliceSize = 20_000
}
