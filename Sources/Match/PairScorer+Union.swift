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

  private func holdsOtherBranch(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    guard let branches else { return false }
    let strideLeft = max(1, left.count / Self.mostMembers)
    let strideRight = max(1, right.count / Self.mostMembers)
    for l in stride(from: 0, to: left.count, by: strideLeft) {
      for r in stride(from: 0, to: right.count, by: strideRight)
      where comparer.outcome(branches.column, Int(left[l]), Int(right[r])).grade == branches.grade {
        return true
      }
    }
    return false
  }

  /// Of larger clusters every *n*-th member is asked.
  private static let mostMembers = 12
  /// A single pair counts for at most this many bits.
  private static let bound: Float = 15
}
