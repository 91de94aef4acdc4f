/// A partition of the mentions that only ever grows coarser.
///
/// Shape: `parents[i]` is a member of the set of *i*; a set's root is its own parent. `next` strings the
/// members of each set together in a ring, so that a union moves nothing.
struct DisjointSets {
  private var parents: [UInt32]
  private var sizes: [UInt32]
  private var next: [UInt32]

  init(count: Int) {
    parents = Array(0..<UInt32(count))
    sizes = [UInt32](repeating: 1, count: count)
    next = parents
  }

  /// Returns the root of the set that a mention is in, and shortens the way to it.
  mutating func root(of mention: UInt32) -> UInt32 {
    var current = mention
    while true {
      let parent = parents[Int(current)]
      if parent == current { return current }
      let grandparent = parents[Int(parent)]
      parents[Int(current)] = grandparent
      current = grandparent
    }
  }

  func size(of root: UInt32) -> Int { Int(sizes[Int(root)]) }

  /// Joins two different sets, named by their roots.
  ///
  /// - Returns: The root that stays, which is that of the larger set, and the one that is gone.
  mutating func join(_ left: UInt32, _ right: UInt32) -> (kept: UInt32, lost: UInt32) {
    let leftIsKept = sizes[Int(left)] >= sizes[Int(right)]
    let (kept, lost) = leftIsKept ? (left, right) : (right, left)
    parents[Int(lost)] = kept
    sizes[Int(kept)] += sizes[Int(lost)]
    next.swapAt(Int(kept), Int(lost))  // two rings become one
    return (kept, lost)
  }

  /// The members of the set that a mention is in, ascending.
  func members(with mention: UInt32) -> [UInt32] {
    var members = [mention]
    var current = next[Int(mention)]
    while current != mention {
      members.append(current)
      current = next[Int(current)]
    }
    members.sort()
    return members
  }

  /// The root of each mention's set.
  mutating func roots() -> [UInt32] {
    var roots = parents
    for mention in roots.indices { roots[mention] = root(of: UInt32(mention)) }
    return roots
  }
}
