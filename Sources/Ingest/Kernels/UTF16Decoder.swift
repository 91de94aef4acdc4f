/// UTF-16 in chunks to UTF-8.
///
/// A lone surrogate becomes the three bytes of its number, which is not UTF-8: whoever checks the
/// row finds it there.
struct UTF16Decoder {
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// The bytes that are read and not yet written.
  var carriedCount: Int { (oddByte == nil ? 0 : 1) + (highSurrogate == nil ? 0 : 2) }

  /// Appends a chunk to a buffer that has room for three bytes a byte, carried ones included.
  ///
  /// - Returns: The end of what the buffer holds.
  mutating func append(
    _ chunk: Span<UInt8>, isLast: Bool, to output: inout [UInt8], at start: Int
  ) -> Int {
    var target = output.mutableSpan
    var end = start
    var offset = 0
    if let first = oddByte, !chunk.isEmpty {
      oddByte = nil
      offset = 1
      append(unit(first, chunk[0]), to: &target, at: &end)
    }
    while offset &+ 1 < chunk.count {
      append(unit(chunk[offset], chunk[offset &+ 1]), to: &target, at: &end)
      offset &+= 2
    }
    if offset < chunk.count { oddByte = chunk[offset] }
    guard isLast else { return end }
    if let high = highSurrogate {
      highSurrogate = nil
      writeUTF8(high, to: &target, at: &end)
    }
    if let odd = oddByte {
      // Half a unit at the end of the file.
      oddByte = nil
      target[end] = 0xFF
      target[end + 1] = odd
      end += 2
    }
    return end
  }

  @inline(__always)
  private func unit(_ first: UInt8, _ second: UInt8) -> UInt32 {
    isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
  }

  @inline(__always)
  private mutating func append(
    _ unit: UInt32, to target: inout MutableSpan<UInt8>, at end: inout Int
  ) {
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        writeUTF8(0x10000 + ((high & 0x3FF) << 10 | unit & 0x3FF), to: &target, at: &end)
        return
      }
      writeUTF8(high, to: &target, at: &end)
    }
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
    } else {
      writeUTF8(unit, to: &target, at: &end)
    }
  }
}
