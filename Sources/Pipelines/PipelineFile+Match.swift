import Match
import Vocabulary

extension PipelineFile {
  mutating func readMatch(_ top: PipelineFileObject) {
    guard let match = top.object("match") else { return }
    var shared = MatchSettings()
    readMatch(match, into: &shared)
    (persons, organizations) = (shared, shared)
    if let person = match.object("person") {
      readMatch(person, into: &persons)
      checkOrder(person, persons)
      checkMode(person, persons)
      person.finish()
    }
    if let organization = match.object("organization") {
      readMatch(organization, into: &organizations)
      checkOrder(organization, organizations)
      checkMode(organization, organizations)
      organization.finish()
    }
    checkOrder(match, shared)
    checkMode(match, shared)
    match.finish()
  }

  /// Linking needs two sources, of which one holds no party twice.
  private func checkMode(_ object: PipelineFileObject, _ settings: MatchSettings) {
    guard settings.mode == .link, object.value("mode") != nil else { return }
    if sources.count < 2 {
      object.report(
        "mode",
        "'link' joins records of different sources, and there is one; write \"dedupe\" or add a source"
      )
    } else if sources.allSatisfy({ $0.duplicateFree == false }) {
      object.report(
        "mode",
        "'link' needs a source without duplicates; write \"dedupe\" "
          + "or leave out 'duplicateFree: false' at one of the sources")
    }
  }

  private func checkOrder(_ object: PipelineFileObject, _ settings: MatchSettings) {
    let (accept, review) = (settings.accept.value, settings.review.value)
    // Reported where one of the two is written, so that an override is not blamed for what it inherits.
    guard review > accept, object.value("review") != nil || object.value("accept") != nil else {
      return
    }
    object.report(
      object.value("review") == nil ? "accept" : "review",
      "review \(review) is above accept \(accept); a pair is asked about below the bound that merges it"
    )
  }

  private func readMatch(_ object: PipelineFileObject, into settings: inout MatchSettings) {
    if let accept = object.number("accept", in: 0...1) { settings.accept = Probability(accept) }
    if let review = object.number("review", in: 0...1) { settings.review = Probability(review) }
    if let model = object.text("model", example: "auto") {
      settings.model = model == "auto" ? .automatic : .file(model)
      if model != "auto", !model.lowercased().hasSuffix(".json") {
        object.report("model", "'model' cannot be '\(model)'; write \"auto\" or a .json file")
      }
    }
    settings.mode = object.word("mode", as: MatchSettings.Mode.self) ?? settings.mode
    if let retrain = object.word("retrain", as: MatchSettings.Retrain.self) {
      settings.retrain = retrain
    }
    if settings.retrain == .drift, case .file = settings.model {
      object.report(
        object.value("retrain") == nil ? "model" : "retrain",
        "a model of a file is never trained again; write retrain: \"never\", or model: \"auto\"")
    }
    settings.block = readBlock(object) ?? settings.block
    settings.compare = readCompare(object) ?? settings.compare
  }

  private func readBlock(_ object: PipelineFileObject) -> [[String]]? {
    guard let value = object.value("block") else { return nil }
    guard case .list(let rules) = value, !rules.isEmpty else {
      object.report(
        "block",
        "'block' must be a list of blocking rules, not \(value.kind); "
          + "write one such as [[\"surname\", \"birth_date\"], [\"phone\"]]")
      return nil
    }
    var block: [[String]] = []
    for (index, rule) in rules.enumerated() {
      let place = object.place("block") + "[\(index)]"
      guard
        let fields = PipelineFileObject.texts(
          rule, at: place, example: "phone", problems: object.problems)
      else { continue }
      for name in fields where checkField(name, at: place, problems: object.problems) {
        guard let index = schema.index(of: name), !isEvidence(schema.fields[index]) else {
          continue
        }
        object.problems.report(place, "'\(name)' is no evidence of who a party is")
      }
      block.append(fields)
    }
    return block
  }

  private func isEvidence(_ field: Field) -> Bool {
    field.isEvidence && !Self.evidenceKinds(of: field.kind).isEmpty
  }

  private func readCompare(_ object: PipelineFileObject) -> [String: [String]]? {
    guard let compare = object.object("compare") else { return nil }
    var comparisons: [String: [String]] = [:]
    for member in compare.members {
      let isKnown = checkField(
        member.key, at: compare.place(member.key), problems: compare.problems)
      let field = isKnown ? schema.index(of: member.key).map { schema.fields[$0] } : nil
      if let field, !isEvidence(field) {
        compare.report(member.key, "'\(field.name)' is no evidence of who a party is")
        continue
      }
      guard let comparison = compare.object(member.key) else { continue }
      if comparison.value("levels") == nil {
        comparison.report(
          "levels", "the key 'levels' is missing; write one such as levels: [\"exact\"]")
      }
      let levels = comparison.texts("levels", example: "jaroWinkler>=0.92") ?? []
      for (index, level) in levels.enumerated() {
        guard let field, let problem = problem(ofLevel: level, for: field) else { continue }
        comparison.report("levels[\(index)]", problem)
      }
      comparison.finish()
      comparisons[member.key] = levels.compactMap { ComparisonLevel($0)?.description }
    }
    return comparisons
  }
}
