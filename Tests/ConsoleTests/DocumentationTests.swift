import Foundation
import Golden
import Pipelines
import Scorecard
import Testing
import Vocabulary

@testable import Console

@Suite struct CommandsDocumentationTests {
  private let guide: DocumentationGuide

  init() throws { guide = try DocumentationGuide("Commands") }

  @Test(arguments: CommandLineProgram.commands.map(\.name))
  func `every command stands there with its usage, flags and fields`(name: String) throws {
    let command = try #require(CommandLineProgram.commands.first { $0.name == name })
    #expect(guide.text.contains("\n## \(name)\n"))
    #expect(guide.text.contains("\n`assay \(Help.usage(command))`\n"))
    #expect(guide.missing((command.flags + Flag.common).map(\.name)) == [])
    let fields = command.notes.split { !($0.isLetter || $0 == "_") }.map(String.init)
      .filter { $0.contains("_") }
    #expect(guide.missing(fields) == [])
  }

  @Test func `a flag that nobody described is missed`() {
    #expect(guide.missing(["--threads", "--nowhere"]) == ["--nowhere"])
  }

  @Test func `every exit status stands there with its meaning`() {
    for status in ExitStatus.allCases {
      #expect(guide.text.contains("| \(status.rawValue) | \(status.meaning) |"))
    }
  }

  @Test func `every kind of value stands there`() {
    #expect(guide.missing(ValueKind.allCases.map(\.rawValue)) == [])
  }
}

@Suite struct PipelineFileDocumentationTests {
  private static let unknown = "zzzzzzzzzzzz"
  private let guide: DocumentationGuide

  init() throws { guide = try DocumentationGuide("PipelineFile") }

  /// An object of the pipeline file that holds a key which nobody knows.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// A key that the object is sure to know.
    var sample: String

    var testDescription: String { name }
  }

  @Test(arguments: [
    Place(name: "top", text: "\(unknown): 1", sample: "timezone"),
    Place(
      name: "fields", text: "fields: { a: { kind: \"text\", \(unknown): 1 } }", sample: "multiple"),
    Place(
      name: "sources", text: "sources: [ { name: \"b\", path: \"b\", \(unknown): 1 } ]",
      sample: "onMissing"),
    Place(
      name: "map",
      text:
        "sources: [ { name: \"b\", path: \"b\", map: { phone: { column: \"a\", \(unknown): 1 } } } ]",
      sample: "part"),
    Place(name: "match", text: "match: { \(unknown): 1 }", sample: "accept"),
    Place(name: "person", text: "match: { person: { \(unknown): 1 } }", sample: "review"),
    Place(
      name: "compare",
      text: "match: { compare: { name: { levels: [\"exact\"], \(unknown): 1 } } }",
      sample: "levels"),
    Place(name: "golden", text: "golden: { \(unknown): 1 }", sample: "rules"),
    Place(name: "scorecard", text: "scorecard: { \(unknown): 1 }", sample: "lateEntryDays"),
    Place(name: "targets", text: "scorecard: { targets: { \(unknown): 1 } }", sample: "accuracy"),
    Place(name: "award", text: "scorecard: { award: { \(unknown): 1 } }", sample: "minimumScore"),
    Place(name: "review", text: "review: { \(unknown): 1 }", sample: "budget"),
    Place(
      name: "gates", text: "gates: [ { metric: \"conformity\", atLeast: 0, \(unknown): 1 } ]",
      sample: "atMost"),
    Place(name: "keep", text: "keep: { \(unknown): 1 }", sample: "monthEnds"),
  ])
  func `every key that is read stands there`(place: Place) throws {
    let known = try keys(of: place)
    #expect(known.contains(place.sample))
    #expect(guide.missing(known) == [])
  }

  /// The keys that an object knows, which the reader lists when it meets one that it does not.
  private func keys(of place: Place) throws -> [String] {
    let error = #expect(throws: PipelineFileError.self) {
      _ = try PipelineFile(
        text: "{ version: 1, name: \"a\", \(place.text) }", file: "a", directory: "/")
    }
    let message = try #require(
      error?.problems.map(\.message).first { $0.contains("unknown key '\(Self.unknown)'") })
    let list = try #require(message.range(of: "known here: "))
    return message[list.upperBound...].components(separatedBy: ", ")
  }

  @Test func `every word that a key can hold stands there`() {
    #expect(guide.missing(FieldKind.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(Schema.customer.fields.map(\.name)) == [])
    #expect(guide.missing(PipelineSource.encodings) == [])
    #expect(guide.missing(PipelineSource.Format.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(PipelineSource.Pick.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(PipelineSource.Delivery.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(PipelineSource.OnMissing.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(SystemKind.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(ReportLanguage.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(SurvivorshipRule.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(Gate.Metric.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(ScorecardOptions.Period.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(ScorecardGoals.PeerGroup.allCases.map(\.rawValue)) == [])
    #expect(guide.missing(ComparisonLevelName.examples) == [])
  }

  @Test func `every rule of the scorecard stands in its guide`() throws {
    let scorecard = try DocumentationGuide("Scorecard")
    #expect(scorecard.missing(QualityRule.builtIn.map(\.id)) == [])
  }

  @Test func `every issue stands in the guide to normalization`() throws {
    let normalization = try DocumentationGuide("Normalization")
    #expect(normalization.missing(ValueIssues.names.map(\.name)) == [])
  }
}
