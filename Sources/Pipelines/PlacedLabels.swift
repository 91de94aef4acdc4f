import Ingest
import Match
import Vocabulary

/// Labels as pairs of mentions: those to train with, and those that are held back to measure.
struct PlacedLabels: Sendable {
  private(set) var training = TrainingLabels()
  private(set) var held: [LabelledPair] = []
  private(set) var counts = TrainingReport.Labels()

  /// - Parameters:
  ///   - set: The labels.
  ///   - mentions: The mentions of their kind of party.
  ///   - keys: The record keys.
  ///   - givenUp: The keys of the records that are there for their labels alone.
  init(_ set: LabelSet, mentions: MentionTable, keys: TextColumn, givenUp: Set<String>) {
    counts.contradictions = set.contradictions
    counts.contradicted = set.contradicted
    if !givenUp.isEmpty {
      training.isLabelOnly = mentions.record.map { givenUp.contains(keys.string(Int($0))) }
    }
    for label in set.labels {
      guard let left = mentions.mention(ofKey: label.left, in: keys),
        let right = mentions.mention(ofKey: label.right, in: keys),
        label.origin != .merge || Self.areSubjects(left, right, mentions)
      else {
        // What a system merged is about one kind of party, and says nothing about the other.
        if label.origin != .merge || !Self.isOther(label, mentions, keys) { counts.unused += 1 }
        continue
      }
      let pair = LabelledPair(
        left: min(left, right), right: max(left, right), isSame: label.isSame,
        source: label.origin == .merge ? .merge : .answer)
      counts.add(label)
      if label.isHeld { held.append(pair) } else { training.pairs.append(pair) }
    }
    counts.training = training.pairs.count
    counts.held = held.count
  }

  private static func areSubjects(_ left: UInt32, _ right: UInt32, _ mentions: MentionTable) -> Bool
  {
    mentions.role[Int(left)] == .subject && mentions.role[Int(right)] == .subject
  }

  /// Whether one of the records is filed under the other kind of party.
  private static func isOther(_ label: LabelSet.Label, _ mentions: MentionTable, _ keys: TextColumn)
    -> Bool
  {
    for key in [label.left, label.right] {
      guard keys.holds(key) else { continue }
      guard let mention = mentions.mention(ofKey: key, in: keys),
        mentions.role[Int(mention)] == .subject
      else { return true }
    }
    return false
  }
}

extension TextColumn {
  /// Whether a text stands in the column, which is ascending.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].elementsEqual(wanted)
  }
}
