import Normalize
import TestSupport
import Testing

@testable import Pipelines

@Suite struct WordsKeyTests {
  /// The pipeline of a folder with word files, or what it is told.
  private func pipeline(
    _ files: [String: String], key: String = ""
  ) throws -> (file: PipelineFile?, problems: [String]) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    do throws(PipelineFileError) {
      let file = try PipelineFile(
        text: "{ version: 1, name: 'n', sources: [{ name: 's', path: 's.csv' }], \(key) }",
        file: "p.json", directory: folder.path)
      return (file, [])
    } catch {
      return (nil, error.problems.map { $0.message.replacing(folder.path + "/", with: "") })
    }
  }

  private func isPlaceholder(_ text: String, _ file: PipelineFile?) throws -> Bool {
    let letters = text.unicodeScalars.map(\.value)
    return try #require(file).lexicon().placeholders.isPlaceholder(letters.span)
  }

  @Test func `word files in the folder words are read without a key`() throws {
    let words = ["words/placeholders.tsv": "word\tsense\n老系统导入\tabsence\n"]
    #expect(try isPlaceholder("老系统导入", pipeline(words).file))
    #expect(try !isPlaceholder("老系统导入", pipeline([:]).file))
  }

  @Test(arguments: ["'w'", "'w/*.tsv'", "['w/placeholders.tsv', 'w']"])
  func `the key names a folder, a glob or files`(value: String) throws {
    let words = ["w/placeholders.tsv": "word\n老系统导入\n", "words/domains.tsv": "nonsense\n"]
    let file = try pipeline(words, key: "words: \(value)").file
    #expect(try isPlaceholder("老系统导入", file))
    #expect(file?.wordFiles.count == 1)
  }

  @Test func `other words are another configuration`() throws {
    func hash(_ word: String) throws -> String? {
      try pipeline(["words/placeholders.tsv": "word\n\(word)\n"]).file?.configurationHash()
    }
    #expect(try hash("甲乙丙") != hash("甲乙丁"))
    #expect(try hash("甲乙丙") == hash("甲乙丙"))
  }

  @Test func `a wrong line is told with its file`() throws {
    let problems = try pipeline(["words/placeholders.tsv": "word\tsense\n甲乙丙\tabsent\n"]).problems
    #expect(
      problems == [
        "words/placeholders.tsv:2: 'absent' is not known here; did you mean 'absence'?"
      ])
  }

  @Test func `a file that is named and not there is told`() throws {
    let problems = try pipeline([:], key: "words: 'w/placeholders.tsv'").problems
    #expect(
      problems == [
        "w/placeholders.tsv: cannot be read; correct the path, or the file's permissions"
      ])
  }
}
