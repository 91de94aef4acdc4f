/// Words by their letters, walked from either end of a text.
///
/// A node is what several words begin with; node 0 is the empty beginning. The edges lie in one open
/// addressing table, so that a step costs a multiplication and, nearly always, one load.
struct WordTrie: Sendable {
  /// A node, a scalar and the node behind it, in 21 bits each; 0 is free.
  private var edges = [UInt64](repeating: 0, count: 64)
  private var edgeCount = 0
  /// One bit for each scalar of U+0000...U+FFFF that a word begins with.
  ///
  /// Most walks end here.
  private var firsts = [UInt64](repeating: 0, count: 1024)
  /// By node, what the word that ends there is; 0 where none ends.
  private(set) var marks: [UInt32] = [0]

  init() {}

  /// The number of nodes.
  var count: Int { marks.count }

  /// Adds a word.
  ///
  /// - Parameters:
  ///   - word: Its scalars; last first where texts are to be walked from their end.
  ///   - mark: Bits that are added to those the word has already.
  /// - Returns: The node at which the word ends.
  @discardableResult
  mutating func insert(_ word: some Sequence<UInt32>, mark: UInt32) -> Int {
    var node: UInt32 = 0
    for scalar in word {
      if node == 0 { firsts[Int(scalar >> 6) & 1023] |= 1 << UInt64(scalar & 63) }
      let next = step(node, scalar)
      if next != 0 {
        node = next
      } else {
        marks.append(0)
        let new = UInt32(marks.count - 1)
        add(node, scalar, new)
        node = new
      }
    }
    if node != 0 { marks[Int(node)] |= mark }
    return Int(node)
  }

  /// The node behind a scalar; 0 when no word goes on with it.
  func step(_ node: UInt32, _ scalar: UInt32) -> UInt32 {
    let wanted = UInt64(node) << 21 | UInt64(scalar)
    let mask = edges.count - 1
    var slot = Self.slot(wanted, mask)
    while edges[slot] != 0 {
      if edges[slot] >> 21 == wanted { return UInt32(edges[slot] & 0x1F_FFFF) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// Whether a word begins with the scalar.
  func mayBegin(_ scalar: UInt32) -> Bool {
    firsts[Int(scalar >> 6) & 1023] & (1 << UInt64(scalar & 63)) != 0
  }

  /// The longest word at the start of a range that has one or more bits of a mark.
  func prefix(_ text: Span<UInt32>, _ range: Range<Int>, mark: UInt32) -> WordMatch {
    var match = WordMatch()
    guard !range.isEmpty, mayBegin(text[range.lowerBound]) else { return match }
    var node: UInt32 = 0
    var place = range.lowerBound
    while place < range.upperBound {
      node = step(node, text[place])
      guard node != 0 else { break }
      place += 1
      if marks[Int(node)] & mark != 0 {
        match = WordMatch(length: place - range.lowerBound, node: Int(node))
      }
    }
    return match
  }

  /// The longest word at the end of a range, of words that were inserted from their end.
  func suffix(_ text: Span<UInt32>, _ range: Range<Int>, mark: UInt32) -> WordMatch {
    var match = WordMatch()
    guard !range.isEmpty, mayBegin(text[range.upperBound - 1]) else { return match }
    var node: UInt32 = 0
    var place = range.upperBound
    while place > range.lowerBound {
      node = step(node, text[place - 1])
      guard node != 0 else { break }
      place -= 1
      if marks[Int(node)] & mark != 0 {
        match = WordMatch(length: range.upperBound - place, node: Int(node))
      }
    }
    return match
  }

  /// Calls a body with the length and the marks of every word at the end of a range, shortest first.
  @inline(__always)
  func forEachSuffix(
    _ text: Span<UInt32>, _ range: Range<Int>, _ body: (_ length: Int, _ marks: UInt32) -> Void
  ) {
    guard !range.isEmpty, mayBegin(text[range.upperBound - 1]) else { return }
    var node: UInt32 = 0
    var place = range.upperBound
    while place > range.lowerBound {
      node = step(node, text[place - 1])
      guard node != 0 else { return }
      place -= 1
      let marks = marks[Int(node)]
      if marks != 0 { body(range.upperBound - place, marks) }
    }
  }

  /// The node of a whole text; 0 when it is no word.
  func whole(_ text: Span<UInt32>, _ range: Range<Int>, mark: UInt32) -> Int {
    guard !range.isEmpty, mayBegin(text[range.lowerBound]) else { return 0 }
    var node: UInt32 = 0
    for place in range {
      node = step(node, text[place])
      if node == 0 { return 0 }
    }
    return marks[Int(node)] & mark != 0 ? Int(node) : 0
  }

  /// The words of at most so many letters, in no order that means anything.
  func words(upTo length: Int) -> [[UInt32]] {
    var steps = [(node: Int, scalar: UInt32)](repeating: (0, 0), count: count)
    for edge in edges where edge != 0 {
      steps[Int(edge & 0x1F_FFFF)] = (Int(edge >> 42), UInt32(edge >> 21 & 0x1F_FFFF))
    }
    return marks.indices.compactMap { end in
      guard marks[end] != 0 else { return nil }
      var word: [UInt32] = []
      var node = end
      while node != 0, word.count <= length {
        word.append(steps[node].scalar)
        node = steps[node].node
      }
      return word.count <= length ? word.reversed() : nil
    }
  }

  private mutating func add(_ node: UInt32, _ scalar: UInt32, _ next: UInt32) {
    edgeCount += 1
    if edgeCount * 2 > edges.count {
      let old = edges
      edges = [UInt64](repeating: 0, count: old.count * 2)
      for edge in old where edge != 0 { place(edge) }
    }
    place(UInt64(node) << 42 | UInt64(scalar) << 21 | UInt64(next))
  }

  private mutating func place(_ edge: UInt64) {
    let mask = edges.count - 1
    var slot = Self.slot(edge >> 21, mask)
    while edges[slot] != 0 { slot = (slot + 1) & mask }
    edges[slot] = edge
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}

/// A word that was found at an end of a text.
struct WordMatch: Hashable, Sendable {
  /// How many scalars the word has; 0 when none was found.
  var length = 0
  /// The node of the trie at which it ends.
  var node = 0

  var isFound: Bool { length > 0 }
}
