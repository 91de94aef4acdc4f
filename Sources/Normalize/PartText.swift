/// The parts of one reading as UTF-8, in a buffer that the next reading uses again.
///
/// A part that is set twice keeps what was set last. A part that was never set is empty.
struct PartText: Sendable {
  /// The texts of the parts, and of parts that were set anew.
  private(set) var bytes: [UInt8] = []
  private var starts = InlineArray<12, UInt32>(repeating: 0)
  private var ends = InlineArray<12, UInt32>(repeating: 0)

  init() {}

  /// Forgets all parts and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts = InlineArray(repeating: 0)
    ends = InlineArray(repeating: 0)
  }

  /// Where a part stands in `bytes`.
  func range(of part: Int) -> Range<Int> { Int(starts[part])..<Int(ends[part]) }

  func isEmpty(_ part: Int) -> Bool { starts[part] == ends[part] }

  /// A part as a string, for those who show it.
  func string(_ part: Int) -> String { String(decoding: bytes[range(of: part)], as: UTF8.self) }

  /// Begins a part anew; what is appended next belongs to it.
  mutating func begin(_ part: Int) {
    starts[part] = UInt32(bytes.count)
    ends[part] = starts[part]
  }

  /// Ends the part that was begun last.
  mutating func end(_ part: Int) { ends[part] = UInt32(bytes.count) }

  /// Lets a part be what stands in a range of `bytes`.
  mutating func mark(_ part: Int, _ range: Range<Int>) {
    starts[part] = UInt32(range.lowerBound)
    ends[part] = UInt32(range.upperBound)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends the UTF-8 form of a scalar; what is no scalar value is left out.
  mutating func append(scalar: UInt32) {
    bytes.append(addingCapacity: 4) { $0.append(scalar: scalar) }
  }

  /// Appends a range of scalars.
  mutating func append(_ scalars: Span<UInt32>, _ range: Range<Int>) {
    bytes.append(addingCapacity: range.count * 4) { output in
      for index in range { output.append(scalar: scalars[index]) }
    }
  }

  /// Appends what a body writes, at most so many bytes.
  mutating func append(addingCapacity count: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: count) { write(&$0) }
  }

  /// Appends the text of another part.
  mutating func append(textOf part: Int) {
    let range = range(of: part)
    bytes.reserveCapacity(bytes.count + range.count)
    for index in range { bytes.append(bytes[index]) }
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
    bytes.append(contentsOf: text.utf8)
    end(part)
  }

  /// Sets a part to a part of another reading.
  mutating func set(_ part: Int, to other: Int, of source: PartText) {
    begin(part)
    bytes.append(contentsOf: source.bytes[source.range(of: other)])
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

extension OutputSpan where Element == UInt8 {
  /// Appends the UTF-8 form of a scalar; what is no scalar value is left out.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0xD800...0xDFFF: break
    case ..<0x1_0000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case ..<0x11_0000:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default: break
    }
  }
}
