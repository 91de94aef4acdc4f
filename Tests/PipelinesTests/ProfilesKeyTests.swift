import Ingest
import TestSupport
import Testing

@testable import Pipelines

@Suite struct ProfilesKeyTests {
  private static let shop = """
    {
      // a shop's orders
      "name": "shop-orders", "system": "sales", "trust": 55, "id": ["Order No"],
      "columns": [
        { "field": "name", "labels": ["Buyer"] },
        { "field": "phone", "unconfirmed": ["Buyer's mobile"] },
      ],
      "unmapped": ["Basket", "Cart*"]
    }
    """

  /// The pipeline of a folder with profiles, or what it is told.
  private func pipeline(
    _ profiles: [String: String], key: String = "'profiles/*.json'"
  ) throws -> (file: PipelineFile?, problems: [String]) {
    let folder = try TemporaryFolder()
    for (name, text) in profiles { try folder.write("profiles/" + name, text) }
    do throws(PipelineFileError) {
      let file = try PipelineFile(
        text:
          "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], profiles: \(key) }",
        file: "p.json", directory: folder.path)
      return (file, [])
    } catch {
      return (nil, error.problems.map { $0.message.replacing(folder.path + "/", with: "") })
    }
  }

  @Test func `a pipeline brings its own profiles`() throws {
    let file = try pipeline(["shop.json": Self.shop]).file
    #expect(file?.profiles.map(\.name) == ["shop-orders"])
    #expect(file?.profiles.first?.columns.map(\.labels) == [["Buyer"], []])
    let hash = try file?.configurationHash()
    let changed = Self.shop.replacing("55", with: "56")
    #expect(try pipeline(["shop.json": changed]).file?.configurationHash() != hash)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var message: String

    var testDescription: String { message }
  }

  @Test(arguments: [
    Mistake(
      from: "\"id\"", to: "\"ids\"",
      message: "profiles/a.json: ids: unknown key 'ids'; did you mean 'id'?"),
    Mistake(
      from: "\"unconfirmed\"", to: "\"unconfrimed\"",
      message:
        "profiles/a.json: columns[1].unconfrimed: unknown key 'unconfrimed'; did you mean 'unconfirmed'?"
    ),
    Mistake(
      from: "\"phone\"", to: "\"phon\"",
      message: "profiles/a.json: columns[1].field: unknown field 'phon'; did you mean 'phone'?"),
    Mistake(
      from: "\"sales\"", to: "\"saels\"",
      message: "profiles/a.json: system: 'system' cannot be 'saels'; did you mean 'sales'?"),
    Mistake(
      from: "\"Buyer\"", to: "\"Buyer\", \"buyers_mobile\"",
      message:
        "profiles/a.json: columns[1]: the label 'Buyer's mobile' stands in columns[0], too; leave it in one of them"
    ),
    Mistake(
      from: "\"name\": \"shop-orders\",", to: "",
      message: "profiles/a.json: the key 'name' is missing; add it"),
    Mistake(
      from: "55", to: "155",
      message:
        "profiles/a.json: trust: 'trust' must be a whole number in 0...100; correct or remove it"),
    Mistake(
      from: "55", to: "\"high\"",
      message:
        "profiles/a.json: trust: a value of the wrong type; a profile's members are shown in the guide Profiles"
    ),
    Mistake(
      from: "shop-orders", to: "auto",
      message:
        "profiles/a.json: name: 'auto' cannot name a profile; write one such as \"shop-orders\""),
  ])
  func `a mistake is told by file, key and way out`(_ mistake: Mistake) throws {
    let text = Self.shop.replacing(mistake.from, with: mistake.to)
    #expect(try pipeline(["a.json": text]).problems == [mistake.message])
  }

  @Test func `a file that is no JSON says so`() throws {
    let problems = try pipeline(["a.json": "{ \"name\": "]).problems
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("profiles/a.json: is no JSON") == true)
  }

  @Test func `two files cannot define one profile`() throws {
    #expect(
      try pipeline(["a.json": Self.shop, "b.json": Self.shop]).problems == [
        "profiles/b.json: the profile 'shop-orders' stands in profiles/a.json, too; "
          + "give one another name"
      ])
  }

  @Test func `a path that names nothing is a mistake`() throws {
    #expect(
      try pipeline([:]).problems == [
        "'profiles/*.json' matches no file; correct it, or put the profile there"
      ])
    #expect(
      try pipeline([:], key: "'profiles/x.json'").problems == [
        "profiles/x.json: no such file; name an existing profile"
      ])
  }
}
