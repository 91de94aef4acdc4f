import Cluster
import Export
import Golden
import Scorecard
import Vocabulary

/// What became of every decision in a run.
struct DecisionLedger: Sendable {
  let decisions: Decisions
  /// By line.
  private(set) var status: [DecisionStatus]
  /// By line: the lines that contradict it.
  private(set) var conflicts: [[Int]]
  /// By line: what a steward should know besides.
  private(set) var notes: [Phrase?]
  /// The decisions that contradict each other, each contradiction once.
  private(set) var disputes: [DecisionDispute] = []
  /// Values that stewards fixed, and how they stand among the claims.
  private var fixed: [Party: [StewardValue]] = [:]
  private(set) var claims: [StewardClaim] = []
  /// By identifier: the line that settles a finding.
  private let findingLines: [UInt64: Int]
  /// By question id: the line that settles it.
  private let questionLines: [String: Int]

  /// Compares the decisions with what match and cluster made of them.
  init(_ decisions: Decisions, _ table: NormalizedTable, _ resolved: ResolvedParties) {
    self.decisions = decisions
    let lines = decisions.lines
    status = decisions.isInForce.map { $0 ? .followed : .revoked }
    conflicts = lines.map { _ in [] }
    notes = lines.map { _ in nil }
    var (findings, questions): ([UInt64: Int], [String: Int]) = ([:], [:])
    for index in decisions.inForce(.ignore) {
      if let finding = lines[index].settledFinding {
        findings[finding] = index
      } else {
        questions[Self.question(of: lines[index])] = index
      }
      status[index] = .waiting
    }
    (findingLines, questionLines) = (findings, questions)
    checkRevocations()
    for party in Party.allCases { checkPairs(resolved[party], table) }
    checkKinds(table)
    for party in Party.allCases { checkValues(of: party, resolved[party], table) }
  }

  /// The id of the question that an `ignore` is about.
  private static func question(of line: Decision) -> String {
    guard line.value.isEmpty, let party = line.party else { return line.value }
    return ReviewQuestion.id(party, [line.left, line.right])
  }

  func values(of party: Party) -> [StewardValue] { fixed[party] ?? [] }

  var settledFindings: Set<UInt64> { Set(findingLines.keys) }

  /// Whether a steward wants a question asked no more.
  func settles(_ question: String) -> Bool { questionLines[question] != nil }

  /// Whether any question is settled at all.
  var settlesQuestions: Bool { !questionLines.isEmpty }

  /// Notes which findings and questions the run met and left alone.
  mutating func note(settledFindings: FindingTable, settledQuestions: Set<String>) {
    for finding in 0..<(findingLines.isEmpty ? 0 : settledFindings.count) {
      if let line = findingLines[settledFindings.identifier[finding]] { status[line] = .followed }
    }
    for question in settledQuestions {
      if let line = questionLines[question] { status[line] = .followed }
    }
  }

  // MARK: - What contradicts what

  private mutating func checkRevocations() {
    let ids = Set(decisions.lines.map(\.id))
    for (index, line) in decisions.lines.enumerated()
    where !line.revokes.isEmpty && !ids.contains(line.revokes) {
      if line.verb == nil { status[index] = .waiting }
      notes[index] = Phrase("要撤销的决定不存在", "the decision that it takes back does not exist")
    }
  }

  private mutating func contradict(
    _ left: [Int], _ right: [Int], _ party: Party, _ table: NormalizedTable
  ) {
    for one in left { add(right, to: one) }
    for one in right { add(left, to: one) }
    if let first = left.first { disputes.append(dispute(first, left + right, party, table)) }
  }

  private mutating func add(_ others: [Int], to line: Int) {
    status[line] = .conflict
    conflicts[line] = Set(conflicts[line] + others.filter { $0 != line }).sorted()
  }

  /// A contradiction about the records of one line.
  private func dispute(
    _ line: Int, _ all: [Int], _ party: Party, _ table: NormalizedTable
  ) -> DecisionDispute {
    let lines = all.map { decisions.lines[$0] }
    let names = lines.map { "\($0.id) \($0.verb?.rawValue ?? "") (\($0.by))" }
    let isOne = Set(lines.map(\.by)).count == 1
    let list = names.joined(separator: ", ")
    let (left, right) = (decisions.lines[line].left, decisions.lines[line].right)
    let keys = table.records.recordKey
    return DecisionDispute(
      party: party, left: left, right: right.isEmpty ? left : right, lines: all,
      finding: DisputedRecord(
        record: UInt32(keys.place(of: left) ?? 0), other: keys.place(of: right).map(UInt32.init),
        field: table.records.schema.index(of: decisions.lines[line].field)),
      reason: Phrase(
        (isOne ? "决定互相矛盾：" : "管理员意见不一：") + list,
        (isOne ? "decisions contradict each other: " : "stewards disagree: ") + list))
  }

