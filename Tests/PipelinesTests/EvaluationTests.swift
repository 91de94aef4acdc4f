import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// The definitions word by word: over all pairs and all records.
private func naiveRates(
  _ clusters: [Int], _ entities: [Int]
) -> (pairwise: ClusterScores.Rates, bcubed: ClusterScores.Rates, cluster: ClusterScores.Rates) {
  var (made, real, right) = (0, 0, 0)
  for left in clusters.indices {
    for other in clusters.indices where other > left {
      let isMade = clusters[left] == clusters[other]
      let isReal = entities[left] == entities[other]
      made += isMade ? 1 : 0
      real += isReal ? 1 : 0
      right += isMade && isReal ? 1 : 0
    }
  }
  var (precision, recall) = (0.0, 0.0)
  for record in clusters.indices {
    let cluster = Set(clusters.indices.filter { clusters[$0] == clusters[record] })
    let entity = Set(entities.indices.filter { entities[$0] == entities[record] })
    let both = Double(cluster.intersection(entity).count)
    precision += both / Double(cluster.count)
    recall += both / Double(entity.count)
  }
  let groups = { (labels: [Int]) in
    Set(labels.indices.map { index in Set(labels.indices.filter { labels[$0] == labels[index] }) })
  }
  let exact = groups(clusters).intersection(groups(entities)).count
  let count = Double(max(1, clusters.count))
  return (
    .init(
      precision: made == 0 ? 1 : Double(right) / Double(made),
      recall: real == 0 ? 1 : Double(right) / Double(real)),
    .init(precision: precision / count, recall: recall / count),
    .init(
      precision: Double(exact) / Double(max(1, groups(clusters).count)),
      recall: Double(exact) / Double(max(1, groups(entities).count)))
  )
}

@Suite struct ClusterScoresTests {
  @Test(arguments: UInt64(0)..<100)
  func `equals the definitions over all pairs`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let count = next(25)
    let entities = (0..<count).map { _ in next(9) }
    let clusters = entities.map { next(4) == 0 ? next(9) : $0 }
    let scores = ClusterScores(
      clusters: clusters, clusterCount: 9, entities: entities, entityCount: 9)
    let expected = naiveRates(clusters, entities)
    for (found, wanted) in [
      (scores.pairwise, expected.pairwise), (scores.bcubed, expected.bcubed),
      (scores.cluster, expected.cluster),
    ] {
      #expect(abs(found.precision - wanted.precision) < 1e-12)
      #expect(abs(found.recall - wanted.recall) < 1e-12)
      #expect(abs(found.f1 - wanted.f1) < 1e-12)
    }
  }

  @Test func `no record scores as nothing wrong in pairs`() {
    let scores = ClusterScores(clusters: [], clusterCount: 0, entities: [], entityCount: 0)
    #expect(scores.pairwise.f1 == 1)
    #expect(scores.bcubed.f1 == 0)
    #expect(scores.records == 0)
  }

  @Test func `the truth itself scores 1 everywhere`() {
    let scores = ClusterScores(
      clusters: [0, 1, 1, 2], clusterCount: 3, entities: [2, 0, 0, 1], entityCount: 3)
    #expect(scores.pairwise.f1 == 1 && scores.bcubed.f1 == 1 && scores.cluster.f1 == 1)
    #expect(scores.exactClusters == 3 && scores.overMergedClusters == 0)
  }
}

@Suite struct EvaluationReportTests {
  private let crosswalk = """
    record_key,source,source_record_id,file,row_number,party,role,golden_id,match_probability,decided_by
    a/1,a,1,a.csv,1,person,subject,P1,0.99,model
    a/2,a,2,a.csv,2,person,subject,P1,0.99,model
    a/3,a,3,a.csv,3,organization,subject,O1,,single
    a/3,a,3,a.csv,3,person,contact,P2,,single
    b/1,b,1,b.csv,1,person,subject,P2,0.99,model
    b/1,b,1,b.csv,1,organization,employer,O1,0.99,model

    """
  private let links = """
    party,left,right,match_weight,match_probability,blocking_rule,outcome
    person,a/1,a/2,12.0,0.9998,0,merged
    person,a/2,b/1,3.0,0.8889,0,review
    person,a/3,b/1,40.0,1,0,vetoed

    """
  private let truth = """
    source,source_record_id,row_number,entity_id,contact_entity_id,line,tags
    a,1,1,E1,,2,
    a,2,2,E1,,3,
    a,3,3,E3,E2,4,
    b,1,1,E1,,2,

    """
  private let entities = """
    entity_id,kind,canonical_name
    E1,person,x
    E2,person,y
    E3,company,z

    """

