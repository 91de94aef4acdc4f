import Foundation
package import Vocabulary

/// How well a run found what the truth knows.
package struct EvaluationReport: Hashable, Sendable, Codable {
  /// The scores of one kind of party.
  package struct PartyScores: Hashable, Sendable, Codable {
    /// person, organization, or subject: the party under which each record is filed.
    package var party: String
    package var scores: ClusterScores
    package var missingFromCrosswalk: Int
    package var ambiguousKeysLeftOut: Int
    package var thresholds: [ThresholdScores]
  }

  /// What plain merging of every link from a threshold on would reach.
  ///
  /// Links that are vetoed are left out; a steward's links always count.
  package struct ThresholdScores: Hashable, Sendable, Codable {
    package var matchProbability: Double
    /// The same threshold in bits.
    package var matchWeight: Double
    package var pairwise: ClusterScores.Rates
    package var bcubed: ClusterScores.Rates
  }

  /// The run's folder.
  package var run: String
  package var parties: [PartyScores] = []
}

extension EvaluationReport {
  /// The thresholds of the curve.
  static let probabilities = [
    0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 0.99999, 0.999999,
  ]

  /// Evaluates a finished run.
  ///
  /// - Parameters:
  ///   - run: A run's folder.
  ///   - truth: The truth file.
  ///   - entities: The kinds of its entities; nil: `truth_entities.csv` beside it, if it is there.
  ///   - party: The kind of party; nil: both where the truth knows kinds, else the subjects.
  /// - Throws: `RunError` when a file cannot be read or lacks a column.
  package init(
    run: RunFolderReference, truth: String, entities: String?, party: Party?
  ) throws {
    self.run = run.folder
    let entities = entities ?? Self.entities(beside: truth)
    let knowsKinds = try entities != nil && CSVTable.header(of: truth).contains("source_record_id")
    let asked: [Party?] = party.map { [$0] } ?? (knowsKinds ? [.person, .organization] : [nil])
    for party in asked {
      let known = try EvaluationTruth(path: truth, entitiesPath: entities, party: party)
      parties.append(try Self.scores(of: run, against: known, party: party))
    }
  }

  private static func entities(beside truth: String) -> String? {
    let path = URL(fileURLWithPath: truth).deletingLastPathComponent()
      .appendingPathComponent("truth_entities.csv").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private static func scores(
    of run: RunFolderReference, against truth: EvaluationTruth, party: Party?
  ) throws -> PartyScores {
    let made = try RunClusters(run: run, truth: truth, party: party)
    return PartyScores(
      party: party?.rawValue ?? "subject",
      scores: ClusterScores(
        clusters: made.clusters, clusterCount: made.clusterCount, entities: truth.entities,
        entityCount: truth.entityCount),
      missingFromCrosswalk: made.missingCount, ambiguousKeysLeftOut: truth.ambiguousCount,
      thresholds: try made.curve(run: run, truth: truth, party: party))
  }
}

/// Where a run put the records of the truth.
private struct RunClusters {
  /// By record of the truth.
  var clusters: [Int]
  var clusterCount: Int
  var missingCount = 0
  /// The place of each record of the truth that the run names, by record key.
  private var places: [String: Int] = [:]

  init(run: RunFolderReference, truth: EvaluationTruth, party: Party?) throws {
    var placeOf: [EvaluationTruth.Key: Int] = [:]
    for (place, key) in truth.keys.enumerated() { placeOf[key] = place }
    var goldenIDs: [String: Int] = [:]
    var found = [Int?](repeating: nil, count: truth.keys.count)
    var places: [String: Int] = [:]
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
    }
    guard truth.hasSource || sources.count <= 1 else {
      throw RunError(
        .usage,
        "the truth names no source, but the run has \(sources.count); "
          + "use a truth with the columns source and source_record_id")
    }
    self.places = places
    clusterCount = goldenIDs.count
    clusters = []
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
      guard party.map({ $0.rawValue == row[0] }) ?? true, row[4] != "vetoed",
        let left = places[row[1]], let right = places[row[2]]
      else { return }
      let weight = row[4] == "steward" ? .infinity : Double(row[3]) ?? -.infinity
      links.append(Link(left: left, right: right, weight: weight))
    }
    return links.sorted { ($0.weight, $1.left, $1.right) > ($1.weight, $0.left, $0.right) }
  }
}

/// Disjoint sets of places.
private struct MergedPlaces {
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
