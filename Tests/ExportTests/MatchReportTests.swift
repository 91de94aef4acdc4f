import Foundation
import Testing
import Vocabulary

@testable import Export

/// The page about matching, without a browser.
@Suite struct MatchReportTests {
  private func matching(
    _ party: Party = .person, accept: Double = 0.99, review: Double = 0.5,
    weights: [Float] = [-3, 1, 8, 20]
  ) -> PartyMatching {
    var matching = PartyMatching(
      party: party, mentions: 1200, parties: 900, accept: Probability(accept),
      review: Probability(review))
    for weight in weights { matching.histogram.add(weight) }
    matching.model.columns = [
      ModelSummary.Column(
        words: "phone",
        levels: [
          .init(words: "same", m: 0.8, u: 0.000_002, related: 0.05),
          .init(words: "different", m: 0.2, u: 0.999_998, related: 0.95),
        ])
    ]
    matching.examples = [
      PairExample(
        choice: .strongestMerged, left: "a/1", right: "b/2", start: MatchWeight(bits: -10),
        steps: [
          .init(words: "phone: same", left: "**78", right: nil, weight: MatchWeight(bits: 18.6))
        ], absent: ["email"])
    ]
    matching.sizes = [.init(records: 1, clusters: 700), .init(records: 12, clusters: 3)]
    matching.largest = [.init(goldenID: "P0000003B", records: 12)]
    matching.rules = [
      .init(name: "phone", words: "phone", pairs: 4, givenUpPairs: 44_850, givenUpBlocks: 1)
    ]
    return matching
  }

  private func html(
    _ parties: [PartyMatching], _ language: ReportLanguage = .english
  ) -> String {
    MatchReport(
      pipeline: "night", asOf: CivilDay(number: 20_000), language: language, records: 1500,
      parties: parties
    ).page.html
  }

  @Test(arguments: ReportLanguage.allCases)
  func `every section of both parties is there, in the language of the run`(
    language: ReportLanguage
  ) {
    let page = html([matching(), matching(.organization)], language)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    for party in Party.allCases {
      for section in ["found", "weights", "levels", "pairs", "estimate", "sizes", "blocking"] {
        #expect(page.contains("<section id=\"\(party.rawValue)-\(section)\""))
      }
    }
    #expect(page.contains(language == .chinese ? "模型对自己的估计" : "own estimate, without labels"))
    #expect(page.contains("1,200") && page.contains("44,850") && page.contains("P0000003B"))
  }

