/// A file's bytes to UTF-8, in chunks, whatever the encoding.
///
/// Bytes that stand for nothing come out as bytes that are no UTF-8: 0xFF and the byte itself, or
/// the three bytes of a lone surrogate's number.
enum TextDecoder {
  case utf8
  case utf16(UTF16Decoder)
  case table(TableDecoder, CharacterTable)

  init(_ encoding: TextEncoding) throws(IngestError) {
    switch encoding {
    case .utf8: self = .utf8
    case .utf16LittleEndian: self = .utf16(UTF16Decoder(isBigEndian: false))
    case .utf16BigEndian: self = .utf16(UTF16Decoder(isBigEndian: true))
    default:
      guard let table = try CharacterTable.of(encoding) else {
        self = .utf8
        return
      }
      self = .table(TableDecoder(table), table)
    }
  }

  /// Whether the bytes are the text as they are.
  var isIdentity: Bool { if case .utf8 = self { true } else { false } }

  /// The bytes that are read and not yet written.
  var carriedCount: Int {
    switch self {
    case .utf8: 0
    case .utf16(let decoder): decoder.carriedCount
    case .table(let decoder, _): decoder.carriedCount
    }
  }

  /// Appends a chunk to a buffer that has room for three bytes a byte, carried ones included.
  ///
  /// - Returns: The end of what the buffer holds.
  mutating func append(
    _ chunk: Span<UInt8>, isLast: Bool, to output: inout [UInt8], at start: Int
  ) -> Int {
    switch self {
    case .utf8: return start
    case .utf16(var decoder):
      self = .utf8  // gives up this owner, so that the decoder's state is not copied
      let end = decoder.append(chunk, isLast: isLast, to: &output, at: start)
      self = .utf16(decoder)
      return end
    case .table(var decoder, let table):
      self = .utf8  // as above
      let end = decoder.append(chunk, isLast: isLast, to: &output, at: start)
      self = .table(decoder, table)
      return end
    }
  }

  /// The number of bytes that some decoded text has in the file.
  func fileLength(of text: Span<UInt8>) -> Int {
    if isIdentity { return text.count }
    var length = 0
    var offset = 0
    while offset < text.count {
      let lead = text[offset]
      if lead == 0xFF {  // one byte that stands for nothing
        length += 1
        offset += 2
        continue
      }
      let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      switch self {
      case .table(_, let table):
        length += table.length(of: character(text, offset, count))
      default: length += count == 4 ? 4 : 2
      }
      offset += count
    }
    return length
  }

  private func character(_ text: Span<UInt8>, _ offset: Int, _ count: Int) -> UInt32 {
    let lead = UInt32(text[offset])
    guard count > 1, offset + count <= text.count else { return lead }
    var character = lead & (0x7F >> UInt32(count))
    for index in 1..<count { character = character << 6 | UInt32(text[offset + index] & 0x3F) }
    return character
  }
}
