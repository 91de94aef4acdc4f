import Foundation
import Testing
import Vocabulary

@testable import Match

/// What labels do to a model, on data whose truth is known.
@Suite struct LabelledTrainingTests {
  /// Persons with a second record each, and strangers who share the first two columns.
  ///
  /// Without labels, those strangers pass for matches of which the rest has changed.
  private struct World {
    var table: EvidenceTable
    /// By mention: the person.
    var person: [Int] = []
    static let persons = 1500
    static let sharers = 1200
    static let errors = [0.05, 0.05, 0.25, 0.25, 0.25]

    init(seed: UInt64) {
      var random = SplitMix64(state: seed)
      let persons = Self.persons + 2 * Self.sharers
      person = Array(0..<persons) + Array(0..<Self.persons)
      var columns: [EvidenceColumn] = []
      for (number, error) in Self.errors.enumerated() {
        var own = (0..<persons).map { _ in random.next() % 400 }
        for pair in 0..<Self.sharers where number < 2 {
          let first = Self.persons + 2 * pair
          own[first + 1] = own[first]
        }
        var column = EvidenceColumn(name: "c\(number)", kind: .text)
        for person in person {
          let isWrong = Double(random.next() % 1_000_000) / 1_000_000 < error
          let value = isWrong ? random.next() % 400 : own[person]
          column.ids.append(column.values.intern(Self.word(value)))
          column.endMention()
        }
        columns.append(column)
      }
      table = EvidenceTable(party: .person, count: person.count, columns: columns)
    }

    private static func word(_ number: UInt64) -> String {
      var random = SplitMix64(state: number &* 7919)
      return String((0..<8).map { _ in Character(Unicode.Scalar(97 + UInt8(random.next() % 26))) })
    }

    /// The truth about the first candidate pairs of a list that nobody chose by their truth.
    func answers(_ count: Int, of pairs: [ScoredPair], seed: UInt64) -> [LabelledPair] {
      pairs.map { (rank: SplitMix64.mixed(seed &+ UInt64($0.left) << 32 | UInt64($0.right)), $0) }
        .sorted { $0.rank < $1.rank }.prefix(count).map { _, pair in
          LabelledPair(
            left: pair.left, right: pair.right,
            isSame: person[Int(pair.left)] == person[Int(pair.right)], source: .answer)
        }
    }

    /// How far the m probabilities of agreement are from the truth, added up.
    func error(of model: MatchModel) -> Double {
      zip(Self.errors, model.columns).reduce(0) { total, pair in
        total + abs((pair.1.grades.first?.m ?? 0) - (1 - pair.0) * (1 - pair.0))
      }
    }
  }

  private var matcher: Matcher {
    var options = MatchOptions()
    options.review = Probability(0.001)
    options.block = [["c0", "c1"], ["c2", "c3"]]
    return Matcher(options)
  }

  @Test(arguments: UInt64(1)...3)
  func `answers move a model that is off towards the truth`(seed: UInt64) async throws {
    let world = World(seed: seed)
    let first = try await matcher.match(world.table, model: nil)
    let off = world.error(of: first.model)
    var labels = TrainingLabels()
    labels.pairs = world.answers(300, of: first.pairs, seed: seed)
    let labelled = try await matcher.train(world.table, labels: labels)
    let near = world.error(of: labelled)
    #expect(off > 0.35)
    #expect(near < 0.6 * off)
    let training = labelled.training
    #expect(training.hasConverged && training.comparedWith == .unlabelled)
    #expect(training.labels?.all == 300 && training.labels?.merged == 0)
    // The truth is 1,500; the blocks hold less.
    #expect(training.expectedMatches > first.model.training.expectedMatches + 200)
    let exact = try #require(labelled.columns[2].grades.first)
    let counts = try #require(exact.counts)
    #expect(counts.mBefore == first.model.columns[2].grades.first?.m)
    #expect(Double(counts.candidates) >= counts.matches && counts.random > 0)
  }

  @Test func `the same labels give the same model, for any number of threads`() async throws {
    let world = World(seed: 4)
    var labels = TrainingLabels()
    labels.pairs = world.answers(
      100, of: try await matcher.match(world.table, model: nil).pairs, seed: 4)
    var models: [String] = []
    for threads in [1, 2] {
      var matcher = matcher
      matcher.options.threads = threads
      models.append(try await matcher.train(world.table, labels: labels).json())
    }
    #expect(models[0] == models[1])
  }

  @Test func `a few wrong answers overthrow nothing`() async throws {
    let world = World(seed: 5)
    let first = try await matcher.match(world.table, model: nil)
    // The least likely pairs, said to be the same: one pattern that thousands may have.
    let unlikely = first.pairs.sorted {
      ($0.weight, $0.left, $0.right) < ($1.weight, $1.left, $1.right)
    }
    var labels = TrainingLabels()
    labels.pairs = unlikely.prefix(5).map {
      LabelledPair(left: $0.left, right: $0.right, isSame: true, source: .answer)
    }
    let model = try await matcher.train(world.table, labels: labels)
    let expected = first.model.training.expectedMatches
    #expect(abs(model.training.expectedMatches - expected) < 0.06 * expected)
  }

  @Test func `merges count for a small part, and records that are there for them for nothing else`()
    async throws
  {
    let world = World(seed: 6)
    let plain = try await matcher.train(world.table, labels: TrainingLabels())
    // The second records of the first 500 persons were given up for the first ones.
    var labels = TrainingLabels()
    labels.isLabelOnly = world.person.indices.map { mention in
      mention >= world.person.count - World.persons && world.person[mention] < 500
    }
    let without = try await matcher.train(world.table, labels: labels)
    #expect(without.training.mentions == world.person.count - 500)
    #expect(without.training.expectedMatches < plain.training.expectedMatches - 200)
    let second = world.person.count - World.persons
    labels.pairs = (0..<500).map {
      LabelledPair(
        left: UInt32($0), right: UInt32(second + $0), isSame: true, source: .merge)
    }
    let merged = try await matcher.train(world.table, labels: labels)
    #expect(merged.training.labels?.merged == 500)
    #expect(abs(merged.prior / without.prior - 1) < 0.15)
    #expect(world.error(of: merged) < world.error(of: without))
  }

  @Test func `no label changes nothing`() async throws {
    let world = World(seed: 7)
    let plain = try await matcher.match(world.table, model: nil).model
    var trained = try await matcher.train(world.table, labels: TrainingLabels())
    #expect(trained.fit == nil)
    trained.fit = plain.fit
    #expect(trained == plain)
    #expect(trained.training.comparedWith == .shipped && trained.training.labels == nil)
  }
}