  private mutating func checkPairs(_ resolved: ResolvedParty, _ table: NormalizedTable) {
    let (rulings, resolution) = (resolved.rulings, resolved.resolution)
    let party = resolution.clusters.party
    let lines = decisions.lines
    for verb in [Decision.Verb.same, .different, .detach] {
      for index in decisions.inForce(verb)
      where lines[index].party == party && rulings.pairs[index] == nil
        && rulings.detached[index] == nil
      {
        wait(index)
      }
    }
    func places(_ pairs: [MentionPair], _ verb: Decision.Verb) -> [Int] {
      let wanted = Set(pairs)
      return rulings.pairs.filter { lines[$0.key].verb == verb && wanted.contains($0.value) }
        .keys.sorted()
    }
    for conflict in resolution.conflicts {
      contradict(
        places([conflict.different], .different), places(conflict.same, .same), party, table)
    }
    for back in resolution.returns {
      let detaching = rulings.detached.filter { $0.value == back.mention }.keys.sorted()
      contradict(places(back.same, .same), detaching, party, table)
    }
    for veto in resolution.overruled {
      for index in places([veto.decision], .same) {
        notes[index] =
          switch veto.ground {
          case .identifier(let field):
            Phrase(
              "压过了不同的 \(resolution.exclusiveColumns[field])",
              "overrules different values of \(resolution.exclusiveColumns[field])")
          case .duplicateFreeSource:
            Phrase("压过了来源无重复的声明", "overrules that the source has no duplicates")
          }
      }
    }
  }

  private mutating func wait(_ line: Int) {
    status[line] = .waiting
    notes[line] = Phrase("记录本次不在", "a record that it names is not in this run")
  }

  private mutating func checkKinds(_ table: NormalizedTable) {
    let contested = decisions.contestedKinds
    let lines = decisions.lines
    let keys = table.records.recordKey
    var said: [String: [Int]] = [:]
    for index in decisions.inForce(.kind) {
      guard keys.place(of: lines[index].left) != nil else {
        wait(index)
        continue
      }
      if contested.contains(lines[index].left) {
        said[lines[index].left, default: []].append(index)
        continue
      }
      guard let party = lines[index].decidedKind else { continue }
      let mentions = table.mentions(of: party)
      let mention = mentions.mention(ofKey: lines[index].left, in: keys)
      if mention.map({ mentions.role[Int($0)] }) != .subject {
        status[index] = .noEffect
        notes[index] = Phrase("该流水线只有一种主体", "the pipeline knows one kind of party only")
      }
    }
    for (_, all) in said.sorted(by: { $0.key < $1.key }) {
      let party: Party =
        table.persons.mention(ofKey: lines[all[0]].left, in: keys) == nil
        ? .organization : .person
      contradict([all[0]], Array(all.dropFirst()), party, table)
      for one in all {
        add(all.filter { lines[$0].decidedKind != lines[one].decidedKind }, to: one)
      }
    }
  }

  private mutating func checkValues(
    of party: Party, _ resolved: ResolvedParty, _ table: NormalizedTable
  ) {
    let schema = table.records.schema
    let mentions = table.mentions(of: party)
    let targets = GoldenFields(schema: schema, party: party).target
    var groups: [MentionPlace: [Int]] = [:]
    for index in decisions.inForce(.value) where decisions.lines[index].party == party {
      let line = decisions.lines[index]
      guard let field = schema.index(of: line.field),
        let mention = mentions.mention(ofKey: line.left, in: table.records.recordKey)
      else {
        wait(index)
        continue
      }
      let cluster = resolved.resolution.clusters.clusterOf[Int(mention)]
      groups[MentionPlace(cluster: cluster, field: targets[field]), default: []].append(index)
    }
    let ordered = groups.sorted { ($0.key.cluster, $0.key.field) < ($1.key.cluster, $1.key.field) }
    for (place, all) in ordered {
      let values = Set(all.map { decisions.lines[$0].canonical })
      guard values.count == 1, let first = all.first else {
        contradict([all[0]], Array(all.dropFirst()), party, table)
        for one in all {
          let other = all.filter {
            decisions.lines[$0].canonical != decisions.lines[one].canonical
          }
          conflicts[one] = other
        }
        continue
      }
      let line = decisions.lines[first]
      guard let record = table.records.recordKey.place(of: line.left) else { continue }
      fixed[party, default: []].append(
        StewardValue(record: UInt32(record), field: place.field, value: line.canonical))
      for index in all {
        let line = decisions.lines[index]
        claims.append(
          StewardClaim(
            party: party, cluster: place.cluster, field: place.field, value: line.canonical,
            rawValue: schema.fields[place.field].isSensitive ? line.canonical : line.value,
            decisionID: line.id, day: line.at))
      }
    }
  }

  private struct MentionPlace: Hashable {
    var cluster: UInt32
    var field: Int
  }
}

/// Decisions about a record, or a pair of records, that contradict each other.
struct DecisionDispute: Hashable, Sendable {
  var party: Party
  /// Record keys; both are the same where one record is meant.
  var left: String
  var right: String
  /// The places of the decisions.
  var lines: [Int]
  /// How the scorecard knows it.
  var finding: DisputedRecord
  var reason: Phrase
}
