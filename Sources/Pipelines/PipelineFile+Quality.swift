import Golden
import Scorecard
import Vocabulary

extension PipelineFile {
  mutating func readGolden(_ top: PipelineFileObject) {
    guard let object = top.object("golden") else { return }
    if let rules = object.object("rules") {
      for member in rules.members {
        _ = checkField(member.key, at: rules.place(member.key), problems: rules.problems)
        guard let words = rules.texts(member.key, example: "mostRecent") else { continue }
        golden.rules[member.key] = words.enumerated().compactMap { index, word in
          if let rule = SurvivorshipRule(rawValue: word) { return rule }
          let wayOut = SpellingSuggestion.wayOut(
            for: word, among: SurvivorshipRule.allCases.map(\.rawValue))
          rules.report("\(member.key)[\(index)]", "unknown survivorship rule '\(word)'; \(wayOut)")
          return nil
        }
      }
    }
    object.finish()
  }

  mutating func readScorecard(_ top: PipelineFileObject) {
    guard let object = top.object("scorecard") else { return }
    scorecard.period =
      object.word("period", as: ScorecardOptions.Period.self) ?? scorecard.period
    readRequired(object)
    readNotContent(object)
    readWeights(object)
    scorecard.minimumRecords =
      object.count("minimumRecords", in: 1...Int.max) ?? scorecard.minimumRecords
    scorecard.graceDays = object.count("graceDays", in: 0...3650) ?? scorecard.graceDays
    scorecard.minimumUnits =
      object.count("minimumUnits", in: 1...Int.max) ?? scorecard.minimumUnits
    scorecard.maximumExcludedShare =
      object.number("maximumExcludedShare", in: 0...1) ?? scorecard.maximumExcludedShare
    scorecard.lateEntryDays =
      object.count("lateEntryDays", in: 0...3650) ?? scorecard.lateEntryDays
    scorecard.slowClosingHours =
      object.count("slowClosingHours", in: 0...87_600) ?? scorecard.slowClosingHours
    readGoals(object)
    object.finish()
  }

  private mutating func readGoals(_ object: PipelineFileObject) {
    if let targets = object.object("targets") {
      for dimension in QualityDimension.allCases.map(\.rawValue) {
        goals.targets[dimension] = targets.number(dimension, in: 0...1)
      }
      targets.finish()
    }
    goals.peerGroups =
      object.word("peerGroups", as: ScorecardGoals.PeerGroup.self) ?? goals.peerGroups
    if let award = object.object("award") {
      goals.award.name = award.text("name", example: "数据卫士") ?? goals.award.name
      goals.award.places = award.count("places", in: 0...1000) ?? goals.award.places
      goals.award.minimumScore =
        award.number("minimumScore", in: 0...1) ?? goals.award.minimumScore
      award.finish()
    }
  }

  private mutating func readNotContent(_ object: PipelineFileObject) {
    guard let names = object.texts("notContent", example: "note") else { return }
    scorecard.notContent = names
    for (index, name) in names.enumerated() {
      _ = checkField(
        name, at: object.place("notContent") + "[\(index)]", problems: object.problems)
    }
  }

  private mutating func readWeights(_ object: PipelineFileObject) {
    guard let weights = object.object("weights") else { return }
    for rule in QualityRule.builtIn.map(\.id) {
      scorecard.weights[rule] = weights.count(rule, in: 0...100)
    }
    weights.finish()
  }

  /// A list of fields for every source, or one for each source, kind of system and the `default`.
  private mutating func readRequired(_ object: PipelineFileObject) {
    guard let value = object.value("required") else { return }
    guard case .object = value else {
      let fields = object.texts("required", example: "phone") ?? []
      checkAlternatives(fields, at: object.place("required"), object.problems)
      scorecard.required = ["default": fields]
      return
    }
    guard let bySource = object.object("required") else { return }
    let known = sources.map(\.name) + SystemKind.allCases.map(\.rawValue) + ["default"]
    for member in bySource.members {
      if !known.contains(member.key) {
        let wayOut = SpellingSuggestion.wayOut(for: member.key, among: known)
        bySource.report(member.key, "unknown source '\(member.key)'; \(wayOut)")
      }
      guard let fields = bySource.texts(member.key, example: "phone") else { continue }
      checkAlternatives(fields, at: bySource.place(member.key), object.problems)
      scorecard.required[member.key] = fields
    }
  }

  private func checkAlternatives(
    _ groups: [String], at place: String, _ problems: PipelineFileProblems
  ) {
    for (index, group) in groups.enumerated() {
      for name in group.split(separator: "|", omittingEmptySubsequences: false) {
        _ = checkField(String(name), at: "\(place)[\(index)]", problems: problems)
      }
    }
  }
}

// MARK: - Gates

extension PipelineFile {
  mutating func readGates(_ top: PipelineFileObject) {
    guard let objects = top.objects("gates") else { return }
    var declared: [Gate] = []
    for object in objects {
      declared += readGate(object)
      object.finish()
    }
    gates = GateKeeper.effective(declared)
  }

  /// One gate for each bound of the object.
  private func readGate(_ object: PipelineFileObject) -> [Gate] {
    let metric = object.word("metric", as: Gate.Metric.self)
    if object.value("metric") == nil {
      object.report(
        "metric", "the key 'metric' is missing; write one such as metric: \"completeness\"")
    }
    let scope = readScope(object, of: metric)
    let range = metric.map(Self.range) ?? 0...Double.infinity
    let atLeast = object.number("atLeast", in: range)
    let atMost = object.number("atMost", in: range)
    if object.value("atLeast") == nil, object.value("atMost") == nil {
      object.report("atLeast", "the gate has no bound; write atLeast: 0.9 or atMost: 0.1")
    }
    if let atLeast, let atMost, atLeast > atMost {
      object.report("atLeast", "atLeast \(atLeast) is above atMost \(atMost); nothing can pass")
    }
    guard let metric else { return [] }
    return [atLeast.map(Gate.Bound.atLeast), atMost.map(Gate.Bound.atMost)].compactMap { bound in
      bound.map { Gate(metric: metric, scope: scope, bound: $0) }
    }
  }

  /// The values that a metric can have.
  private static func range(of metric: Gate.Metric) -> ClosedRange<Double> {
    metric == .staleDays || metric == .maxCluster ? 0...Double.infinity : 0...1
  }

  private func readScope(_ object: PipelineFileObject, of metric: Gate.Metric?) -> String {
    guard let scope = object.text("scope", example: Gate.allScope) else { return Gate.allScope }
    var known = [Gate.allScope, Gate.eachScope]
    switch metric {
    case .mergedShare, .maxCluster, .modelConverged: known += Party.allCases.map(\.rawValue)
    case nil: known += sources.map(\.name) + Party.allCases.map(\.rawValue)
    default: known += sources.map(\.name)
    }
    if !known.contains(scope) {
      let wayOut = SpellingSuggestion.wayOut(for: scope, among: known)
      object.report("scope", "'scope' cannot be '\(scope)'; \(wayOut)")
    }
    return scope
  }
}
