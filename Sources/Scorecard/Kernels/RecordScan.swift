import Vocabulary

/// Applies every rule to a range of records: counts go to flat tables, failures to findings.
///
/// A record has two sets of counts, since units that hold nobody to account (`isPersonal` is false)
/// go to their team and not to its owner.
struct RecordScan: Sendable {
  /// What all ranges share.
  struct Context: Sendable {
    let input: ScorecardInput
    let plan: ScanPlan
    let window: ReportWindow
    let keepers: KeeperTree
    let duplicates: Duplicates
    let disagreements: Disagreements
  }

  let context: Context
  var findings = FindingTable()
  /// By population and group.
  var fieldTallies: TallyTable
  var keeperTallies: TallyTable
  /// By population and keeper: cells that hold a placeholder.
  var suspects: [Int]

  let fieldGroupCount: Int
  let keeperGroupCount: Int
  private let weights: [Int]
  private let dimensionLines: [Int]
  private let totalLine: Int
  private var field = LineCounts()
  private var personal = LineCounts()
  private var shared = LineCounts()
  private var isEntered = false
  private var record = 0
  private var source = 0
  private var keeper = 0

  init(_ context: Context) {
    let plan = context.plan
    precondition(plan.lines <= LineCounts.capacity, "the counts of a record hold every line")
    self.context = context
    fieldGroupCount = context.input.table.records.sources.count * (plan.verdicts.count + 1)
    keeperGroupCount = context.keepers.groupCount
    fieldTallies = TallyTable(groups: 2 * fieldGroupCount, lines: plan.lines)
    keeperTallies = TallyTable(groups: 2 * keeperGroupCount, lines: plan.lines)
    suspects = [Int](repeating: 0, count: 2 * keeperGroupCount)
    weights = plan.rules.map(\.weight)
    dimensionLines = plan.dimensionLines
    totalLine = plan.totalLine
  }

