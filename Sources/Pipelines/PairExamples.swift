import Export
import Match
import Vocabulary

/// Chooses the pairs that the match report shows step by step, and explains them.
///
/// The choice goes by weight, then by the places of the records; values are masked here, so that none
/// leaves in clear.
struct PairExamples {
  let evidence: EvidenceTable
  let table: NormalizedTable
  let accept: Probability
  let language: ReportLanguage

  /// One example of each kind that the pairs have.
  func examples(of resolution: PartyResolver.Resolution) -> [PairExample] {
    guard let scorer = resolution.scorer else { return [] }
    return Self.chosen(from: resolution.links, accept: accept).map { choice, pair in
      example(choice, pair, scorer)
    }
  }

  /// The pair of each kind, in the order of the kinds; a pair that is two of them is shown once.
  static func chosen(
    from links: [ScoredPair], accept: Probability
  ) -> [(choice: PairExample.Choice, pair: ScoredPair)] {
    let bound = Float(MatchWeight(accept).bits)
    var best = [ScoredPair?](repeating: nil, count: PairExample.Choice.allCases.count)
    func offer(_ pair: ScoredPair, _ choice: PairExample.Choice) {
      let held = best[choice.rawValue]
      let isBetter =
        held.map { held in
          choice.takesStrongest
            ? ScoredPair.isStronger(pair, held) : ScoredPair.isStronger(held, pair)
        } ?? true
      if isBetter { best[choice.rawValue] = pair }
    }
    for pair in links {
      switch pair.outcome {
      case .merged where pair.weight >= bound:
        offer(pair, .strongestMerged)
        offer(pair, .weakestMerged)
      case .merged: offer(pair, .mergedThroughOthers)
      case .review: offer(pair, .strongestReview)
      case .vetoed: offer(pair, .strongestVetoed)
      case .outranked: break
      case .cut: offer(pair, .strongestCut)
      case .steward: offer(pair, .steward)
      }
    }
    let isAlone =
      best[PairExample.Choice.strongestMerged.rawValue]
      == best[PairExample.Choice.weakestMerged.rawValue]
    return PairExample.Choice.allCases.compactMap { choice in
      guard let pair = best[choice.rawValue], choice != .weakestMerged || !isAlone else {
        return nil
      }
      return (choice, pair)
    }
  }

  private func example(
    _ choice: PairExample.Choice, _ pair: ScoredPair, _ scorer: PairScorer
  ) -> PairExample {
    let (left, right) = (Int(pair.left), Int(pair.right))
    var steps: [PairExample.Step] = []
    var absent: [String] = []
    for step in scorer.explain(left, right) {
      guard let words = LevelWords.phrase(step, language: language) else {
        absent.append(LevelWords.name(ofColumn: step.column, language: language))
        continue
      }
      guard step.level != nil || abs(step.bits) >= 0.05 else { continue }
      steps.append(
        PairExample.Step(
          words: words, left: masked(step.column, left), right: masked(step.column, right),
          weight: MatchWeight(bits: step.bits)))
    }
    return PairExample(
      choice: choice, left: key(left), right: key(right),
      start: MatchWeight(bits: scorer.startBits), steps: steps, absent: absent)
  }

  private func key(_ mention: Int) -> String {
    let mentions = table.mentions(of: evidence.party)
    return table.records.recordKey.string(Int(mentions.record[mention]))
  }

  /// The most values of one record that are shown.
  private static let mostValues = 3

  private func masked(_ name: String, _ mention: Int) -> String? {
    guard let column = evidence.columns.first(where: { $0.name == name }) else { return nil }
    let ids = column.ids(of: mention)
    guard !ids.isEmpty else { return nil }
    let shown = ids.prefix(Self.mostValues).map { id in
      ValueMask.mask(text(column, id), kind: column.kind)
    }
    return shown.joined(separator: "; ") + (ids.count > shown.count ? "; …" : "")
  }

  private func text(_ column: EvidenceColumn, _ id: UInt32) -> String {
    let text = column.values.string(id)
    guard column.kind == .personName else { return text }
    // The parts of a name; the last is a code for the gender.
    return text.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast().joined()
  }
}

extension PairExample.Choice {
  /// Whether the strongest pair of the kind is shown, or the weakest.
  fileprivate var takesStrongest: Bool {
    switch self {
    case .strongestMerged, .strongestReview, .strongestVetoed, .strongestCut: true
    case .weakestMerged, .mergedThroughOthers, .steward: false
    }
  }
}