  @Test func `the policy names the digest of the style, and the page names no other place`() throws
  {
    let page = html([matching()])
    let style = try #require(page.firstMatch(of: #/<style>([\s\S]*)</style>/#)?.1)
    let policy = try #require(page.firstMatch(of: #/sha256-([A-Za-z0-9+\/=]+)&#39;/#)?.1)
    #expect(policy.count == 44 && style.contains("@media print"))
    for word in ["http:", "https:", "url(", "@import", "<script", "<img", " style=", " on"] {
      let isThere =
        word == " on"
        ? page.contains(#/<[^>]* on[a-z]+=/#)
        : page.replacing("http-equiv", with: "").contains(word)
      #expect(!isThere, "\(word)")
    }
  }

  @Test func `what a user names is escaped wherever it stands`() {
    let name = "<b onload='x'>&\"\u{202E}\u{0}"
    var odd = matching()
    odd.model.origin = name
    odd.model.columns[0].words = name
    odd.model.columns[0].levels[0].words = name
    odd.examples[0].left = name
    odd.examples[0].absent = [name]
    odd.rules[0].name = name
    odd.rules[0].words = name
    let page = html([odd])
    #expect(!page.contains("<b onload") && !page.contains("\u{202E}") && !page.contains("\u{0}"))
    #expect(page.contains("&lt;b onload=&#39;x&#39;&gt;&amp;&quot;\u{FFFD}\u{FFFD}"))
  }

  struct Odd: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout PartyMatching) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout PartyMatching) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  @Test(arguments: [
    Odd("nobody is mentioned") {
      $0 = PartyMatching(
        party: .person, mentions: 0, parties: 0, accept: Probability(0.99),
        review: Probability(0.5))
    },
    Odd("no pair was scored") {
      $0.histogram = WeightHistogram()
      $0.examples = []
      $0.rules = []
    },
    Odd("one pair, far below") {
      $0.histogram = WeightHistogram()
      $0.histogram.addLowest(1)
    },
    Odd("more pairs than a machine could score") { $0.histogram.addLowest(.max / 4) },
    Odd("nothing merges by itself") { $0.accept = Probability(1) },
    Odd("everything is asked") { $0.review = Probability(0) },
    Odd("a level that never holds") {
      $0.model.columns[0].levels[0] = .init(words: "never", m: 0, u: 0, related: 0)
    },
    Odd("a level that always decides") {
      $0.model.columns[0].levels[0] = .init(words: "always", m: 1, u: 0, related: 0)
      $0.examples[0].steps[0].weight = MatchWeight(bits: .infinity)
    },
    Odd("one giant") { $0.sizes = [.init(records: 1_000_000, clusters: 1)] },
    Odd("training that did not converge") {
      $0.model.isPrior = false
      $0.model.hasConverged = false
      $0.model.lastChange = .infinity
      $0.model.expectedMatches = .nan
    },
  ])
  func `whatever the run found, every drawing has finite places`(_ odd: Odd) {
    var matching = matching()
    odd.change(&matching)
    for language in ReportLanguage.allCases {
      let page = html([matching], language)
      #expect(page.hasSuffix("</html>\n"))
      for attribute in page.matches(
        of: #/ (?:x|y|x1|x2|y1|y2|cx|cy|width|height|points)="([^"]*)"/#)
      {
        #expect(!attribute.1.contains("n"), "\(attribute.0)")
      }
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    // Each from scratch: a page compared with itself would be equal whatever it holds.
    let pages = (0..<2).map { _ in
      MatchReport(
        pipeline: "night", asOf: CivilDay(number: 0), language: .chinese, records: 2,
        parties: [matching()]
      ).page.html
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].hasPrefix("<!DOCTYPE html>"))
  }
}

/// The estimate of errors without labels.
@Suite struct ErrorEstimateTests {
  private func histogram(_ weights: [(Float, Int)]) -> WeightHistogram {
    var histogram = WeightHistogram()
    for (weight, count) in weights { for _ in 0..<count { histogram.add(weight) } }
    return histogram
  }

  @Test func `it is the naive sum over pairs in the middle of their buckets`() throws {
    let weights: [(Float, Int)] = [(-5.75, 400), (-0.25, 30), (0.25, 20), (6.75, 50), (20.25, 7)]
    let estimate = ErrorEstimate(histogram(weights))
    let pairs = weights.map { weight, count in
      (weight: weight, count: Double(count), p: 1 / (1 + exp2(-Double(weight))))
    }
    let all = pairs.reduce(0) { $0 + $1.count * $1.p }
    for threshold in [-8.0, -5, 0, 0.5, 6.5, 7, 20] {
      let kept = pairs.filter { Double($0.weight) >= threshold }
      let right = kept.reduce(0) { $0 + $1.count * $1.p }
      let count = kept.reduce(0) { $0 + $1.count }
      let point = estimate.point(at: MatchWeight(bits: threshold))
      #expect(point.pairs == count)
      #expect(abs(try #require(point.precision) - right / count) < 1e-12)
      #expect(abs(try #require(point.recall) - right / all) < 1e-12)
    }
  }

  @Test func `pairs that were left early are no matches, however many`() throws {
    var many = histogram([(10.25, 100)])
    many.addLowest(100_000_000)
    let point = ErrorEstimate(many).point(at: MatchWeight(bits: 0))
    #expect(point.recall == 1)
    #expect(try #require(point.precision) > 0.999)
  }

