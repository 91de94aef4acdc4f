import Vocabulary

/// The columns of golden records that show fields of the schema.
struct GoldenColumns {
  struct Column {
    let name: String
    /// Index in the schema.
    let field: Int
    let inDigits: Bool
    let isNumber: Bool

    init(_ name: String, _ field: Int, _ kind: FieldKind) {
      self.name = name
      self.field = field
      inDigits = kind.isWrittenInDigits
      isNumber = kind == .number
    }
  }

  /// In the order of the schema; governance fields have no column.
  let single: [Column]
  let multiple: [(primary: Column, all: Column)]

  init(schema: Schema) {
    var single: [Column] = []
    var multiple: [(primary: Column, all: Column)] = []
    for (index, field) in schema.fields.enumerated() where field.purpose == .content {
      let column = Column(field.name, index, field.kind)
      if field.isMultiple {
        let all = Column(plural(field.name), index, field.kind)
        multiple.append((column, all))
      } else {
        single.append(column)
      }
    }
    self.single = single
    self.multiple = multiple
  }

  /// The names of all columns of golden.csv.
  var header: [String] {
    ["golden_id", "party"] + single.map(\.name)
      + multiple.flatMap { [$0.primary.name, $0.all.name] } + [
        "owners", "owner_count", "record_count", "source_count", "first_seen", "last_seen",
        "confidence",
      ]
  }
}

private func plural(_ name: String) -> String { name + (name.hasSuffix("s") ? "es" : "s") }

/// The survivors of one golden record by golden field, refilled for each.
struct SurvivorIndex {
  /// By golden field: the place of its survivors in the golden table; empty where it has none.
  private var places: [Range<Int>]
  private var filled: [Int] = []

  init(schema: Schema) {
    places = [Range<Int>](repeating: 0..<0, count: schema.fields.count)
  }

  subscript(field: Int) -> Range<Int> { places[field] }

  mutating func fill(_ golden: GoldenTable, cluster: Int) {
    for field in filled { places[field] = 0..<0 }
    filled.removeAll(keepingCapacity: true)
    let end = Int(golden.survivorStarts[cluster + 1])
    for index in Int(golden.survivorStarts[cluster])..<end {
      let field = Int(golden.survivors[index].field)
      if places[field].isEmpty {
        places[field] = index..<index + 1
        filled.append(field)
      } else {
        places[field] = places[field].lowerBound..<index + 1
      }
    }
  }
}
