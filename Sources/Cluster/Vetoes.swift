import Vocabulary

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

/// The distinct values of one exclusive field that sets of mentions hold, by root.
///
/// Nearly all sets hold one value or none; only the rest pays for a list.
private struct HeldValues {
  /// Nil where a set holds none, or more than one.
  private var single: [UInt32?]
  /// Ascending.
  private var several: [UInt32: [UInt32]] = [:]

  init(_ field: ExclusiveValues) {
    single = [UInt32?](repeating: nil, count: field.count)
    for mention in 0..<field.count {
      let values = field[mention]
      if values.count == 1 {
        single[mention] = values.first
      } else if !values.isEmpty {
        set(Array(values), for: UInt32(mention))
      }
    }
  }

  /// Whether one of two sets holds no value that the other lacks.
  func agree(_ left: UInt32, _ right: UInt32) -> Bool {
    if let one = single[Int(left)], let other = single[Int(right)] { return one == other }
    guard !several.isEmpty else { return true }
    let (one, other) = (values(of: left), values(of: right))
    let (fewer, more) = one.count <= other.count ? (one, other) : (other, one)
    return fewer.allSatisfy(more.contains)
  }

  mutating func join(kept: UInt32, lost: UInt32) {
    if several.isEmpty {
      // What may be joined without a list holds the same value or none.
      let (one, other) = (single[Int(kept)], single[Int(lost)])
      if one == nil || other == nil || one == other {
        single[Int(kept)] = one ?? other
        return
      }
    }
    set(values(of: kept) + values(of: lost), for: kept)
  }

  private func values(of root: UInt32) -> [UInt32] {
    if let one = single[Int(root)] { return [one] }
    return several[root] ?? []
  }

  private mutating func set(_ values: [UInt32], for root: UInt32) {
    let distinct = values.count > 1 ? Set(values).sorted() : values
    single[Int(root)] = distinct.count == 1 ? distinct[0] : nil
    several[root] = distinct.count > 1 ? distinct : nil
  }
}

/// The duplicate-free sources that sets of mentions hold a record of, by root.
///
/// Shape: the set of root *r* holds a record of source *s* when bit *s* of the words
/// `words[r * width..<(r + 1) * width]` is set.
private struct HeldSources {
  private let width: Int
  private var words: [UInt64]

  init(_ sources: [UInt16]) {
    width = (Int(sources.max() ?? 0) + 63) / 64
    words = [UInt64](repeating: 0, count: sources.count * width)
    for (mention, source) in sources.enumerated() where source != 0 {
      let bit = Int(source) - 1
      words[mention * width + bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// Whether two sets hold a record each of one source.
  func meet(_ left: UInt32, _ right: UInt32) -> Bool {
    for word in 0..<width
    where words[Int(left) * width + word] & words[Int(right) * width + word] != 0 {
      return true
    }
    return false
  }

  mutating func join(kept: UInt32, lost: UInt32) {
    for word in 0..<width { words[Int(kept) * width + word] |= words[Int(lost) * width + word] }
  }
}

/// What keeps two sets of mentions apart: exclusive values, duplicate-free sources and stewards'
/// decisions.
struct Vetoes {
  /// By exclusive field.
  private var held: [HeldValues]
  private var sources: HeldSources
  /// By root, the mentions that must not join the set; an empty array costs nothing.
  private var kept: [[UInt32]]

  init(
    mentionCount: Int, exclusive: [ExclusiveValues], duplicateFree: [UInt16],
    different: [MentionPair]
  ) {
    held = exclusive.map(HeldValues.init)
    sources = HeldSources(duplicateFree)
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
    held.indices.filter { !held[$0].agree(left, right) }
  }

  /// Whether two sets, named by their roots, hold two records of a source that has no duplicates.
  func repeatSource(_ left: UInt32, _ right: UInt32) -> Bool { sources.meet(left, right) }

  /// What an evidence link between two sets, named by their roots, comes to when it must not join
  /// them; nil when it may.
  func outcome(_ left: UInt32, _ right: UInt32, in sets: inout DisjointSets) -> LinkOutcome? {
    if forbids(left, right, in: &sets) { return .vetoed }
    return repeatSource(left, right) ? .outranked : nil
  }

  /// Whether identifiers or a decision keep two sets, named by their roots, apart.
  private func forbids(_ left: UInt32, _ right: UInt32, in sets: inout DisjointSets) -> Bool {
    for field in held.indices where !held[field].agree(left, right) { return true }
    guard !kept.isEmpty else { return false }
    let leftIsShorter = kept[Int(left)].count <= kept[Int(right)].count
    let (shorter, other) = leftIsShorter ? (left, right) : (right, left)
    for mention in kept[Int(shorter)] where sets.root(of: mention) == other { return true }
    return false
  }

  /// Hands what the lost root held to the root that stays.
  mutating func join(kept root: UInt32, lost: UInt32) {
    for field in held.indices { held[field].join(kept: root, lost: lost) }
    sources.join(kept: root, lost: lost)
    guard !kept.isEmpty, !kept[Int(lost)].isEmpty else { return }
    kept[Int(root)] += kept[Int(lost)]
    kept[Int(lost)] = []
  }
}