  @Test func `a threshold within a bucket takes its share of the bucket`() {
    let estimate = ErrorEstimate(histogram([(6.6, 100)]))
    #expect(estimate.point(at: MatchWeight(bits: 6.5)).pairs == 100)
    #expect(abs(estimate.point(at: MatchWeight(bits: 6.625)).pairs - 75) < 1e-9)
    #expect(estimate.point(at: MatchWeight(bits: 7)).pairs == 0)
  }

  @Test func `without pairs nothing is claimed, and no threshold is too far`() {
    let empty = ErrorEstimate(WeightHistogram()).point(at: MatchWeight(bits: 0))
    #expect(empty.precision == nil && empty.recall == nil)
    let estimate = ErrorEstimate(histogram([(60, 5), (-60, 5)]))
    #expect(estimate.point(at: MatchWeight(bits: -.infinity)).pairs == 10)
    #expect(estimate.point(at: MatchWeight(bits: .infinity)).pairs == 0)
  }
}

/// Numbers and masked values as pages show them.
@Suite struct FigureTests {
  struct Shown: Sendable {
    var text: String
    var expected: String

    init(_ text: String, _ expected: String) { (self.text, self.expected) = (text, expected) }
  }

  @Test(arguments: [
    Shown(Figure.count(0), "0"), Shown(Figure.count(999), "999"),
    Shown(Figure.count(1000), "1,000"), Shown(Figure.count(-1_234_567), "−1,234,567"),
    Shown(Figure.count(Double.nan), "–"), Shown(Figure.count(2.6), "3"),
    Shown(Figure.share(0), "0%"), Shown(Figure.share(1), "100%"), Shown(Figure.share(0.5), "50%"),
    Shown(Figure.share(0.995), "99.5%"), Shown(Figure.share(0.999_9), "99.99%"),
    Shown(Figure.share(0.000_002), "0.0002%"), Shown(Figure.share(1e-12), "<0.0000001%"),
    Shown(Figure.share(.nan), "–"), Shown(Figure.share(-0.1), "<0.0000001%"),
    Shown(Figure.estimate(0.999_99), ">99.99%"), Shown(Figure.estimate(1), "100.00%"),
    Shown(Figure.estimate(nil), "–"),
    Shown(Figure.bits(MatchWeight(bits: 14.24)), "+14.2"),
    Shown(Figure.bits(MatchWeight(bits: -3.06)), "−3.1"),
    Shown(Figure.bits(MatchWeight(bits: -0.04)), "±0.0"),
    Shown(Figure.bits(MatchWeight(bits: -.infinity)), "−∞"),
    Shown(Figure.probability(MatchWeight(bits: 90)), ">99.9999999%"),
    Shown(Figure.power(of: 3, .english), "1,000"), Shown(Figure.power(of: 7, .english), "10M"),
    Shown(Figure.power(of: 3, .chinese), "1,000"), Shown(Figure.power(of: 7, .chinese), "1,000万"),
    Shown(Figure.place(-0.04), "0"), Shown(Figure.place(12.35), "12.3"),
    Shown(ValueMask.mask("张伟", kind: .personName), "张**"),
    Shown(ValueMask.mask("张", kind: .personName), "**"),
    Shown(ValueMask.mask("", kind: .organizationName), "**"),
    Shown(ValueMask.mask("+8613912345678", kind: .phone), "**78"),
    Shown(ValueMask.mask("110", kind: .phone), "**"),
    Shown(ValueMask.mask("zhang@example.com", kind: .email), "z**@**"),
    Shown(ValueMask.mask("a@b.c", kind: .email), "**"),
    Shown(ValueMask.mask("91310000710921234X", kind: .identifier), "**"),
  ])
  func `a number or a value is shown like this`(_ shown: Shown) {
    #expect(shown.text == shown.expected)
  }
}
