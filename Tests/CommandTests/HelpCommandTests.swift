import TestSupport
import Testing

@Suite struct HelpCommandTests {
  @Test(arguments: [["--help"], ["help"], ["-h"]])
  func `help leads with two examples and lists the exit statuses`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.run(words, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    #expect(outcome.lines[0] == "Examples:")
    for command in [
      "run", "check", "profile", "init", "normalize", "train", "evaluate", "explain", "show",
    ] {
      #expect(outcome.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
    for status in ["  0 ", "  1 ", "  2 ", "  64 ", "  75 "] {
      #expect(outcome.lines.contains { $0.hasPrefix(status) }, "\(status)")
    }
    #expect(try folder.files().isEmpty)
  }

  @Test(arguments: [
    "run", "check", "profile", "init", "normalize", "train", "evaluate", "explain", "show",
  ])
  func `every command has its help`(command: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.run([command, "--help"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("usage: assay \(command)"))
    #expect(try AssayProcess.run(["help", command], in: folder).stdout == outcome.stdout)
  }

  @Test func `the version is one line`() throws {
    let outcome = try AssayProcess.run(["--version"], in: TemporaryFolder())
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1 && outcome.stdout.hasPrefix("assay "))
  }

  @Test func `no word at all shows the help on stderr`() throws {
    let outcome = try AssayProcess.run([], in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("usage: assay COMMAND"))
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    var words: [String]
    var message: String

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Wrong(words: ["normalise"], message: "unknown command 'normalise'; did you mean 'normalize'?"),
    Wrong(words: ["--versoin"], message: "unknown flag '--versoin'; did you mean '--version'?"),
    Wrong(words: ["help", "chek"], message: "unknown command 'chek'; did you mean 'check'?"),
    Wrong(
      words: ["run", "x", "--thread", "2"],
      message: "unknown flag '--thread'; did you mean '--threads'?"),
    Wrong(words: ["run"], message: "PIPELINE is missing"),
    Wrong(words: ["run", "x", "--threads", "0"], message: "--threads must be a whole number"),
    Wrong(words: ["run", "x", "--as-of", "30.6.2026"], message: "--as-of must be a day"),
    Wrong(words: ["show", "run"], message: "GOLDEN_ID is missing"),
    Wrong(words: ["evaluate", "run"], message: "--truth is missing"),
    Wrong(
      words: ["evaluate", "run", "--truth", "t", "--party", "persons"],
      message: "--party cannot be 'persons'; did you mean 'person'?"),
    Wrong(words: ["normalize", "fone"], message: "unknown kind 'fone'; did you mean 'phone'?"),
    Wrong(words: ["normalize", "phone", "--region", "XX"], message: "--region must be a region"),
  ])
  func `a wrong command line says what was meant`(_ wrong: Wrong) throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.run(wrong.words, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains("assay: error: \(wrong.message)"), "\(outcome.stderr)")
    #expect(try folder.files().isEmpty)
  }
}

@Suite struct PipelineFileCommandTests {
  @Test(arguments: ["run", "check"])
  func `everything wrong in a pipeline file is said at once`(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "pipeline.json",
      "{ version: 2, name: 'n', regoin: 'CN', sources: [{ name: 's', path: 's.csv', trust: 101 }] }"
    )
    let outcome = try AssayProcess.run([command, "pipeline.json"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == """
        pipeline.json: version: error: 'version' must be 1, not the number 2; write version: 1
        pipeline.json: sources[0].trust: error: 'trust' must be a whole number in 0...100, \
        not the number 101; correct or remove it
        pipeline.json: regoin: error: unknown key 'regoin'; did you mean 'region'?

        """)
    #expect(try folder.files() == ["pipeline.json"])
  }

  @Test func `a syntax error says line and column`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipeline.json", "{\n  version: 1,\n  name: customers\n}\n")
    let outcome = try AssayProcess.run(["check", "pipeline.json"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.stderr.hasPrefix("pipeline.json:3:9: error: no value starts like this"))
  }

  @Test func `a missing pipeline file is named`() throws {
    let outcome = try AssayProcess.run(["run", "nope.json"], in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(
      outcome.stderr == "nope.json: error: no such file; name an existing pipeline.json\n")
  }
}
