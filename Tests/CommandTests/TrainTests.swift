import Foundation
import TestSupport
import Testing

/// A model is trained by itself, with what people know, and kept without a change of golden ids.
@Suite struct TrainTests {
  struct Report: Decodable {
    struct Training: Decodable {
      struct Labels: Decodable { var same, different, merged: Int }
      var is_prior, has_converged: Bool
      var mentions, passes: Int
      var labels: Labels?
      var compared_with: String?
    }
    struct Contradiction: Decodable { var left, right: String }
    struct Labels: Decodable {
      var decisions, answers, merges, training, held, unused, contradicted: Int
      var contradictions: [Contradiction]
    }
    struct Judgement: Decodable { var found, wrong: Int }
    struct Measured: Decodable {
      var same, different: Int
      var before: Judgement?
      var after: Judgement
    }
    struct Effect: Decodable {
      var links_before, links_after, new_links, lost_links, records_affected: Int
    }
    struct Party: Decodable {
      var party: String
      var training: Training
      var labels: Labels
      var measured: Measured?
      var effect: Effect?
    }
    var model, state: String?
    var parties: [Party]

    func person() throws -> Party { try #require(parties.first { $0.party == "person" }) }
  }

  private struct RunReport: Decodable {
    struct Model: Decodable {
      struct Drift: Decodable {
        struct Measure: Decodable { var kind: String; var column: String? }
        var value: Double
        var measures: [Measure]
      }
      var party, origin: String
      var drift: Drift?
    }
    struct Gate: Decodable { var metric, scope: String; var passed: Bool; var value: Double? }
    var models: [Model]
    var gates: [Gate]

    func person() throws -> Model { try #require(models.first { $0.party == "person" }) }
  }

  private func train(_ night: PipelineFolder, _ flags: [String]) throws -> Outcome {
    try AssayProcess.run(
      ["train", "pipeline.json", "--as-of", PipelineFolder.asOf] + flags, in: night.folder)
  }

  private func report(_ night: PipelineFolder, _ flags: [String]) throws -> Report {
    let outcome = try train(night, flags + ["--json"])
    try #require(outcome.status == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
  }

  private func run(_ night: PipelineFolder) throws -> (status: Int32, report: RunReport) {
    let outcome = try night.run(["--json"])
    return (
      outcome.status, try JSONDecoder().decode(RunReport.self, from: Data(outcome.stdout.utf8))
    )
  }