  /// Scans the records of a range, in their order.
  mutating func run(_ range: Range<Int>) {
    let context = self.context  // a second owner, for spans may not outlive a change of self
    let table = context.input.table
    let plan = context.plan
    let window = context.window
    let keeperOf = context.keepers.table.keeperOf.span
    let created = table.created.span
    let updated = table.updated.span
    let sources = table.records.source.span
    let steps = plan.steps.span
    var block = CellBlock(width: table.records.columns.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + CellBlock.height, range.upperBound)
      block.gather(start..<end, table.records.columns, plan.verdicts)
      let raws = block.raws.span
      let flags = block.flags.span
      for record in start..<end {
        self.record = record
        source = Int(sources[record])
        keeper = Int(keeperOf[record])
        isEntered = window.contains(created[record]) || window.contains(updated[record])
        let cells = (record &- start) &* block.width..<(record &- start &+ 1) &* block.width
        scan(
          steps.extracting(plan.stepRanges[source]), raws.extracting(cells),
          flags.extracting(cells))
        scanDuplicate()
        scanDisagreements()
        endRecord()
      }
      start = end
    }
  }

  private mutating func scan(
    _ steps: Span<ScanStep>, _ raws: Span<UInt32>, _ flags: Span<FieldVerdicts.Flags>
  ) {
    var number = 0
    while number < steps.count {
      switch steps[number] {
      case .content(let column):
        let isFilled = context.input.table.records.isFilled(record: record, column: column)
        field.add(line: RuleNumber.fillRate, units: 1, excluded: 0, passed: isFilled ? 1 : 0)
      case .required(let fieldIndex, let alternatives):
        let cells = number &+ 1..<number &+ 1 &+ alternatives
        scanRequired(fieldIndex, steps.extracting(cells), raws, flags)
        number &+= alternatives
      case .alternative: break
      case .unscored(let cell):
        scanUnscored(cell, raw: raws[cell.column], flags[cell.column])
      case .conformity(let cell, let rule):
        if raws[cell.column] > 0 {
          scanValue(cell, raw: raws[cell.column], flags[cell.column], rule)
        }
      case .recordTime(let cell):
        if flags[cell.column].contains(.isRead) {
          scanTime(cell, raw: raws[cell.column], flags[cell.column])
        }
      case .lateness(let cell, let rule, let limit):
        scanLateness(cell, raw: raws[cell.column], rule, limit: limit)
      case .endField(let fieldNumber):
        endField(fieldNumber, isPersonal: true)
      }
      number &+= 1
    }
  }

  private mutating func scanRequired(
    _ fieldIndex: Int, _ alternatives: Span<ScanStep>, _ raws: Span<UInt32>,
    _ flags: Span<FieldVerdicts.Flags>
  ) {
    var isExcluded = false
    var slot = 0
    var unusable: UInt32 = 0
    for number in alternatives.indices {
      guard case .alternative(let cell) = alternatives[number], raws[cell.column] > 0 else {
        continue
      }
      if flags[cell.column].contains(.suspect) {
        if unusable == 0, cell.field == fieldIndex {
          (unusable, slot) = (raws[cell.column], cell.slot)
        }
      } else if flags[cell.column].contains(.excluded) {
        isExcluded = true
      } else {
        return field.add(line: RuleNumber.required, units: 1, excluded: 0, passed: 1)
      }
    }
    field.add(line: RuleNumber.required, units: 1, excluded: isExcluded ? 1 : 0, passed: 0)
    guard !isExcluded else { return }
    report(RuleNumber.required, field: fieldIndex + 1, slot: slot, raw: unusable)
  }

  private mutating func scanValue(
    _ cell: ScanStep.Cell, raw: UInt32, _ flags: FieldVerdicts.Flags, _ rule: Int
  ) {
    if flags.contains(.suspect) { addSuspect() }
    let isExcluded = flags.contains(.excluded)
    let isPassed =
      !isExcluded && (!flags.contains(.failed) || isReadInContext(cell, raw: raw, flags))
    field.add(line: rule, units: 1, excluded: isExcluded ? 1 : 0, passed: isPassed ? 1 : 0)
    if !isPassed {
      report(rule, field: cell.field + 1, slot: cell.slot, raw: raw, isCounted: !isExcluded)
    }
  }

  /// Whether a phone that is none by itself is one with what else its record says: its country or city.
  private func isReadInContext(
    _ cell: ScanStep.Cell, raw: UInt32, _ flags: FieldVerdicts.Flags
  ) -> Bool {
    let table = context.input.table
    guard !flags.contains(.suspect), context.plan.verdicts[cell.field].rule == RuleNumber.phone,
      table.readings[cell.field][raw].isEmpty
    else { return false }
    return [table.persons, table.organizations].contains { mentions in
      mentions.mention(of: UInt32(record)).map { mention in
        mentions.claims(of: mention).contains { Int($0.field) == cell.field && $0.raw == raw }
      } ?? false
    }
  }

  /// What is odd about a value that no score is about is listed and not counted.
  private mutating func scanUnscored(
    _ cell: ScanStep.Cell, raw: UInt32, _ flags: FieldVerdicts.Flags
  ) {
    if flags.contains(.suspect) { addSuspect() }
    if !flags.isDisjoint(with: [.excluded, .failed]) {
      report(
        RuleNumber.text, field: cell.field + 1, slot: cell.slot, raw: raw, isCounted: false)
    }
  }

  private mutating func scanTime(
    _ cell: ScanStep.Cell, raw: UInt32, _ flags: FieldVerdicts.Flags
  ) {
    let isPast = !flags.contains(.inFuture)
    field.add(line: RuleNumber.futureDate, units: 1, excluded: 0, passed: isPast ? 1 : 0)
    if !isPast { report(RuleNumber.futureDate, field: cell.field + 1, slot: cell.slot, raw: raw) }
  }

  private mutating func scanLateness(
    _ cell: ScanStep.Cell, raw: UInt32, _ rule: Int, limit: Int64
  ) {
    guard let created = context.input.table.created[record],
      let touched = context.input.table.touched[record]
    else { return }
    let isLate =
      rule == RuleNumber.entry
      ? created.seconds - touched.seconds >= limit : touched.seconds - created.seconds > limit
    field.add(line: rule, units: 1, excluded: 0, passed: isLate ? 0 : 1)
    if isLate { report(rule, field: cell.field + 1, slot: cell.slot, raw: raw) }
  }

  private mutating func scanDuplicate() {
    guard context.duplicates.isUnit[record] else { return }
    let first = context.duplicates.firstNumber[record]
    field.add(line: RuleNumber.inSource, units: 1, excluded: 0, passed: first == 0 ? 1 : 0)
    if first > 0 { report(RuleNumber.inSource, field: 0, other: first) }
    endField(0, isPersonal: true)
  }

  private mutating func scanDisagreements() {
    let starts = context.disagreements.starts
    for place in Int(starts[record])..<Int(starts[record + 1]) {
      let unit = context.disagreements.units[place]
      let agrees = unit.leaderNumber == 0
      field.add(line: Int(unit.rule), units: 1, excluded: 0, passed: agrees ? 1 : 0)
      if !agrees {
        report(
          Int(unit.rule), field: Int(unit.field) + 1, raw: unit.raw, other: unit.leaderNumber)
      }
      endField(Int(unit.field) + 1, isPersonal: context.plan.rules[Int(unit.rule)].isPersonal)
    }
  }

  private mutating func addSuspect() {
    suspects[keeper] &+= 1
    if isEntered { suspects[keeperGroupCount &+ keeper] &+= 1 }
  }

  /// Adds up the dimensions and the total of a field, and hands its counts on.
  private mutating func endField(_ fieldNumber: Int, isPersonal: Bool) {
    var rest = field.touched
    guard rest != 0 else { return }
    while rest != 0 {
      let rule = rest.trailingZeroBitCount
      rest &= rest &- 1
      let weight = weights[rule]
      guard weight > 0 else { continue }
      field.add(line: dimensionLines[rule], times: weight, of: rule)
      field.add(line: totalLine, times: weight, of: rule)
    }
    let group = context.plan.fieldGroup(source: source, fieldNumber: fieldNumber)
    fieldTallies.add(field, group: group)
    if isEntered { fieldTallies.add(field, group: fieldGroupCount &+ group) }
    if isPersonal { personal.add(field) } else { shared.add(field) }
    field.clear()
  }

  private mutating func endRecord() {
    keeperTallies.add(personal, group: keeper)
    if isEntered { keeperTallies.add(personal, group: keeperGroupCount &+ keeper) }
    if shared.touched != 0 {
      let team = context.keepers.sharedGroup(of: keeper)
      keeperTallies.add(shared, group: team)
      if isEntered { keeperTallies.add(shared, group: keeperGroupCount &+ team) }
      shared.clear()
    }
    personal.clear()
  }

  private mutating func report(
    _ rule: Int, field: Int, slot: Int = 0, raw: UInt32 = 0, other: UInt32 = 0,
    isCounted: Bool = true
  ) {
    findings.rule.append(UInt8(truncatingIfNeeded: rule))
    findings.record.append(UInt32(truncatingIfNeeded: record))
    findings.fieldNumber.append(UInt16(truncatingIfNeeded: field))
    findings.slot.append(UInt8(min(slot, 255)))
    findings.raw.append(raw)
    findings.otherNumber.append(other)
    findings.counted.append(isCounted && weights[rule] > 0)
  }
}

extension RecordScan {
  /// Adds what was found in the records that follow.
  mutating func join(_ other: RecordScan) {
    findings.append(other.findings)
    fieldTallies.add(other.fieldTallies)
    keeperTallies.add(other.keeperTallies)
    for group in suspects.indices { suspects[group] += other.suspects[group] }
  }
}
