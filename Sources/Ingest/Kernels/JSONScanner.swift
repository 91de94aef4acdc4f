/// Takes the mapped values of one JSON object out of it.
///
/// Strict in what it accepts (RFC 8259) but for a comma behind the last member or element, NaN and
/// Infinity, which programs write, and escapes in values that nobody maps. The depth is bounded;
/// numbers keep their digits. Of a repeated key the last value stands.
struct JSONScanner {
  enum Fault: Error {
    case syntax
    case notAnObject
    case tooDeep
    case loneSurrogate
    /// The object goes on behind the bytes at hand.
    case cutOff
  }

  /// A value of a target.
  struct Entry {
    var target: Int
    var slice: CellSlice
    /// Whether it stands in the element of a list that is marked as the default.
    var isDefault = false
  }

  static let deepest = 64

  let plan: JSONKeyPlan
  let cell = JSONCell()
  /// By node: the key that is expected next, for objects repeat their keys in one order.
  var expected: [Int]
  var entries: [Entry] = []
  /// By target: its first entry and the number of them.
  var first: [Int]
  var counts: [Int]
  /// Whether the list element that is being read is marked as the default.
  var isInDefault = false

  /// Values that are not in the bytes as they stand.
  var scratch: [UInt8] = []
  /// Line breaks within the object that was read last.
  private(set) var lines = 0
  /// The keys of the object that was read last, those of objects in it left out.
  private(set) var keyCount = 0

  init(_ plan: JSONKeyPlan) {
    self.plan = plan
    expected = [Int](repeating: 0, count: plan.nodes.count)
    first = [Int](repeating: 0, count: plan.targetCount + 1)
    counts = first
  }

  /// Reads the object whose brace stands at an offset, and passes over it.
  ///
  /// Throws what is wrong with it; the values are then of no use.
  mutating func read(_ bytes: Span<UInt8>, _ offset: inout Int) throws(Fault) {
    for entry in entries { counts[entry.target] = 0 }
    entries.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    lines = 0
    keyCount = 0
    guard offset < bytes.count else { throw .cutOff }
    guard bytes[offset] == UInt8(ascii: "{") else { throw .notAnObject }
    try readObject(bytes, &offset, node: JSONKeyPlan.root, depth: 1, isInList: false)
  }

  // MARK: - Objects

  private mutating func readObject(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int, isInList: Bool
  ) throws(Fault) {
    offset &+= 1
    try skipToToken(bytes, &offset)
    while bytes[offset] != UInt8(ascii: "}") {
      guard bytes[offset] == .quote else { throw .syntax }
      let keyStart = offset &+ 1
      let child = try readKey(bytes, &offset, node: node)
      let keyEnd = offset &- 1
      if depth == 1 { keyCount &+= 1 }
      try skipToToken(bytes, &offset)
      guard bytes[offset] == UInt8(ascii: ":") else { throw .syntax }
      offset &+= 1
      try skipToToken(bytes, &offset)
      if child == 0 {
        if isInList, isDefaultMark(bytes, keyStart..<keyEnd, value: offset) { isInDefault = true }
        try skipValue(bytes, &offset, depth: depth)
      } else {
        try readValue(bytes, &offset, node: child, depth: depth, isInList: isInList)
      }
      try skipToToken(bytes, &offset)
      if bytes[offset] == UInt8(ascii: ",") {
        offset &+= 1
        try skipToToken(bytes, &offset)
      } else if bytes[offset] != UInt8(ascii: "}") {
        throw .syntax
      }
    }
    offset &+= 1
  }

  private mutating func readList(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int
  ) throws(Fault) {
    offset &+= 1
    try skipToToken(bytes, &offset)
    var index = 0
    while bytes[offset] != UInt8(ascii: "]") {
      try readElement(bytes, &offset, node: node, index: index, depth: depth)
      index &+= 1
      try skipToToken(bytes, &offset)
      if bytes[offset] == UInt8(ascii: ",") {
        offset &+= 1
        try skipToToken(bytes, &offset)
      } else if bytes[offset] != UInt8(ascii: "]") {
        throw .syntax
      }
    }
    offset &+= 1
  }

