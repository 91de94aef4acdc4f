import Vocabulary

/// Everything that the scan of the records looks up, made once.
struct ScanPlan: Sendable {
  /// A column of cells.
  struct Cell: Sendable {
    let column: Int
    let field: Int
    let slot: Int
  }

  /// A field as one source has it.
  struct FieldPlan: Sendable {
    let field: Int
    /// The source's columns whose cells count as content.
    let contentColumns: [Int]
    let cells: [Cell]
    /// Required values that are reported on this field, each with the cells that may hold one.
    let requirements: [[Cell]]
    /// Whether the field says when the record was made or changed.
    let isRecordTime: Bool
  }

  let fields: [[FieldPlan]]
  /// By source: the record-level rule on its times, and the least number of seconds that is late.
  let lateness: [(rule: Int, seconds: Int64)?]
  let verdicts: [FieldVerdicts]
  let corrections: ValuePool
  let touchedField: Int?
  let rules: [QualityRule]
  /// By rule: the line of its dimension.
  let dimensionLines: [Int]
  let lines: Int

  init(_ input: ScorecardInput, options: ScorecardOptions, rules: [QualityRule]) {
    let records = input.table.records
    let schema = records.schema
    var pool = ValuePool()
    verdicts = schema.fields.indices.map { index in
      let readings = input.table.readings[index]
      var verdicts = FieldVerdicts(schema.fields[index], readings: readings)
      if schema.fields[index].kind == .email { verdicts.correctDomains(readings, into: &pool) }
      return verdicts
    }
    corrections = pool
    touchedField = schema.index(of: "touched_at")
    self.rules = rules
    let dimensions = QualityDimension.allCases
    dimensionLines = rules.map { rule in
      rules.count + (dimensions.firstIndex(of: rule.dimension) ?? 0)
    }
    lines = rules.count + dimensions.count + 1
    fields = records.sources.map { Self.fields(of: $0, records, options) }
    lateness = records.sources.map { source in
      let fields = Set(source.columns.map(\.field))
      guard let touched = schema.index(of: "touched_at"), fields.contains(touched) else {
        return nil
      }
      return switch source.system {
      case .sales: (RuleNumber.entry, Int64(options.lateEntryDays) * 86_400)
      case .service: (RuleNumber.closing, Int64(options.slowClosingHours) * 3600)
      default: nil
      }
    }
  }

  /// The groups of the field tallies: every field of a source, and the record as a whole.
  func fieldGroup(source: Int, fieldNumber: Int) -> Int {
    source * (verdicts.count + 1) + fieldNumber
  }

  var totalLine: Int { lines - 1 }

  private static func fields(
    of source: SourceInfo, _ records: RecordTable, _ options: ScorecardOptions
  ) -> [FieldPlan] {
    let schema = records.schema
    let requirements = options.requirements(of: source).map { names in
      names.compactMap(schema.index).filter { field in
        source.columns.contains { $0.field == field }
      }
    }
    return Set(source.columns.map(\.field)).sorted().map { index in
      let field = schema.fields[index]
      let isContent = field.purpose == .content && !options.notContent.contains(field.name)
      return FieldPlan(
        field: index,
        contentColumns: source.columns.indices.filter {
          isContent && source.columns[$0].field == index
        },
        cells: cells(of: index, source, records),
        requirements: requirements.filter { $0.first == index }
          .map { $0.flatMap { cells(of: $0, source, records) } },
        isRecordTime: field.purpose == .governance && field.kind == .timestamp)
    }
  }

  private static func cells(
    of field: Int, _ source: SourceInfo, _ records: RecordTable
  ) -> [Cell] {
    let count = source.columns.count { $0.field == field }
    return records.columns.indices
      .filter { records.columns[$0].field == field && records.columns[$0].slot < count }
      .sorted { records.columns[$0].slot < records.columns[$1].slot }
      .map { Cell(column: $0, field: field, slot: records.columns[$0].slot) }
  }
}
