package import Vocabulary

/// The rules by their place in `QualityRule.builtIn`.
enum RuleNumber {
  static let fillRate = 0
  static let required = 1
  static let phone = 2
  static let email = 3
  static let identifier = 4
  static let date = 5
  static let name = 6
  static let address = 7
  static let number = 8
  static let text = 9
  static let sameCity = 10
  static let sameIdentifier = 11
  static let sameDate = 12
  static let sameHonorific = 13
  static let inSource = 14
  static let entry = 15
  static let closing = 16
  static let futureDate = 17
  static let truePhone = 18
  static let trueEmail = 19
}

extension QualityRule {
  /// The version of the definitions, printed with every metric.
  package static let version = "2"

  /// Every rule, in the order of the reports.
  package static let builtIn: [QualityRule] =
    completenessRules + conformityRules + consistencyRules + uniquenessRules + timelinessRules
    + accuracyRules

  private static let nothing = Phrase("无", "none")
  private static let hidden = Phrase(
    "打码的值、被表格软件丢失精度或截断的值", "masked values, and values that lost digits in a spreadsheet")

  private static let completenessRules = [
    QualityRule(
      id: "completeness.fill_rate", dimension: .completeness, defect: .missing, unit: .cell,
      weight: 0, severity: .low,
      definition: Phrase(
        "填写率：有值的内容单元格占全部内容单元格的比例，不看值的好坏，只供参考，不计入总分",
        "fill rate: the share of content cells that hold a value, whatever it is; for information, in no total"
      ),
      numerator: Phrase("有值的内容单元格", "content cells that hold a value"),
      denominator: Phrase("来源已映射的内容列 × 记录", "mapped content columns × records"),
      exclusions: nothing,
      message: Phrase("未填写", "not filled in"), suggestion: Phrase("请补填", "fill it in")),
    QualityRule(
      id: "completeness.required", dimension: .completeness, defect: .missing, unit: .field,
      severity: .high,
      definition: Phrase(
        "必填完整率：必填字段中有可用值的比例；占位或示例值视为未填",
        "required fields that hold a usable value; a placeholder counts as not filled in"),
      numerator: Phrase("有可用值的必填字段", "required fields with a usable value"),
      denominator: Phrase("该来源的必填字段 × 记录", "the source's required fields × records"),
      exclusions: hidden,
      message: Phrase("必填字段没有可用的值", "a required field has no usable value"),
      suggestion: Phrase("向客户核实后补填", "ask the customer and fill it in")),
  ]

  private static let conformityRules = [
    conformity(
      "phone", subject: Phrase("电话", "phone"),
      suggestion: Phrase(
        "核对号码，写全区号或国家代码", "check the number and write it in full, with its area or country code")),
    conformity(
      "email", subject: Phrase("邮箱", "e-mail"),
      suggestion: Phrase("核对邮箱地址", "check the address")),
    conformity(
      "identifier", subject: Phrase("证照号码或账号", "identifier"),
      suggestion: Phrase("对照证照或原始资料改正", "correct it from the document")),
    conformity(
      "date", subject: Phrase("日期", "date"),
      suggestion: Phrase("改为真实日期，如 2026-06-30", "write a day of the calendar, such as 2026-06-30")),
    conformity(
      "name", subject: Phrase("姓名或名称", "name"),
      suggestion: Phrase(
        "只填真实的姓名或名称，其他内容移到各自的列", "write the real name alone, and move the rest to its own column")),
    conformity(
      "address", subject: Phrase("地址", "address"),
      suggestion: Phrase("填写真实地址", "write the real address")),
    conformity(
      "number", subject: Phrase("数字", "number"),
      suggestion: Phrase("只填数字", "write a number alone")),
    QualityRule(
      id: "conformity.text", dimension: .conformity, defect: .wrong, unit: .cell, weight: 0,
      severity: .low,
      definition: Phrase(
        "文本和分类中读不出值的单元格：公式、打码、被表格软件破坏；只列出，不计分",
        "cells of text and categories that hold no value that can be read: formulas, masked or spoiled values; listed and not scored"
      ),
      numerator: nothing, denominator: nothing, exclusions: nothing,
      message: Phrase("读不出值", "the value cannot be read"),
      suggestion: Phrase("填写真实的值", "write the real value")),
  ]

  private static func conformity(
    _ name: String, subject: Phrase, suggestion: Phrase
  ) -> QualityRule {
    QualityRule(
      id: "conformity." + name, dimension: .conformity, defect: .wrong, unit: .cell,
      severity: .medium,
      definition: Phrase(
        "\(subject.chinese)规范率：已填的值中格式正确、不是占位或示例的比例",
        "the share of filled-in \(subject.english) values that are well-formed and no placeholder"),
      numerator: Phrase("规范的值", "well-formed values"),
      denominator: Phrase("已填的单元格", "filled-in cells"),
      exclusions: hidden,
      message: Phrase("\(subject.chinese)不规范", "the \(subject.english) is not well-formed"),
      suggestion: suggestion)
  }

  private static let consistencyRules = [
    consistency("city", subject: Phrase("城市", "city"), severity: .low),
    consistency("identifier", subject: Phrase("唯一证照号码", "exclusive identifier"), severity: .high),
    consistency("date", subject: Phrase("日期", "date"), severity: .medium),
    consistency("honorific", subject: Phrase("称谓性别", "gender of the honorific"), severity: .low),
  ]

