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

  /// Hands on the raw value of a claim; for a sensitive field the token again, for its raw values never
  /// leave the pipeline.
  @inline(__always)
  func readRawValue(_ claim: UInt32, _ body: (Span<UInt8>) -> Void) {
    let reference = claims[Int(claim)]
    let field = Int(reference.field)
    if isSensitive[field] {
      canonical[field].read(reference.value, body)
    } else {
      raw[field].read(reference.raw, body)
    }
  }

  /// Hands on the text of a survivor.
  @inline(__always)
  func readValue(_ survivor: Survivor, _ body: (Span<UInt8>) -> Void) {
    if survivor.isComputed {
      computed.read(Int(survivor.number), body)
    } else {
      readValue(survivor.number, body)
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
