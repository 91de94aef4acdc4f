import Vocabulary

/// What all clusters of one kind of party share while their golden records are built.
struct SurvivorshipContext: Sendable {
  let table: NormalizedTable
  let clusters: EntityClusters
  let mentions: MentionTable
  let fields: GoldenFields
  /// By golden field.
  let chains: [[SurvivorshipRule]]
  let isMultiple: [Bool]
  let isSum: [Bool]
  /// Issues of values that are no values of their kind, and of those that may be.
  let unusable: ValueIssues
  let doubtful: ValueIssues
  let ranks: [[UInt8]]
  /// By field and raw value.
  let issues: [[ValueIssues]]
  let trust: [Int]
  /// By field: numbers of its values that are shared with the other fields of the same golden field.
  let sharedNumbers: [[UInt32]]
  /// By record: updated, or created where no update is known; nothing after the as-of day.
  let recency: [CivilTime?]
  let asOf: CivilDay
  let ownerColumns: [CellColumn]
  let ownerField: Int?
  /// By source: its place in the order of `name:`, as owners are listed.
  let sourcePlace: [Int]
  /// By cluster and golden field; looked up only, never walked.
  let fixed: [Int: [Int: String]]

  init(_ builder: GoldenRecordBuilder, clusters: EntityClusters) {
    let table = builder.table
    let schema = table.records.schema
    let fields = GoldenFields(schema: schema, party: clusters.party)
    self.table = table
    self.clusters = clusters
    self.fields = fields
    mentions = table.mentions(of: clusters.party)
    chains = schema.fields.map(builder.options.chain(of:))
    isMultiple = schema.fields.map(\.isMultiple)
    isSum = schema.fields.map { $0.golden == .sum }
    unusable = ValueIssues.notIdentity.union([.wrongKind, .impossibleDate, .futureDate])
    let always: ValueIssues = [.misspeltDomain, .vanity, .extraContent, .noAreaCode]
    // A role mailbox is nobody's own address, but it is the organization's.
    doubtful = clusters.party == .person ? always.union(.roleMailbox) : always
    ranks = schema.fields.indices.map { builder.ranks[$0] ?? [] }
    issues = table.readings.map(\.issues)
    trust = table.records.sources.map(\.trust)
    sharedNumbers = Self.sharedNumbers(table, fields)
    asOf = builder.asOf
    recency = table.created.indices.map {
      Golden.recency(of: $0, in: table, until: builder.asOf)
    }
    ownerField = schema.index(of: "owner")
    ownerColumns = ownerField.map(table.records.columns(of:)) ?? []
    sourcePlace = Self.places(of: table.records.sources.map { $0.name + ":" })
    fixed = Self.fixedValues(builder.stewardValues, mentions, clusters, fields)
  }

  /// The number of a value among all values of its golden field.
  func number(of claim: ClaimReference) -> UInt32 {
    let shared = sharedNumbers[Int(claim.field)]
    return shared.isEmpty ? claim.value : shared[Int(claim.value)]
  }

  /// The place of each text in the order of their bytes.
  private static func places(of texts: [String]) -> [Int] {
    let sorted = texts.indices.sorted {
      texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
    }
    var places = [Int](repeating: 0, count: texts.count)
    for (place, index) in sorted.enumerated() { places[index] = place }
    return places
  }

  private static func sharedNumbers(_ table: NormalizedTable, _ fields: GoldenFields) -> [[UInt32]]
  {
    var numbers = [[UInt32]](repeating: [], count: fields.target.count)
    for golden in fields.target.indices {
      let sources = fields.target.indices.filter { fields.target[$0] == golden }
      guard sources.count > 1 else { continue }
      var pool = ValuePool()
      for field in sources {
        let values = table.readings[field].canonical
        numbers[field] = (0..<UInt32(values.count)).map { pool.intern(values[$0].span) }
      }
    }
    return numbers
  }

  private static func fixedValues(
    _ values: [StewardValue], _ mentions: MentionTable, _ clusters: EntityClusters,
    _ fields: GoldenFields
  ) -> [Int: [Int: String]] {
    guard !values.isEmpty else { return [:] }
    var mentionOf: [UInt32: Int] = [:]
    for (mention, record) in mentions.record.enumerated() { mentionOf[record] = mention }
    var fixed: [Int: [Int: String]] = [:]
    for value in values {
      guard let mention = mentionOf[value.record] else { continue }
      fixed[Int(clusters.clusterOf[mention]), default: [:]][fields.target[value.field]] =
        value.value
    }
    return fixed
  }
}
