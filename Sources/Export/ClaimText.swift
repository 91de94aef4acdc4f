import Vocabulary

/// Finds the text of claims and survivors of one kind of party.
///
/// It holds the pools side by side, so that writing a cell copies no table.
struct ClaimText {
  let golden: GoldenTable
  let claims: [ClaimReference]
  private let canonical: [ValuePool]
  private let raw: [ValuePool]
  private let isSensitive: [Bool]

  init(_ golden: GoldenTable, in table: NormalizedTable) {
    self.golden = golden
    claims = table.mentions(of: golden.party).claims
    canonical = table.readings.map(\.canonical)
    raw = table.records.pools
    isSensitive = table.records.schema.fields.map(\.isSensitive)
  }

  func value(_ survivor: Survivor) -> ArraySlice<UInt8> {
    survivor.isComputed ? golden.computed[Int(survivor.number)] : value(survivor.number)
  }

  /// The canonical value of a claim.
  func value(_ claim: UInt32) -> ArraySlice<UInt8> {
    let reference = claims[Int(claim)]
    return canonical[Int(reference.field)][reference.value]
  }

  /// The raw value of a claim; for a sensitive field the token again, since the value itself never
  /// leaves the pipeline.
  func rawValue(_ claim: UInt32) -> ArraySlice<UInt8> {
    let reference = claims[Int(claim)]
    let field = Int(reference.field)
    return isSensitive[field]
      ? canonical[field][reference.value] : raw[field][reference.raw]
  }
}

extension FieldKind {
  /// Whether values may begin with a plus or a minus that no spreadsheet should be kept from.
  var isWrittenInDigits: Bool { self == .phone || self == .number }
}

extension CSVWriter {
  /// Appends a value of a field as its kind asks for.
  mutating func append(_ value: ArraySlice<UInt8>, as kind: FieldKind) {
    if kind.isWrittenInDigits { appendDigits(value) } else { append(value) }
  }
}
