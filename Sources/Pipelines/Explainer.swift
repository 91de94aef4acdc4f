import Foundation
import Match
import Vocabulary

/// Finds out why two records are one party or not.
///
/// The evidence is read again from the run's inputs, which must be those of the run; the model is the
/// one that the run used.
package enum Explainer {
  /// Explains a pair of records, or the weakest link inside a golden record.
  ///
  /// - Parameters:
  ///   - reference: The run.
  ///   - left: A record key, or a golden id where `right` is nil.
  ///   - right: A record key.
  /// - Returns: The evidence for and against, column by column.
  /// - Throws: `RunError` when the run does not know them, or its inputs have changed.
  package static func explain(
    run reference: RunFolderReference, left: String, right: String?
  ) async throws -> Explanation {
    do {
      let request = try ExplanationRequest(reference, left: left, right: right)
      return try await request.answer()
    } catch {
      throw RunError(wrapping: error, output: reference.folder)
    }
  }
}

/// Two records of a finished run that are to be explained.
private struct ExplanationRequest {
  let reference: RunFolderReference
  let left: String
  let right: String

  init(_ reference: RunFolderReference, left: String, right: String?) throws {
    self.reference = reference
    if let right {
      (self.left, self.right) = (left, right)
    } else {
      (self.left, self.right) = try Self.weakestLink(in: reference, of: left)
    }
  }

  /// The two records of a golden record that agree least, among those that were compared.
  private static func weakestLink(in reference: RunFolderReference, of name: String) throws -> (
    String, String
  ) {
    let id = try GoldenRecordView.redirects(from: name, reference).last?.to ?? name
    var members: Set<String> = []
    try CSVTable.forEachRow(
      of: reference.path("crosswalk.csv"), columns: ["record_key", "golden_id"]
    ) { row in
      if row[1] == id { members.insert(row[0]) }
    }
    guard !members.isEmpty else {
      throw RunError(
        .cannotFinish,
        "\(reference.folder): error: no golden record '\(name)'; take an id of golden.csv")
    }
    var weakest: (weight: Double, left: String, right: String)?
    try CSVTable.forEachRow(
      of: reference.path("links.csv"), columns: ["left", "right", "match_weight"]
    ) { row in
      guard members.contains(row[0]), members.contains(row[1]) else { return }
      let weight = Double(row[2]) ?? 0
      if weight < weakest?.weight ?? .infinity { weakest = (weight, row[0], row[1]) }
    }
    guard let weakest else {
      let cause = members.count == 1 ? "has one record" : "is tied by a steward alone"
      throw RunError(
        .cannotFinish, "\(reference.folder): error: '\(name)' \(cause); name two record keys")
    }
    return (weakest.left, weakest.right)
  }

  func answer() async throws -> Explanation {
    let evidence = try await RunEvidence(reference)
    for party in [Party.person, .organization] {
      let mentions = evidence.mentions(of: party)
      let keys = evidence.keys
      guard let a = mentions.mention(ofKey: left, in: keys),
        let b = mentions.mention(ofKey: right, in: keys)
      else { continue }
      return try await explanation(party, min(a, b), max(a, b), evidence)
    }
    throw RunError(
      .cannotFinish,
      "\(reference.folder): error: no two such records that mention the same kind of party; "
        + "take record keys of crosswalk.csv")
  }

  private func explanation(
    _ party: Party, _ left: UInt32, _ right: UInt32, _ run: RunEvidence
  ) async throws -> Explanation {
    let pipeline = run.pipeline
    let evidence = try run.evidence(of: party)
    let scorer = try await Matcher(run.run.matchOptions(party, evidence))
      .scorer(of: evidence, model: run.model(of: party))
    let steps = scorer.explain(Int(left), Int(right)).map { step in
      Explanation.Step(
        field: step.column,
        level: LevelWords.phrase(step, language: pipeline.language)
          ?? Phrase("无可比较", "nothing to compare")[pipeline.language],
        left: evidence.text(of: step.column, Int(left)),
        right: evidence.text(of: step.column, Int(right)),
        weight: MatchWeight(bits: step.bits))
    }
    let total = MatchWeight(
      bits: scorer.startBits + steps.reduce(0) { $0 + $1.weight.bits })
    let mentions = run.mentions(of: party)
    let keys = run.keys
    var explanation = Explanation(
      party: party, leftKey: keys.string(Int(mentions.record[Int(left)])),
      rightKey: keys.string(Int(mentions.record[Int(right)])),
      prior: MatchWeight(bits: scorer.startBits), steps: steps, total: total,
      accept: pipeline.match(party).accept, review: pipeline.match(party).review, decision: "")
    explanation.language = pipeline.language
    explanation.decision = decision(
      explanation, try run.goldenIDs(of: party), in: pipeline.language)
    return explanation
  }

  /// What became of the pair, in words.
  private func decision(
    _ explanation: Explanation, _ clusters: [String: String], in language: ReportLanguage
  ) -> String {
    let together =
      clusters[explanation.leftKey] != nil
      && clusters[explanation.leftKey] == clusters[explanation.rightKey]
    let probability = explanation.total.probability
    let phrase: Phrase =
      switch (together, probability >= explanation.accept, probability >= explanation.review) {
      case (true, true, _): Phrase("已合并为同一主体", "merged into one party")
      case (true, false, _):
        Phrase("本对证据不足，经其他记录合并", "merged through other records; this pair alone would not do")
      case (false, true, _):
        Phrase("证据足够但未合并：与其他证据或决定相抵触", "strong enough, but kept apart by other evidence")
      case (false, false, true): Phrase("存疑，待数据管理员判断", "doubtful; a steward should decide")
      case (false, false, false): Phrase("证据不足，未合并", "not merged; too little evidence")
      }
    return phrase[language]
  }
}

extension EvidenceTable {
  /// The values of a mention in one column, for people; nil where there is none.
  func text(of name: String, _ mention: Int) -> String? {
    guard let column = columns.first(where: { $0.name == name }) else { return nil }
    let values = column.ids(of: mention).map { id in
      let parts = column.values.string(id).split(
        separator: "\u{1F}", omittingEmptySubsequences: false)
      // The last part of a person's name is a code for the gender.
      let shown = column.kind == .personName ? parts.dropLast() : parts[...]
      return shown.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return values.isEmpty ? nil : values.joined(separator: "; ")
  }
}
