import Pipelines
import Vocabulary

extension Command {
  private static let limit = Flag("--limit", "N", help: "questions to print, 1...100000; default 5")

  /// The review queue, best question first.
  static let review = Command(
    name: "review", summary: "The review queue, best question first, both sides field by field.",
    operands: [Operand(name: "RUN", help: "a run's folder, an output folder or OUTPUT/RUN-ID")],
    flags: [limit],
    examples: [
      ("review out/customers", "the five questions that are worth most"),
      ("review out/customers --limit 1", "the best one alone"),
    ],
    notes: """
      report/review.html of the run asks the same questions in a browser, and takes the answers.

      --json prints one object: pipeline, as_of, review_questions (all of the night), agreement
      {questions, agreed, rate, kappa}, questions [{question_id, kind, party, left, right,
      left_golden_id, right_golden_id, match_probability, stake, pairs, group, steps [{words, bits}],
      sides [{golden_id, record_key, records, sources, owners, first_seen, last_seen, former}], fields
      [{field, verdict, left, right}] with values [{value, sources, last_seen}], history [{verb, left,
      right, by, at, why}]}].
      """
  ) { arguments, terminal in
    var sheet = try ReviewSheet(run: RunFolderReference(arguments.required(0)))
    let count = sheet.questions.count
    sheet.questions = Array(
      sheet.questions.prefix(try arguments.count(limit, in: 1...100_000) ?? 5))
    try terminal.write(
      arguments.has(.json)
        ? JSONResult.text(of: ReviewJSON(sheet, count: count)) : sheet.text(of: count))
    return .success
  }
}

extension ReviewSheet {
  /// The questions for a person.
  fileprivate func text(of count: Int) -> String {
    let questions = language == .chinese ? "个问题" : " questions"
    var text = "\(pipeline) · \(asOf) · \(count)\(questions)\n"
    if let agreement { text += words("一致率 ", "stewards agree: ") + agreement.text + "\n" }
    for (index, question) in self.questions.enumerated() {
      text += "\n" + heading(question, number: index + 1) + table(question)
      text += words("依据：", "evidence: ") + question.steps.map(\.text).joined(separator: "; ")
      text += "\n" + history(question)
    }
    return text
  }

  private func words(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[language]
  }

  private func heading(_ question: ReviewQuestion, number: Int) -> String {
    let party = question.party == .person ? words("个人", "person") : words("组织", "organization")
    let share = Int((question.probability.value * 100).rounded(.down))
    var parts = [
      "\(number). \(party)",
      question.cause.isEmpty ? question.kind.words[language] : question.cause,
      "\(words("可能相同 ", "chance "))\(share)%", "\(words("利害 ", "stake "))\(question.stake)",
    ]
    if question.pairs > 1 {
      parts.append("\(question.pairs)\(words(" 对记录", " pairs of records"))")
    }
    return (parts + [question.id]).joined(separator: " · ") + "\n"
  }

  private func table(_ question: ReviewQuestion) -> String {
    var table = TextTable(
      [words("字段", "field"), ""] + [question.left, question.right],
      [.left, .left, .left, .left])
    let (one, many) = (words("1 条记录", "1 record"), words(" 条记录", " records"))
    let counts = question.sides.map { $0.records == 1 ? one : "\($0.records)\(many)" }
    table.add(
      ["", ""]
        + zip(question.sides, counts).map { side, count in
          ([side.goldenID, count] + side.owners).filter { !$0.isEmpty }.joined(separator: " ")
        })
    for row in question.rows {
      table.add([
        fields[row.field].words, row.verdict.words[language], values(row.left), values(row.right),
      ])
    }
    return table.text
  }

  private func values(_ values: [ReviewQuestion.Value]) -> String {
    values.map { value in
      let from = value.sources.map { sources[$0] } + [value.day].compactMap(\.self)
      return value.text + " [" + from.joined(separator: " ") + "]"
    }.joined(separator: "; ")
  }

  private func history(_ question: ReviewQuestion) -> String {
    question.history.map { ruling in
      let why = ruling.why.isEmpty ? "" : " (\(ruling.why))"
      return words("历史：", "history: ")
        + "\(ruling.by) \(ruling.at) \(ruling.verb) \(ruling.left) \(ruling.right)\(why)\n"
    }.joined()
  }
}

extension ReviewQuestion.Row.Verdict {
  fileprivate var words: Phrase {
    switch self {
    case .same: Phrase("一致", "agrees")
    case .alike: Phrase("相近", "alike")
    case .contradicts: Phrase("矛盾", "contradicts")
    case .differs: Phrase("不同", "differs")
    case .leftOnly, .rightOnly: Phrase("缺", "missing")
    }
  }
}

extension StewardAgreement {
  /// Such as 23 of 25 (92%), kappa 0.83.
  var text: String {
    let share = Int((rate * 100).rounded())
    let beyond = kappa.map { ", kappa " + decimals($0, 2) } ?? ""
    return "\(agreed)/\(pairs) (\(share)%)" + beyond
  }
}
