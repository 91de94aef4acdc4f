import Export
import Foundation
import Pipelines
import TestSupport
import Testing
import Vocabulary

/// report/match.html as a steward's browser shows it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct MatchReportPageTests {
  struct Reader: Sendable, CustomTestStringConvertible {
    var language: ReportLanguage
    var title: String
    var words: [String]

    var testDescription: String { language.rawValue }
  }

  @Test(arguments: [
    Reader(
      language: .chinese, title: "匹配报告 · night",
      words: ["候选对的权重分布", "各项证据的分量", "几个例子", "模型对自己的估计", "分块规则", "相同", "收敛"]),
    Reader(
      language: .english, title: "How records were matched · night",
      words: [
        "The weights of the candidate pairs", "What each piece of evidence weighs",
        "Some pairs, step by step", "the model's own estimate", "Blocking rules", ": same",
        "converged",
      ]),
  ])
  func `the page of a run is whole, quiet and usable`(_ reader: Reader) async throws {
    let folder = try TemporaryFolder()
    let page = try await Self.page(in: reader.language, folder)
    try await Browser.run { browser in
      try await browser.open(file: page)
      #expect(try await browser.evaluate("return document.title") == reader.title)
      #expect(
        try await browser.evaluate("return document.documentElement.lang")
          == reader.language.rawValue)
      let text: String = try await browser.evaluate("return document.body.innerText")
      for word in reader.words { #expect(text.contains(word), "\(word)") }
      let sections: [String] = try await browser.evaluate(
        "return [...document.querySelectorAll('section')].map(e => e.id)")
      #expect(sections == Self.sections)
      let expectations = PageExpectations(browser: browser, file: page)
      try await expectations.drawingsFit(least: 4)
      try await expectations.namesAreWhole()
      try await expectations.canBeHeard()
      try await expectations.canSkipToTheContent()
      try await expectations.keyboardReachesAll()
      try await expectations.fitsScreenAndPaper()
      try await expectations.staysQuiet()
    }
  }

  @Test func `names that are markup are shown as they are, and do nothing`() async throws {
    let folder = try TemporaryFolder()
    let page = folder.path + "/match.html"
    try Data(Self.hostileReport.page.html.utf8).write(to: URL(fileURLWithPath: page))
    try await Browser.run { browser in
      try await browser.open(file: page)
      #expect(try await browser.evaluate("return window.harm === undefined"))
      #expect(
        try await browser.evaluate(
          "return document.querySelectorAll('script,img,iframe,link,object,[onload]').length") == 0)
      let text: String = try await browser.evaluate("return document.body.textContent")
      #expect(text.contains(Self.hostileName))
      let expectations = PageExpectations(browser: browser, file: page)
      try await expectations.drawingsFit(least: 2)
      try await expectations.namesAreWhole()
      try await expectations.canBeHeard()
      try await expectations.staysQuiet()
    }
  }

  @Test func `a browser that is not there is a failure with the way out`() {
    let error = #expect(throws: BrowserError.self) { try DriverProcess.find("no-such-browser") }
    #expect(error?.description.contains("run pipelines/test.sh, which installs it") == true)
  }

  @Test func `a page that was tampered with runs no script and loads nothing`() async throws {
    let folder = try TemporaryFolder()
    let page = folder.path + "/match.html"
    try Data(Self.hostileReport.page.html.utf8).write(to: URL(fileURLWithPath: page))
    let html = try folder.read("match.html").replacingOccurrences(
      of: "</main>",
      with: """
        <script>window.harm = 1</script><img src="http://127.0.0.1:9/x.png" onerror="window.harm = 2">
        <p id="styled" style="color: red">x</p></main>
        """)
    try folder.write("match.html", html)
    try await Browser.run { browser in
      try await browser.open(file: page)
      #expect(try await browser.evaluate("return window.harm === undefined"))
      #expect(
        try await browser.evaluate(
          "return getComputedStyle(document.getElementById('styled')).color") != "rgb(255, 0, 0)")
      let asked = try await browser.requests()
      #expect(asked.contains { $0.url.hasPrefix("http:") })
      #expect(asked.allSatisfy { $0.isBlocked != $0.url.hasPrefix("file:") }, "\(asked)")
      #expect(try await browser.console().count >= 3)
    }
  }

  private static let sections = ["person", "organization"].flatMap { party in
    ["found", "weights", "levels", "fit", "pairs", "estimate", "sizes", "blocking"]
      .map { party + "-" + $0 }
  }

  /// Runs the fixture's exports and returns the path of the page.
  private static func page(
    in language: ReportLanguage, _ folder: TemporaryFolder
  ) async throws -> String {
    let fixtures =
      URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures/customers/"
    let pipeline = try PipelineFile(
      text: """
        {
          version: 1, name: "night", output: "out", language: "\(language.rawValue)",
          sources: [
            { name: "sales", path: "\(fixtures)sales_crm.csv" },
            { name: "finance", path: "\(fixtures)finance_erp.csv" },
          ],
        }
        """, file: folder.path + "/pipeline.json", directory: folder.path)
    var options = RunOptions()
    options.asOf = CivilDay(iso: "2026-06-30")
    let report = try await Run(pipeline: pipeline, options: options).execute { _ in }
    return try #require(report.folder) + "/report/match.html"
  }

  private static let hostileName =
    #""><script>window.harm = 1</script><img src=x onerror='window.harm = 2'>&amp;</style>"#

  /// A report in which every name that a user chooses tries to be markup.
  private static var hostileReport: MatchReport {
    let name = hostileName
    var matching = PartyMatching(
      party: .person, mentions: 3, parties: 2, accept: Probability(0.99), review: Probability(0.5))
    matching.histogram.add(-3)
    matching.histogram.add(12)
    matching.histogram.addLowest(123_456_789_012)
    matching.model.origin = name
    matching.model.columns = [
      ModelSummary.Column(words: name, levels: [.init(words: name, m: 0.9, u: 0.01, related: 0.3)])
    ]
    matching.examples = [
      PairExample(
        choice: .strongestMerged, left: "a/" + name, right: "b/" + name,
        start: MatchWeight(bits: -9),
        steps: [.init(words: name, left: name, right: name, weight: MatchWeight(bits: 21))],
        absent: [name])
    ]
    matching.sizes = [.init(records: 1, clusters: 1), .init(records: 2, clusters: 1)]
    matching.largest = [.init(goldenID: name, records: 2)]
    matching.rules = [
      .init(name: name, words: name, pairs: 2, givenUpPairs: 0, givenUpBlocks: 0)
    ]
    return MatchReport(
      pipeline: name, asOf: CivilDay(number: 20_000), language: .english, records: 3,
      parties: [matching])
  }
}
