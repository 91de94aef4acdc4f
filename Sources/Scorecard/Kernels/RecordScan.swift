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
    /// By rule, field number and slot: where the hash that makes a finding's identifier starts.
    let identifierSeeds: IdentifierSeeds
  }

  let context: Context
  var findings = FindingTable()
  /// By population.
  var fieldTallies: [TallyTable]
  var keeperTallies: [TallyTable]
  /// By population and keeper: cells that hold a placeholder.
  var suspects: [[Int]]
  private var field: LineCounts
  private var personal: LineCounts
  private var shared: LineCounts
  private var populations = 1
  private var record = 0
  private var source = 0

  init(_ context: Context) {
    self.context = context
    let plan = context.plan
    let fieldGroups = context.input.table.records.sources.count * (plan.verdicts.count + 1)
    let empty = TallyTable(groups: fieldGroups, lines: plan.lines)
    let people = TallyTable(groups: context.keepers.groupCount, lines: plan.lines)
    fieldTallies = [empty, empty]
    keeperTallies = [people, people]
    suspects = [[Int]](
      repeating: [Int](repeating: 0, count: context.keepers.groupCount), count: 2)
    field = LineCounts(lines: plan.lines)
    personal = field
    shared = field
  }

  /// Scans the records of a range, in their order.
  mutating func run(_ range: Range<Int>) {
    let table = context.input.table
    for record in range {
      self.record = record
      source = Int(table.records.source[record])
      let isEntered =
        context.window.contains(table.created[record])
        || context.window.contains(table.updated[record])
      populations = isEntered ? 2 : 1
      scanCells()
      scanTimes()
      scanDuplicate()
      scanDisagreements()
      endRecord()
    }
  }

  private mutating func scanCells() {
    let plan = context.plan
    for fieldPlan in plan.fields[source] {
      for column in fieldPlan.contentColumns {
        let isFilled = context.input.table.records.isFilled(record: record, column: column)
        field.add(line: RuleNumber.fillRate, units: 1, excluded: 0, passed: isFilled ? 1 : 0)
      }
      for cells in fieldPlan.requirements { scanRequirement(cells, of: fieldPlan.field) }
      for cell in fieldPlan.cells { scanValue(of: cell, isRecordTime: fieldPlan.isRecordTime) }
      endField(fieldPlan.field + 1, isPersonal: true)
    }
  }

  private mutating func scanRequirement(_ cells: [ScanPlan.Cell], of fieldIndex: Int) {
    var isUsable = false
    var isExcluded = false
    var unusable: (cell: ScanPlan.Cell, raw: UInt32)?
    for cell in cells {
      let raw = context.input.table.records.columns[cell.column].ids[record]
      guard raw > 0 else { continue }
      let flags = context.plan.verdicts[cell.field].flags[Int(raw)]
      if flags.contains(.suspect) {
        if unusable == nil, cell.field == fieldIndex { unusable = (cell, raw) }
      } else if flags.contains(.excluded) {
        isExcluded = true
      } else {
        isUsable = true
        break
      }
    }
    let isOut = !isUsable && isExcluded
    field.add(
      line: RuleNumber.required, units: 1, excluded: isOut ? 1 : 0, passed: isUsable ? 1 : 0)
    guard !isUsable, !isOut else { return }
    report(
      RuleNumber.required, field: fieldIndex + 1, slot: unusable?.cell.slot ?? 0,
      raw: unusable?.raw ?? 0)
  }

  private mutating func scanValue(of cell: ScanPlan.Cell, isRecordTime: Bool) {
    let raw = context.input.table.records.columns[cell.column].ids[record]
    guard raw > 0 else { return }
    let flags = context.plan.verdicts[cell.field].flags[Int(raw)]
    if flags.contains(.suspect) {
      let group = context.keepers.personalGroup(of: record)
      for population in 0..<populations { suspects[population][group] += 1 }
    }
    if let rule = context.plan.verdicts[cell.field].rule {
      let isExcluded = flags.contains(.excluded)
      let isPassed = !isExcluded && !flags.contains(.failed)
      field.add(line: rule, units: 1, excluded: isExcluded ? 1 : 0, passed: isPassed ? 1 : 0)
      if isExcluded ? flags.contains(.precisionLost) : !isPassed {
        let corrections = context.plan.verdicts[cell.field].corrections
        report(
          rule, field: cell.field + 1, slot: cell.slot, raw: raw,
          correction: corrections.isEmpty ? 0 : corrections[Int(raw)], isCounted: !isExcluded)
      }
    }
    guard isRecordTime, flags.contains(.isRead) else { return }
    let isPast = !flags.contains(.inFuture)
    field.add(line: RuleNumber.futureDate, units: 1, excluded: 0, passed: isPast ? 1 : 0)
    if !isPast { report(RuleNumber.futureDate, field: cell.field + 1, slot: cell.slot, raw: raw) }
  }

  private mutating func scanTimes() {
    guard let (rule, limit) = context.plan.lateness[source],
      let touchedField = context.plan.touchedField,
      let created = context.input.table.created[record],
      let touched = context.input.table.touched[record]
    else { return }
    let isLate =
      rule == RuleNumber.entry
      ? created.seconds - touched.seconds >= limit : touched.seconds - created.seconds > limit
    field.add(line: rule, units: 1, excluded: 0, passed: isLate ? 0 : 1)
    if isLate {
      let columns = context.input.table.records.columns
      let column = columns.firstIndex { $0.field == touchedField && $0.slot == 0 }
      report(rule, field: touchedField + 1, raw: column.map { columns[$0].ids[record] } ?? 0)
    }
    endField(touchedField + 1, isPersonal: true)
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
        report(Int(unit.rule), field: Int(unit.field) + 1, raw: unit.raw, other: unit.leaderNumber)
      }
      endField(Int(unit.field) + 1, isPersonal: false)
    }
  }

  /// Adds up the dimensions and the total of a field, and hands its counts on.
  private mutating func endField(_ fieldNumber: Int, isPersonal: Bool) {
    guard !field.touched.isEmpty else { return }
    let plan = context.plan
    for rule in field.touched {
      let weight = plan.rules[rule].weight
      guard weight > 0 else { continue }
      for line in [plan.dimensionLines[rule], plan.totalLine] {
        field.add(
          line: line, units: weight * field.units[rule], excluded: weight * field.excluded[rule],
          passed: weight * field.passed[rule])
      }
    }
    let group = plan.fieldGroup(source: source, fieldNumber: fieldNumber)
    for population in 0..<populations { fieldTallies[population].add(field, group: group) }
    if isPersonal { personal.add(field) } else { shared.add(field) }
    field.clear()
  }

  private mutating func endRecord() {
    let people = context.keepers.personalGroup(of: record)
    let team = context.keepers.sharedGroup(of: record)
    for population in 0..<populations {
      keeperTallies[population].add(personal, group: people)
      keeperTallies[population].add(shared, group: team)
    }
    personal.clear()
    shared.clear()
  }

  private mutating func report(
    _ rule: Int, field: Int, slot: Int = 0, raw: UInt32 = 0, other: UInt32 = 0,
    correction: UInt32 = 0, isCounted: Bool = true
  ) {
    let keys = context.input.table.records.recordKey
    let bytes = keys.bytes.span
    var identifier = hashBytes(
      bytes.extracting(keys.range(of: record)),
      seed: context.identifierSeeds[rule: rule, fieldNumber: field, slot: slot])
    if rule == RuleNumber.inSource {
      identifier = hashBytes(
        bytes.extracting(keys.range(of: Int(other) - 1)), seed: identifier)
    }
    findings.append(
      rule: rule, record: record, fieldNumber: field, slot: slot, raw: raw, other: other,
      correction: correction,
      isCounted: isCounted && context.plan.rules[rule].weight > 0, identifier: identifier,
      known: context.input.history.entries[identifier], today: context.input.asOf)
  }
}

extension LineCounts {
  /// Adds the counts of a field to those of its record.
  fileprivate mutating func add(_ other: LineCounts) {
    for line in other.touched {
      add(
        line: line, units: other.units[line], excluded: other.excluded[line],
        passed: other.passed[line])
    }
  }
}

extension TallyTable {
  /// Adds what one record, or one field of it, has.
  fileprivate mutating func add(_ counts: LineCounts, group: Int) {
    for line in counts.touched {
      add(
        group: group, line: line, units: counts.units[line], excluded: counts.excluded[line],
        passed: counts.passed[line])
    }
  }
}
