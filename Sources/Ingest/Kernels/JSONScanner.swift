/// Takes the values of one JSON object apart, by path.
///
/// Strict in what it accepts (RFC 8259), with the depth bounded; numbers keep their digits.
/// Values of an array at one path are joined by `;`; of a repeated key the last value stands.
struct JSONScanner {
  enum Fault: Error {
    case syntax
    case notAnObject
    case tooDeep
    case loneSurrogate
  }

  static let deepest = 64

  var paths: JSONPaths
  /// Whether unknown keys become paths.
  var isLearning: Bool
  /// By node of `paths`: the value in the object that was read last.
  private(set) var values: [CellSlice]
  /// Values that are not in the row as they stand.
  private(set) var scratch: [UInt8] = []
  private var touched: [Int] = []

  init(paths: JSONPaths = JSONPaths(), isLearning: Bool) {
    self.paths = paths
    self.isLearning = isLearning
    values = [CellSlice](repeating: CellSlice(), count: paths.count)
  }

  /// Reads one object.
  ///
  /// - Throws: What is wrong with it; the values are then of no use.
  mutating func read(_ bytes: Span<UInt8>) throws(Fault) {
    for node in touched { values[node] = CellSlice() }
    touched.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    var offset = 0
    skipBlanks(bytes, &offset)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else {
      throw offset < bytes.count && bytes[offset] == UInt8(ascii: "[") ? .notAnObject : .syntax
    }
    try readObject(bytes, &offset, node: 0, depth: 1, isAppending: false)
    skipBlanks(bytes, &offset)
    if offset < bytes.count { throw .syntax }
  }

  private mutating func readObject(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int?, depth: Int, isAppending: Bool
  ) throws(Fault) {
    offset &+= 1
    skipBlanks(bytes, &offset)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
      offset &+= 1
      return
    }
    while true {
      guard offset < bytes.count, bytes[offset] == .quote else { throw .syntax }
      let key = try scanString(bytes, &offset)
      let child = try findChild(bytes, key, of: node)
      skipBlanks(bytes, &offset)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { throw .syntax }
      offset &+= 1
      try readValue(bytes, &offset, node: child, depth: depth, isAppending: isAppending)
      skipBlanks(bytes, &offset)
      guard offset < bytes.count else { throw .syntax }
      let byte = bytes[offset]
      offset &+= 1
      if byte == UInt8(ascii: "}") { return }
      if byte != UInt8(ascii: ",") { throw .syntax }
      skipBlanks(bytes, &offset)
    }
  }

  private mutating func readArray(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int?, depth: Int
  ) throws(Fault) {
    offset &+= 1
    skipBlanks(bytes, &offset)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") {
      offset &+= 1
      return
    }
    while true {
      try readValue(bytes, &offset, node: node, depth: depth, isAppending: true)
      skipBlanks(bytes, &offset)
      guard offset < bytes.count else { throw .syntax }
      let byte = bytes[offset]
      offset &+= 1
      if byte == UInt8(ascii: "]") { return }
      if byte != UInt8(ascii: ",") { throw .syntax }
    }
  }

  private mutating func readValue(
    _ bytes: Span<UInt8>, _ offset: inout Int, node: Int?, depth: Int, isAppending: Bool
  ) throws(Fault) {
    skipBlanks(bytes, &offset)
    guard offset < bytes.count else { throw .syntax }
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      if depth == Self.deepest { throw .tooDeep }
      try readObject(bytes, &offset, node: node, depth: depth &+ 1, isAppending: isAppending)
    case UInt8(ascii: "["):
      if depth == Self.deepest { throw .tooDeep }
      try readArray(bytes, &offset, node: node, depth: depth &+ 1)
    case .quote:
      let string = try scanString(bytes, &offset)
      guard let node else {
        if string.hasEscapes { try checkEscapes(bytes.extracting(string.start..<string.end)) }
        return
      }
      if string.hasEscapes {
        let start = scratch.count
        try appendUnescapedJSON(bytes.extracting(string.start..<string.end), to: &scratch)
        store(
          bytes, CellSlice(start: start, end: scratch.count, isInScratch: true), node, isAppending)
      } else {
        store(bytes, CellSlice(start: string.start, end: string.end), node, isAppending)
      }
    case UInt8(ascii: "t"): try readWord("true", bytes, &offset, node, isAppending)
    case UInt8(ascii: "f"): try readWord("false", bytes, &offset, node, isAppending)
    case UInt8(ascii: "n"):
      try expect("null", bytes, &offset)
      if let node { store(bytes, CellSlice(), node, isAppending) }
    default:
      let start = offset
      guard scanNumber(bytes, &offset) else { throw .syntax }
      if let node { store(bytes, CellSlice(start: start, end: offset), node, isAppending) }
    }
  }

  private mutating func readWord(
    _ word: StaticString, _ bytes: Span<UInt8>, _ offset: inout Int, _ node: Int?,
    _ isAppending: Bool
  ) throws(Fault) {
    let start = offset
    try expect(word, bytes, &offset)
    if let node { store(bytes, CellSlice(start: start, end: offset), node, isAppending) }
  }

  private mutating func store(
    _ bytes: Span<UInt8>, _ slice: CellSlice, _ node: Int, _ isAppending: Bool
  ) {
    if isLearning { paths.markValue(node) }
    while values.count <= node { values.append(CellSlice()) }
    touched.append(node)
    let old = values[node]
    guard isAppending, !old.isEmpty else {
      values[node] = slice
      return
    }
    if slice.isEmpty { return }
    let start = scratch.count
    copy(bytes, old)
    scratch.append(UInt8(ascii: ";"))
    copy(bytes, slice)
    values[node] = CellSlice(start: start, end: scratch.count, isInScratch: true)
  }

  private mutating func copy(_ bytes: Span<UInt8>, _ slice: CellSlice) {
    for offset in slice.start..<slice.end {
      scratch.append(slice.isInScratch ? scratch[offset] : bytes[offset])
    }
  }

  private mutating func findChild(
    _ bytes: Span<UInt8>, _ key: CellRange, of node: Int?
  ) throws(Fault) -> Int? {
    guard let node else {
      if key.hasEscapes { try checkEscapes(bytes.extracting(key.start..<key.end)) }
      return nil
    }
    guard key.hasEscapes else {
      let span = bytes.extracting(key.start..<key.end)
      return isLearning ? paths.learnChild(of: node, key: span) : paths.child(of: node, key: span)
    }
    var text: [UInt8] = []
    try appendUnescapedJSON(bytes.extracting(key.start..<key.end), to: &text)
    return isLearning
      ? paths.learnChild(of: node, key: text.span) : paths.child(of: node, key: text.span)
  }
}
