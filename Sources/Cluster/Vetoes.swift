/// The values that the mentions hold of one exclusive field.
///
/// Shape: mention *i* holds `values[starts[i]..<starts[i + 1]]`. Only values that pass their check
/// belong here; one that does not is no evidence of difference.
package struct ExclusiveValues: Sendable {
  package private(set) var starts: [UInt32] = [0]
  package private(set) var values: [UInt32] = []

  package init() {}

  /// The number of mentions so far.
  package var count: Int { starts.count - 1 }

  /// Adds the next mention with its values, of which there may be none.
  package mutating func append(_ held: some Sequence<UInt32>) {
    values.append(contentsOf: held)
    starts.append(UInt32(values.count))
  }

  subscript(mention: Int) -> ArraySlice<UInt32> {
    values[Int(starts[mention])..<Int(starts[mention + 1])]
  }
}

/// What keeps two sets of mentions apart: exclusive values and stewards' decisions.
///
/// Everything is held by the root of a set. Most sets hold nothing, and an empty array costs nothing.
struct Vetoes {
  /// By exclusive field and root: the distinct values of the set, ascending.
  private var held: [[[UInt32]]]
  /// By root: the mentions that must not join the set.
  private var kept: [[UInt32]]

  init(mentionCount: Int, exclusive: [ExclusiveValues], different: [MentionPair]) {
    held = exclusive.map { field in
      (0..<mentionCount).map { mention in distinct(field[mention]) }
    }
    kept = different.isEmpty ? [] : [[UInt32]](repeating: [], count: mentionCount)
    for pair in different {
      kept[Int(pair.left)].append(pair.right)
      kept[Int(pair.right)].append(pair.left)
    }
  }

  /// The exclusive fields, by index, of which two sets hold values that do not go together.
  ///
  /// Values go together when one set holds no value that the other lacks. Sets hold more than one
  /// only by a steward's decision or because one record says two.
  func contradictingFields(_ left: UInt32, _ right: UInt32) -> [Int] {
    held.indices.filter { !agree(held[$0][Int(left)], held[$0][Int(right)]) }
  }

  /// Whether two sets, named by their roots, must not be joined.
  func forbids(_ left: UInt32, _ right: UInt32, in sets: inout DisjointSets) -> Bool {
    for field in held.indices where !agree(held[field][Int(left)], held[field][Int(right)]) {
      return true
    }
    guard !kept.isEmpty else { return false }
    let leftIsShorter = kept[Int(left)].count <= kept[Int(right)].count
    let (shorter, other) = leftIsShorter ? (left, right) : (right, left)
    for mention in kept[Int(shorter)] where sets.root(of: mention) == other { return true }
    return false
  }

  /// Hands what the lost root held to the root that stays.
  mutating func join(kept root: UInt32, lost: UInt32) {
    for field in held.indices where !held[field][Int(lost)].isEmpty {
      held[field][Int(root)] = distinct((held[field][Int(root)] + held[field][Int(lost)])[...])
      held[field][Int(lost)] = []
    }
    guard !kept.isEmpty, !kept[Int(lost)].isEmpty else { return }
    kept[Int(root)] += kept[Int(lost)]
    kept[Int(lost)] = []
  }
}

private func agree(_ left: [UInt32], _ right: [UInt32]) -> Bool {
  if left.isEmpty || right.isEmpty || left == right { return true }
  let (fewer, more) = left.count <= right.count ? (left, right) : (right, left)
  return fewer.allSatisfy(more.contains)
}

private func distinct(_ values: ArraySlice<UInt32>) -> [UInt32] {
  guard values.count > 1 else { return Array(values) }
  var result: [UInt32] = []
  for value in values.sorted() where value != result.last { result.append(value) }
  return result
}
