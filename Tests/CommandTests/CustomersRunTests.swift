import Foundation
import TestSupport
import Testing

/// The main job over the four exports of Fixtures/customers.
@Suite(.customersRun) struct CustomersRunTests {
  private let night: PipelineFolder
  private let outcome: Outcome

  init() throws {
    let run = try #require(CustomersRun.current)
    (night, outcome) = (run.night, run.outcome)
  }

  private func truth(_ name: String) throws -> ResultTable {
    try ResultTable(path: Repository.fixture("customers/" + name))
  }

  @Test func `it ends with 0, the summary on stdout and the stages on stderr`() throws {
    #expect(outcome.status == 0)
    for word in ["sales", "finance", "service", "hubspot", "persons", "organizations"] {
      #expect(outcome.stdout.contains(word), "\(word)")
    }
    let run = try #require(night.currentRun())
    #expect(outcome.stdout.contains("/out/runs/" + run))
    for stage in [
      "ingest", "normalize", "match organizations", "match persons", "golden", "score", "write",
    ] {
      #expect(outcome.stderr.contains(stage + ": "), "\(stage)")
    }
  }

  struct Expected: Sendable, CustomTestStringConvertible {
    var file: String
    var header: String

    init(_ file: String, _ header: String) { (self.file, self.header) = (file, header) }

    var testDescription: String { file }
  }

  @Test(arguments: [
    Expected(
      "golden.csv",
      "golden_id,party,party_name,contact,name,honorific,title,company,wechat,uscc,resident_id,"
        + "birth_date,bank_account,country,province,city,district,address,postcode,level,channel,"
        + "industry,receivable,note,phone,phones,email,emails,owners,owner_count,record_count,"
        + "source_count,first_seen,last_seen,confidence"),
    Expected(
      "crosswalk.csv",
      "record_key,source,source_record_id,file,row_number,party,role,golden_id,match_probability,"
        + "decided_by"),
    Expected("redirects.csv", "old_golden_id,current_golden_id,reason,since"),
    Expected(
      "affiliations.csv",
      "person_golden_id,organization_golden_id,title,first_seen,last_seen,current"),
    Expected(
      "claims.csv",
      "golden_id,party,field,value,raw_value,record_key,first_seen,last_seen,current,survives,rule"
    ),
    Expected(
      "links.csv",
      "party,left,right,match_weight,match_probability,blocking_rule,outcome"),
    Expected(
      "review.csv",
      "question_id,party,left,right,left_golden_id,right_golden_id,match_probability,stake,reasons"
    ),
    Expected("identity_changes.csv", "change,golden_id,from,to,records_moved,cause"),
    Expected("quarantine.csv", "source,file,line,byte,column,code,message,raw"),
    Expected(
      "findings.csv",
      "finding_id,class,dimension,rule,counted,record_key,file,row_number,golden_id,"
        + "other_record_key,field,raw_value,owner,employee_no,team,branch,severity,message,"
        + "suggestion,status,first_seen"),
    Expected(
      "scorecard.csv",
      "period,population,scope_kind,scope_id,scope,source,field,dimension,rule,units,passed,"
        + "failed,excluded,score,lower,upper,previous"),
    Expected(
      "leaderboard.csv",
      "period,population,peer_group,rank,owner,employee_no,team,units,excluded,score,lower,upper,"
        + "suspect_units,late_units,eligible,reason,award,provisional"),
    Expected(
      "metrics.csv",
      "rule,definition,dimension,class,numerator,denominator,exclusions,weight,version"),
  ])
  func `a file of the contract has its columns, and the manifest counts its rows`(
    _ expected: Expected
  ) throws {
    let text = try night.folder.read("out/current/" + expected.file)
    #expect(text.prefix { $0 != "\n" } == expected.header)
    let table = ResultTable(text: text)
    #expect(text.hasSuffix("\n") && !table.rows.contains { $0.last?.hasSuffix("\r") == true })
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
    let output = try night.manifest().outputs.first { $0.file == expected.file }
    #expect(output?.rows == table.rows.count)
  }

