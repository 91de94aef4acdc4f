import Foundation
import TestSupport
import Testing
import Vocabulary

/// A review page in a browser, used as a steward would.
struct ReviewPage {
  let browser: Browser
  let file: String
  /// Where downloads go.
  let downloads: String

  static let (enter, shift) = ("\u{E007}", "\u{E008}")

  /// Opens a page and says who the steward is.
  static func open(
    _ file: String, in browser: Browser, downloads: String, as steward: String = "周"
  ) async throws -> ReviewPage {
    let page = ReviewPage(browser: browser, file: file, downloads: downloads)
    try await browser.keepDownloads(in: downloads)
    try await browser.open(file: file)
    try await page.introduce(steward)
    return page
  }

  /// Fills in the name that the page asks for.
  func introduce(_ steward: String) async throws {
    #expect(try await browser.evaluate("return document.getElementById('asking').open"))
    try await browser.type(steward + Self.enter)
    #expect(try await browser.evaluate("return !document.getElementById('asking').open"))
  }

  func text(_ id: String) async throws -> String {
    try await browser.evaluate("return document.getElementById('\(id)').innerText")
  }

  func click(_ id: String) async throws {
    let _: Bool = try await browser.evaluate(
      "document.getElementById('\(id)').click(); return true")
  }

  /// Chooses a value of a filter.
  func choose(_ id: String, _ value: String) async throws {
    let _: Bool = try await browser.evaluate(
      """
      const e = document.getElementById('\(id)')
      e.value = '\(value)'
      e.dispatchEvent(new Event('change'))
      return true
      """)
  }

  /// Saves the answers and returns the rows of the new file, by column.
  func save() async throws -> [[String: String]] {
    let before = try Set(FileManager.default.contentsOfDirectory(atPath: downloads))
    // By the keyboard: browsers let nobody save a second file without a hand.
    let _: Bool = try await browser.evaluate("document.getElementById('save').focus(); return true")
    try await browser.press(Self.enter)
    let name = try await DriverProcess.within(seconds: 20, "no file was saved") {
      try FileManager.default.contentsOfDirectory(atPath: downloads)
        .first { !before.contains($0) && $0.hasSuffix(".csv") }
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: downloads + "/" + name))
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    return try Self.rows(of: String(decoding: data.dropFirst(3), as: UTF8.self))
  }

  /// The rows of a decisions file without quoted cells that span lines.
  private static func rows(of text: String) throws -> [[String: String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let header = lines.first?.split(separator: ",").map(String.init) ?? []
    #expect(
      header == [
        "decision_id", "verb", "party", "left", "right", "field", "value", "by", "at", "why",
        "revokes",
      ])
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }
}

extension ReviewSheet {
  /// A sheet of some questions about persons, all about different parties.
  static func sample(_ count: Int, language: ReportLanguage = .chinese) -> ReviewSheet {
    var sheet = ReviewSheet(
      pipeline: "night", asOf: CivilDay(number: 20_000), language: language,
      fields: [
        FieldName(name: "name", words: "姓名"), FieldName(name: "phone", words: "电话"),
      ], sources: ["sales", "finance"])
    sheet.questions = (0..<count).map { number in
      var question = ReviewQuestion(
        id: ReviewQuestion.id(.person, ["\(number)"]), kind: .doubtful,
        party: .person, left: "sales/\(number)", right: "finance/\(number)",
        probability: Probability(0.9), stake: 3)
      question.steps = [.init(words: "姓名相同", bits: 7.5), .init(words: "电话不同", bits: -2.1)]
      question.sides = [0, 1].map { side in
        var party = ReviewQuestion.Side()
        party.goldenID = "P\(number)-\(side)"
        party.sources = [side]
        party.owners = ["sales:王芳"]
        (party.firstSeen, party.lastSeen) = ("2025-01-01", "2026-01-01")
        return party
      }
      let name = ReviewQuestion.Value(text: "李\(number)", sources: [0], day: "2026-01-01")
      question.rows = [
        .init(field: 0, verdict: .same, left: [name], right: [name]),
        .init(
          field: 1, verdict: .contradicts,
          left: [.init(text: "+8613912345\(100 + number % 900)", sources: [0], day: nil)],
          right: [.init(text: "+8613912346789", sources: [1], day: "2026-01-02")]),
      ]
      return question
    }
    return sheet
  }
}
