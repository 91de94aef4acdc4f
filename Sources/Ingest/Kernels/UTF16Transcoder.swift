/// UTF-16 in chunks to UTF-8.
///
/// A lone surrogate becomes the three bytes of its number, which is not UTF-8: whoever checks the
/// row finds it there.
struct UTF16Transcoder {
  var isBigEndian = false
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  /// Appends a chunk to a buffer that has room for 3 bytes a unit.
  ///
  /// - Returns: The end of what the buffer holds.
  mutating func append(
    _ chunk: Span<UInt8>, isLast: Bool, to output: inout [UInt8], at start: Int
  ) -> Int {
    var end = start
    for index in chunk.indices {
      guard let first = oddByte else {
        oddByte = chunk[index]
        continue
      }
      oddByte = nil
      let second = chunk[index]
      let unit =
        isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
      end = append(unit: unit, to: &output, at: end)
    }
    guard isLast else { return end }
    if let high = highSurrogate {
      highSurrogate = nil
      end = write(high, to: &output, at: end)
    }
    if oddByte != nil {
      // Half a unit at the end of the file: a byte that is UTF-8 nowhere.
      oddByte = nil
      output[end] = 0xFF
      end += 1
    }
    return end
  }

  private mutating func append(unit: UInt32, to output: inout [UInt8], at start: Int) -> Int {
    var end = start
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        return write(0x10000 + ((high & 0x3FF) << 10 | unit & 0x3FF), to: &output, at: end)
      }
      end = write(high, to: &output, at: end)
    }
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
      return end
    }
    return write(unit, to: &output, at: end)
  }

  private func write(_ scalar: UInt32, to output: inout [UInt8], at start: Int) -> Int {
    switch scalar {
    case 0..<0x80:
      output[start] = UInt8(scalar)
      return start + 1
    case 0x80..<0x800:
      output[start] = UInt8(0xC0 | scalar >> 6)
      output[start + 1] = UInt8(0x80 | scalar & 0x3F)
      return start + 2
    case 0x800..<0x10000:
      output[start] = UInt8(0xE0 | scalar >> 12)
      output[start + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      output[start + 2] = UInt8(0x80 | scalar & 0x3F)
      return start + 3
    default:
      output[start] = UInt8(0xF0 | scalar >> 18)
      output[start + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      output[start + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      output[start + 3] = UInt8(0x80 | scalar & 0x3F)
      return start + 4
    }
  }
}

/// The number of bytes that a text of this transcoder has in UTF-16.
func utf16Length(_ bytes: Span<UInt8>) -> Int {
  var length = 0
  for index in bytes.indices {
    let byte = bytes[index]
    if byte == 0xFF {
      length += 1
    } else if byte >= 0xF0 {
      length += 4
    } else if byte & 0xC0 != 0x80 {
      length += 2
    }
  }
  return length
}
