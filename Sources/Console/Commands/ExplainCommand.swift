import Pipelines
import Vocabulary

extension Command {
  /// Why two records are one party, or not.
  static let explain = Command(
    name: "explain",
    summary: "Why, or why not: the waterfall of match weights between two records.",
    operands: [
      Operand(name: "RUN", help: "a run's folder, an output folder or OUTPUT/RUN-ID"),
      Operand(name: "A", help: "a record key such as sales/C10000001, or a golden id"),
      Operand(name: "B", isRequired: false, help: "the other record key; left out for a golden id"),
    ],
    examples: [
      ("explain out/customers sales/C10000001 finance/K0001", "two records"),
      ("explain out/customers P0000001", "the weakest link inside one golden record"),
    ],
    notes: """
      --json prints one object: party, left, right, prior_bits, steps [{field, level, left, right,
      bits}], total_bits, match_probability, accept, review, decision.
      """
  ) { arguments, terminal in
    let run = try RunFolderReference(arguments.required(0))
    let explanation = try await Explainer.explain(
      run: run, left: arguments.required(1), right: arguments[2])
    try terminal.write(
      arguments.has(.json) ? JSONResult.text(of: explanation) : explanation.text)
    return .success
  }
}

extension Explanation {
  /// The waterfall for a person: each comparison adds its bits to the sum.
  var text: String {
    let isChinese = language == .chinese
    func word(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
    var table = TextTable(
      [
        word("字段", "field"), word("比较结果", "level"), leftKey, rightKey, word("比特", "bits"),
        word("累计", "sum"), "",
      ],
      [.left, .left, .left, .left, .right, .right, .left])
    var sum = prior
    table.add(
      [word("先验", "prior"), "", "", "", Self.signed(prior.bits), Self.signed(sum.bits), ""])
    for step in steps {
      sum = sum + step.weight
      table.add([
        step.field, step.level, step.left ?? "–", step.right ?? "–", Self.signed(step.weight.bits),
        Self.signed(sum.bits), Self.bar(step.weight.bits),
      ])
    }
    table.add([word("合计", "total"), "", "", "", Self.signed(total.bits), "", ""])
    let bounds = "accept \(accept.value), review \(review.value)"
    return table.text
      + "\n\(word("匹配概率", "match probability")): \(Self.share(probability.value)) (\(bounds))\n"
      + "\(word("结论", "decision")): \(decision)\n"
  }

  /// One mark for every two bits, at most ten.
  private static func bar(_ bits: Double) -> String {
    let count = min(10, Int((abs(bits) / 2).rounded()))
    return String(repeating: bits < 0 ? "−" : "+", count: count)
  }

  private static func signed(_ bits: Double) -> String {
    (bits < 0 ? "" : "+") + decimals(bits, 2)
  }

  /// A probability with enough decimals to tell it from 1.
  private static func share(_ probability: Double) -> String {
    decimals(probability, probability > 0.999 ? 6 : 4)
  }
}

extension Explanation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case party, left, right, priorBits, steps, totalBits, matchProbability, accept, review
    case decision
  }

  private struct StepRow: Encodable {
    var field: String
    var level: String
    var left: String?
    var right: String?
    var bits: Double
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(party, forKey: .party)
    try values.encode(leftKey, forKey: .left)
    try values.encode(rightKey, forKey: .right)
    try values.encode(prior.bits, forKey: .priorBits)
    let rows = steps.map {
      StepRow(
        field: $0.field, level: $0.level, left: $0.left, right: $0.right, bits: $0.weight.bits)
    }
    try values.encode(rows, forKey: .steps)
    try values.encode(total.bits, forKey: .totalBits)
    try values.encode(probability, forKey: .matchProbability)
    try values.encode(accept, forKey: .accept)
    try values.encode(review, forKey: .review)
    try values.encode(decision, forKey: .decision)
  }
}
