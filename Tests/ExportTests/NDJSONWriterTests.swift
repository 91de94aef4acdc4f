import Export
import Foundation
import Testing
import Vocabulary

@Suite struct NDJSONWriterTests {
  @Test(arguments: [
    "", "张伟", "say \"hi\"", "back\\slash", "a\tb\nc\r\u{8}\u{C}", "\u{0}\u{1F}\u{7F}", "𠮷/=1+1",
    "\u{2028}",
  ])
  func `text comes back as it was`(_ text: String) throws {
    let folder = try TemporaryFolder()
    var writer = try NDJSONWriter(path: folder.path("a.ndjson"))
    writer.append(JSONKey(text), text)
    writer.endObject()
    let file = try writer.finish()
    #expect(file.rows == 1)
    let line = try folder.text("a.ndjson")
    #expect(line.split(separator: "\n").count == 1)
    #expect(try JSONDecoder().decode([String: String].self, from: Data(line.utf8)) == [text: text])
  }

  @Test func `each type of member has one form`() throws {
    let folder = try TemporaryFolder()
    var writer = try NDJSONWriter(path: folder.path("a.ndjson"))
    writer.beginList(JSONKey("list"))
    writer.append(element: "a".utf8.span)
    writer.append(element: "b\"".utf8.span)
    writer.endList()
    writer.beginList(JSONKey("none"))
    writer.endList()
    writer.append(JSONKey("count"), -3)
    writer.append(JSONKey("share"), 0.25, decimals: 3)
    writer.append(JSONKey("day"), CivilDay(year: 2026, month: 6, day: 30))
    writer.append(JSONKey("nil"), CivilDay?.none)
    writer.endObject()
    writer.endObject()
    _ = try writer.finish()
    #expect(
      try folder.text("a.ndjson") == """
        {"list":["a","b\\""],"none":[],"count":-3,"share":0.250,"day":"2026-06-30","nil":null}
        {}

        """)
  }

  @Test(arguments: [
    ("-159603.29", "-159603.29"), ("0", "0"), ("0.50", "0.50"), ("007", "\"007\""),
    ("+1", "\"+1\""), ("1.", "\"1.\""), ("-", "\"-\""), ("", "\"\""), ("1e5", "\"1e5\""),
  ])
  func `a decimal is a number only when JSON knows it`(_ text: String, _ written: String) throws {
    let folder = try TemporaryFolder()
    var writer = try NDJSONWriter(path: folder.path("a.ndjson"))
    writer.append(JSONKey("n"), decimal: text.utf8.span)
    writer.endObject()
    _ = try writer.finish()
    #expect(try folder.text("a.ndjson") == "{\"n\":\(written)}\n")
  }
}
