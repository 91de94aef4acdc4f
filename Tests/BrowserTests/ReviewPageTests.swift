import Export
import Foundation
import Pipelines
import TestSupport
import Testing
import Vocabulary

/// report/review.html as a steward's browser shows it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ReviewPageTests {
  @Test func `a steward answers with the keyboard, and the next run obeys`() async throws {
    let folder = try TemporaryFolder()
    let night = try Self.night(in: folder)
    let first = try await Self.run(night)
    let asked = try ReviewSheet(run: first).questions
    try #require(asked.count >= 6)
    // The first pair is joined; of the others one is skipped that it leaves alone.
    let skipped = try #require(
      asked.indices.first {
        $0 > 0 && Set(asked[$0].goldenIDs).isDisjoint(with: asked[0].goldenIDs)
      })
    let keys = (0..<6).map { $0 == 0 ? "1" : $0 == skipped ? "3" : "2" }
    let downloads = folder.path + "/decisions"
    try FileManager.default.createDirectory(atPath: downloads, withIntermediateDirectories: true)
    let file = first.path("report/review.html")
    let rows = try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: downloads)
      for key in keys { try await browser.press(key) }
      #expect(try await page.text("count") == "已答 5 · 跳过 1")
      try await browser.press("u")
      #expect(try await page.text("count") == "已答 4 · 跳过 1")
      try await browser.type("w" + "看过合同" + ReviewPage.enter + "d")
      let rows = try await page.save()
      #expect(try await page.text("save") == "没有未存的回答")
      try await browser.open(file: file)
      #expect(try await page.text("count") == "已答 5 · 跳过 1")
      #expect(try await browser.evaluate("return document.getElementById('save').disabled"))
      #expect(try await browser.console().map(\.description) == [])
      return rows
    }
    let answered = asked.prefix(6).enumerated().filter { $0.offset != skipped }
    #expect(rows.map { $0["left"] } == answered.map(\.element.left))
    #expect(rows.map { $0["verb"] } == ["same"] + answered.dropFirst().map { _ in "different" })
    #expect(Set(rows.map { $0["by"] }) == ["周"])
    #expect(rows.last?["why"] == "看过合同")

    let second = try await Self.run(night)
    var ids: [String: String] = [:]
    try CSVTable.forEachRow(
      of: second.path("crosswalk.csv"), columns: ["party", "record_key", "golden_id"]
    ) { ids[$0[0] + $0[1]] = $0[2] }
    for (place, question) in answered {
      let (left, right) = (
        ids[question.party.rawValue + question.left], ids[question.party.rawValue + question.right]
      )
      #expect(left != nil && (left == right) == (place == 0), "\(place)")
    }
    let next = try ReviewSheet(run: second).questions.map(\.id)
    #expect(!answered.contains { next.contains($0.element.id) })
    #expect(next.contains(asked[skipped].id))
  }

  @Test func `what was saved is taken back by a line, and answers survive the night`() async throws
  {
    let folder = try TemporaryFolder()
    let file = try Self.write(.sample(5), to: folder, "a.html")
    var tomorrow = ReviewSheet.sample(7)
    tomorrow.asOf = "2024-10-05"
    let later = try Self.write(tomorrow, to: folder, "b.html")
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      try await browser.type("12")
      let saved = try await page.save()
      #expect(saved.map { $0["verb"] } == ["same", "different"])
      try await browser.press("u")
      #expect(try await page.text("count") == "已答 1 · 跳过 0")
      let revoked = try await page.save()
      #expect(revoked.map { $0["revokes"] } == [saved[1]["decision_id"]])
      #expect(revoked.map { $0["verb"] } == [""])
      try await browser.type("13")
      // The next night has other bytes; what was not saved is not lost.
      try await browser.open(file: later)
      #expect(try await page.text("count") == "已答 1 · 跳过 1")
      #expect(try await page.text("notice").contains("1 个回答还没有存成文件"))
      #expect(try await page.save().map { $0["left"] } == ["sales/1"])
    }
  }

  @Test func `filters, search and groups choose what is asked`() async throws {
    let folder = try TemporaryFolder()
    var sheet = ReviewSheet.sample(6)
    sheet.questions[1].party = .organization
    sheet.questions[2].kind = .vetoed
    for place in 3...5 { sheet.questions[place].group = 1 }
    let file = try Self.write(sheet, to: folder, "a.html")
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      try await page.choose("party", "organization")
      #expect(try await page.text("question").contains("是同一家单位吗"))
      try await page.choose("party", "")
      try await page.choose("kind", "vetoed")
      #expect(try await page.text("question").contains("第 1 题，共 1"))
      try await page.choose("kind", "")
      try await browser.type("/finance/4" + ReviewPage.enter)
      #expect(try await page.text("question").contains("P4-0"))
      // One answer for the whole group; then one step back.
      try await browser.type("1", shift: true)
      #expect(try await page.text("count") == "已答 3 · 跳过 0")
      try await browser.type("u")
      #expect(try await page.text("count") == "已答 0 · 跳过 0")
      try await browser.type("2", shift: true)
      #expect(
        try await page.save().map { [$0["verb"], $0["left"]] } == [
          ["different", "sales/3"], ["different", "sales/4"], ["different", "sales/5"],
        ])
    }
  }

  @Test func `a second reader is asked blindly, the first one is not`() async throws {
    let folder = try TemporaryFolder()
    var sheet = ReviewSheet.sample(3)
    // A contradiction about a value: there is nothing to be the same.
    sheet.questions[2].right = sheet.questions[2].left
    sheet.questions[0].kind = .secondReading
    sheet.questions[0].readers = [sheet.questions[0].mark(of: "周")]
    sheet.questions[1].kind = .disagreement
    sheet.questions[1].revokes = ["same": ["d7"], "different": ["d8", "d9"]]
    let file = try Self.write(sheet, to: folder, "a.html")
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      #expect(try await page.text("question").contains("第 1 题，共 1"))
      #expect(try await page.text("question").contains("P1-0"))
      try await page.click("who")
      try await browser.type("吴" + ReviewPage.enter)
      #expect(try await page.text("question").contains("共 2"))
      try await browser.type("2")
      try await browser.type("2")
      let rows = try await page.save()
      #expect(Set(rows.map { $0["revokes"] }) == ["", "d8", "d9"])
      #expect(Set(rows.map { $0["by"] }) == ["吴"])
    }
  }

  @Test func `five thousand questions open and are answered`() async throws {
    let folder = try TemporaryFolder()
    let file = try Self.write(.sample(5000), to: folder, "a.html")
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      try await browser.type(String(repeating: "1", count: 60))
      #expect(try await page.text("count") == "已答 60 · 跳过 0")
      try await browser.type("/李4999" + ReviewPage.enter + "2")
      #expect(try await page.text("count") == "已答 61 · 跳过 0")
      let elements: Int = try await browser.evaluate(
        "return document.getElementById('question').querySelectorAll('*').length")
      #expect(elements < 100)
      #expect(try await page.save().count == 61)
    }
  }

  @Test func `names that are markup or formulas are shown as they are, and read back`() async throws
  {
    let folder = try TemporaryFolder()
    let name = #"</script><img src=x onerror="window.harm = 1"><!--<script>'"#
    var sheet = ReviewSheet.sample(1)
    sheet.pipeline = name
    sheet.sources = [name, "b"]
    sheet.fields[0].words = name
    sheet.questions[0].left = "=1+1/" + name
    sheet.questions[0].right = "@a,\"b\""
    sheet.questions[0].steps[0].words = name
    sheet.questions[0].sides[0].goldenID = name
    sheet.questions[0].sides[0].owners = [name]
    sheet.questions[0].rows[0].left[0].text = name + "\u{202E}\u{2028}"
    sheet.questions[0].history = [
      .init(verb: name, left: name, right: name, by: name, at: name, why: name)
    ]
    let file = try Self.write(sheet, to: folder, "a.html")
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try ReviewSheet(page: kept) == sheet)
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path, as: "=周")
      #expect(try await browser.evaluate("return window.harm === undefined"))
      #expect(
        try await browser.evaluate("return document.querySelectorAll('img,iframe,object').length")
          == 0)
      let text = try await page.text("question")
      #expect(text.contains(name))
      #expect(!text.contains("\u{202E}"))
      try await browser.press("1")
      _ = try await page.save()
      #expect(try await browser.evaluate("return window.harm === undefined"))
      #expect(try await browser.console().map(\.description) == [])
      #expect(try await browser.requests().allSatisfy { !$0.url.hasPrefix("http") })
    }
    let saved = try #require(try folder.files().first { $0.hasSuffix(".csv") })
    #expect(try folder.read(saved).contains(",\"'=1+1/</script>"))
    try CSVTable.forEachRow(of: folder.path + "/" + saved, columns: ["left", "right", "by"]) {
      row in
      #expect(row == [sheet.questions[0].left, sheet.questions[0].right, "=周"])
    }
  }

  @Test func `without a memory the browser says so and still answers`() async throws {
    let folder = try TemporaryFolder()
    let file = try Self.write(.sample(3), to: folder, "a.html")
    try await Browser.run { browser in
      try await browser.prepare(
        """
        Object.defineProperty(window, 'localStorage',
          { get() { throw new DOMException('denied', 'SecurityError') } })
        """)
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      try await browser.type("1")
      #expect(try await page.text("notice").contains("不保存进度"))
      #expect(try await page.save().count == 1)
      #expect(try await browser.console().map(\.description) == [])
    }
  }

  @Test(arguments: [ReportLanguage.chinese, .english])
  func `everybody can use it`(_ language: ReportLanguage) async throws {
    let folder = try TemporaryFolder()
    var sheet = ReviewSheet.sample(3, language: language)
    sheet.questions[0].group = 1
    sheet.questions[1].group = 1
    sheet.questions[0].history = [
      .init(verb: "different", left: "a", right: "b", by: "吴", at: "2026-01-01", why: "双胞胎")
    ]
    let file = try Self.write(sheet, to: folder, "a.html")
    try await Browser.run { browser in
      let page = try await ReviewPage.open(file, in: browser, downloads: folder.path)
      #expect(
        try await browser.evaluate("return document.documentElement.lang") == language.rawValue)
      let expectations = PageExpectations(browser: browser, file: file)
      try await expectations.namesAreWhole()
      try await expectations.canBeHeard()
      try await expectations.controlsHaveNames()
      try await expectations.textIsReadable()
      for width in [390, 800, 1280] {
        try await browser.resize(width: width, height: 844)
        let wide: Double = try await browser.evaluate(
          "return document.documentElement.scrollWidth - innerWidth")
        #expect(wide <= 0, "\(width)")
      }
      try await browser.press("?")
      #expect(try await browser.evaluate("return document.getElementById('helping').open"))
      try await expectations.textIsReadable()
      try await page.click("close")
      try await expectations.staysQuiet()
      try await browser.emulatePrint()
      let shown: String = try await browser.evaluate("return document.body.innerText.trim()")
      #expect(!shown.contains("P0-0") && !shown.isEmpty)
    }
  }

  // MARK: - Pages

  private static func write(
    _ sheet: ReviewSheet, to folder: TemporaryFolder, _ name: String
  ) throws -> String {
    try folder.write(name, sheet.page().html)
  }

  /// A pipeline over the fixture's exports, with decisions in `decisions`.
  private static func night(in folder: TemporaryFolder) throws -> PipelineFile {
    let fixtures =
      URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures/customers/"
    return try PipelineFile(
      text: """
        {
          version: 1, name: "night", output: "out",
          sources: [
            { name: "sales", path: "\(fixtures)sales_crm.csv" },
            { name: "finance", path: "\(fixtures)finance_erp.csv" },
          ],
        }
        """, file: folder.path + "/pipeline.json", directory: folder.path)
  }

  private static func run(_ pipeline: PipelineFile) async throws -> RunFolderReference {
    var options = RunOptions()
    options.asOf = CivilDay(iso: "2026-06-30")
    let report = try await Run(pipeline: pipeline, options: options).execute { _ in }
    return try RunFolderReference(try #require(report.folder))
  }
}
