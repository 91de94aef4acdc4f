import Vocabulary

/// One step of the scan of a record; a source's steps run in order for each of its records.
///
/// Plain values without references, so that the scan never counts one.
enum ScanStep: Sendable {
  /// A place among the cell columns.
  struct Cell: Sendable {
    let column: Int
    let field: Int
    let slot: Int
  }

  /// A mapped column whose cell counts as content.
  case content(column: Int)
  /// A required field, followed by as many alternatives.
  case required(field: Int, alternatives: Int)
  case alternative(Cell)
  /// A cell that no score is about.
  case unscored(Cell)
  case conformity(Cell, rule: Int)
  /// A time at which the record was made or changed.
  case recordTime(Cell)
  /// How long after the event the record was made or closed, in seconds.
  case lateness(Cell, rule: Int, limit: Int64)
  case endField(Int)
}

/// Everything that the scan of the records looks up, made once.
struct ScanPlan: Sendable {
  let steps: [ScanStep]
  /// By source: its steps.
  let stepRanges: [Range<Int>]
  let verdicts: [FieldVerdicts]
  let corrections: ValuePool
  let rules: [QualityRule]
  /// By rule: the line of its dimension.
  let dimensionLines: [Int]
  let lines: Int

  init(_ input: ScorecardInput, options: ScorecardOptions, rules: [QualityRule]) {
    let records = input.table.records
    let schema = records.schema
    var pool = ValuePool()
    let verdicts = schema.fields.indices.map { index in
      let readings = input.table.readings[index]
      var verdicts = FieldVerdicts(schema.fields[index], readings: readings)
      if schema.fields[index].kind == .email { verdicts.correctDomains(readings, into: &pool) }
      return verdicts
    }
    self.verdicts = verdicts
    corrections = pool
    self.rules = rules
    let dimensions = QualityDimension.allCases
    dimensionLines = rules.map { rule in
      rules.count + (dimensions.firstIndex(of: rule.dimension) ?? 0)
    }
    lines = rules.count + dimensions.count + 1
    var steps: [ScanStep] = []
    stepRanges = records.sources.map { source in
      let start = steps.count
      let maker = StepMaker(source: source, records: records, options: options)
      steps += maker.steps(conformityRules: verdicts.map(\.rule))
      return start..<steps.count
    }
    self.steps = steps
  }

  /// The groups of the field tallies: every field of a source, and the record as a whole.
  func fieldGroup(source: Int, fieldNumber: Int) -> Int {
    source * (verdicts.count + 1) + fieldNumber
  }

  var totalLine: Int { lines - 1 }
}

/// Lays out the steps of one source.
private struct StepMaker {
  let source: SourceInfo
  let records: RecordTable
  let options: ScorecardOptions

  func steps(conformityRules: [Int?]) -> [ScanStep] {
    let schema = records.schema
    let requirements = options.requirements(of: source).map { names in
      names.compactMap(schema.index).filter { field in
        source.columns.contains { $0.field == field }
      }
    }
    var steps: [ScanStep] = []
    for index in Set(source.columns.map(\.field)).sorted() {
      let field = schema.fields[index]
      if field.purpose == .content, !options.notContent.contains(field.name) {
        steps += source.columns.indices.filter { source.columns[$0].field == index }
          .map { .content(column: $0) }
      }
      for requirement in requirements where requirement.first == index {
        let alternatives = requirement.flatMap(cells)
        steps.append(.required(field: index, alternatives: alternatives.count))
        steps += alternatives.map { .alternative($0) }
      }
      for cell in cells(of: index) {
        let rule = conformityRules[index]
        steps.append(rule.map { .conformity(cell, rule: $0) } ?? .unscored(cell))
        if field.purpose == .governance, field.kind == .timestamp {
          steps.append(.recordTime(cell))
        }
      }
      if field.name == "touched_at", let cell = cells(of: index).first { steps += lateness(cell) }
      steps.append(.endField(index + 1))
    }
    return steps
  }

  private func lateness(_ cell: ScanStep.Cell) -> [ScanStep] {
    switch source.system {
    case .sales:
      [.lateness(cell, rule: RuleNumber.entry, limit: Int64(options.lateEntryDays) * 86_400)]
    case .service:
      [.lateness(cell, rule: RuleNumber.closing, limit: Int64(options.slowClosingHours) * 3600)]
    default: []
    }
  }

  private func cells(of field: Int) -> [ScanStep.Cell] {
    let count = source.columns.count { $0.field == field }
    return records.columns.indices
      .filter { records.columns[$0].field == field && records.columns[$0].slot < count }
      .sorted { records.columns[$0].slot < records.columns[$1].slot }
      .map { ScanStep.Cell(column: $0, field: field, slot: records.columns[$0].slot) }
  }
}
