import Foundation
import Testing
import Vocabulary

@testable import Pipelines

/// A JSON value as Foundation reads it.
private indirect enum FoundationValue: Decodable {
  case known(PipelineFileValue)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .known(.null)
    } else if let flag = try? container.decode(Bool.self) {
      self = .known(.bool(flag))
    } else if let number = try? container.decode(Double.self) {
      self = .known(.number(number))
    } else if let text = try? container.decode(String.self) {
      self = .known(.text(text))
    } else if let list = try? container.decode([FoundationValue].self) {
      self = .known(.list(list.map(\.value)))
    } else {
      let object = try container.decode([String: FoundationValue].self)
      self = .known(
        .object(
          object.keys.sorted().map {
            PipelineFileMember(key: $0, value: object[$0]?.value ?? .null)
          }))
    }
  }

  var value: PipelineFileValue {
    switch self {
    case .known(let value): value
    }
  }
}

extension PipelineFileValue {
  /// The value with the keys of its objects in alphabetical order.
  fileprivate var sorted: PipelineFileValue {
    switch self {
    case .list(let list): .list(list.map(\.sorted))
    case .object(let members):
      .object(
        members.map { PipelineFileMember(key: $0.key, value: $0.value.sorted) }
          .sorted { $0.key < $1.key })
    default: self
    }
  }
}

@Suite struct PipelineFileSyntaxTests {
  @Test(arguments: [
    "{}", "[]", "null", "true", "-1.5e3", "\"\"", " [1, 2,] ",
    "{a: 1, 'b': [true, null], \"c\": {}}",
    "// x\n{ /* y */ a: /* z */ 'it\\'s' }", "{客户: '张总'}", "[+1, 0x1F, 5e-1, 1E2, 0, -0]",
    "'a\\u5f20\\n\\t\\x41\\ud83d\\ude00'", "{ $_a1: 1, b2: 2 }",
  ])
  func `reads what Foundation reads`(text: String) throws {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let expected = try decoder.decode(FoundationValue.self, from: Data(text.utf8)).value
    #expect(try PipelineFileSyntax.value(of: text).sorted == expected)
  }

  @Test(arguments: [
    ("[.5]", 0.5), ("[5.]", 5.0), ("[5.e2]", 500.0), ("[-Infinity]", -Double.infinity),
  ])
  func `reads the numbers that JSON5 adds`(text: String, number: Double) throws {
    #expect(try PipelineFileSyntax.value(of: text) == .list([.number(number)]))
  }

  @Test func `a text may go on in the next line after a backslash`() throws {
    #expect(try PipelineFileSyntax.value(of: "'a\\\nb'") == .text("ab"))
  }

  @Test func `byte order marks and no-break spaces are blanks`() throws {
    #expect(try PipelineFileSyntax.value(of: "\u{feff}[\u{a0}1]") == .list([.number(1)]))
  }

  @Test func `the order of keys is kept`() throws {
    guard case .object(let members) = try PipelineFileSyntax.value(of: "{z: 1, a: 2, m: 3}") else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["z", "a", "m"])
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var words: String

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Broken(text: "", line: 1, column: 1, words: "the file ends where a value should be"),
    Broken(
      text: "{a: 1", line: 1, column: 6, words: "the file ends inside the '{' of line 1, column 1"),
    Broken(
      text: "{\n a: [1, 2\n}", line: 3, column: 1,
      words: "neither ',' nor ']' here, inside the '[' of line 2, column 5"),
    Broken(text: "{a 1}", line: 1, column: 4, words: "no ':' after the key 'a'"),
    Broken(text: "{a: 1, a: 2}", line: 1, column: 8, words: "the key 'a' stands twice"),
    Broken(text: "{a: x}", line: 1, column: 5, words: "put text in quotes"),
    Broken(text: "{a: 1} b", line: 1, column: 8, words: "text after the end"),
    Broken(text: "{a: 'x\ny'}", line: 1, column: 5, words: "not closed on its line"),
    Broken(text: "{a: 'x", line: 1, column: 5, words: "never closed"),
    Broken(text: "{a: 05}", line: 1, column: 5, words: "not a number"),
    Broken(text: "{a: 1.2.3}", line: 1, column: 5, words: "not a number"),
    Broken(text: "{a: .}", line: 1, column: 5, words: "not a number"),
    Broken(text: "{a: '\\u12'}", line: 1, column: 10, words: "hexadecimal"),
    Broken(text: "/* {a: 1}", line: 1, column: 1, words: "never closed"),
    Broken(text: "{,}", line: 1, column: 2, words: "a key should stand here"),
    Broken(text: "{“a”: 1}", line: 1, column: 2, words: "a key should stand here"),
  ])
  func `a broken text says line, column and way out`(_ broken: Broken) {
    #expect {
      try PipelineFileSyntax.value(of: broken.text)
    } throws: { error in
      guard let failure = error as? PipelineFileSyntax.Failure else { return false }
      return failure.line == broken.line && failure.column == broken.column
        && failure.message.contains(broken.words)
    }
  }

  @Test func `deep nesting is refused and not followed`() {
    #expect(throws: PipelineFileSyntax.Failure.self) {
      try PipelineFileSyntax.value(of: String(repeating: "[", count: 100_000))
    }
  }
}

@Suite struct SpellingSuggestionTests {
  @Test(arguments: [
    ("--thread", "--threads"), ("--outptu", "--output"), ("DRY_RUN", "--dry-run"),
  ])
  func `the nearest word is found`(typed: String, meant: String) {
    let known = ["--json", "--threads", "--output", "--dry-run"]
    #expect(SpellingSuggestion.nearest(to: typed, among: known) == meant)
  }

  @Test(arguments: ["", "zebra", "x"])
  func `a strange word has no nearest`(typed: String) {
    #expect(SpellingSuggestion.nearest(to: typed, among: ["phone", "company"]) == nil)
  }
}