  /// Reads an element of a list; a value that the list itself is the target of is not stored here.
  private mutating func readElement(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, index: Int, depth: Int
  ) throws(Fault) {
    let special = plan.nodes[node].elementCount
    if special > 0 {
      let own = plan.elements[plan.nodes[node].firstElement &+ min(index, special &- 1)]
      return try readValue(bytes, &offset, node: own, depth: depth, isInList: true)
    }
    guard plan.nodes[node].count > 0 else { return try skipValue(bytes, &offset, depth: depth) }
    let start = entries.count
    let outer = isInDefault
    isInDefault = false
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      if depth >= Self.deepest { throw .tooDeep }
      try readObject(bytes, &offset, node: node, depth: depth &+ 1, isInList: true)
    case UInt8(ascii: "["):
      if depth >= Self.deepest { throw .tooDeep }
      try readList(bytes, &offset, node: node, depth: depth &+ 1)
    default: try skipValue(bytes, &offset, depth: depth)
    }
    if isInDefault {
      for index in start..<entries.count { entries[index].isDefault = true }
    }
    isInDefault = outer
  }

  // MARK: - Keys

  /// Reads a key, from its quote on, and returns its node.
  @inline(__always)
  private mutating func readKey(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int
  ) throws(Fault) -> Int {
    let keys = plan.nodes[node]
    var index = expected[node]
    for _ in 0..<keys.count {
      if index >= keys.count { index = 0 }
      let key = plan.keys[keys.first &+ index]
      index &+= 1
      if isKey(key, bytes, at: offset &+ 1) {
        expected[node] = index
        offset &+= key.count &+ 1
        return key.node
      }
    }
    return try readUnexpectedKey(bytes, &offset, node: node)
  }

  /// Whether a key and its closing quote stand at an offset.
  @inline(__always)
  private func isKey(_ key: JSONKeyPlan.Key, _ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset &+ 8 <= bytes.count, offset &+ key.count <= bytes.count else {
      return isKeySlowly(key, bytes, at: offset, from: 0)
    }
    guard loadWord(bytes, at: offset) & key.mask == key.head else { return false }
    return key.count <= 8 || isKeySlowly(key, bytes, at: offset, from: 8)
  }

  private func isKeySlowly(
    _ key: JSONKeyPlan.Key, _ bytes: Span<UInt8>, at offset: Int, from start: Int
  ) -> Bool {
    guard offset &+ key.count <= bytes.count else { return false }
    for index in start..<key.count where bytes[offset &+ index] != plan.text[key.start &+ index] {
      return false
    }
    return true
  }

  /// A key that the plan does not have as it stands: it may be written with escapes.
  private mutating func readUnexpectedKey(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int
  ) throws(Fault) -> Int {
    let place = try scanString(bytes, &offset)
    guard place.hasEscapes else { return 0 }
    let start = scratch.count
    try appendUnescapedJSON(bytes.extracting(place.start..<place.end), to: &scratch)
    scratch.append(.quote)
    defer { scratch.removeLast(scratch.count &- start) }
    let keys = plan.nodes[node]
    for key in plan.keys[keys.first..<keys.first &+ keys.count]
    where scratch[start...] == plan.text[key.start..<key.start &+ key.count] {
      return key.node
    }
    return 0
  }

  // MARK: - Values

  private mutating func readValue(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int, depth: Int, isInList: Bool
  ) throws(Fault) {
    switch bytes[offset] {
    case .quote:
      let string = try scanString(bytes, &offset)
      store(try slice(of: string, bytes), node, isInList)
    case UInt8(ascii: "{"):
      if depth >= Self.deepest { throw .tooDeep }
      let start = offset
      if plan.nodes[node].count > 0 {
        try readObject(bytes, &offset, node: node, depth: depth &+ 1, isInList: isInList)
      } else {
        try skipValue(bytes, &offset, depth: depth)
      }
      if plan.nodes[node].targetCount > 0 { try readCell(bytes, at: start, node, isInList) }
    case UInt8(ascii: "["):
      if depth >= Self.deepest { throw .tooDeep }
      let start = offset
      try readList(bytes, &offset, node: node, depth: depth &+ 1)
      if plan.nodes[node].targetCount > 0 { try readCell(bytes, at: start, node, true) }
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"):
      try skipValue(bytes, &offset, depth: depth)
      store(CellSlice(), node, isInList)
    default:
      let start = offset
      try skipValue(bytes, &offset, depth: depth)
      store(CellSlice(start: start, end: offset), node, isInList)
    }
  }

  /// Stores a value for each target of a node.
  ///
  /// Outside of lists it takes the place of what the same key had before.
  mutating func store(_ slice: CellSlice, _ node: Int, _ isInList: Bool) {
    let start = plan.nodes[node].firstTarget
    for index in start..<start &+ plan.nodes[node].targetCount {
      let target = plan.targets[index]
      if counts[target] == 0 {
        first[target] = entries.count
      } else if !isInList {
        drop(target)
        first[target] = entries.count
      }
      counts[target] &+= 1
      entries.append(Entry(target: target, slice: slice))
    }
  }

  private mutating func drop(_ target: Int) {
    for index in first[target]..<entries.count where entries[index].target == target {
      entries[index].target = 0
    }
    counts[target] = 0
  }

  /// A string's text, in `scratch` where it has escapes.
  mutating func slice(
    of string: CellRange, _ bytes: Span<UInt8>
  ) throws(Fault) -> CellSlice {
    guard string.hasEscapes else { return CellSlice(start: string.start, end: string.end) }
    let start = scratch.count
    try appendUnescapedJSON(bytes.extracting(string.start..<string.end), to: &scratch)
    let isQuotedTwice =
      scratch.count &- start >= 2 && scratch[start] == .quote && scratch.last == .quote
      && !scratch[(start &+ 1)..<(scratch.count &- 1)].contains(.quote)
    return isQuotedTwice
      ? CellSlice(start: start &+ 1, end: scratch.count &- 1, isInScratch: true)
      : CellSlice(start: start, end: scratch.count, isInScratch: true)
  }

  @inline(__always)
  private mutating func skipToToken(
    _ bytes: Span<UInt8>, _ offset: inout Int
  ) throws(Fault) {
    while true {
      guard offset < bytes.count else { throw .cutOff }
      let byte = bytes[offset]
      if byte > 0x20 { return }
      if byte == .lineFeed {
        lines &+= 1
      } else if byte != .blank, byte != 0x09, byte != .carriageReturn {
        throw .syntax
      }
      offset &+= 1
    }
  }

  private mutating func skipValue(
    _ bytes: Span<UInt8>, _ offset: inout Int, depth: Int
  ) throws(Fault) {
    let start = offset
    try skipJSONValue(bytes, &offset, depth: depth)
    let isNested = bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[")
    if isNested { lines &+= lineBreaks(bytes.extracting(start..<offset)) }
  }
}
