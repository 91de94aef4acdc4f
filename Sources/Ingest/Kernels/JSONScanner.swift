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
  private struct Entry {
    var target: Int
    var slice: CellSlice
    /// Whether it stands in the element of a list that is marked as the default.
    var isDefault = false
  }

  static let deepest = 64

  private let plan: JSONKeyPlan
  private let cell = JSONCell()
  /// By node: the key that is expected next, for objects repeat their keys in one order.
  private var expected: [Int]
  private var entries: [Entry] = []
  /// By target: its first entry and the number of them.
  private var first: [Int]
  private var counts: [Int]
  /// Whether the list element that is being read is marked as the default.
  private var isInDefault = false

  /// Values that are not in the bytes as they stand.
  private(set) var scratch: [UInt8] = []
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

  /// Reads one object.
  ///
  /// - Parameter offset: That of its brace; afterwards that behind it.
  /// - Throws: What is wrong with it; the values are then of no use.
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
  private mutating func store(_ slice: CellSlice, _ node: Int, _ isInList: Bool) {
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
  private mutating func slice(
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

extension JSONScanner {
  // MARK: - Cells of several parts

  /// Stores the values of an object or list that is asked for as a text; its syntax is known to be
  /// right.
  private mutating func readCell(
    _ bytes: Span<UInt8>, at offset: Int, _ node: Int, _ isInList: Bool
  ) throws(Fault) {
    guard bytes[offset] == UInt8(ascii: "[") else {
      guard let text = try cell.textOffset(bytes, at: offset) else { return }
      return try readPart(bytes, at: text, node, isInList)
    }
    var elements = JSONElements(at: offset)
    var start: Int?
    while try elements.next(bytes) {
      let place = elements.offset
      try skipJSONValue(bytes, &elements.offset, depth: 0)
      if bytes[place] == UInt8(ascii: "{"), let text = try cell.segmentOffset(bytes, at: place) {
        if start == nil { start = scratch.count }
        var end = text
        let string = try scanString(bytes, &end)
        try appendUnescapedJSON(bytes.extracting(string.start..<string.end), to: &scratch)
        continue
      }
      endSegments(&start, node)
      try readPart(bytes, at: place, node, true)
    }
    endSegments(&start, node)
  }

  /// The text segments of one cell are one text.
  private mutating func endSegments(_ start: inout Int?, _ node: Int) {
    guard let begin = start else { return }
    store(CellSlice(start: begin, end: scratch.count, isInScratch: true), node, true)
    start = nil
  }

  private mutating func readPart(
    _ bytes: Span<UInt8>, at offset: Int, _ node: Int, _ isInList: Bool
  ) throws(Fault) {
    switch bytes[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try readCell(bytes, at: offset, node, isInList)
    case .quote:
      var end = offset
      let string = try scanString(bytes, &end)
      store(try slice(of: string, bytes), node, isInList)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): return
    default:
      var end = offset
      try skipJSONValue(bytes, &end, depth: 0)
      store(CellSlice(start: offset, end: end), node, isInList)
    }
  }

  /// Whether a key says that its element is the one to take: `"isDefault": true`.
  private func isDefaultMark(_ bytes: Span<UInt8>, _ key: Range<Int>, value: Int) -> Bool {
    guard bytes[value] == UInt8(ascii: "t") || bytes[value] == UInt8(ascii: "1") else {
      return false
    }
    return isSameWord(bytes, key, "isdefault") || isSameWord(bytes, key, "is_default")
      || isSameWord(bytes, key, "default") || isSameWord(bytes, key, "isprimary")
      || isSameWord(bytes, key, "is_primary") || isSameWord(bytes, key, "primary")
  }

  private func isSameWord(_ bytes: Span<UInt8>, _ key: Range<Int>, _ word: StaticString) -> Bool {
    guard key.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<key.count {
      // Safe because index stays within the literal.
      let letter = unsafe word.utf8Start[index]
      let byte = bytes[key.lowerBound &+ index]
      if 0x41...0x5A ~= byte ? byte | 0x20 != letter : byte != letter { return false }
    }
    return true
  }

  // MARK: - What was read

  /// The value of a target, or one of them.
  mutating func value(
    of target: Int, _ reading: ListReading, in bytes: Span<UInt8>
  ) -> CellSlice {
    let count = counts[target]
    if count == 0 { return CellSlice() }
    if count == 1 {
      if case .each(let number, _) = reading, number > 0 { return CellSlice() }
      return entries[first[target]].slice
    }
    switch reading {
    case .first: return self[target, 0, in: bytes] ?? CellSlice()
    case .joined: return joined(target, from: 0, in: bytes)
    case .each(let number, let isLast):
      return isLast
        ? joined(target, from: number, in: bytes)
        : self[target, number, in: bytes] ?? CellSlice()
    }
  }

  /// The value of a number among those that are not empty, marked ones first.
  private subscript(target: Int, number: Int, in bytes: Span<UInt8>) -> CellSlice? {
    var left = number
    for isDefault in [true, false] {
      for entry in entries[first[target]...]
      where entry.target == target && entry.isDefault == isDefault {
        if isEmpty(entry.slice, in: bytes) { continue }
        if left == 0 { return entry.slice }
        left &-= 1
      }
    }
    return nil
  }

  private func isEmpty(_ slice: CellSlice, in bytes: Span<UInt8>) -> Bool {
    slice.isInScratch
      ? isEmptyCell(scratch.span, slice.start..<slice.end)
      : isEmptyCell(bytes, slice.start..<slice.end)
  }

  /// The values from a number on, `;` between them.
  private mutating func joined(
    _ target: Int, from number: Int, in bytes: Span<UInt8>
  ) -> CellSlice {
    guard let only = self[target, number, in: bytes] else { return CellSlice() }
    guard self[target, number &+ 1, in: bytes] != nil else { return only }
    let start = scratch.count
    var index = number
    while let slice = self[target, index, in: bytes] {
      if index > number { scratch.append(UInt8(ascii: ";")) }
      for offset in slice.start..<slice.end {
        scratch.append(slice.isInScratch ? scratch[offset] : bytes[offset])
      }
      index &+= 1
    }
    return CellSlice(start: start, end: scratch.count, isInScratch: true)
  }
}
