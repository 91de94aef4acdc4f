import Vocabulary

/// What the columns of every source show about how they write dates, numbers and long codes.
struct ColumnConventions {
  /// By source and field.
  private let conventions: [[ColumnConvention]]

  init(_ records: RecordTable, _ readings: [FieldResult]) {
    let tallies = SignTally.ofColumns(records, readings)
    let kinds = records.schema.fields.map(\.kind)
    conventions = records.sources.indices.map { source in
      kinds.indices.map { field in
        guard !readings[field].signs.isEmpty else { return ColumnConvention() }
        // What a column leaves open, the source's other columns of its kind may say.
        var others = SignTally()
        for other in kinds.indices where Self.isAlike(kinds[field], kinds[other]) {
          others.add(tallies[source][other])
        }
        let columns = records.sources[source].columns.filter { $0.field == field }
        return Self.convention(
          own: tallies[source][field], others: others,
          isMinguo: columns.contains { Self.saysMinguo($0.header) })
      }
    }
  }

  subscript(source: Int, field: Int) -> ColumnConvention { conventions[source][field] }

  private static func isAlike(_ kind: FieldKind, _ other: FieldKind) -> Bool {
    switch kind {
    case .date, .timestamp: other == .date || other == .timestamp
    default: kind == other
    }
  }

  private static func convention(
    own: SignTally, others: SignTally, isMinguo: Bool
  ) -> ColumnConvention {
    let lost = own[.lostDigits]
    return ColumnConvention(
      dateOrder: own.dateOrder ?? (own.hasDateOrder ? nil : others.dateOrder),
      isMinguo: isMinguo || own[.minguo] > 0 || others[.minguo] > 0,
      decimalMark: own.decimalMark ?? (own.hasDecimalMark ? nil : others.decimalMark),
      losesDigits: lost >= 3 && lost >= own[.wholeDigits])
  }

  private static func saysMinguo(_ header: String) -> Bool {
    header.contains("民国") || header.contains("民國") || header.contains("ROC")
  }
}

/// How many distinct values of a column show each sign.
struct SignTally {
  private var counts = [Int](repeating: 0, count: 8)

  init() {}

  subscript(sign: ConventionSigns) -> Int { counts[sign.rawValue.trailingZeroBitCount] }

  mutating func add(_ signs: ConventionSigns) {
    for sign in counts.indices where signs.rawValue & (1 << UInt16(sign)) != 0 { counts[sign] += 1 }
  }

  mutating func add(_ other: SignTally) {
    for sign in counts.indices { counts[sign] += other.counts[sign] }
  }

  var hasDateOrder: Bool { self[.dayFirst] + self[.monthFirst] + self[.yearFirst] > 0 }

  var hasDecimalMark: Bool { self[.decimalComma] + self[.decimalPoint] > 0 }

  var dateOrder: ColumnConvention.DateOrder? {
    if isClear(.dayFirst, against: [.monthFirst, .yearFirst]) { return .dayFirst }
    if isClear(.monthFirst, against: [.dayFirst, .yearFirst]) { return .monthFirst }
    return isClear(.yearFirst, against: [.dayFirst, .monthFirst]) ? .yearFirst : nil
  }

  var decimalMark: ColumnConvention.DecimalMark? {
    if isClear(.decimalComma, against: [.decimalPoint]) { return .comma }
    return isClear(.decimalPoint, against: [.decimalComma]) ? .point : nil
  }

  /// Whether a sign is shown, and the contrary by one value in ten at most.
  private func isClear(_ sign: ConventionSigns, against others: [ConventionSigns]) -> Bool {
    self[sign] > 0 && others.reduce(0) { $0 + self[$1] } * 10 <= self[sign]
  }

  /// By source and field: each distinct value of a column counts once.
  static func ofColumns(_ records: RecordTable, _ readings: [FieldResult]) -> [[SignTally]] {
    let fields = [SignTally](repeating: SignTally(), count: records.schema.fields.count)
    var tallies = [[SignTally]](repeating: fields, count: records.sources.count)
    for column in records.columns where !readings[column.field].signs.isEmpty {
      let signs = readings[column.field].signs
      // Records stand in the order of their sources, so the last one to have a value is enough.
      var counted = [UInt16](repeating: .max, count: signs.count)
      for record in 0..<records.count {
        let raw = Int(column.ids[record])
        let source = records.source[record]
        guard raw != 0, !signs[raw].isEmpty, counted[raw] != source else { continue }
        counted[raw] = source
        tallies[Int(source)][column.field].add(signs[raw])
      }
    }
    return tallies
  }
}
