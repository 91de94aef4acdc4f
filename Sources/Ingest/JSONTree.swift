/// The keys of a file's objects, learnt from the first of them.
struct JSONTree: Sendable {
  struct Node: Sendable {
    var key: [UInt8]
    /// In the order in which they were met.
    var children: [Int] = []
    /// Whether a value was met here: a text, a number, or an object that is one cell.
    var hasValue = false
    /// Whether the values stand in a list.
    var isList = false
  }

  /// The number of keys beyond which new ones are passed over.
  static let limit = 4096

  /// Node 0 is the object itself.
  private(set) var nodes = [Node(key: [])]

  /// Adds the keys of one object.
  ///
  /// - Parameter bytes: A whole object; where its syntax is broken, the keys in front of the break
  ///   are learnt.
  mutating func learn(_ bytes: Span<UInt8>) {
    var offset = 0
    do {
      try learnValue(bytes, &offset, node: 0, depth: 0)
    } catch {
      return  // the object goes to quarantine when it is read
    }
  }

  /// A path, and whether its values stand in a list.
  struct Label {
    var path: String
    var isList: Bool
  }

  /// The paths at which values were met, in the order of the tree.
  ///
  /// A list of objects shows as `[]` behind its key.
  var labels: [Label] {
    var labels: [Label] = []
    func visit(_ node: Int, _ path: String, _ isList: Bool) {
      if nodes[node].hasValue, node > 0 { labels.append(Label(path: path, isList: isList)) }
      let stem = nodes[node].isList && node > 0 ? path + "[]" : path
      for child in nodes[node].children {
        let key = String(decoding: nodes[child].key, as: UTF8.self)
        visit(child, node == 0 ? key : stem + "." + key, isList || nodes[child].isList)
      }
    }
    visit(0, "", false)
    return labels
  }

  private mutating func learnValue(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int
  ) throws(JSONScanner.Fault) {
    skipBlanks(bytes, &offset)
    guard offset < bytes.count else { throw .cutOff }
    if depth > JSONScanner.deepest { throw .tooDeep }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      let start = offset
      if node > 0, JSONCell.isCell(bytes, at: start) {
        try skipJSONValue(bytes, &offset, depth: depth)
        nodes[node].hasValue = true
        if bytes.extracting(start..<offset).holds(UInt8(ascii: "[")) { nodes[node].isList = true }
      } else {
        try learnObject(bytes, &offset, node: node, depth: depth)
      }
    case UInt8(ascii: "["): try learnList(bytes, &offset, node: node, depth: depth)
    default:
      try skipJSONValue(bytes, &offset, depth: depth)
      nodes[node].hasValue = true
    }
  }

  private mutating func learnObject(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int
  ) throws(JSONScanner.Fault) {
    var members = JSONMembers(at: offset)
    while let key = try members.next(bytes) {
      offset = members.offset
      var text: [UInt8] = []
      try appendUnescapedJSON(bytes.extracting(key.start..<key.end), to: &text)
      if let child = child(of: node, key: text) {
        try learnValue(bytes, &offset, node: child, depth: depth + 1)
      } else {
        try skipJSONValue(bytes, &offset, depth: depth + 1)
      }
      members.offset = offset
    }
    offset = members.offset
  }

  private mutating func learnList(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int
  ) throws(JSONScanner.Fault) {
    var elements = JSONElements(at: offset)
    while try elements.next(bytes) {
      offset = elements.offset
      nodes[node].isList = true
      try learnValue(bytes, &offset, node: node, depth: depth + 1)
      elements.offset = offset
    }
    offset = elements.offset
  }

  private mutating func child(of node: Int, key: [UInt8]) -> Int? {
    if let known = nodes[node].children.first(where: { nodes[$0].key == key }) { return known }
    guard nodes.count < Self.limit else { return nil }
    nodes.append(Node(key: key))
    nodes[node].children.append(nodes.count - 1)
    return nodes.count - 1
  }
}

extension Span<UInt8> {
  fileprivate func holds(_ byte: UInt8) -> Bool { indices.contains { self[$0] == byte } }
}
