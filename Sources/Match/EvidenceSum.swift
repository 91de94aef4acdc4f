import Vocabulary

/// Adds the weights of a pair's comparisons, those of one topic as one piece of evidence.
///
/// Columns of a topic move together: whoever shares an employer shares its landline, too. To add
/// their weights would count one fact several times, so of each topic only the strongest agreement and
/// the strongest disagreement count.
struct EvidenceSum: Sendable {
  private(set) var bits: Double
  private var workplace = Extremes()
  private var contact = Extremes()
  private var place = Extremes()

  /// The strongest agreement and disagreement of a topic so far.
  private struct Extremes {
    var best = 0.0
    var worst = 0.0

    /// Takes in a weight, and returns by how much it changes the sum.
    mutating func add(_ weight: Double) -> Double {
      if weight > best {
        defer { best = weight }
        return weight - best
      }
      if weight < worst {
        defer { worst = weight }
        return weight - worst
      }
      return 0
    }
  }

  init(_ start: Double) { bits = start }

  mutating func add(_ weight: Double, _ topic: EvidenceColumn.Topic?) {
    switch topic {
    case nil: bits += weight
    case .workplace: bits += workplace.add(weight)
    case .contact: bits += contact.add(weight)
    case .place: bits += place.add(weight)
    }
  }
}
