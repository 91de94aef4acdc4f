import Testing

@testable import Console

private let command = Command(
  name: "run", summary: "", operands: [Operand(name: "FILE", help: "a file")],
  flags: [.threads, .output, .dryRun], examples: []
) { _, _ in .success }

@Suite struct ArgumentTableTests {
  @Test func `flags and operands stand in any order`() throws {
    let arguments = try Arguments(
      ["--threads", "2", "x.json", "--output=a=b", "--dry-run"], for: command)
    #expect(arguments.operands == ["x.json"])
    #expect(try arguments.count(.threads, in: 1...4) == 2)
    #expect(arguments.value(.output) == "a=b")
    #expect(arguments.has(.dryRun) && !arguments.has(.json))
  }

  @Test func `a single dash is an operand, and so is everything after two`() throws {
    #expect(try Arguments(["-"], for: command).operands == ["-"])
    #expect(try Arguments(["--", "--threads"], for: command).operands == ["--threads"])
  }

  @Test func `help needs no operand`() throws {
    #expect(try Arguments(["--help"], for: command).has(.help))
    #expect(try Arguments(["-h"], for: command).has(.help))
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    var words: [String]
    var message: String

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Wrong(words: [], message: "FILE is missing: a file"),
    Wrong(words: ["a", "b"], message: "one word too many: 'b'"),
    Wrong(
      words: ["a", "--thread", "2"], message: "unknown flag '--thread'; did you mean '--threads'?"),
    Wrong(words: ["a", "-t"], message: "unknown flag '-t'"),
    Wrong(
      words: ["a", "--threads"], message: "the flag '--threads' needs a value; write --threads N"),
    Wrong(words: ["a", "--dry-run=yes"], message: "the flag '--dry-run' takes no value"),
    Wrong(words: ["a", "--json", "--json"], message: "the flag '--json' stands twice; keep one"),
  ])
  func `a wrong line says what is wrong`(_ wrong: Wrong) {
    #expect {
      try Arguments(wrong.words, for: command)
    } throws: { error in
      (error as? UsageError)?.message.hasPrefix(wrong.message) == true
    }
  }

  @Test(arguments: ["0", "x", "1.5", "-1", "99"])
  func `a count outside its bounds is refused`(text: String) throws {
    let arguments = try Arguments(["a", "--threads", text], for: command)
    #expect(throws: UsageError.self) { try arguments.count(.threads, in: 1...64) }
  }

  @Test(arguments: ["2026-6-30", "2026-02-30", "today", "2026-06-30x", ""])
  func `a day that no calendar has is refused`(text: String) throws {
    let arguments = try Arguments(["a", "--output", text], for: command)
    #expect(throws: UsageError.self) { try arguments.day(.output) }
  }
}

@Suite struct HelpTests {
  @Test(arguments: CommandLineProgram.commands.map(\.name))
  func `every command and flag is in the help, which leads with examples`(name: String) throws {
    let command = try #require(CommandLineProgram.commands.first { $0.name == name })
    let help = Help.command(command)
    #expect(help.hasPrefix("Examples:\n  assay \(name) "))
    #expect((2...4).contains(command.examples.count))
    for flag in command.flags + Flag.common { #expect(help.contains(flag.name)) }
    for operand in command.operands { #expect(help.contains(operand.name)) }
    for status in ExitStatus.allCases { #expect(help.contains(status.meaning)) }
    #expect(Help.program(CommandLineProgram.commands).contains(command.summary))
  }
}
