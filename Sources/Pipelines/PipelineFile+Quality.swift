import Vocabulary

/// The dimensions of quality, as files name them.
private enum DimensionWord: String, CaseIterable {
  case completeness, conformity, accuracy, consistency, timeliness, uniqueness
}

/// The survivorship rules, as files name them.
private enum SurvivorshipWord: String, CaseIterable {
  case valid, mostTrusted, mostRecent, mostFrequent, longest
}

extension PipelineFile {
  mutating func readGolden(_ top: PipelineFileObject) {
    guard let golden = top.object("golden") else { return }
    if let rules = golden.object("rules") {
      for member in rules.members {
        let place = rules.place(member.key)
        _ = checkField(member.key, at: place, problems: rules.problems)
        guard let words = rules.texts(member.key, example: "mostRecent") else { continue }
        let known = SurvivorshipWord.allCases.map(\.rawValue)
        for (index, word) in words.enumerated() where !known.contains(word) {
          let wayOut = SpellingSuggestion.wayOut(for: word, among: known)
          rules.report("\(member.key)[\(index)]", "unknown survivorship rule '\(word)'; \(wayOut)")
        }
        survivorship[member.key] = words
      }
    }
    golden.finish()
  }

  mutating func readScorecard(_ top: PipelineFileObject) {
    guard let object = top.object("scorecard") else { return }
    scorecard.period =
      object.word("period", as: ScorecardSettings.Period.self) ?? scorecard.period
    scorecard.required = readRequired(object)
    scorecard.weights = readDimensions(object, "weights", in: 0...Double.infinity)
    scorecard.targets = readDimensions(object, "targets", in: 0...1)
    scorecard.peerGroups =
      object.word("peerGroups", as: ScorecardSettings.PeerGroup.self) ?? scorecard.peerGroups
    scorecard.minimumVolume =
      object.count("minimumVolume", in: 1...Int.max) ?? scorecard.minimumVolume
    if let award = object.object("award") {
      scorecard.award.name = award.text("name", example: "数据卫士") ?? scorecard.award.name
      scorecard.award.places = award.count("places", in: 0...1000) ?? scorecard.award.places
      scorecard.award.minimumScore =
        award.number("minimumScore", in: 0...1) ?? scorecard.award.minimumScore
      award.finish()
    }
    object.finish()
  }

  /// A list of fields for all sources, or one for each source.
  private func readRequired(_ object: PipelineFileObject) -> [String: [String]]? {
    guard let value = object.value("required") else { return nil }
    var required: [String: [String]] = [:]
    guard case .object = value else {
      required["*"] = object.texts("required", example: "phone")
      checkFields(required["*"] ?? [], at: object.place("required"), object.problems)
      return required
    }
    guard let bySource = object.object("required") else { return nil }
    let names = sources.map(\.name)
    for member in bySource.members {
      let place = bySource.place(member.key)
      if member.key != "*", !names.contains(member.key) {
        let wayOut = SpellingSuggestion.wayOut(for: member.key, among: names + ["*"])
        bySource.report(member.key, "unknown source '\(member.key)'; \(wayOut)")
      }
      required[member.key] = bySource.texts(member.key, example: "phone")
      checkFields(required[member.key] ?? [], at: place, object.problems)
    }
    return required
  }

  private func checkFields(_ names: [String], at place: String, _ problems: PipelineFileProblems) {
    for (index, name) in names.enumerated() {
      _ = checkField(name, at: "\(place)[\(index)]", problems: problems)
    }
  }

  private func readDimensions(
    _ object: PipelineFileObject, _ key: String, in range: ClosedRange<Double>
  ) -> [String: Double] {
    guard let dimensions = object.object(key) else { return [:] }
    var values: [String: Double] = [:]
    for dimension in DimensionWord.allCases.map(\.rawValue) {
      values[dimension] = dimensions.number(dimension, in: range)
    }
    dimensions.finish()
    return values
  }
}

// MARK: - Gates

extension PipelineFile {
  mutating func readGates(_ top: PipelineFileObject) {
    guard let objects = top.objects("gates") else { return }
    var declared: [Gate] = []
    for object in objects {
      if let gate = readGate(object) { declared.append(gate) }
      object.finish()
    }
    gates =
      Gate.defaults.filter { standard in
        !declared.contains { $0.metric == standard.metric && $0.scope == standard.scope }
      } + declared
  }

  private func readGate(_ object: PipelineFileObject) -> Gate? {
    let metric = object.word("metric", as: Gate.Metric.self)
    if object.value("metric") == nil {
      object.report(
        "metric", "the key 'metric' is missing; write one such as metric: \"completeness\"")
    }
    let range = metric?.range ?? 0...Double.infinity
    let scope = readScope(object)
    let atLeast = object.number("atLeast", in: range)
    let atMost = object.number("atMost", in: range)
    if object.value("atLeast") == nil, object.value("atMost") == nil {
      object.report("atLeast", "the gate has no bound; write atLeast: 0.9 or atMost: 0.1")
    }
    if let atLeast, let atMost, atLeast > atMost {
      object.report("atLeast", "atLeast \(atLeast) is above atMost \(atMost); nothing can pass")
    }
    return metric.map { Gate(metric: $0, scope: scope, atLeast: atLeast, atMost: atMost) }
  }

  private func readScope(_ object: PipelineFileObject) -> String {
    guard let scope = object.text("scope", example: "source:sales") else { return "all" }
    let parts = scope.split(separator: ":", maxSplits: 1).map(String.init)
    let kind = parts.first ?? ""
    guard Gate.scopeKinds.contains(kind), (parts.count == 1) == (kind == "all") else {
      let wayOut =
        Gate.scopeKinds.contains(kind)
        ? "write it like 'source:sales'"
        : SpellingSuggestion.wayOut(for: kind, among: Gate.scopeKinds)
      object.report("scope", "'scope' cannot be '\(scope)'; \(wayOut)")
      return scope
    }
    if kind == "field" {
      _ = checkField(parts[1], at: object.place("scope"), problems: object.problems)
    }
    let names = sources.map(\.name)
    if kind == "source", !names.contains(parts[1]) {
      let wayOut = SpellingSuggestion.wayOut(for: parts[1], among: names)
      object.report("scope", "unknown source '\(parts[1])'; \(wayOut)")
    }
    return scope
  }
}
