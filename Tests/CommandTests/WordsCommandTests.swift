import Foundation
import TestSupport
import Testing

@Suite struct WordsCommandTests {
  @Test func `the lists are named with their columns`() throws {
    let outcome = try AssayProcess.run(["words"], in: TemporaryFolder())
    #expect(outcome.status == 0 && outcome.stderr.isEmpty)
    #expect(outcome.lines.first?.hasPrefix("list") == true)
    #expect(outcome.lines.contains { $0.hasPrefix("placeholders ") && $0.hasSuffix("word sense") })
  }

  @Test func `a list is printed as it ships, and read back as one's own`() throws {
    let folder = try TemporaryFolder()
    let printed = try AssayProcess.run(["words", "placeholders"], in: folder)
    #expect(printed.status == 0)
    #expect(printed.lines.contains("word\tsense"))
    try folder.write("words/placeholders.tsv", printed.stdout)
    let outcome = try AssayProcess.run(
      ["normalize", "email", "--words", "words"], input: "暂无\n", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("placeholder"))
  }

  @Test func `a list can be had as JSON`() throws {
    struct Line: Decodable { var word: String }
    let outcome = try AssayProcess.run(["words", "placeholders", "--json"], in: TemporaryFolder())
    let lines = try JSONDecoder().decode([Line].self, from: Data(outcome.stdout.utf8))
    #expect(lines.contains { $0.word == "暂无" })
  }

  @Test func `an unknown list is answered with the nearest one`() throws {
    let outcome = try AssayProcess.run(["words", "placeholder"], in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("did you mean 'placeholders'?"))
    #expect(outcome.stdout.isEmpty)
  }

  @Test func `words of one's own change what a value is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("words/placeholders.tsv", "word\tsense\n老系统导入\tabsence\n")
    func read(_ words: [String]) throws -> String {
      try AssayProcess.run(["normalize", "email"] + words, input: "老系统导入\n", in: folder).stdout
    }
    #expect(try read([]).contains("invalid"))
    #expect(try read(["--words", "words"]).contains("placeholder"))
  }

  @Test(arguments: [
    ("words/none.tsv", "no word list is called 'none'"),
    ("words", "no .tsv file is there"),
  ])
  func `words that cannot be used end the command before it reads`(
    path: String, message: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("words/readme.txt", "")
    if path.hasSuffix(".tsv") { try folder.write(path, "word\n") }
    let outcome = try AssayProcess.run(
      ["normalize", "email", "--words", path], input: "a\n", in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains(message))
    #expect(outcome.stdout.isEmpty)
  }
}
