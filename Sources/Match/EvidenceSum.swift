import Foundation
import Vocabulary

/// What columns have in common, so that their agreement is one piece of evidence.
///
/// Shape: a place in the sums of a topic; nil where a column stands for itself.
struct ColumnTopics: Sendable {
  /// Against chance: columns that imply each other.
  ///
  /// Whoever shares an employer shares its landline, too.
  var chance: Int?
  /// Against related parties: also all that a family or a front desk shares at once.
  var related: Int?

  init(_ column: EvidenceColumn) {
    chance =
      switch column.topic {
      case nil: nil
      case .workplace: 0
      case .contact: 1
      case .place: 2
      }
    related =
      switch column.kind {
      case _ where chance != nil: chance
      case .address, .place, .postcode: 2
      case .phone, .email, .identifier: 3
      default: nil
      }
  }
}

/// Adds the weights of a pair's comparisons, those of one topic as one piece of evidence.
///
/// To add the weights of columns that move together would count one fact several times, so of each
/// topic only the strongest agreement and the strongest disagreement count.
struct TopicSum: Sendable {
  private(set) var bits: Double
  private var best = InlineArray<4, Double>(repeating: 0)
  private var worst = InlineArray<4, Double>(repeating: 0)

  init(_ start: Double) { bits = start }

  mutating func add(_ weight: Double, _ topic: Int?) {
    guard let topic else {
      bits += weight
      return
    }
    if weight > best[topic] {
      bits += weight - best[topic]
      best[topic] = weight
    } else if weight < worst[topic] {
      bits += weight - worst[topic]
      worst[topic] = weight
    }
  }
}

/// What speaks for a pair being one party, against both ways of not being one.
///
/// Two records that agree may do so by chance, or because their parties are related: a household, the
/// staff of one firm, the branches of one company. Relatives share surname, address and phone, and to
/// weigh these against chance alone would make one person of a family; so there is a third class of
/// pairs (Larsen and Rubin 2001), and a match must stand against both others.
struct EvidenceSum: Sendable {
  /// log2 of the odds of a match against two parties that have nothing to do with each other.
  private(set) var againstChance: TopicSum
  /// log2 of the odds of a match against two related parties.
  private(set) var againstRelated: TopicSum

  init(_ start: StartBits) {
    againstChance = TopicSum(start.chance)
    againstRelated = TopicSum(start.related)
  }

  /// What every pair starts from, in bits.
  struct StartBits: Sendable {
    var chance: Double
    var related: Double

    init(prior: Double, related: Double) {
      chance = log2(prior / max(1e-300, 1 - prior - related))
      self.related = log2(prior / related)
    }
  }

  /// What a grade of one column is worth, in bits.
  struct GradeBits: Sendable {
    var chance: Double
    var related: Double

    static let none = GradeBits(chance: 0, related: 0)

    init(chance: Double, related: Double) {
      self.chance = chance
      self.related = related
    }

    init(m: Double, u: Double, related: Double) {
      chance = log2(m / u)
      self.related = log2(m / related)
    }
  }

  mutating func add(_ bits: GradeBits, _ topics: ColumnTopics) {
    againstChance.add(bits.chance, topics.chance)
    againstRelated.add(bits.related, topics.related)
  }

  /// log2 of the odds of a match against all else.
  var bits: Double {
    let (low, high) = (
      min(againstChance.bits, againstRelated.bits), max(againstChance.bits, againstRelated.bits)
    )
    return low - log2(1 + exp2(low - high))
  }

  /// The probabilities of the three classes, which add up to 1.
  var classes: (match: Double, related: Double) {
    let match = 1 / (1 + exp2(-againstChance.bits) + exp2(-againstRelated.bits))
    return (match, match * exp2(-againstRelated.bits))
  }
}
