import Vocabulary

/// Where a run put the records of the truth.
struct RunClusters {
  /// By record of the truth.
  private(set) var clusters: [Int] = []
  private(set) var clusterCount = 0
  var missingCount = 0
  /// The place of each record of the truth that the run names, by record key.
  private(set) var places: [String: Int] = [:]
  /// By place: the record key, and the party that the record is filed under there; nil where the run
  /// does not name it.
  private(set) var recordKeys: [String?]
  private(set) var parties: [Party?]

  init(run: RunFolderReference, truth: EvaluationTruth, party: Party?) throws {
    var placeOf: [EvaluationTruth.Key: Int] = [:]
    for (place, key) in truth.keys.enumerated() { placeOf[key] = place }
    var goldenIDs: [String: Int] = [:]
    var found = [Int?](repeating: nil, count: truth.keys.count)
    var places: [String: Int] = [:]
    recordKeys = [String?](repeating: nil, count: truth.keys.count)
    parties = [Party?](repeating: nil, count: truth.keys.count)
    var sources: Set<String> = []
    try CSVTable.forEachRow(
      of: run.path("crosswalk.csv"),
      columns: [
        "record_key", "source", "source_record_id", "row_number", "party", "role", "golden_id",
      ]
    ) { row in
      guard party.map({ $0.rawValue == row[4] }) ?? (row[5] == MentionRole.subject.rawValue) else {
        return
      }
      sources.insert(row[1])
      let key = EvaluationTruth.Key(
        source: truth.hasSource ? row[1] : nil, id: row[2], row: truth.hasRow ? row[3] : nil)
      guard let place = placeOf[key], !row[6].isEmpty else { return }
      let cluster = goldenIDs[row[6], default: goldenIDs.count]
      goldenIDs[row[6]] = cluster
      found[place] = cluster
      places[row[0]] = place
      recordKeys[place] = row[0]
      parties[place] = Party(rawValue: row[4])
    }
    guard truth.hasSource || sources.count <= 1 else {
      throw RunError(
        .usage,
        "the truth names no source, but the run has \(sources.count); "
          + "use a truth with the columns source and source_record_id")
    }
    self.places = places
    clusterCount = goldenIDs.count
    for cluster in found {
      clusters.append(cluster ?? clusterCount)
      if cluster == nil {
        clusterCount += 1
        missingCount += 1
      }
    }
  }

  /// The scores of plain merging, threshold by threshold.
  func curve(
    run: RunFolderReference, truth: EvaluationTruth, party: Party?
  ) throws -> [EvaluationReport.ThresholdScores] {
    let links = try links(of: run, party: party)
    var sets = MergedPlaces(count: truth.keys.count)
    var next = 0
    var curve: [EvaluationReport.ThresholdScores] = []
    for probability in EvaluationReport.probabilities.reversed() {
      let threshold = MatchWeight(Probability(probability)).bits
      while next < links.count, links[next].weight >= threshold {
        sets.merge(links[next].left, links[next].right)
        next += 1
      }
      let scores = ClusterScores(
        clusters: truth.keys.indices.map { sets.root(of: $0) }, clusterCount: truth.keys.count,
        entities: truth.entities, entityCount: truth.entityCount)
      curve.append(
        EvaluationReport.ThresholdScores(
          matchProbability: probability, matchWeight: threshold, pairwise: scores.pairwise,
          bcubed: scores.bcubed))
    }
    return curve.reversed()
  }

  private struct Link {
    var left: Int
    var right: Int
    var weight: Double
  }

  /// The links between records of the truth, strongest first.
  private func links(of run: RunFolderReference, party: Party?) throws -> [Link] {
    var links: [Link] = []
    try CSVTable.forEachRow(
      of: run.path("links.csv"), columns: ["party", "left", "right", "match_weight", "outcome"]
    ) { row in
      guard party.map({ $0.rawValue == row[0] }) ?? true, row[4] != "vetoed", row[4] != "outranked",
        let left = places[row[1]], let right = places[row[2]]
      else { return }
      let weight = row[4] == "steward" ? .infinity : Double(row[3]) ?? -.infinity
      links.append(Link(left: left, right: right, weight: weight))
    }
    return links.sorted { ($0.weight, $1.left, $1.right) > ($1.weight, $0.left, $0.right) }
  }
}

/// Disjoint sets of places.
struct MergedPlaces {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of place: Int) -> Int {
    var root = place
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func merge(_ left: Int, _ right: Int) {
    let (a, b) = (root(of: left), root(of: right))
    parents[max(a, b)] = min(a, b)
  }
}
