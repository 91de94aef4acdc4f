/// The paths that a source maps, as a tree that is walked while an object is read.
///
/// Node 0 is where nothing is mapped. Targets are numbered from 1, in the order of the paths; 0 is
/// none.
struct JSONKeyPlan: Sendable {
  struct Node: Sendable {
    /// Its keys: `keys[first..<first + count]`.
    var first = 0
    var count = 0
    /// What a value here is for, as a range of `targets`.
    var firstTarget = 0
    var targetCount = 0
    /// The nodes of a list's first elements and, last, of all others, as a range of `elements`; none
    /// where they are this one.
    var firstElement = 0
    var elementCount = 0
  }

  /// A key as it is met in the bytes: with the quote that closes it.
  struct Key: Sendable {
    /// Its bytes: `text[start..<start + count]`.
    var start: Int
    var count: Int
    /// The first eight bytes, zeros behind the end.
    var head: UInt64
    var mask: UInt64
    var node: Int
  }

  static let root = 1
  /// The number of keys of one object that are compared; others are mapped to nothing unread.
  static let keyLimit = 64

  private(set) var nodes = [Node()]
  private(set) var keys: [Key] = []
  private(set) var text: [UInt8] = []
  private(set) var targets: [Int] = []
  private(set) var elements: [Int] = []
  let targetCount: Int

  /// - Parameters:
  ///   - paths: Such as `customer.phone`, `contacts[].mobile` or `contacts[0].mobile`; keys may hold
  ///     dots themselves. No two are the same.
  ///   - tree: What is known of the objects' keys, so that known but unmapped ones are told at once.
  init(paths: [String], tree: JSONTree) {
    targetCount = paths.count
    let texts = paths.map { Array($0.replacing("[]", with: "").utf8) }
    var builder = Builder(texts: texts, tree: tree)
    _ = builder.build(texts.indices.map { Place(path: $0, offset: 0) }, known: 0)
    nodes = builder.nodes
    keys = builder.keys
    text = builder.text
    targets = builder.targets
    elements = builder.elements
  }
}

/// How far a path has been followed.
private struct Place: Hashable {
  var path: Int
  var offset: Int
}

private struct Builder {
  let texts: [[UInt8]]
  let tree: JSONTree
  var nodes = [JSONKeyPlan.Node()]
  var keys: [JSONKeyPlan.Key] = []
  var text: [UInt8] = []
  var targets: [Int] = []
  var elements: [Int] = []

  init(texts: [[UInt8]], tree: JSONTree) {
    self.texts = texts
    self.tree = tree
  }

  /// Adds the node at which the paths have come to some places, and returns its number.
  ///
  /// Where the keys there were learnt, `known` is their node in the tree.
  mutating func build(_ places: [Place], known: Int?) -> Int {
    let number = nodes.count
    nodes.append(JSONKeyPlan.Node())
    nodes[number].firstTarget = targets.count
    targets += places.filter { rest($0).isEmpty }.map { $0.path + 1 }
    nodes[number].targetCount = targets.count - nodes[number].firstTarget
    let open = places.filter { !rest($0).isEmpty }
    // An object stands for the first element of a list where a system leaves the list out.
    let inObject = open.compactMap { place in
      index(place).map { $0.number == 0 ? Place(path: place.path, offset: $0.end) : nil } ?? place
    }
    addKeys(of: number, inObject, known: known)
    addElements(of: number, open, known: known)
    return number
  }

  private mutating func addKeys(of number: Int, _ places: [Place], known: Int?) {
    let learnt = (known.map { tree.nodes[$0].children } ?? []).map {
      (text: tree.nodes[$0].key, known: Int?.some($0))
    }
    var names = learnt.map(\.text)
    var made = learnt.map { (text: $0.text, known: $0.known, next: follow(places, $0.text)) }
    for place in places {
      for name in possibleKeys(rest(place)) where !names.contains(name) {
        names.append(name)
        made.append((name, nil, follow(places, name)))
      }
    }
    var unmapped = JSONKeyPlan.keyLimit - made.count { !$0.next.isEmpty }
    var children: [(text: [UInt8], node: Int)] = []
    for key in made {
      if !key.next.isEmpty {
        children.append((key.text, build(key.next, known: key.known)))
      } else if unmapped > 0 {
        unmapped -= 1
        children.append((key.text, 0))
      }
    }
    nodes[number].first = keys.count
    nodes[number].count = children.count
    for child in children { addKey(child.text, node: child.node) }
  }

  private mutating func addElements(of number: Int, _ open: [Place], known: Int?) {
    let last = open.compactMap { index($0)?.number }.max()
    guard let last else { return }
    var made: [Int] = []
    for element in 0...last + 1 {
      let places = open.compactMap { place -> Place? in
        guard let index = index(place) else { return place }
        return index.number == element ? Place(path: place.path, offset: index.end) : nil
      }
      made.append(build(places, known: known))
    }
    nodes[number].firstElement = elements.count
    nodes[number].elementCount = made.count
    elements += made
  }

  private mutating func addKey(_ name: [UInt8], node: Int) {
    let bytes = name + [.quote]
    var head: UInt64 = 0
    var mask: UInt64 = 0
    for (index, byte) in bytes.prefix(8).enumerated() {
      head |= UInt64(byte) << UInt64(index * 8)
      mask |= 0xFF << UInt64(index * 8)
    }
    keys.append(
      JSONKeyPlan.Key(
        start: text.count, count: bytes.count, head: head, mask: mask, node: node))
    text += bytes
  }

  private func rest(_ place: Place) -> ArraySlice<UInt8> { texts[place.path][place.offset...] }

  /// The index `[3]` with which a path goes on, and where it ends.
  private func index(_ place: Place) -> (number: Int, end: Int)? {
    guard let length = indexLength(rest(place)) else { return nil }
    let digits = rest(place).dropFirst().prefix(length - 2)
    var end = place.offset + length
    if end < texts[place.path].count, texts[place.path][end] == UInt8(ascii: ".") { end += 1 }
    return (Int(String(decoding: digits, as: UTF8.self)) ?? 0, end)
  }

  /// The length of an index of one or two digits at the start of a text.
  private func indexLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let digits = text[(text.startIndex + 1)..<end]
    guard (1...2).contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    return digits.count + 2
  }

  /// The places behind a key.
  private func follow(_ places: [Place], _ key: [UInt8]) -> [Place] {
    places.compactMap { place in
      let rest = rest(place)
      guard !key.isEmpty, rest.starts(with: key) else { return nil }
      let end = place.offset + key.count
      let behind = texts[place.path][end...]
      if behind.isEmpty || indexLength(behind) != nil {
        return Place(path: place.path, offset: end)
      }
      guard behind.first == UInt8(ascii: ".") else { return nil }
      return Place(path: place.path, offset: end + 1)
    }
  }

  /// The keys with which the rest of a path may begin: any number of its parts, for a key may hold
  /// dots.
  private func possibleKeys(_ rest: ArraySlice<UInt8>) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    for end in rest.indices.dropFirst() {
      let isEnd = rest[end] == UInt8(ascii: ".") || indexLength(rest[end...]) != nil
      if isEnd { keys.append(Array(rest[..<end])) }
    }
    keys.append(Array(rest))
    return keys.count > 6 ? [keys[0], keys[keys.count - 1]] : keys
  }
}
