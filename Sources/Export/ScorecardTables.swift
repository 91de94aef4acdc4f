package import Vocabulary

/// Everything that a run says about quality.
package struct ScorecardTables: Sendable {
  package var table: NormalizedTable
  /// Such as 2026-06.
  package var period: String
  package var language: ReportLanguage
  package var rules: [QualityRule]
  /// The version of the rules' definitions.
  package var rulesVersion: String
  package var keepers: RecordKeepers
  package var findings: FindingTable
  package var cells: [ScoreCell]
  package var leaderboard: [LeaderboardRow]
  /// The golden ids of all parties, the first one empty.
  let goldenIDs: TextColumn
  /// By record: place in `goldenIDs` of the party that it is filed under.
  let goldenOf: [UInt32]
  /// By kind of party: the place in `goldenIDs` of its first one.
  private let firstGolden: [Party: Int]

  /// - Parameters:
  ///   - table: The records.
  ///   - period: The period that the scores are about, such as 2026-06.
  ///   - language: The language of messages and definitions.
  ///   - rules: The rules by the numbers that the findings name.
  ///   - rulesVersion: The version of the rules' definitions.
  ///   - keepers: Who keeps each record.
  ///   - findings: In the order of their records.
  ///   - cells: The rows of scorecard.csv.
  ///   - leaderboard: The rows of leaderboard.csv.
  ///   - parties: For each kind of party its clusters and the golden id of each cluster.
  package init(
    table: NormalizedTable, period: String, language: ReportLanguage, rules: [QualityRule],
    rulesVersion: String, keepers: RecordKeepers, findings: FindingTable, cells: [ScoreCell],
    leaderboard: [LeaderboardRow], parties: [(clusters: EntityClusters, goldenIDs: TextColumn)]
  ) {
    self.table = table
    self.period = period
    self.language = language
    self.rules = rules
    self.rulesVersion = rulesVersion
    self.keepers = keepers
    self.findings = findings
    self.cells = cells
    self.leaderboard = leaderboard
    var ids = TextColumn([""])
    var goldenOf = [UInt32](repeating: 0, count: table.records.count)
    var firstGolden: [Party: Int] = [:]
    for (clusters, goldenIDs) in parties {
      let mentions = table.mentions(of: clusters.party)
      firstGolden[clusters.party] = ids.count
      for mention in 0..<mentions.count where mentions.role[mention] == .subject {
        goldenOf[Int(mentions.record[mention])] =
          UInt32(ids.count) + clusters.clusterOf[mention]
      }
      let bytes = goldenIDs.bytes.span
      for cluster in 0..<goldenIDs.count {
        ids.append(bytes.extracting(goldenIDs.range(of: cluster)))
      }
    }
    self.goldenIDs = ids
    self.goldenOf = goldenOf
    self.firstGolden = firstGolden
  }

  /// By record: the number in assay.sqlite of the party that it is filed under, 0 where there is none.
  func goldenNumbers(_ places: GoldenPlaces) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: goldenIDs.count)
    for number in 0..<places.count {
      let party: Party = places.isPerson[number] ? .person : .organization
      numbers[(firstGolden[party] ?? 0) + Int(places.cluster[number])] = UInt32(number + 1)
    }
    return goldenOf.map { numbers[Int($0)] }
  }

  /// Writes findings.csv, scorecard.csv, leaderboard.csv, metrics.csv and the work lists.
  ///
  /// - Parameter folder: The path of a folder that exists; `worklists` is made in it.
  /// - Returns: What was written, in the order of the names.
  /// - Throws: `ExportError` when a file or a folder cannot be written.
  package func write(to folder: String) async throws -> [WrittenFile] {
    let text = FindingText(self)
    async let worklists = writeWorklists(text, to: folder + "/worklists")
    async let findings = writeFindings(text, to: folder + "/findings.csv")
    let small = [
      try writeScorecard(to: folder + "/scorecard.csv"),
      try writeLeaderboard(to: folder + "/leaderboard.csv"),
      try writeMetrics(to: folder + "/metrics.csv"),
    ]
    return try await (small + [findings] + worklists).sorted { $0.path < $1.path }
  }
}
