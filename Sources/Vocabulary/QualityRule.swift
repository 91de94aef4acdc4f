/// One rule of the scorecard, as data: what it counts, and how it is said to people.
package struct QualityRule: Hashable, Sendable {
  /// What one unit of the rule is.
  package enum Unit: String, Hashable, Sendable {
    case cell
    case field
    case record
  }

  /// Dimension and name, such as `conformity.phone`.
  package var id: String
  package var dimension: QualityDimension
  package var defect: DefectClass
  package var unit: Unit
  /// How often a unit counts in the totals of its dimension and its scope; 0 keeps the rule out.
  package var weight: Int
  package var severity: FindingSeverity
  /// Whether units count for the person who keeps the record, or for teams and sources alone.
  package var isPersonal: Bool
  package var definition: Phrase
  package var numerator: Phrase
  package var denominator: Phrase
  package var exclusions: Phrase
  package var message: Phrase
  package var suggestion: Phrase

  package init(
    id: String, dimension: QualityDimension, defect: DefectClass, unit: Unit, weight: Int = 1,
    severity: FindingSeverity, isPersonal: Bool = true, definition: Phrase, numerator: Phrase,
    denominator: Phrase, exclusions: Phrase, message: Phrase, suggestion: Phrase
  ) {
    self.id = id
    self.dimension = dimension
    self.defect = defect
    self.unit = unit
    self.weight = weight
    self.severity = severity
    self.isPersonal = isPersonal
    self.definition = definition
    self.numerator = numerator
    self.denominator = denominator
    self.exclusions = exclusions
    self.message = message
    self.suggestion = suggestion
  }

  /// The rule's message with what was noticed about the value.
  package func message(about issues: ValueIssues, in language: ReportLanguage) -> String {
    guard dimension == .conformity || dimension == .completeness,
      let detail = Self.details.first(where: { issues.contains($0.issue) })
    else { return message[language] }
    // What is hidden or spoiled is not called wrong.
    let isLost =
      !issues.isDisjoint(with: .lostOnTheWay) && !issues.contains(.placeholder)
    let subject = isLost ? Self.notWhole : message
    return subject[language] + (language == .chinese ? "：" : ": ") + detail.phrase[language]
  }

  /// What to do about a value.
  ///
  /// - Parameters:
  ///   - issues: What was noticed about the value.
  ///   - proposal: The value that is probably meant, nil where none is proposed.
  ///   - language: The language of the report.
  /// - Returns: One phrase, which holds no value but the proposed one.
  package func suggestion(
    about issues: ValueIssues, proposal: String?, in language: ReportLanguage
  ) -> String {
    if let proposal {
      return Phrase("核实是否应为 \(proposal)", "check whether \(proposal) is meant")[language]
    }
    if dimension == .conformity {
      if !issues.isDisjoint(with: [.precisionLost, .truncated]) {
        return Self.exportAsText[language]
      }
      if issues.contains(.masked) { return Self.exportInClear[language] }
      if issues.contains(.formula) { return Self.exportValues[language] }
      if issues.contains(.placeholder) { return Self.leaveBlank[language] }
    }
    return suggestion[language]
  }

  private static let notWhole = Phrase("读不到完整的值", "the value is not whole")
  private static let exportAsText = Phrase(
    "从系统重新导出，把该列设为文本", "export it again, with the column as text")
  private static let exportInClear = Phrase(
    "用能看到完整内容的账号重新导出", "export it again with an account that may see the whole value")
  private static let exportValues = Phrase(
    "在表格软件中粘贴为数值后重新导出", "paste it as a value in the spreadsheet and export again")
  private static let leaveBlank = Phrase(
    "填写真实的值，不知道就留空", "write the real value, or leave it blank while unknown")

  /// What the issues mean to people, the most telling first.
  private static let details: [(issue: ValueIssues, phrase: Phrase)] = [
    (.precisionLost, Phrase("表格软件丢失了精度", "digits were lost by a spreadsheet")),
    (
      .truncated,
      Phrase("第15位之后被表格软件改成了0", "a spreadsheet made zeros of the digits behind the 15th")
    ),
    (.masked, Phrase("导出时打码", "masked in the export")),
    (.formula, Phrase("是公式的文字，不是值", "the text of a formula, not its value")),
    (.placeholder, Phrase("占位或示例值", "a placeholder or sample value")),
    (.crowded, Phrase("同一个值用于多个无关的人", "one value with several unrelated people")),
    (.wrongKind, Phrase("填了别的内容", "a value of another kind")),
    (.extraContent, Phrase("混入了别的内容", "other content is mixed in")),
    (.misspeltDomain, Phrase("域名疑似拼写错误", "the domain looks misspelt")),
    (.lookAlike, Phrase("用形近字母代替了数字", "letters stand for digits that look like them")),
    (.incomplete, Phrase("日期不完整", "only a part of a date")),
    (.checkCharacter, Phrase("校验位不符", "the check character does not fit")),
    (.impossibleDate, Phrase("日期不存在", "no such day")),
    (.futureDate, Phrase("日期在未来", "the day is in the future")),
    (.tooShort, Phrase("位数不足", "too short")),
    (.tooLong, Phrase("位数过多", "too long")),
    (.invalid, Phrase("格式不对", "not well-formed")),
  ]
}
