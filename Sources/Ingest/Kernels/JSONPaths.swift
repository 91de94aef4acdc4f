/// The paths of a source's objects as a tree, so that a key is found while it is read.
struct JSONPaths: Sendable {
  private struct Node: Sendable {
    var key: [UInt8]
    var children: [Int] = []
    /// Where the next key is looked for first, for objects repeat their keys in one order.
    var next = 0
  }

  /// The number of paths beyond which new keys are ignored.
  static let limit = 4096

  /// Node 0 is the object itself.
  private var nodes: [Node] = [Node(key: [])]
  /// Whether a value, not only an object, was seen at the node.
  private var hasValue: [Bool] = [false]

  var count: Int { nodes.count }

  /// The child of a node with a key, or nil.
  mutating func child(of node: Int, key: Span<UInt8>) -> Int? {
    let children = nodes[node].children.count
    var index = nodes[node].next
    for _ in 0..<children {
      if index >= children { index = 0 }
      let child = nodes[node].children[index]
      index &+= 1
      if equals(child, key) {
        nodes[node].next = index
        return child
      }
    }
    return nil
  }

  /// The child of a node with a key, added when it is new and there is room.
  mutating func learnChild(of node: Int, key: Span<UInt8>) -> Int? {
    if let known = child(of: node, key: key) { return known }
    guard nodes.count < Self.limit else { return nil }
    var bytes: [UInt8] = []
    for index in key.indices { bytes.append(key[index]) }
    nodes.append(Node(key: bytes))
    hasValue.append(false)
    nodes[node].children.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Adds a path that no object had so far, its keys divided by `.`.
  mutating func learn(_ path: String) {
    if labels.contains(where: { $0.label == path }) { return }
    var node = 0
    for key in path.split(separator: ".") {
      guard let child = learnChild(of: node, key: Array(key.utf8).span) else { return }
      node = child
    }
    if node > 0 { markValue(node) }
  }

  mutating func markValue(_ node: Int) { hasValue[node] = true }

  /// The paths at which values were seen, in the order of the tree, and their nodes.
  var labels: [(label: String, node: Int)] {
    var labels: [(label: String, node: Int)] = []
    func visit(_ node: Int, _ path: String) {
      if hasValue[node] { labels.append((path, node)) }
      for child in nodes[node].children {
        let key = String(decoding: nodes[child].key, as: UTF8.self)
        visit(child, path.isEmpty ? key : path + "." + key)
      }
    }
    visit(0, "")
    return labels
  }

  private func equals(_ node: Int, _ key: Span<UInt8>) -> Bool {
    guard nodes[node].key.count == key.count else { return false }
    for offset in key.indices where nodes[node].key[offset] != key[offset] { return false }
    return true
  }
}
