import Vocabulary

/// The columns of golden records that show fields of the schema.
struct GoldenColumns {
  struct Column: Sendable {
    /// Index in the schema.
    let field: Int
    let inDigits: Bool
    let isNumber: Bool

    init(_ field: Int, _ kind: FieldKind) {
      self.field = field
      inDigits = kind.isWrittenInDigits
      isNumber = kind == .number
    }
  }

  /// In the order of the schema; governance fields have no column.
  let single: [Column]
  /// Each has two columns: the primary value, and all of them.
  let multiple: [Column]
  let singleNames: [String]
  let multipleNames: [(primary: String, all: String)]

  init(schema: Schema) {
    let shown = schema.fields.enumerated().filter { $0.element.purpose == .content }
    let (multiple, single) = (
      shown.filter(\.element.isMultiple), shown.filter { !$0.element.isMultiple }
    )
    self.single = single.map { Column($0.offset, $0.element.kind) }
    self.multiple = multiple.map { Column($0.offset, $0.element.kind) }
    singleNames = single.map(\.element.name)
    multipleNames = multiple.map { ($0.element.name, GoldenColumnName.all(of: $0.element.name)) }
  }

  /// The names of all columns of golden.csv.
  var header: [String] {
    ["golden_id", "party"] + singleNames + multipleNames.flatMap { [$0.primary, $0.all] } + [
      "owners", "owner_count", "record_count", "source_count", "first_seen", "last_seen",
      "confidence",
    ]
  }
}

/// What the columns of golden records are called.
package enum GoldenColumnName {
  /// The column of all values of a field that may have several, such as `phones`.
  package static func all(of field: String) -> String {
    field + (field.hasSuffix("s") ? "es" : "s")
  }
}

/// The survivors of one golden record by golden field, refilled for each.
///
/// A class, since it is handed on for every cell, and its arrays must not be copied along.
final class SurvivorIndex {
  private let survivors: [Survivor]
  private let starts: [UInt32]
  private let shownFields: [Int?]
  /// By golden field: the place of its survivors in the golden table; empty where it has none.
  private var places: [Range<Int>]
  private var filled: [Int] = []
  private var numbers: [UInt32?] = []
  /// The texts of the survivors of some golden records that follow each other.
  private var found = FoundTexts()
  /// The place in the golden table of the survivor that `found` would begin with, were all of them those
  /// of the record that is filled in.
  private var base = 0
  /// The survivors that were found and not filled in yet begin here.
  private var next = 0

  init(_ golden: GoldenTable) {
    survivors = golden.survivors
    starts = golden.survivorStarts
    shownFields = golden.shownFields
    places = [Range<Int>](repeating: 0..<0, count: golden.shownFields.count)
  }

  /// Where the survivors of a golden field stand.
  subscript(field: Int) -> Range<Int> { places[field] }

  /// Hands on the text of the survivor at a place.
  @inline(__always)
  func read(at place: Int, _ text: borrowing ClaimText, _ body: (Span<UInt8>) -> Void) {
    let survivor = survivors[place]
    if survivor.isComputed {
      text.readComputed(survivor.number, body)
    } else {
      text.readValue(place - base, of: found, body)
    }
  }

  /// The place of the first value that a column shows, or nil where it has none.
  func first(in column: GoldenColumns.Column) -> Int? {
    guard let shown = shownFields[column.field], !places[shown].isEmpty else { return nil }
    return places[shown].lowerBound
  }

  /// Looks up the texts of golden records, which must then be filled in one after the other.
  func find(_ clusters: ArraySlice<UInt32>, in text: borrowing ClaimText) {
    numbers.removeAll(keepingCapacity: true)
    for cluster in clusters {
      for index in Int(starts[Int(cluster)])..<Int(starts[Int(cluster) + 1]) {
        numbers.append(survivors[index].isComputed ? nil : survivors[index].number)
      }
    }
    text.find(numbers, withRaw: false, into: &found)
    next = 0
  }

  func fill(_ cluster: Int) {
    base = Int(starts[cluster]) - next
    next += Int(starts[cluster + 1] - starts[cluster])
    for field in filled { places[field] = 0..<0 }
    filled.removeAll(keepingCapacity: true)
    for index in Int(starts[cluster])..<Int(starts[cluster + 1]) {
      let field = Int(survivors[index].field)
      if places[field].isEmpty {
        places[field] = index..<index + 1
        filled.append(field)
      } else {
        places[field] = places[field].lowerBound..<index + 1
      }
    }
  }
}

/// The columns of golden records that count and span their records.
struct GoldenCounts {
  let owners: [OwnerReference]
  let ownerStarts: [UInt32]
  let recordCount: [UInt32]
  let sourceCount: [UInt16]
  let firstSeen: [CivilDay?]
  let lastSeen: [CivilDay?]
  let confidence: [Probability]

  init(_ golden: GoldenTable) {
    owners = golden.owners
    ownerStarts = golden.ownerStarts
    recordCount = golden.recordCount
    sourceCount = golden.sourceCount
    firstSeen = golden.firstSeen
    lastSeen = golden.lastSeen
    confidence = golden.confidence
  }

  func owners(of cluster: Int) -> ArraySlice<OwnerReference> {
    owners[Int(ownerStarts[cluster])..<Int(ownerStarts[cluster + 1])]
  }

  func ownerCount(of cluster: Int) -> Int {
    Int(ownerStarts[cluster + 1]) - Int(ownerStarts[cluster])
  }
}