  private static func consistency(
    _ name: String, subject: Phrase, severity: FindingSeverity
  ) -> QualityRule {
    QualityRule(
      id: "consistency." + name, dimension: .consistency, defect: .wrong, unit: .field,
      severity: severity, isPersonal: false,
      definition: Phrase(
        "\(subject.chinese)一致率：同一客户的多条记录中，与多数记录（相同时取最新）一致的比例；只计来源和团队，不计个人",
        "of several records of one party, the share whose \(subject.english) agrees with most of them, the newest deciding; counts for sources and teams, never for a person"
      ),
      numerator: Phrase("与主导值一致的记录", "records that agree with the leading value"),
      denominator: Phrase(
        "所属客户有至少两条记录填了该字段的记录", "records of parties with the field in at least two records"),
      exclusions: Phrase(
        "不能作为身份依据的值；文字不同（汉字与拉丁字母）的值不相互比较",
        "values that are no identity; values in Han and in Latin script are not compared"),
      message: Phrase(
        "同一客户的\(subject.chinese)与其他记录不一致",
        "the \(subject.english) differs from other records of the same party"),
      suggestion: Phrase("核实后统一", "find out which is right and make them agree"))
  }

  private static let uniquenessRules = [
    QualityRule(
      id: "uniqueness.in_source", dimension: .uniqueness, defect: .duplicate, unit: .record,
      severity: .high,
      definition: Phrase(
        "唯一率：同一来源中没有更早的同一客户记录的比例；只计较晚创建的记录，工单类来源不适用",
        "the share of records whose party has no earlier record in the same source; only the later ones count; not for tickets"
      ),
      numerator: Phrase("客户在该来源中的第一条记录", "first records of their party in the source"),
      denominator: Phrase("记录", "records"), exclusions: nothing,
      message: Phrase("同一系统中已有该客户", "the party is already in the same system"),
      suggestion: Phrase("与较早的记录合并", "merge it into the earlier record"))
  ]

  private static let timelinessRules = [
    QualityRule(
      id: "timeliness.entry", dimension: .timeliness, defect: .late, unit: .record,
      severity: .medium,
      definition: Phrase(
        "录入及时率：跟进后按期录入的记录比例（默认不满 3 天）",
        "the share of records made soon after the contact that they are about (by default within 3 days)"
      ),
      numerator: Phrase("按期录入的记录", "records entered in time"),
      denominator: Phrase("有跟进时间和创建时间的销售记录", "sales records with both times"),
      exclusions: nothing,
      message: Phrase("录入晚于跟进", "entered long after the contact"),
      suggestion: Phrase("跟进当天录入", "enter contacts on their day")),
    QualityRule(
      id: "timeliness.closing", dimension: .timeliness, defect: .late, unit: .record,
      severity: .medium,
      definition: Phrase(
        "关单及时率：按期关闭的工单比例（默认 72 小时）",
        "the share of tickets closed in time (by default within 72 hours)"),
      numerator: Phrase("按期关闭的工单", "tickets closed in time"),
      denominator: Phrase("有创建时间和关闭时间的工单", "tickets with both times"), exclusions: nothing,
      message: Phrase("工单关闭超时", "the ticket was open too long"),
      suggestion: Phrase("及时处理并关单", "close tickets in time")),
    QualityRule(
      id: "timeliness.future_date", dimension: .timeliness, defect: .wrong, unit: .cell,
      severity: .medium,
      definition: Phrase(
        "时间可信率：记录时间不晚于统计日的比例", "the share of the records' times that are not after the as-of day"),
      numerator: Phrase("不在未来的时间", "times that are not in the future"),
      denominator: Phrase("已填的记录时间", "filled-in times of records"),
      exclusions: Phrase("读不出的时间", "times that cannot be read"),
      message: Phrase("时间在未来", "the time is in the future"),
      suggestion: Phrase("改为实际时间", "write the actual time")),
  ]

  private static let accuracyRules = [
    accuracy("phone", subject: Phrase("电话", "phone")),
    accuracy("email", subject: Phrase("邮箱", "e-mail")),
  ]

  private static func accuracy(_ name: String, subject: Phrase) -> QualityRule {
    QualityRule(
      id: "accuracy." + name, dimension: .accuracy, defect: .wrong, unit: .cell,
      severity: .high,
      definition: Phrase(
        "\(subject.chinese)准确率：有旁证的值中得到印证的比例；同一客户的另一条记录有相同的值为印证，孤立且与至少两条其他记录一致的值只差一处笔误为相悖，其余未经验证，不计入",
        "of the \(subject.english) values with other evidence, the share that it bears out: another record of the party has the same; one that stands alone, a single slip from what at least two other records say, is contradicted; the rest is unverified and not counted"
      ),
      numerator: Phrase("得到印证的值", "values that are borne out"),
      denominator: Phrase("得到印证或相悖的值", "values that are borne out or contradicted"),
      exclusions: Phrase("未经验证的值；不能作为身份依据的值", "unverified values; values that are no identity"),
      message: Phrase(
        "\(subject.chinese)与同一客户的其他记录只差一处，疑似笔误",
        "the \(subject.english) is one slip from what other records of the party say"),
      suggestion: Phrase("与客户核实，改正笔误", "check it with the customer and correct the slip"))
  }
}
