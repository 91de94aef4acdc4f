import Vocabulary

/// The words of findings, each made once.
struct FindingText {
  private struct Key: Hashable {
    var rule: UInt8
    var issues: ValueIssues
    var correction: UInt32
  }

  private let findings: FindingTable
  private let rules: [QualityRule]
  private let language: ReportLanguage
  private let readings: [FieldReadings]
  private var known: [Key: (message: [UInt8], suggestion: [UInt8])] = [:]

  init(_ tables: ScorecardTables) {
    findings = tables.findings
    rules = tables.rules
    language = tables.language
    readings = tables.table.readings
  }

  /// The message and the suggestion of a finding.
  mutating func phrases(of finding: Int) -> (message: [UInt8], suggestion: [UInt8]) {
    var issues: ValueIssues = []
    if let field = findings.field(of: finding), findings.raw[finding] > 0 {
      issues = readings[field].issues[Int(findings.raw[finding])]
    }
    let key = Key(
      rule: findings.rule[finding], issues: issues, correction: findings.correction[finding])
    if let phrases = known[key] { return phrases }
    let rule = rules[Int(key.rule)]
    let proposal =
      key.correction == 0 ? nil : findings.corrections.string(key.correction)
    let phrases = (
      message: Array(rule.message(about: issues, in: language).utf8),
      suggestion: Array(rule.suggestion(about: issues, proposal: proposal, in: language).utf8)
    )
    known[key] = phrases
    return phrases
  }
}

extension ScorecardTables {
  /// The raw value of a finding, or nil where there is none or it must not leave the pipeline.
  func rawValue(of finding: Int) -> (bytes: ArraySlice<UInt8>, kind: FieldKind)? {
    guard findings.raw[finding] > 0, let index = findings.field(of: finding) else { return nil }
    let field = table.records.schema.fields[index]
    guard !field.isSensitive else { return nil }
    return (table.records.pools[index][findings.raw[finding]], field.kind)
  }
}
