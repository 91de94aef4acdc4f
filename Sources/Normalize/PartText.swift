/// The parts of one reading as UTF-8, in a buffer that the next reading uses again.
///
/// A part that is set twice keeps what was set last. A part that was never set is empty.
struct PartText: Sendable {
  /// The texts of the parts, and of parts that were set anew; behind `count`, what was left of others.
  private(set) var bytes: [UInt8] = []
  /// How many of `bytes` are text.
  ///
  /// Counted apart, so that to forget a text costs nothing.
  private(set) var count = 0
  private var starts = InlineArray<12, UInt32>(repeating: 0)
  private var ends = InlineArray<12, UInt32>(repeating: 0)

  init() {}

  /// Forgets all parts and keeps the memory.
  mutating func removeAll() {
    count = 0
    starts = InlineArray(repeating: 0)
    ends = InlineArray(repeating: 0)
  }

  /// All text that was appended, in one string.
  var string: String { String(decoding: bytes[..<count], as: UTF8.self) }

  /// Where a part stands in `bytes`.
  func range(of part: Int) -> Range<Int> { Int(starts[part])..<Int(ends[part]) }

  func isEmpty(_ part: Int) -> Bool { starts[part] == ends[part] }

  /// A part as a string, for those who show it.
  func string(_ part: Int) -> String { String(decoding: bytes[range(of: part)], as: UTF8.self) }

  /// Begins a part anew; what is appended next belongs to it.
  mutating func begin(_ part: Int) {
    starts[part] = UInt32(truncatingIfNeeded: count)
    ends[part] = starts[part]
  }

  /// Ends the part that was begun last.
  mutating func end(_ part: Int) { ends[part] = UInt32(truncatingIfNeeded: count) }

  /// Lets a part be what stands in a range of `bytes`.
  mutating func mark(_ part: Int, _ range: Range<Int>) {
    starts[part] = UInt32(range.lowerBound)
    ends[part] = UInt32(range.upperBound)
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  /// Appends the UTF-8 form of a scalar; what is no scalar value is left out.
  mutating func append(scalar: UInt32) {
    append(addingCapacity: 4) { $0.put(scalar: scalar, at: &$1) }
  }

  /// Appends a range of scalars.
  mutating func append(_ scalars: Span<UInt32>, _ range: Range<Int>) {
    let text = scalars.extracting(range)
    append(addingCapacity: text.count * 4) { output, end in
      for index in 0..<text.count { output.put(scalar: text[index], at: &end) }
    }
  }

  /// Appends what a body writes from an index on, at most so many bytes; it moves the index behind them.
  @inline(__always)
  mutating func append(
    addingCapacity capacity: Int, _ write: (inout MutableSpan<UInt8>, inout Int) -> Void
  ) {
    reserve(capacity)
    var end = count
    var output = bytes.mutableSpan
    write(&output, &end)
    count = end
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  private mutating func reserve(_ capacity: Int) {
    if bytes.count - count < capacity { grow(capacity) }
  }

  @inline(never)
  private mutating func grow(_ capacity: Int) {
    let missing = max(count + capacity - bytes.count, bytes.count, 64)
    bytes.append(contentsOf: repeatElement(0, count: missing))
  }

  /// Appends the text of another part.
  mutating func append(textOf part: Int) {
    let range = range(of: part)
    append(addingCapacity: range.count) { output, end in
      for index in range { output.put(output[index], at: &end) }
    }
  }

  /// Sets a part to scalars.
  mutating func set(_ part: Int, _ scalars: Span<UInt32>) {
    begin(part)
    append(scalars, 0..<scalars.count)
    end(part)
  }

  /// Sets a part to text.
  mutating func set(_ part: Int, _ text: String) {
    begin(part)
    for byte in text.utf8 { append(byte) }
    end(part)
  }

  /// Sets a part to a part of another reading.
  mutating func set(_ part: Int, to other: Int, of source: PartText) {
    begin(part)
    let range = source.range(of: other)
    let text = source.bytes.span
    append(addingCapacity: range.count) { output, end in
      for index in range { output.put(text[index], at: &end) }
    }
    end(part)
  }

  /// Lets a part hold the same text as another one.
  mutating func share(_ part: Int, with other: Int) {
    starts[part] = starts[other]
    ends[part] = ends[other]
  }
}

extension PartText: Equatable {
  /// Whether all parts are equal, wherever they stand.
  static func == (left: Self, right: Self) -> Bool {
    left.starts.indices.allSatisfy { part in
      left.bytes[left.range(of: part)].elementsEqual(right.bytes[right.range(of: part)])
    }
  }
}

extension MutableSpan where Element == UInt8 {
  /// Puts a byte at an index, and moves that behind it.
  @inline(__always)
  mutating func put(_ byte: UInt8, at end: inout Int) {
    self[end] = byte
    end &+= 1  // no further than the count, as the line above has checked
  }

  /// Puts the UTF-8 form of a scalar at an index, and moves that behind it; what is no scalar value is left out.
  @inline(__always)
  mutating func put(scalar: UInt32, at end: inout Int) {
    if scalar < 0x80 {
      put(UInt8(truncatingIfNeeded: scalar), at: &end)
    } else if 0x800...0xD7FF ~= scalar {
      put(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), at: &end)
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F), at: &end)
      put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F), at: &end)
    } else {
      put(seldom: scalar, at: &end)
    }
  }

  private mutating func put(seldom scalar: UInt32, at end: inout Int) {
    switch scalar {
    case ..<0x800:
      put(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), at: &end)
    case 0xD800...0xDFFF, 0x11_0000...: return
    case ..<0x1_0000:
      put(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), at: &end)
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F), at: &end)
    default:
      put(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18), at: &end)
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F), at: &end)
      put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F), at: &end)
    }
    put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F), at: &end)
  }
}
