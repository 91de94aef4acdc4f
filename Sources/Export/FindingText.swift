import Vocabulary

/// The words of findings, each made once.
struct FindingText: Sendable {
  /// By finding: the number of its message and suggestion.
  let phrase: [UInt32]
  let messages: TextColumn
  let suggestions: TextColumn
  let files: FileNames
  let columns: ColumnNames

  private struct Key: Hashable {
    var rule: UInt8
    var issues: ValueIssues
    var correction: UInt32
  }

  init(_ tables: ScorecardTables) {
    let (findings, readings) = (tables.findings, tables.table.readings)
    var known: [Key: UInt32] = [:]
    var phrase: [UInt32] = []
    phrase.reserveCapacity(findings.count)
    var (messages, suggestions) = (TextColumn(), TextColumn())
    for finding in 0..<findings.count {
      var issues: ValueIssues = []
      if let field = findings.field(of: finding), findings.raw[finding] > 0 {
        issues = readings[field].issues[Int(findings.raw[finding])]
      }
      let key = Key(
        rule: findings.rule[finding], issues: issues, correction: findings.correction[finding])
      if let number = known[key] {
        phrase.append(number)
        continue
      }
      let number = UInt32(known.count)
      known[key] = number
      phrase.append(number)
      let rule = tables.rules[Int(key.rule)]
      let proposal = key.correction == 0 ? nil : findings.corrections.string(key.correction)
      messages.append(rule.message(about: issues, in: tables.language))
      suggestions.append(
        rule.suggestion(about: issues, proposal: proposal, in: tables.language))
    }
    self.phrase = phrase
    self.messages = messages
    self.suggestions = suggestions
    files = FileNames(tables.table.records)
    columns = ColumnNames(tables.table.records)
  }
}

/// The columns of fields as their sources call them.
struct ColumnNames: Sendable {
  /// The first one is empty, for findings about a whole record.
  let names: TextColumn
  /// By source and field: the number of its first column.
  private let starts: [Int]
  private let fieldCount: Int

  init(_ records: RecordTable) {
    fieldCount = records.schema.fields.count
    var names = TextColumn([""])
    var starts: [Int] = []
    for source in records.sources {
      for (index, field) in records.schema.fields.enumerated() {
        let columns = source.columns.filter { $0.field == index }
        starts.append(names.count)
        for column in columns { names.append(column.header) }
        if columns.isEmpty { names.append(field.name) }
      }
    }
    self.names = names
    self.starts = starts + [names.count]
  }

  /// The number of the column that a cell stands in.
  ///
  /// - Parameters:
  ///   - field: The field, or nil for the whole record.
  ///   - slot: Which of the source's columns for the field; an unknown one counts as the first.
  ///   - source: The source.
  /// - Returns: A number in `names`.
  func number(field: Int?, slot: Int, source: Int) -> Int {
    guard let field else { return 0 }
    let place = source * fieldCount + field
    let start = starts[place]
    return start + (slot < starts[place + 1] - start ? slot : 0)
  }
}
