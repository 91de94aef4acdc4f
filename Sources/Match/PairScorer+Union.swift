import Foundation
import Vocabulary

extension PairScorer {
  /// Whether the evidence between two clusters speaks against joining them.
  ///
  /// One strong link can join two clusters that contradict each other everywhere else: a bare surname
  /// on a number that a family shares. So the links between all their members are weighed, each within
  /// bounds, and the mean must reach the weight at which a steward would be asked.
  ///
  /// Two branches of one company are two parties, whatever they share: a credit code, an account, people.
  ///
  /// - Parameters:
  ///   - left: The members of one cluster.
  ///   - right: The members of the other.
  ///   - floor: The weight at which a steward would be asked, in bits.
  /// - Returns: Whether the mean weight is below the floor, or one cluster holds another branch.
  package func contradicts(_ left: [UInt32], _ right: [UInt32], floor: Float) -> Bool {
    if holdsOtherBranch(left, right) { return true }
    guard left.count + right.count > 2 else { return false }
    var sum: Float = 0
    var count: Float = 0
    let (left, right) = (Self.sample(left), Self.sample(right))
    for l in left {
      for r in right {
        let weight = weight(min(l, r), max(l, r))
        sum += min(max(weight, -Self.bound), Self.bound)
        count += 1
      }
    }
    return sum < floor * count
  }

  /// Whether all that is known of two clusters speaks for their being one party.
  ///
  /// One record may have the phone of the one cluster's first record, and the mailbox of its second. So
  /// the clusters are compared as two records that hold the values of all their members. The more values
  /// there are, the easier two of them agree by chance; so their number counts against the union.
  package func supports(_ left: [UInt32], _ right: [UInt32], accept: Float) -> Bool {
    guard left.count + right.count > 2 else { return false }
    let (l, r) = (Self.sample(left), Self.sample(right))
    let penalty = log2(Float(max(l.count, r.count)))
    return weight(ofUnion: l, r) - penalty >= accept
  }

  private func holdsOtherBranch(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard let branches else { return false }
    let (left, right) = (Self.sample(left), Self.sample(right))
    return left.contains { l in
      right.contains { r in
        comparer.outcome(branches.column, l, r).grade == branches.grade
      }
    }
  }

  private static func sample(_ members: [UInt32]) -> [Int] {
    stride(from: 0, to: members.count, by: max(1, members.count / mostMembers)).map {
      Int(members[$0])
    }
  }

  /// Of larger clusters every *n*-th member is asked.
  private static let mostMembers = 12
  /// A single pair counts for at most this many bits.
  private static let bound: Float = 15
}
