import Vocabulary

/// The values of one pool, as a cell is written from them.
struct PoolText {
  private let bytes: [UInt8]
  private let ends: [Int]

  init(_ pool: ValuePool) {
    bytes = pool.bytes
    ends = pool.ends
  }

  /// Hands a value on without a copy.
  @inline(__always)
  func read(_ id: UInt32, _ body: (Span<UInt8>) -> Void) {
    let index = Int(id)
    body(bytes.span.extracting((index == 0 ? 0 : ends[index - 1])..<ends[index]))
  }
}

/// Finds the text of claims and survivors of one kind of party.
///
/// It holds the pools side by side, so that writing a cell copies neither a table nor a value.
struct ClaimText {
  let golden: GoldenTable
  let recordOfMention: [UInt32]
  let partyName: [UInt8]
  private let claims: [ClaimReference]
  private let canonical: [PoolText]
  /// The canonical values again for a sensitive field, whose raw values never leave the pipeline.
  private let raw: [PoolText]
  private let isSensitive: [Bool]

  init(_ golden: GoldenTable, in table: NormalizedTable) {
    self.golden = golden
    partyName = Array(golden.party.rawValue.utf8)
    claims = table.mentions(of: golden.party).claims
    recordOfMention = table.mentions(of: golden.party).record
    canonical = table.readings.map { PoolText($0.canonical) }
    isSensitive = table.records.schema.fields.map(\.isSensitive)
    raw = table.records.pools.map(PoolText.init)
  }

  /// Hands on the canonical value of a claim.
  @inline(__always)
  func readValue(_ claim: UInt32, _ body: (Span<UInt8>) -> Void) {
    let reference = claims[Int(claim)]
    canonical[Int(reference.field)].read(reference.value, body)
  }

  /// Hands on the raw value of a claim; for a sensitive field the token again.
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
      body(golden.computed[Int(survivor.number)].span)
    } else {
      readValue(survivor.number, body)
    }
  }

  /// The text of a survivor.
  func value(_ survivor: Survivor) -> [UInt8] {
    var bytes: [UInt8] = []
    readValue(survivor) { bytes.append($0) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  mutating func append(_ span: Span<UInt8>) {
    for offset in span.indices { append(span[offset]) }
  }
}

extension FieldKind {
  /// Whether values may begin with a plus or a minus that no spreadsheet should be kept from.
  var isWrittenInDigits: Bool { self == .phone || self == .number }
}

extension CSVWriter {
  /// Appends a value of a field as its kind asks for.
  mutating func append(_ value: Span<UInt8>, inDigits: Bool) {
    if inDigits { appendDigits(value) } else { append(value) }
  }
}