  private func request(
    _ truth: String, entities: String? = nil, party: Party? = nil
  ) -> EvaluationRequest {
    var request = EvaluationRequest(truth: truth, party: party)
    request.entities = entities
    return request
  }

  private func run(in folder: TemporaryFolder) throws -> RunFolderReference {
    try folder.write("runs/r/manifest.json", "{}")
    try folder.write("runs/r/crosswalk.csv", crosswalk)
    try folder.write("runs/r/links.csv", links)
    return try RunFolderReference(folder.path + "/runs/r")
  }

  @Test func `persons and organizations are compared apart`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("truth_records.csv", truth)
    try folder.write("truth_entities.csv", entities)
    let report = try await EvaluationReport(run: run(in: folder), request(path))
    #expect(report.parties.map(\.party) == ["person", "organization"])
    let persons = report.parties[0]
    #expect(persons.scores.records == 4)
    #expect(persons.scores.truePairs == 3)
    #expect(persons.scores.madePairs == 2)
    #expect(persons.scores.rightPairs == 1)
    #expect(persons.missingFromCrosswalk == 0)
    #expect(report.parties[1].scores.records == 1)
  }

  @Test func `the curve merges by weight alone, vetoed links left out`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("truth.csv", truth)
    let kinds = try folder.write("kinds.csv", entities)
    let report = try await EvaluationReport(
      run: run(in: folder), request(path, entities: kinds, party: .person))
    let recall = Dictionary(
      uniqueKeysWithValues: report.parties[0].thresholds.map {
        ($0.matchProbability, $0.pairwise.recall)
      })
    #expect(recall[0.5] == 1)
    #expect(recall[0.8] == 1)
    #expect(recall[0.9] == 1.0 / 3)
    #expect(recall[0.999] == 1.0 / 3)
    #expect(recall[0.9999] == 0)
    #expect(report.parties[0].thresholds.allSatisfy { $0.pairwise.precision == 1 })
  }

  @Test func `without kinds the subjects are compared`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("truth.csv", truth)
    let report = try await EvaluationReport(run: run(in: folder), request(path))
    #expect(report.parties.map(\.party) == ["subject"])
    #expect(report.parties[0].scores.clusters == 3)
  }

  @Test func `a truth over one source needs no source column`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("runs/r/manifest.json", "{}")
    let rows = crosswalk.split(separator: "\n").filter { !$0.hasPrefix("b/") }
    try folder.write("runs/r/crosswalk.csv", rows.joined(separator: "\n") + "\n")
    try folder.write("runs/r/links.csv", links)
    let path = try folder.write("truth.csv", "record_id,entity_id\n1,x\n2,x\n3,y\n4,y\n")
    let report = try await EvaluationReport(
      run: RunFolderReference(folder.path + "/runs/r"), request(path, party: .person))
    #expect(report.parties[0].scores.records == 4)
    #expect(report.parties[0].missingFromCrosswalk == 1)
    #expect(report.parties[0].scores.pairwise.recall == 0.5)
  }

  @Test func `keys that stand for two entities are left out`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "truth.csv", "source,source_record_id,entity_id\na,1,x\na,1,y\na,2,x\nb,1,x\n")
    let report = try await EvaluationReport(run: run(in: folder), request(path))
    #expect(report.parties[0].ambiguousKeysLeftOut == 1)
    #expect(report.parties[0].scores.records == 2)
  }

  @Test func `a truth without its columns says which is missing`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("truth.csv", "id,entity\n1,2\n")
    let run = try run(in: folder)
    await #expect {
      try await EvaluationReport(run: run, request(path))
    } throws: {
      "\($0)".contains("no column 'record_id' among 'id, entity'")
    }
  }
}

@Suite struct RunFolderReferenceTests {
  @Test func `a run is found by its folder, its output folder or its id`() throws {
    let folder = try TemporaryFolder()
    try folder.write("runs/r1/manifest.json", "{}")
    let expected = URL(fileURLWithPath: folder.path + "/runs/r1").resolvingSymlinksInPath().path
    #expect(try RunFolderReference(folder.path + "/runs/r1").folder == expected)
    #expect(try RunFolderReference(folder.path + "/r1").folder == expected)
    #expect {
      try RunFolderReference(folder.path)
    } throws: {
      "\($0)".contains("no run was published here yet")
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/current", withDestinationPath: "runs/r1")
    #expect(try RunFolderReference(folder.path).folder == expected)
  }

