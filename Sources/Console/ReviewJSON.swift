import Vocabulary

/// What `assay review --json` prints.
struct ReviewJSON: Encodable {
  private let pipeline: String
  private let asOf: String
  private let reviewQuestions: Int
  private let agreement: AgreementRow?
  private let questions: [Question]

  /// - Parameters:
  ///   - sheet: The questions to print.
  ///   - count: The questions of the night.
  init(_ sheet: ReviewSheet, count: Int) {
    pipeline = sheet.pipeline
    asOf = sheet.asOf
    reviewQuestions = count
    agreement = sheet.agreement.map(AgreementRow.init)
    questions = sheet.questions.map { Question($0, sheet) }
  }

  private struct Question: Encodable {
    let questionID: String
    let kind: ReviewQuestion.Kind
    let party: Party
    let left, right: String
    let leftGoldenID, rightGoldenID: String
    let matchProbability: Probability
    let stake: Double
    let pairs: Int
    let group: Int
    let steps: [Step]
    let sides: [Side]
    let fields: [Row]
    let history: [Ruling]

    init(_ question: ReviewQuestion, _ sheet: ReviewSheet) {
      questionID = question.id
      (kind, party) = (question.kind, question.party)
      (left, right) = (question.left, question.right)
      leftGoldenID = question.sides.first?.goldenID ?? ""
      rightGoldenID = question.sides.last?.goldenID ?? ""
      (matchProbability, stake) = (question.probability, question.stake)
      (pairs, group) = (question.pairs, question.group)
      steps = question.steps.map { Step(words: $0.words, bits: $0.bits) }
      sides = zip(question.sides, [question.left, question.right]).map { Side($0, $1, sheet) }
      fields = question.rows.map { Row($0, sheet) }
      history = question.history.map(Ruling.init)
    }

    private enum CodingKeys: String, CodingKey {
      case questionID = "questionId"
      case kind, party, left, right
      case leftGoldenID = "leftGoldenId"
      case rightGoldenID = "rightGoldenId"
      case matchProbability, stake, pairs, group, steps, sides, fields, history
    }
  }

  private struct Step: Encodable {
    let words: String
    let bits: Double
  }

  private struct Side: Encodable {
    let goldenID, recordKey: String
    let records: Int
    let sources, owners, former: [String]
    let firstSeen, lastSeen: String?

    init(_ side: ReviewQuestion.Side, _ key: String, _ sheet: ReviewSheet) {
      (goldenID, recordKey, records) = (side.goldenID, key, side.records)
      sources = side.sources.map { sheet.sources[$0] }
      (owners, former) = (side.owners, side.former)
      (firstSeen, lastSeen) = (side.firstSeen, side.lastSeen)
    }

    private enum CodingKeys: String, CodingKey {
      case goldenID = "goldenId"
      case recordKey, records, sources, owners, former, firstSeen, lastSeen
    }
  }

  private struct Row: Encodable {
    let field: String
    let verdict: String
    let left, right: [Value]

    init(_ row: ReviewQuestion.Row, _ sheet: ReviewSheet) {
      field = sheet.fields[row.field].name
      verdict = "\(row.verdict)"
      left = row.left.map { Value($0, sheet) }
      right = row.right.map { Value($0, sheet) }
    }
  }

  private struct Value: Encodable {
    let value: String
    let sources: [String]
    let lastSeen: String?

    init(_ value: ReviewQuestion.Value, _ sheet: ReviewSheet) {
      self.value = value.text
      sources = value.sources.map { sheet.sources[$0] }
      lastSeen = value.day
    }
  }

  private struct Ruling: Encodable {
    let verb, left, right, by, at, why: String

    init(_ ruling: ReviewQuestion.Ruling) {
      (verb, left, right) = (ruling.verb, ruling.left, ruling.right)
      (by, at, why) = (ruling.by, ruling.at, ruling.why)
    }
  }
}
