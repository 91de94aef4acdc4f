import Glibc

/// What the bytes of a double-byte or single-byte encoding stand for.
///
/// Made once by the C library's iconv, which knows the encodings; used byte by byte, which is several
/// times as fast.
struct CharacterTable: Sendable {
  /// By byte: the character that it is alone, 0 where it is none.
  private(set) var singles = [UInt32](repeating: 0, count: 256)
  /// By lead byte and following byte: the character of both, 0 where they are none.
  ///
  /// Shape: 128 × 256, lead bytes from 0x80 on.
  private(set) var pairs = [UInt32](repeating: 0, count: 128 * 256)
  /// By number of a four-byte sequence (GB 18030): its character of the first 65,536, or 0.
  private(set) var quads: [UInt32] = []
  /// By character of the first 65,536: the bytes that it takes; 0 where the encoding lacks it.
  private var lengths = [UInt8](repeating: 0, count: 1 << 16)

  /// The table of an encoding; nil for those that are Unicode.
  static func of(_ encoding: TextEncoding) throws(IngestError) -> CharacterTable? {
    let table: CharacterTable?
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return nil
    case .gb18030, .gbk: table = gb18030
    case .big5: table = big5
    case .shiftJIS: table = shiftJIS
    case .windows1252: table = windows1252
    }
    guard let table else {
      throw IngestError(
        .unreadable("this system's C library lacks the encoding \(encoding.rawValue)"))
    }
    return table
  }

  // GB 18030 holds all of GBK. Big5 and Shift_JIS are read as Windows writes them.
  private static let gb18030 = CharacterTable("GB18030", hasQuads: true)
  private static let big5 = CharacterTable("CP950")
  private static let shiftJIS = CharacterTable("CP932")
  private static let windows1252 = CharacterTable("CP1252")

  /// The number of four-byte sequences that stand for the first 65,536 characters.
  private static let quadCount = 39_420
  /// The number of the four-byte sequence 90 30 81 30, which is U+10000.
  private static let firstSupplementaryQuad = 189_000

  private init?(_ name: String, hasQuads: Bool = false) {
    guard let iconv = CharacterConverter(name) else { return nil }
    for byte in 0..<256 {
      singles[byte] = iconv.character(of: [UInt8(byte)])
      note(singles[byte], length: 1)
    }
    for lead in 0x80..<256 where singles[lead] == 0 {
      for second in 0x30..<256 {
        let character = iconv.character(of: [UInt8(lead), UInt8(second)])
        pairs[(lead - 0x80) << 8 | second] = character
        note(character, length: 2)
      }
    }
    guard hasQuads else { return }
    singles[0x80] = 0x20AC  // Windows writes the euro sign so
    quads = [UInt32](repeating: 0, count: Self.quadCount)
    for number in 0..<Self.quadCount {
      quads[number] = iconv.character(of: [
        UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10),
        UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
      ])
      note(quads[number], length: 4)
    }
  }

  private mutating func note(_ character: UInt32, length: UInt8) {
    if character < 1 << 16, lengths[Int(character)] == 0 { lengths[Int(character)] = length }
  }

  /// The character that begins at a byte above 0x7F.
  ///
  /// - Returns: The character, 0 where the bytes stand for none, and the bytes that it takes; nil where
  ///   the bytes end before the character does.
  @inline(__always)
  func character(
    in bytes: Span<UInt8>, at offset: Int
  ) -> (character: UInt32, length: Int)? {
    let byte = bytes[offset]
    let single = singles[Int(byte)]
    if single != 0 { return (single, 1) }
    guard offset &+ 1 < bytes.count else { return nil }
    let second = bytes[offset &+ 1]
    let pair = pairs[Int(byte &- 0x80) &<< 8 | Int(second)]
    if pair != 0 { return (pair, 2) }
    guard !quads.isEmpty, 0x30...0x39 ~= second, byte >= 0x81 else { return (0, 1) }
    guard offset &+ 3 < bytes.count else { return nil }
    return (quad(byte, second, bytes[offset &+ 2], bytes[offset &+ 3]), 4)
  }

  /// The character of four bytes (GB 18030-2022), or 0.
  private func quad(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
    guard 0x81...0xFE ~= third, 0x30...0x39 ~= fourth else { return 0 }
    let high = (Int(first) - 0x81) * 10 + Int(second) - 0x30
    let low = (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    let number = high * 1260 + low
    if number < quads.count { return quads[number] }
    let supplementary = number - Self.firstSupplementaryQuad
    return 0..<0x10_0000 ~= supplementary ? UInt32(supplementary) + 0x1_0000 : 0
  }

  /// The number of bytes that a character takes.
  func length(of character: UInt32) -> Int {
    character < 1 << 16 ? max(1, Int(lengths[Int(character)])) : 4
  }
}

/// One character at a time by the C library's iconv.
@safe
private struct CharacterConverter: ~Copyable {
  // Safe because the handle is private, set once, and freed only in deinit.
  private let handle: iconv_t

  init?(_ name: String) {
    guard let handle = unsafe iconv_open("UTF-32LE", name),
      unsafe handle != iconv_t(bitPattern: -1)
    else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe iconv_close(handle) }

  /// The one character that the bytes stand for; 0 where they are none, several or half of one.
  func character(of bytes: [UInt8]) -> UInt32 {
    var input = bytes
    var output: UInt32 = 0
    var left = input.count
    var room = 4
    // Safe because iconv stays within the counts that it is given.
    let code = unsafe input.withUnsafeMutableBytes { input in
      unsafe withUnsafeMutableBytes(of: &output) { output in
        var source = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        return unsafe iconv(handle, &source, &left, &target, &room)
      }
    }
    return code == -1 || left > 0 || room > 0 ? 0 : UInt32(littleEndian: output)
  }
}
