import Foundation
import Vocabulary

extension PairScorer {
  /// Whether the evidence between two clusters speaks against joining them.
  ///
  /// One strong link can join two clusters that contradict each other everywhere else: a bare surname
  /// on a number that a family shares. So the links between all their members are weighed, each within
  /// bounds, and the mean must reach the weight at which a steward would be asked.
  ///
  /// - Parameters:
  ///   - left: The members of one cluster.
  ///   - right: The members of the other.
  ///   - floor: The weight at which a steward would be asked, in bits.
  /// - Returns: Whether the mean weight is below the floor.
  package func contradicts(_ left: [UInt32], _ right: [UInt32], floor: Float) -> Bool {
    guard left.count + right.count > 2 else { return false }
    let strideLeft = max(1, left.count / Self.mostMembers)
    let strideRight = max(1, right.count / Self.mostMembers)
    var sum: Float = 0
    var count: Float = 0
    for l in stride(from: 0, to: left.count, by: strideLeft) {
      for r in stride(from: 0, to: right.count, by: strideRight) {
        let weight = weight(Int(min(left[l], right[r])), Int(max(left[l], right[r])))
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
