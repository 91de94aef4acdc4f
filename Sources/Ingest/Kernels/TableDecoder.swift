/// Chunks of a single-byte or double-byte encoding to UTF-8.
///
/// A byte that stands for nothing becomes 0xFF and itself, which no UTF-8 check lets pass: whoever
/// checks the row finds it there, and the byte is not lost.
struct TableDecoder {
  private let table: CharacterTable
  /// The first bytes of a character that the chunk's end cut.
  private var carried: [UInt8] = []

  init(_ table: CharacterTable) { self.table = table }

  /// The bytes that are read and not yet written.
  var carriedCount: Int { carried.count }

  /// Appends a chunk to a buffer that has room for three bytes a byte, carried ones included.
  ///
  /// - Returns: The end of what the buffer holds.
  mutating func append(
    _ chunk: Span<UInt8>, isLast: Bool, to output: inout [UInt8], at start: Int
  ) -> Int {
    var end = start
    var offset = 0
    while !carried.isEmpty, offset < chunk.count || isLast {
      // At most three bytes are carried, so a character takes at most a few rounds.
      if offset < chunk.count, carried.count < 4 {
        carried.append(chunk[offset])
        offset += 1
      }
      let cut = carried
      let isWhole = isLast && offset == chunk.count
      let used = decode(cut.span, isLast: isWhole, to: &output, at: &end)
      carried.removeFirst(used)
    }
    let rest = chunk.extracting(offset..<chunk.count)
    let used = decode(rest, isLast: isLast, to: &output, at: &end)
    for index in used..<rest.count { carried.append(rest[index]) }
    return end
  }

  /// Decodes whole characters.
  ///
  /// - Returns: The number of bytes used; what is left is part of a character.
  private func decode(
    _ bytes: Span<UInt8>, isLast: Bool, to output: inout [UInt8], at end: inout Int
  ) -> Int {
    // Safe because a byte has no padding.
    let raw = unsafe bytes.bytes
    var target = output.mutableSpan
    var offset = 0
    var used = end
    defer { end = used }
    while offset < bytes.count {
      while offset &+ 8 <= bytes.count {
        // Safe because the load checks that it stays within the span.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        var rest = UInt64(littleEndian: word)
        for index in 0..<8 {
          target[used &+ index] = UInt8(truncatingIfNeeded: rest)
          rest &>>= 8
        }
        used &+= 8
        offset &+= 8
      }
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte < 0x80 {
        target[used] = byte
        used &+= 1
        offset &+= 1
        continue
      }
      let found = table.character(in: bytes, at: offset)
      if found == nil, !isLast { return offset }
      if let found, found.character != 0 {
        writeUTF8(found.character, to: &target, at: &used)
        offset &+= found.length
      } else {
        target[used] = 0xFF
        target[used &+ 1] = byte
        used &+= 2
        offset &+= 1
      }
    }
    return offset
  }
}

/// Writes a character of more than 7 bits.
@inline(__always)
func writeUTF8(_ character: UInt32, to target: inout MutableSpan<UInt8>, at end: inout Int) {
  let last = UInt8(truncatingIfNeeded: 0x80 | character & 0x3F)
  if character < 0x80 {
    target[end] = UInt8(truncatingIfNeeded: character)
    end &+= 1
  } else if character < 0x800 {
    target[end] = UInt8(truncatingIfNeeded: 0xC0 | character &>> 6)
    target[end &+ 1] = last
    end &+= 2
  } else if character < 0x1_0000 {
    target[end] = UInt8(truncatingIfNeeded: 0xE0 | character &>> 12)
    target[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | character &>> 6 & 0x3F)
    target[end &+ 2] = last
    end &+= 3
  } else {
    target[end] = UInt8(truncatingIfNeeded: 0xF0 | character &>> 18)
    target[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | character &>> 12 & 0x3F)
    target[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | character &>> 6 & 0x3F)
    target[end &+ 3] = last
    end &+= 4
  }
}