  @Test func `a name that leads nowhere says how to name a run`() {
    #expect(throws: RunFolderReference.Failure.self) { try RunFolderReference("/nowhere/at/all") }
  }
}

@Suite struct CSVTableTests {
  private func cells(_ text: String, _ columns: [String]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let path = try folder.write("t.csv", text)
    var rows: [[String]] = []
    try CSVTable.forEachRow(of: path, columns: columns) { rows.append($0) }
    return rows
  }

  @Test func `columns come in the order in which they are asked for`() throws {
    let text = "\u{feff}a,b,c\r\n1,\"x,\"\"y\"\"\nz\",3\r\n\r\n4,5\" pipe,6"
    #expect(try cells(text, ["c", "b"]) == [["3", "x,\"y\"\nz"], ["6", "5\" pipe"]])
    #expect(try cells(text, ["c"]) == [["3"], ["6"]])
  }

  @Test(arguments: ["", "a,b", "a,b\n"])
  func `a table without rows has none`(text: String) throws {
    #expect(try cells(text, text.isEmpty ? [] : ["a"]).isEmpty)
  }

  @Test func `the mark against execution is taken off once`() throws {
    #expect(
      try cells("a\n'=1\n''-x\n'tis\n'＝1\n", ["a"]) == [["=1"], ["'-x"], ["'tis"], ["＝1"]])
  }

  @Test func `a long file is read across its chunks`() throws {
    let rows = (0..<60_000).map { "\($0),\"value, \($0)\",tail\($0)\n" }
    let found = try cells("n,v,t\n" + rows.joined(), ["t", "v"])
    #expect(found.count == 60_000)
    #expect(found.enumerated().allSatisfy { $1 == ["tail\($0)", "value, \($0)"] })
  }

  @Test func `an open quote is an error with its line`() throws {
    #expect {
      try cells("a\nx\n\"y\n", ["a"])
    } throws: {
      "\($0)".contains("t.csv:3: error: a quote is never closed")
    }
  }
}

@Suite struct GoldenRecordViewTests {
  private func run(in folder: TemporaryFolder) throws -> RunFolderReference {
    try folder.write("manifest.json", "{}")
    try folder.write(
      "golden.csv", "golden_id,party,name,phone,phones\nP1,person,张伟,+86135,+86135;+86136\n")
    try folder.write(
      "crosswalk.csv",
      """
      record_key,source,source_record_id,file,row_number,party,role,golden_id,match_probability,decided_by
      a/1,a,1,a.csv,1,person,subject,P1,0.99,model
      b/1,b,1,b.csv,7,person,contact,P1,0.99,model

      """)
    try folder.write(
      "claims.csv",
      """
      golden_id,party,field,value,raw_value,record_key,first_seen,last_seen,current,survives,rule
      P1,person,name,张伟,张 伟,a/1,2026-01-01,2026-02-01,true,true,mostComplete
      P2,person,name,李,李,a/9,2026-01-01,2026-02-01,true,true,valid

      """)
    try folder.write(
      "redirects.csv",
      "old_golden_id,current_golden_id,reason,since\nP7,P8,merged,2026-01-01\nP8,P1,merged,2026-01-02\nP9,,retired,2026-01-03\n"
    )
    return try RunFolderReference(folder.path)
  }

  @Test func `a golden record comes with its members and claims`() throws {
    let folder = try TemporaryFolder()
    let view = try GoldenRecordView(id: "P1", run: run(in: folder))
    #expect(view.party == "person")
    #expect(view.fields.map(\.field) == ["name", "phone", "phones"])
    #expect(view.members.map(\.recordKey) == ["a/1", "b/1"])
    #expect(view.claims.map(\.rule) == ["mostComplete"])
    #expect(view.redirects.isEmpty)
  }

  @Test func `a former golden id leads to the current one`() throws {
    let folder = try TemporaryFolder()
    let view = try GoldenRecordView(id: "P7", run: run(in: folder))
    #expect(view.goldenID == "P1")
    #expect(view.redirects.map(\.from) == ["P7", "P8"])
  }

  @Test(arguments: [("P9", "is retired"), ("P3", "no golden record of this run has this id")])
  func `an id without a record says so`(id: String, words: String) throws {
    let folder = try TemporaryFolder()
    let run = try run(in: folder)
    #expect {
      try GoldenRecordView(id: id, run: run)
    } throws: {
      "\($0)".contains(words)
    }
  }
}
