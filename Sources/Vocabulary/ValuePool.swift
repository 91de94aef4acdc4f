/// Distinct byte strings, numbered in the order in which they were first seen.
///
/// Shape: value *i* is `bytes[ends[i - 1]..<ends[i]]`. Number 0 is always the empty value, so that a
/// cell without a value is a 0 in a column of numbers.
///
/// An alias is a further number of a value.
///
/// The numbers depend on the order of arrival and must not decide anything that can be seen.
package struct ValuePool: Sendable {
  /// The values, one after the other, UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// The end of each value in `bytes`.
  package private(set) var ends: [Int] = [0]
  /// Open addressing: the value's 32-bit hash above its number; 0 is a free slot.
  ///
  /// The first bits of the hash say where a value belongs, so that a grown table is filled in the
  /// order of the old one. Empty where the table was dropped.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var shift: UInt32 = 26

  package init() {}

  /// The number of distinct values, the empty one included.
  package var count: Int { ends.count }

  /// The bytes of a value.
  package subscript(id: UInt32) -> ArraySlice<UInt8> { bytes[range(of: id)] }

  /// The place of a value in `bytes`.
  package func range(of id: UInt32) -> Range<Int> {
    let index = Int(id)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The size of some values that follow each other.
  package func byteCount(of values: Range<Int>) -> Int {
    guard let last = values.last else { return 0 }
    return ends[last] - range(of: UInt32(values.lowerBound)).lowerBound
  }

  /// The value as text; invalid UTF-8 never enters a pool.
  package func string(_ id: UInt32) -> String { String(decoding: self[id], as: UTF8.self) }

  /// Returns the number of a value, adding it when it is new.
  package mutating func intern(_ value: String) -> UInt32 {
    intern(Array(value.utf8).span)
  }

  /// Returns the number of a value, adding it when it is new.
  ///
  /// - Complexity: O(*n*) in the bytes of the value, amortized.
  package mutating func intern(_ value: Span<UInt8>) -> UInt32 {
    guard !value.isEmpty else { return 0 }
    return intern(value, hash: shortHash(value))
  }

  /// Adds the numbers of many values to a column.
  ///
  /// Faster than one by one: the table is asked for a run of values before the first answer is
  /// needed, so that the memory's waiting times overlap.
  ///
  /// - Parameters:
  ///   - ranges: Where the values stand in `text`; an empty range is no value.
  ///   - text: The bytes that hold the values.
  ///   - column: Where the numbers go.
  package mutating func intern(
    _ ranges: Span<ValueRange>, of text: Span<UInt8>, appendingTo column: inout [UInt32]
  ) {
    makeTable()
    let first = column.count
    column += [UInt32](repeating: 0, count: ranges.count)
    var probe = Probe()
    var start = 0
    while start < ranges.count {
      let end = min(start &+ Probe.count, ranges.count)
      let run = ranges.extracting(start..<end)
      probe.hash(run, of: text)
      probe.findCandidates(in: slots, shift: shift)
      probe.findPlaces(in: ends)
      probe.findFirstWords(in: bytes.span)
      for index in run.indices where !run[index].isEmpty {
        let value = text.extracting(run[index].bounds)
        if probe.mayHold(value, at: index),
          equalBytes(bytes.span.extracting(probe.places[index]), value)
        {
          column[first &+ start &+ index] = probe.ids[index]
        } else {
          column[first &+ start &+ index] = intern(value, hash: probe.hashes[index])
        }
      }
      start = end
    }
  }

  /// Adds the numbers of all texts of a column to a column of numbers; an empty text is no value.
  ///
  /// - Precondition: The column holds less than 4 GiB.
  package mutating func intern(_ texts: TextColumn, appendingTo column: inout [UInt32]) {
    var start: UInt32 = 0
    let ranges = texts.ends.map { end -> ValueRange in
      let range = ValueRange(start: start, end: UInt32(end))
      start = range.end
      return range
    }
    intern(ranges.span, of: texts.bytes.span, appendingTo: &column)
  }

  /// A run of values on their way through the table.
  private struct Probe {
    static let count = 512

    var hashes = [UInt32](repeating: 0, count: count)
    /// The number of the value that stands where the value would, 0 where its hash is another.
    var ids = [UInt32](repeating: 0, count: count)
    /// Where that value's bytes are.
    var places = [Range<Int>](repeating: 0..<0, count: count)
    /// Its first eight bytes, where there are so many.
    private var firstWords = [UInt64](repeating: 0, count: count)

    mutating func hash(_ run: Span<ValueRange>, of text: Span<UInt8>) {
      for index in run.indices where !run[index].isEmpty {
        hashes[index] = shortHash(text.extracting(run[index].bounds))
      }
    }

    mutating func findCandidates(in slots: [UInt64], shift: UInt32) {
      for index in hashes.indices {
        let entry = slots[Int(hashes[index] &>> shift)]
        let isCandidate = UInt32(truncatingIfNeeded: entry &>> 32) == hashes[index]
        ids[index] = isCandidate ? UInt32(truncatingIfNeeded: entry) : 0
      }
    }

    mutating func findPlaces(in ends: [Int]) {
      for index in ids.indices where ids[index] != 0 {
        places[index] = ends[Int(ids[index]) &- 1]..<ends[Int(ids[index])]
      }
    }

    mutating func findFirstWords(in bytes: Span<UInt8>) {
      for index in ids.indices where ids[index] != 0 && places[index].count >= 8 {
        firstWords[index] = firstWord(bytes.extracting(places[index]))
      }
    }

    /// Whether the value may be the one that was found for its hash.
    func mayHold(_ value: Span<UInt8>, at index: Int) -> Bool {
      ids[index] != 0 && places[index].count == value.count
        && (value.count < 8 || firstWords[index] == firstWord(value))
    }
  }

  /// Gives a value a second number, for cells that hold the same text and mean something else.
  ///
  /// The text is found by its first number alone.
  package mutating func appendAlias(of id: UInt32) -> UInt32 {
    bytes.append(contentsOf: Array(self[id]))
    ends.append(bytes.count)
    return UInt32(ends.count - 1)
  }

  /// Returns the number of a value, or nil when the pool does not hold it.
  ///
  /// - Precondition: The pool has its table.
  package func find(_ value: Span<UInt8>) -> UInt32? {
    guard !value.isEmpty else { return 0 }
    precondition(!slots.isEmpty, "makeTable comes before find where the table was dropped")
    let id = lookUp(value, hash: shortHash(value))
    return id == Self.unknown ? nil : id
  }

  /// Gives the values new numbers; values that get none are dropped.
  ///
  /// - Parameters:
  ///   - order: The old numbers in their new order, each once; the first is 0.
  ///   - numbers: By old number: the new one, 0 for a value that is dropped.
  package mutating func renumber(order: [UInt32], numbers: [UInt32]) {
    var moved = ValuePool()
    moved.bytes.reserveCapacity(bytes.count)
    moved.ends.reserveCapacity(order.count)
    var index = 1
    while index < order.count {
      // Values that stay neighbours move together.
      var last = index
      while last + 1 < order.count, order[last + 1] == order[last] + 1 { last += 1 }
      let run = range(of: order[index]).lowerBound..<ends[Int(order[last])]
      let shift = moved.bytes.count - run.lowerBound
      moved.bytes.append(contentsOf: bytes[run])
      for id in order[index]...order[last] { moved.ends.append(ends[Int(id)] + shift) }
      index = last + 1
    }
    bytes = moved.bytes
    ends = moved.ends
    if slots.isEmpty { return }
    if order.count == numbers.count {
      for slot in slots.indices where slots[slot] != 0 {
        let hash = slots[slot] & ~Self.idMask
        slots[slot] = hash | UInt64(numbers[Int(slots[slot] & Self.idMask)])
      }
    } else {
      refill()
    }
  }

  // MARK: - The table

  private static let unknown = UInt32.max
  private static let idMask: UInt64 = 0xFFFF_FFFF

  /// The number of a value that is no empty one, or `unknown`.
  private func lookUp(_ value: Span<UInt8>, hash: UInt32) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(hash &>> shift)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry &>> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry)
        if equals(id, value) { return id }
      }
      slot = (slot &+ 1) & mask
    }
    return Self.unknown
  }

  private mutating func intern(_ value: Span<UInt8>, hash: UInt32) -> UInt32 {
    if ends.count &* 2 >= slots.count { makeRoom() }
    let mask = slots.count &- 1
    var slot = Int(hash &>> shift)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry &>> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry)
        if equals(id, value) { return id }
      }
      slot = (slot &+ 1) & mask
    }
    let id = UInt32(ends.count)
    // Safe because the buffer is that of the span and copied before the call returns.
    unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    slots[slot] = UInt64(hash) &<< 32 | UInt64(id)
    return id
  }

  private func equals(_ id: UInt32, _ value: Span<UInt8>) -> Bool {
    let place = range(of: id)
    return equalBytes(bytes.span.extracting(place), value)
  }

  /// Lets go of the table by which values are found, which is about as large as the values.
  ///
  /// The numbers stay. Whatever looks for a value later makes the table again, in O(*n*).
  package mutating func dropTable() {
    slots = []
    shift = 32
  }

  /// Makes the table again where it was dropped.
  package mutating func makeTable() {
    guard slots.isEmpty else { return }
    resize(to: max(64, Self.tableSize(for: ends.count)))
    refill()
  }

  /// The slots of a table of so many values, at most half of them taken.
  private static func tableSize(for values: Int) -> Int {
    1 << (Int.bitWidth - (2 * values).leadingZeroBitCount)
  }

  /// Makes room for so many values of so many bytes in all.
  package mutating func reserve(values: Int, bytes more: Int) {
    bytes.reserveCapacity(more)
    ends.reserveCapacity(values)
    makeTable()
    var size = slots.count
    while size < values * 2 { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  private mutating func makeRoom() {
    if slots.isEmpty { makeTable() } else { resize(to: slots.count * 2) }
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    shift = UInt32(32 - size.trailingZeroBitCount)
    for entry in old where entry != 0 { insert(entry) }
  }

  private mutating func refill() {
    slots = [UInt64](repeating: 0, count: slots.count)
    let all = bytes  // a second owner, for a span may not outlive a change of self
    for id in 1..<max(1, ends.count) {
      let hash = shortHash(all.span.extracting(range(of: UInt32(id))))
      insert(UInt64(hash) &<< 32 | UInt64(id))
    }
  }

  private mutating func insert(_ entry: UInt64) {
    let mask = slots.count &- 1
    var slot = Int(UInt32(truncatingIfNeeded: entry &>> 32) &>> shift)
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = entry
  }
}

private func shortHash(_ value: Span<UInt8>) -> UInt32 {
  UInt32(truncatingIfNeeded: hashBytes(value) >> 32)
}

/// Where a value stands in some text, in 8 bytes.
package struct ValueRange: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32

  /// The range of a value that is absent.
  package static let none = ValueRange(start: 0, end: 0)

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// - Precondition: The range ends within the first 4 GiB.
  package init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  package var isEmpty: Bool { start == end }
  package var bounds: Range<Int> { Int(start)..<Int(end) }
}
