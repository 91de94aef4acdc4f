import Foundation
import Testing
import Vocabulary

@testable import Console

@Suite struct ValueFilterTests {
  private func objects(_ kind: ValueKind, _ text: String, region: String? = "CN") -> [String] {
    let filter = ValueFilter(
      kind, region: region, asOf: CivilDay(number: 20_000), timeZone: "Asia/Shanghai")
    let bytes = filter.objects(for: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  struct Shape: Sendable, CustomTestStringConvertible {
    var kind: ValueKind
    var raw: String
    var expected: String

    var testDescription: String { kind.rawValue + " " + raw }
  }

  @Test(arguments: [
    Shape(
      kind: .phone, raw: "135 2468 9713",
      expected:
        #"{"values":[{"e164":"+8613524689713","type":"mobile","region":"CN","extension":null,"carrier":"中国移动","area":null}],"issues":[]}"#
    ),
    Shape(kind: .phone, raw: "", expected: #"{"values":[],"issues":[]}"#),
    Shape(kind: .phone, raw: "135****9713", expected: #"{"values":[],"issues":["masked"]}"#),
    Shape(
      kind: .name, raw: "张先生(北京)",
      expected:
        #"{"kind":"person","surname":"张","given":"","honorific":"先生","title":null,"qualifier":"北京","canonical":"张","latin":"zhang","issues":[]}"#
    ),
    Shape(
      kind: .residentID, raw: "x",
      expected: #"{"canonical":"X","valid":false,"issues":["invalid","tooShort","repaired"]}"#),
  ])
  func `has the shape of the contract`(_ shape: Shape) {
    let found = objects(shape.kind, shape.raw + "\n")
    #expect(found == [shape.expected])
  }

  struct Keys: Sendable, CustomTestStringConvertible {
    var kind: ValueKind
    var raw: String
    var keys: [String]

    var testDescription: String { kind.rawValue }
  }

  @Test(arguments: [
    Keys(
      kind: .company, raw: "杭州华信软件有限公司深圳分公司",
      keys: [
        "branch", "brand", "canonical", "group", "industry", "issues", "key", "legal_form", "place",
      ]),
    Keys(
      kind: .email, raw: "Zhang.Wei@example.org",
      keys: [
        "canonical", "disposable", "domain", "identity", "issues", "local", "others", "role",
        "suggestion", "valid",
      ]),
    Keys(
      kind: .address, raw: "浙江省杭州市西湖区文三路1号",
      keys: [
        "canonical", "city", "detail", "district", "issues", "key", "province", "town", "valid",
      ]),
    Keys(
      kind: .date, raw: "2024年3月5日", keys: ["canonical", "day", "issues", "time", "valid"]),
    Keys(
      kind: .uscc, raw: "not a code", keys: ["canonical", "issues", "valid"]),
  ])
  func `has the keys that the help names`(_ wanted: Keys) throws {
    let line = try #require(objects(wanted.kind, wanted.raw).first)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object.keys.sorted() == wanted.keys)
  }

  @Test(arguments: ValueKind.allCases)
  func `every line gives one object, whatever it holds`(kind: ValueKind) throws {
    let raw = ["", " ", "\"\\", "\u{1}", "无", "张三\t李四", String(repeating: "长9a", count: 5000)]
    let found = objects(kind, raw.joined(separator: "\r\n"))
    #expect(found.count == raw.count)
    for line in found {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func `bytes that are no UTF-8 still give valid JSON`() throws {
    for kind in ValueKind.allCases {
      let filter = ValueFilter(
        kind, region: nil, asOf: CivilDay(number: 20_000), timeZone: "Asia/Shanghai")
      let bytes = filter.objects(for: [0xFF, 0xD5, 0xC5, 0xC8, 0xFD, 0x0A, 0xE5, 0xBC])
      let lines = bytes.split(separator: 0x0A)
      #expect(lines.count == 2)
      for line in lines {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line)) }
      }
    }
  }

  @Test func `without a region only international forms are read`() {
    #expect(objects(.phone, "13524689713", region: nil)[0].hasPrefix(#"{"values":[],"#))
    #expect(objects(.phone, "+86 13524689713", region: nil)[0].contains("+8613524689713"))
  }
}