  @Test func `golden records are in NDJSON what they are in CSV`() throws {
    let lines = try night.folder.read("out/current/golden.ndjson").split(separator: "\n")
    let ids = try lines.map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["golden_id"]
        as? String
    }
    #expect(try night.table("golden.csv").column("golden_id") == ids)
    #expect(ids.count == Set(ids).count)
  }

  @Test func `the page about matching shows the run, and no value of a customer in clear`() throws {
    let page = try night.bytes("out/current/report/match.html")
    let text = String(decoding: page, as: UTF8.self)
    #expect(try night.manifest().outputs.contains { $0.file == "report/match.html" })
    let persons = try night.table("crosswalk.csv").column("party").count { $0 == "person" }
    #expect(persons > 1000 && text.contains("\(persons / 1000),"))
    let shown = text.matches(of: #/<span class="value">([^<]*)<\/span>/#).map { String($0.1) }
    #expect(shown.count > 20)
    for part in shown.flatMap({ $0.components(separatedBy: "; ") }) {
      #expect(part == "…" || part.contains("**") && part.count <= 6, "\(part)")
    }
    let golden = try night.table("golden.csv").columns(
      "name", "company", "phone", "email", "wechat")
    let values = Set(golden.prefix(400).joined()).filter { $0.utf8.count > 5 }
    #expect(values.count > 400)
    for value in values { #expect(page.range(of: Data(value.utf8)) == nil, "\(value)") }
  }

  @Test func `every row of every source is accounted for`() throws {
    let manifest = try night.manifest()
    #expect(manifest.status == "published")
    #expect(manifest.accounting.map(\.source) == ["sales", "finance", "service", "hubspot"])
    let records = try truth("truth_records.csv").column("source")
    let malformed = try truth("truth_malformed.csv").column("source")
    for source in manifest.accounting {
      #expect(source.balanced)
      #expect(
        source.read
          == source.records + source.quarantined + source.skipped.values.reduce(0, +))
      #expect(source.records == records.count { $0 == source.source })
      #expect(source.quarantined == malformed.count { $0 == source.source })
    }
    #expect(manifest.accounting[1].skipped == ["title": 2, "total": 1])
  }

  @Test func `quarantine is the malformed rows, each with its line`() throws {
    func places(_ table: ResultTable) -> Set<[String]> { Set(table.columns("source", "line")) }
    let quarantine = try night.table("quarantine.csv")
    #expect(quarantine.rows.count == places(quarantine).count)
    #expect(try places(quarantine) == places(truth("truth_malformed.csv")))
    for row in quarantine.columns("file", "code", "message", "raw") {
      #expect(row.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `the crosswalk leads every record to its row`() throws {
    let crosswalk = try night.table("crosswalk.csv")
    let known = Set(
      try truth("truth_records.csv").columns("source", "source_record_id", "row_number"))
    let found = Set(crosswalk.columns("source", "source_record_id", "row_number"))
    #expect(found.isSubset(of: known))
    let mentions = crosswalk.columns("record_key", "party")
    #expect(mentions.count == Set(mentions).count)
    #expect(
      Set(crosswalk.column("golden_id")) == Set(try night.table("golden.csv").column("golden_id")))
    let subjects = Set(
      crosswalk.columns("source", "row_number", "role").filter { $0[2] == "subject" }
        .map { Array($0.prefix(2)) })
    let records = Set(try truth("truth_records.csv").columns("source", "row_number"))
    #expect(records.subtracting(subjects) == [])
  }

  @Test func `a finding leads to its row, and to the work list of who entered it`() throws {
    let rows = Set(try night.table("crosswalk.csv").columns("record_key", "file", "row_number"))
    let findings = try night.table("findings.csv")
    #expect(findings.rows.count > 100)
    #expect(Set(findings.columns("record_key", "file", "row_number")).isSubset(of: rows))
    #expect(Set(findings.column("class")) == ["错", "漏", "重", "迟"])
    let finding = try #require(
      findings.columns("owner", "team", "row_number", "file").first {
        $0.allSatisfy { !$0.isEmpty }
      })
    let list = "out/current/worklists/\(finding[1])/\(finding[0])"
    #expect(try night.bytes(list + ".xlsx").starts(with: Data("PK".utf8)))
    let entries = try night.folder.read(list + ".csv")
    #expect(entries.contains("\(finding[3]),\(finding[2])\n"))
  }

  @Test func `it finds who is the same`() throws {
    struct Report: Decodable {
      struct Party: Decodable {
        struct Scores: Decodable {
          struct Rates: Decodable { var f1: Double }
          var pairwise, bcubed: Rates
        }
        var party: String
        var scores: Scores
        var missing_from_crosswalk: Int
      }
      var parties: [Party]
    }
    let outcome = try AssayProcess.run(
      [
        "evaluate", "out", "--truth", Repository.fixture("customers/truth_records.csv"), "--json",
      ], in: night.folder)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
    #expect(report.parties.map(\.party) == ["person", "organization"])
    for (party, floor) in zip(report.parties, [0.94, 0.95]) {
      #expect(party.missing_from_crosswalk == 0)
      #expect(party.scores.pairwise.f1 >= floor, "\(party.party)")
      #expect(party.scores.bcubed.f1 >= 0.96, "\(party.party)")
    }
  }

  @Test func `what holds personal data is for the owner alone`() throws {
    let files = try night.folder.files().filter { $0.hasPrefix("out") || $0.hasSuffix(".key") }
    #expect(files.contains("out/state.sqlite"))
    for file in files where file != "out/current" {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: night.folder.path + "/" + file)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(file)")
    }
  }

  @Test func `explain says why two records are one party and why two are not`() throws {
    let links = try night.table("links.csv").columns("left", "right", "outcome", "party")
    let ids = try night.table("crosswalk.csv").columns("record_key", "party", "golden_id")
    for outcome in ["merged", "review"] {
      let link = try #require(links.first { $0[2] == outcome && $0[3] == "person" })
      let explained = try AssayProcess.run(
        ["explain", "out", link[0], link[1], "--json"], in: night.folder)
      #expect(explained.status == 0, "\(explained.stderr)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(explained.stdout.utf8)) as? [String: Any])
      let steps = try #require(object["steps"] as? [[String: Any]])
      let bits = steps.compactMap { $0["bits"] as? Double }.reduce(0, +)
      let total = try #require(object["total_bits"] as? Double)
      let prior = try #require(object["prior_bits"] as? Double)
      #expect(abs(prior + bits - total) < 1e-6)
      let golden = Set(
        ids.filter { link[0...1].contains($0[0]) && $0[1] == "person" }.map { $0[2] })
      if outcome == "merged" { #expect(golden.count == 1) }
      let decision = try #require(object["decision"] as? String)
      #expect(golden.count > 1 || decision.contains("合并"), "\(decision)")
    }
  }
}
