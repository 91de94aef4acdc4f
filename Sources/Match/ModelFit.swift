import Foundation
package import Vocabulary

/// What the data looks like to a model: how links agree, how rare agreement is, what is missing.
///
/// It is kept with the model that was trained on the data, and measured again every night.
package struct ModelFit: Codable, Hashable, Sendable {
  package struct Column: Codable, Hashable, Sendable {
    package var column: String
    /// The share of mentions that have a value.
    package var coverage: Double
    /// The rarity of an agreement by chance, in bits; nil where agreement is by and large no chance.
    package var rarity: Double?
    /// Of the links that were looked at: how many agree on which level.
    package var links: [Level]
  }

  package struct Level: Codable, Hashable, Sendable {
    package var level: String
    package var count: Int
  }

  package var mentions: Int
  /// The pairs from the accept threshold on, and those between the thresholds.
  package var links: Int
  package var doubtful: Int
  package var columns: [Column]

  /// So many links are looked at.
  private static let mostLinks = 10_000

  /// - Parameters:
  ///   - comparer: Of all columns.
  ///   - mentions: The number of mentions.
  ///   - pairs: The pairs from the review threshold on, in an order that nothing else can change.
  ///   - accept: The weight from which a pair is a link, in bits.
  init(_ comparer: PairComparer, mentions: Int, pairs: [ScoredPair], accept: Float) {
    self.mentions = mentions
    let accepted = pairs.filter { $0.weight >= accept }
    links = accepted.count
    doubtful = pairs.count - accepted.count
    let step = max(1, (accepted.count + Self.mostLinks - 1) / Self.mostLinks)
    var counts = comparer.columns.map { [Int](repeating: 0, count: $0.levels.count + 1) }
    for index in stride(from: 0, to: accepted.count, by: step) {
      let pair = accepted[index]
      for column in counts.indices {
        counts[column][comparer.outcome(column, Int(pair.left), Int(pair.right)).grade] += 1
      }
    }
    columns = zip(comparer.columns, counts).map { comparer, counts in
      Column(
        column: comparer.comparison.column, coverage: comparer.coverage,
        rarity: Self.tellsRarity(comparer.column) ? Double(comparer.meanRarity) : nil,
        links: zip(comparer.levels, counts.dropFirst()).map {
          Level(level: $0.description, count: $1)
        })
    }
  }

  /// Whether strangers agree in a column often enough to tell; numbers that are given to one holder
  /// each are equal because it is the same holder.
  private static func tellsRarity(_ column: EvidenceColumn) -> Bool {
    switch column.kind {
    case .phone, .email, .identifier, .entity: false
    default: true
    }
  }
}

extension ModelFit {
  /// So many links are needed on both sides to tell a change from chance.
  private static let fewestLinks = 30

  /// How far this data is from that which a model was trained on.
  package func drift(since before: ModelFit) -> ModelDrift {
    var measures: [ModelDrift.Measure] = []
    for column in columns {
      guard let old = before.columns.first(where: { $0.column == column.column }) else { continue }
      measures += [column.agreement(since: old), column.rarity(since: old)].compactMap(\.self)
      measures.append(
        ModelDrift.Measure(
          .coverage, column: column.column, before: old.coverage, now: column.coverage,
          change: abs(column.coverage - old.coverage)))
    }
    guard links >= Self.fewestLinks, before.links >= Self.fewestLinks else {
      return ModelDrift(measures)
    }
    measures.append(
      ModelDrift.Measure(
        .prior, before: before.linkShare, now: linkShare,
        change: abs(log2(linkShare / before.linkShare))))
    measures.append(
      ModelDrift.Measure(
        .doubt, before: before.doubtShare, now: doubtShare,
        change: Self.beyondChance(
          abs(doubtShare - before.doubtShare),
          noise: Self.noise(before.doubtShare, before.links + before.doubtful, links + doubtful))))
    return ModelDrift(measures)
  }

  private var linkShare: Double { Double(links) / (Double(mentions) * Double(mentions - 1) / 2) }
  private var doubtShare: Double { Double(doubtful) / Double(links + doubtful) }

  /// The difference that two samples of one share have on average.
  fileprivate static func noise(_ share: Double, _ one: Int, _ other: Int) -> Double {
    (share * (1 - share) * (1 / Double(one) + 1 / Double(other)) * 2 / Double.pi).squareRoot()
  }

  /// What is left of a difference when twice that of chance is taken off.
  fileprivate static func beyondChance(_ difference: Double, noise: Double) -> Double {
    max(0, difference - 2 * noise)
  }
}

extension ModelFit.Column {
  /// The share of links that agree on another level than before.
  fileprivate func agreement(since old: Self) -> ModelDrift.Measure? {
    let (one, other) = (old.links.reduce(0) { $0 + $1.count }, links.reduce(0) { $0 + $1.count })
    guard one >= ModelFit.fewestLinks, other >= ModelFit.fewestLinks,
      old.links.map(\.level) == links.map(\.level)
    else { return nil }
    let before = old.links.map { Double($0.count) / Double(one) }
    let now = links.map { Double($0.count) / Double(other) }
    let both = zip(before, now).map { ($0 + $1) / 2 }
    let difference = zip(before, now).reduce(0) { $0 + abs($1.1 - $1.0) } / 2
    let noise = both.reduce(0) { $0 + ModelFit.noise($1, one, other) } / 2
    let most = before.indices.max { abs(now[$0] - before[$0]) < abs(now[$1] - before[$1]) } ?? 0
    return ModelDrift.Measure(
      .agreement, column: column, level: links[most].level, before: before[most], now: now[most],
      change: ModelFit.beyondChance(difference, noise: noise))
  }

  fileprivate func rarity(since old: Self) -> ModelDrift.Measure? {
    // A column without values has no rarity.
    guard let before = old.rarity, let now = rarity, old.coverage > 0, coverage > 0 else {
      return nil
    }
    return ModelDrift.Measure(
      .rarity, column: column, before: before, now: now, change: abs(now - before))
  }
}
