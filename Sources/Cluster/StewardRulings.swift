/// Two mentions of one kind of party, of which the left one has the smaller index.
package struct MentionPair: Hashable, Comparable, Sendable {
  package let left: UInt32
  package let right: UInt32

  /// Puts two different mentions in order.
  package init(_ one: UInt32, _ other: UInt32) {
    precondition(one != other, "a pair needs two mentions")
    left = min(one, other)
    right = max(one, other)
  }

  package static func < (a: Self, b: Self) -> Bool { (a.left, a.right) < (b.left, b.right) }
}

/// Decisions of stewards that cannot all hold.
///
/// Taken together, the `same` decisions say that the ends of `different` are one party. None of them
/// merges anything until a steward takes one back.
package struct DecisionConflict: Hashable, Sendable {
  package let different: MentionPair
  /// The `same` decisions between the ends of `different`, ascending.
  package let same: [MentionPair]
}

/// A detached mention that `same` decisions would put back where the evidence had it.
///
/// None of them merges anything until a steward takes one back, or the detachment.
package struct DetachedReturn: Hashable, Sendable {
  package let mention: UInt32
  /// Ascending.
  package let same: [MentionPair]
}

/// The decisions about pairs that hold, and those that contradict each other.
struct StewardRulings {
  /// The `same` decisions that contradict no other, ascending.
  private(set) var same: [MentionPair]
  /// Ascending.
  private(set) var different: [MentionPair]
  private(set) var conflicts: [DecisionConflict] = []

  init(mentionCount: Int, same: [MentionPair], different: [MentionPair]) {
    let claimed = Set(same).sorted()
    self.same = claimed
    self.different = Set(different).sorted()
    guard !claimed.isEmpty, !different.isEmpty else { return }

    var sets = DisjointSets(count: mentionCount)
    for pair in claimed { sets.unite(pair) }
    var contested: Set<MentionPair> = []
    for pair in self.different where sets.root(of: pair.left) == sets.root(of: pair.right) {
      let root = sets.root(of: pair.left)
      let component = claimed.filter { sets.root(of: $0.left) == root }
      let path = Self.links(between: pair, in: component)
      conflicts.append(DecisionConflict(different: pair, same: path))
      contested.formUnion(path)
    }
    self.same = claimed.filter { !contested.contains($0) }
  }

  /// Follows some `same` decisions no longer.
  mutating func drop(_ contested: Set<MentionPair>) {
    same.removeAll { contested.contains($0) }
  }

  /// The links of a connected component without its loose ends.
  ///
  /// What is left after mentions with a single link are taken away again and again, the two ends
  /// excepted, holds every path between the ends.
  private static func links(between ends: MentionPair, in component: [MentionPair])
    -> [MentionPair]
  {
    var links = component
    while true {
      var degrees: [UInt32: Int] = [ends.left: 2, ends.right: 2]
      for link in links {
        degrees[link.left, default: 0] += 1
        degrees[link.right, default: 0] += 1
      }
      let kept = links.filter {
        degrees[$0.left, default: 0] > 1 && degrees[$0.right, default: 0] > 1
      }
      if kept.count == links.count { return kept }
      links = kept
    }
  }
}

extension DisjointSets {
  fileprivate mutating func unite(_ pair: MentionPair) {
    let (left, right) = (root(of: pair.left), root(of: pair.right))
    if left != right { _ = join(left, right) }
  }
}