  @Test func `a model file holds its report, and a pipeline uses it`() throws {
    let night = try ContactsNight.folder()
    let report = try report(night, ["--model", "m.json"])
    #expect(report.model == "m.json" && report.state == nil)
    let person = try report.person()
    #expect(!person.training.is_prior && person.training.has_converged)
    // Records that were given up are labels and nothing else.
    #expect(person.training.mentions == 450)
    #expect(person.labels.merges == 60 && person.labels.unused == 0)
    #expect(person.labels.training + person.labels.held == 60)
    #expect(person.training.labels?.merged == person.labels.training)
    let measured = try #require(person.measured)
    #expect(measured.same == person.labels.held && measured.different == 0)
    #expect(measured.before == nil && measured.after.found > measured.same * 8 / 10)
    #expect(person.effect == nil)
    // Nothing was published, and no state came into being.
    #expect(try Set(night.folder.files()) == ["contacts.csv", "m.json", "pipeline.json"])

    let again = try train(night, ["--model", "m.json"])
    #expect(again.status == 2 && again.stderr.contains("m.json: error: is there already"))
    let first = try night.bytes("m.json")
    #expect(try train(night, ["--model", "m.json", "--force"]).status == 0)
    #expect(try night.bytes("m.json") == first)

    try night.write([ContactsNight.source], settings: #"match: { model: "m.json" },"#)
    let (status, used) = try run(night)
    #expect(status == 0)
    #expect(try used.person().origin == "file" && used.person().drift != nil)
    let refused = try train(night, ["--state"])
    #expect(refused.status == 64 && refused.stderr.contains("'model' is the file m.json"))
  }

  @Test func `a model that the state keeps is trained again, and golden ids stay`() throws {
    let night = try ContactsNight.folder()
    try night.publish()
    let ids = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(try run(night).report.person().origin == "reused")

    let same = try report(night, ["--state", "--unlabelled"]).person()
    #expect(same.labels.merges == 0 && same.training.labels == nil)
    #expect(same.training.compared_with == "previous")
    let effect = try #require(same.effect)
    #expect(effect.links_before >= 100 && effect.links_before == effect.links_after)
    #expect(effect.new_links + effect.lost_links + effect.records_affected == 0)

    let labelled = try train(night, ["--state"])
    #expect(labelled.status == 0, "\(labelled.stderr)")
    #expect(labelled.stdout.contains("labels: 0 decisions, 0 answers, 60 merges"))
    #expect(labelled.stdout.contains("effect on tonight's links:"))
    #expect(labelled.stdout.contains("golden ids stay"))
    let (status, next) = try run(night)
    #expect(status == 0)
    #expect(try next.person().origin == "reused")
    #expect(try night.bytes("out/current/model.person.json").count > 1000)
    let model = try String(decoding: night.bytes("out/current/model.person.json"), as: UTF8.self)
    #expect(model.contains("\"merged\" : ") && model.contains("\"uBefore\""))
    let now = try night.table("crosswalk.csv").pairs("record_key", "golden_id")
    #expect(now.count == ids.count && Set(now.values).isSubset(of: ids.values))
  }

  @Test func `decisions and answers are labels, and those that contradict are told`() throws {
    let night = try ContactsNight.folder()
    try night.publish()
    try night.folder.write(
      "decisions/1.csv",
      "decision_id,verb,party,left,right,field,value,by,at,why,revokes\n"
        + "d1,same,person,crm/A1,crm/A3,,,zhou,2026-06-29,a,\n"
        + "d2,different,person,crm/A5,crm/A7,,,zhou,2026-06-29,a,\n")
    var answers = "party,left,right,answer\n"
    for person in 0..<40 {
      answers += "person,crm/A\(2 * person),crm/B\(2 * person),same\n"
      answers += "person,crm/A\(2 * person),crm/A\(2 * person + 20),different\n"
    }
    answers += "person,crm/A0,crm/nobody,same\nperson,crm/A11,crm/A12,\n"
    answers += "person,crm/A1,crm/A3,different\norganization,crm/A1,crm/A3,different\n"
    try night.folder.write("answers.csv", answers)
    let person = try report(night, ["--model", "m.json", "--labels", "answers.csv"]).person()
    #expect(person.labels.decisions == 1 && person.labels.answers == 80)
    // The chain holds what was merged into its two records as well.
    #expect(person.labels.unused == 1 && person.labels.contradicted == 4)
    #expect(person.labels.contradictions.map(\.left) == ["crm/A1"])
    #expect(person.labels.contradictions.map(\.right) == ["crm/A3"])
    let measured = try #require(person.measured)
    #expect(measured.different > 5 && measured.before != nil)
    #expect(measured.after.wrong == 0)
    #expect((person.training.labels?.different ?? 0) + measured.different == 41)

    let broken = "party,left,right,answer\nperson,crm/A1,crm/A2,perhaps\n"
    try night.folder.write("broken.csv", broken)
    let refused = try train(night, ["--model", "n.json", "--labels", "broken.csv"])
    #expect(refused.status == 64 && refused.stderr.contains("broken.csv: error: row 2"))
    let missing = try train(night, ["--model", "n.json", "--labels", "nowhere*.csv"])
    #expect(missing.status == 2 && missing.stderr.contains("no such file"))
  }

  @Test func `data that moves away from its model is told, and can stop or retrain`() throws {
    let night = try ContactsNight.folder()
    try night.publish()
    let calm = try run(night).report
    #expect(try calm.person().drift?.value == 0)
    #expect(!calm.gates.contains { $0.metric == "model_drift" })

    try night.folder.write("contacts.csv", ContactsNight.export(hasEmails: false))
    let open = #"{ metric: "fill_drop", atMost: 1 }"#
    try night.write([ContactsNight.source], settings: "gates: [ \(open) ],")
    let text = try night.run(["--dry-run"])
    #expect(text.stdout.contains("请重新训练：assay train --state"))
    let drifted = try run(night)
    let person = try drifted.report.person()
    #expect(drifted.status == 0 && person.origin == "reused" && (person.drift?.value ?? 0) > 1)
    let manifest = try String(decoding: night.bytes("out/current/manifest.json"), as: UTF8.self)
    #expect(manifest.contains("\"kind\" : \"coverage\""))
    let page = try String(decoding: night.bytes("out/current/report/match.html"), as: UTF8.self)
    #expect(page.contains("模型已不再合用，请重新训练。"))

    try night.write(
      [ContactsNight.source],
      settings: #"gates: [ \#(open), { metric: "model_drift", scope: "each", atMost: 1 } ],"#)
    let stopped = try run(night)
    #expect(stopped.status == 1)
    #expect(
      stopped.report.gates.contains {
        $0.metric == "model_drift" && !$0.passed && $0.scope == "person"
      }
    )

    try night.write(
      [ContactsNight.source], settings: #"gates: [ \#(open) ], match: { retrain: "drift" },"#)
    let renewed = try run(night)
    #expect(renewed.status == 0)
    #expect(try renewed.report.person().origin == "retrained")
    #expect((try renewed.report.person().drift?.value ?? 0) > 1)
    let after = try run(night).report
    #expect(try after.person().origin == "reused" && after.person().drift?.value == 0)
  }

  @Test func `a training that goes nowhere is refused`() throws {
    let night = try ContactsNight.folder(export: ContactsNight.export(persons: 20, merged: 0))
    let nowhere = try train(night, [])
    #expect(nowhere.status == 64 && nowhere.stderr.contains("--model is missing"))
    let few = try train(night, ["--model", "m.json"])
    #expect(few.status == 0 && few.stdout.contains("too few to train on"))
  }
}
