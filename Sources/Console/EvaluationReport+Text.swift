import Pipelines

extension EvaluationReport {
  /// The report for a person.
  var text: String {
    (parties.map(\.text) + estimates.map(\.text)).joined(separator: "\n")
  }
}

extension EvaluationReport.PartyScores {
  fileprivate var text: String {
    var text =
      "\(party): \(grouped(scores.records)) records, \(grouped(scores.entities)) entities, "
    text += "\(grouped(scores.clusters)) clusters"
    if missingFromCrosswalk > 0 {
      text += ", \(grouped(missingFromCrosswalk)) not in the crosswalk"
    }
    if ambiguousKeysLeftOut > 0 {
      text += ", \(grouped(ambiguousKeysLeftOut)) ambiguous left out"
    }
    var table = TextTable(
      ["", "precision", "recall", "F1"], [.left, .right, .right, .right])
    for (name, rates) in [
      ("pairwise", scores.pairwise), ("B-cubed", scores.bcubed), ("cluster", scores.cluster),
    ] {
      table.add([name] + rates.cells)
    }
    var curve = TextTable(
      ["merging from", "bits", "precision", "recall", "F1", "B-cubed F1"],
      [.left, .right, .right, .right, .right, .right])
    for threshold in thresholds {
      curve.add(
        [String(threshold.matchProbability), decimals(threshold.matchWeight, 2)]
          + threshold.pairwise.cells + [decimals(threshold.bcubed.f1, 4)])
    }
    let causes = errors.map { "\n" + $0.text } ?? ""
    return text + "\n" + table.text + "\n" + curve.text + causes
  }
}

extension ClusterScores.Rates {
  fileprivate var cells: [String] { [precision, recall, f1].map { decimals($0, 4) } }
}

extension EvaluationErrors {
  /// The causes for a person; nothing where nothing is wrong.
  fileprivate var text: String {
    var tables: [String] = []
    if !missed.isEmpty {
      tables.append(Self.table("missed pairs", missed.map { ($0.cause.words, $0.row) }))
    }
    if !wrong.isEmpty {
      tables.append(Self.table("wrong pairs", wrong.map { ($0.cause.words, $0.row) }))
    }
    if !missedColumns.isEmpty { tables.append(columnTable) }
    return tables.joined(separator: "\n")
  }

  private static func table(_ title: String, _ rows: [(words: String, cells: [String])]) -> String {
    var table = TextTable(
      [title, "pairs", "share", "reach accept", "such as"], [.left, .right, .right, .right, .left])
    for row in rows { table.add([row.words] + row.cells) }
    return table.text
  }

  private var columnTable: String {
    var table = TextTable(
      ["missed pairs have", "same", "similar", "different", "lacking"],
      [.left, .right, .right, .right, .right])
    for column in missedColumns {
      table.add(
        [column.column]
          + [column.same, column.similar, column.differs, column.lacking].map { percent($0) })
    }
    return table.text
  }
}

extension EvaluationErrors.CauseCount {
  /// The first two examples are enough for a person.
  fileprivate var row: [String] {
    [
      grouped(pairs), percent(share), grouped(reachAccept),
      examples.prefix(2).map { $0.joined(separator: " ~ ") }.joined(separator: ", "),
    ]
  }
}

extension MissCause {
  fileprivate var words: String {
    switch self {
    case .absent: "not in the run"
    case .otherKind: "person and organization"
    case .neverCompared: "never compared"
    case .belowReview: "below review"
    case .inReview: "in review"
    case .vetoed: "vetoed"
    case .outranked: "outranked"
    case .cut: "cut"
    case .decision: "kept apart by decision"
    }
  }
}

extension MergeCause {
  fileprivate var words: String {
    switch self {
    case .directLink: "linked directly"
    case .doubtfulLink: "doubtful by itself"
    case .chain: "through a chain"
    case .steward: "by a steward"
    }
  }
}
