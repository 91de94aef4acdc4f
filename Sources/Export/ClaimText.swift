import Vocabulary

/// Finds the text of claims and survivors of one kind of party.
struct ClaimText {
  let party: Party
  private let claims: [ClaimReference]
  private let canonical: [LentTexts]
  private let raw: [LentTexts]
  private let isSensitive: [Bool]
  private let computed: TextColumn

  /// - Parameters:
  ///   - golden: The golden records of one kind of party.
  ///   - table: The records.
  ///   - canonical: The canonical values, by field.
  ///   - raw: The raw values, by field.
  init(
    _ golden: GoldenTable, in table: NormalizedTable, canonical: [LentTexts], raw: [LentTexts]
  ) {
    party = golden.party
    claims = table.mentions(of: golden.party).claims
    computed = golden.computed
    isSensitive = table.records.schema.fields.map(\.isSensitive)
    self.canonical = canonical
    self.raw = raw
  }

  /// Hands on the canonical value of a claim.
  @inline(__always)
  func readValue(_ claim: UInt32, _ body: (Span<UInt8>) -> Void) {
    let reference = claims[Int(claim)]
    canonical[Int(reference.field)].read(reference.value, body)
  }

  /// Looks up where the texts of claims stand.
  ///
  /// - Parameters:
  ///   - numbers: The claims, in any order; nil finds an empty text.
  ///   - withRaw: Whether the raw values are wanted, too.
  ///   - found: Refilled, in the order of the numbers.
  @inline(never)
  func find(_ numbers: [UInt32?], withRaw: Bool, into found: inout FoundTexts) {
    found.removeAll()
    let none = ClaimReference(field: 0, value: 0, raw: 0)
    for number in numbers { found.references.append(number.map { claims[Int($0)] } ?? none) }
    for reference in found.references {
      found.values.append(canonical[Int(reference.field)].place(of: reference.value))
      if withRaw { found.raws.append(rawPlace(of: reference)) }
    }
    var sum: UInt8 = 0
    for (index, reference) in found.references.enumerated() {
      let field = Int(reference.field)
      sum &+= canonical[field].first(at: found.values[index])
      if withRaw { sum &+= rawTexts(of: field).first(at: found.raws[index]) }
    }
    found.sum = sum
  }

  /// For a sensitive field the token again, for its raw values never leave the pipeline.
  @inline(__always)
  private func rawPlace(of reference: ClaimReference) -> Range<Int> {
    let field = Int(reference.field)
    return rawTexts(of: field).place(of: isSensitive[field] ? reference.value : reference.raw)
  }

  @inline(__always)
  private func rawTexts(of field: Int) -> LentTexts {
    isSensitive[field] ? canonical[field] : raw[field]
  }

  /// Hands on the canonical value of a claim that was looked up.
  @inline(__always)
  func readValue(_ index: Int, of found: borrowing FoundTexts, _ body: (Span<UInt8>) -> Void) {
    canonical[Int(found.references[index].field)].read(at: found.values[index], body)
  }

  /// Hands on the raw value of a claim that was looked up.
  @inline(__always)
  func readRawValue(_ index: Int, of found: borrowing FoundTexts, _ body: (Span<UInt8>) -> Void) {
    rawTexts(of: Int(found.references[index].field)).read(at: found.raws[index], body)
  }

  /// Hands on the text of a sum or of what a steward fixed.
  @inline(__always)
  func readComputed(_ number: UInt32, _ body: (Span<UInt8>) -> Void) {
    computed.read(Int(number), body)
  }
}

/// Where the texts of some claims stand, looked up together.
///
/// Golden records are written in another order than claims lie in memory. Looked up one by one, each
/// text would be waited for three times: for its claim, its place and its bytes; together the waiting
/// times overlap. This was measured to be most of the time of writing claims.
struct FoundTexts {
  /// How many parties are looked up together.
  static let parties = 128

  fileprivate(set) var references: [ClaimReference] = []
  fileprivate(set) var values: [Range<Int>] = []
  fileprivate(set) var raws: [Range<Int>] = []
  /// Of all first bytes, so that they are really read.
  fileprivate(set) var sum: UInt8 = 0

  fileprivate mutating func removeAll() {
    references.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    raws.removeAll(keepingCapacity: true)
  }

  /// Cuts a list of parties into runs that are looked up together.
  static func runs(of clusters: [UInt32]) -> some Sequence<ArraySlice<UInt32>> {
    stride(from: 0, to: clusters.count, by: parties).lazy.map { start in
      clusters[start..<min(start + parties, clusters.count)]
    }
  }
}

extension ResultTables {
  /// Lends what is needed to find the texts of claims to a body, once for each run of golden records.
  func forEachRun(
    of order: [GoldenRun], _ body: (GoldenRun, ClaimText) throws(ExportError) -> Void
  ) throws(ExportError) {
    let fieldCount = table.readings.count
    let pools = table.readings.map(\.canonical) + table.records.pools
    try withLentTexts(of: pools[...]) { lent throws(ExportError) in
      for run in order {
        try body(
          run,
          ClaimText(
            golden(run.party), in: table, canonical: Array(lent[..<fieldCount]),
            raw: Array(lent[fieldCount...])))
      }
    }
  }
}

extension FieldKind {
  /// Whether values may begin with a plus or a minus that no spreadsheet should be kept from.
  var isWrittenInDigits: Bool { self == .phone || self == .number }
}
