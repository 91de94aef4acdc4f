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
  /// Open addressing over value numbers plus one; 0 is a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// The upper half of each slot's hash, which saves most byte comparisons.
  private var tags = [UInt32](repeating: 0, count: 64)

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
    if ends.count &* 2 >= slots.count { grow() }
    let hash = hashBytes(value)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 {
        let id = UInt32(ends.count)
        for index in value.indices { bytes.append(value[index]) }
        ends.append(bytes.count)
        slots[slot] = id &+ 1
        tags[slot] = tag
        return id
      }
      if tags[slot] == tag, equals(entry &- 1, value) { return entry &- 1 }
      slot = (slot &+ 1) & mask
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
  package func find(_ value: Span<UInt8>) -> UInt32? {
    guard !value.isEmpty else { return 0 }
    let hash = hashBytes(value)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if tags[slot] == tag, equals(slots[slot] &- 1, value) { return slots[slot] &- 1 }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  private func equals(_ id: UInt32, _ value: Span<UInt8>) -> Bool {
    let place = range(of: id)
    guard place.count == value.count else { return false }
    let own = bytes.span
    for offset in value.indices where own[place.lowerBound &+ offset] != value[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let size = slots.count * 4
    let mask = size &- 1
    var slots = [UInt32](repeating: 0, count: size)
    var tags = [UInt32](repeating: 0, count: size)
    let bytes = self.bytes  // a second owner, for a span may not outlive a change of self
    let all = bytes.span
    for id in 1..<max(1, ends.count) {
      let hash = hashBytes(all.extracting(range(of: UInt32(id))))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = UInt32(id) &+ 1
      tags[slot] = UInt32(truncatingIfNeeded: hash >> 32)
    }
    self.slots = slots
    self.tags = tags
  }
}

/// A 64-bit hash of bytes, the same in every process.
///
/// Eight bytes at a time through one multiplication, in the manner of wyhash (Wang Yi, public
/// domain). Not for secrets, and not against an adversary.
package func hashBytes(_ value: Span<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
  var hash = seed ^ (UInt64(truncatingIfNeeded: value.count) &* 0xA076_1D64_78BD_642F)
  var offset = 0
  while offset < value.count {
    var word: UInt64 = 0
    let end = min(offset &+ 8, value.count)
    var shift: UInt64 = 0
    while offset < end {
      word |= UInt64(value[offset]) &<< shift
      shift &+= 8
      offset &+= 1
    }
    let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    hash = product.high ^ product.low
  }
  let last = (hash ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: 0x5899_65CC_7537_4CC3)
  return last.high ^ last.low
}
