/// The encoding of a file, told from its bytes.
struct EncodingGuess: Hashable {
  var encoding: TextEncoding
  /// 0...1: the share of the lines beyond ASCII that the encoding reads.
  var confidence: Double
}

/// Tells the encoding of a file and whether it is text at all.
///
/// UTF-8 is told by its form, which other encodings hardly meet by chance; GB18030 by its form and by
/// the characters being those of everyday Chinese. Encodings that only a reader could tell apart
/// are left to the pipeline file.
struct EncodingDetector {
  /// The lines beyond ASCII after which the answer is certain enough.
  private static let enoughLines = 500
  private static let probe = 1 << 16

  private var linesBeyondASCII = 0
  private var linesInUTF8 = 0
  private var linesInGB18030 = 0
  private var pairs = 0
  private var everydayPairs = 0

  /// - Throws: `IngestError` where the file is empty, no text or in an encoding that the bytes do
  ///   not tell.
  static func detect(_ file: ExportFile) throws(IngestError) -> EncodingGuess {
    let source = try file.open()
    let path = file.path
    var buffer = [UInt8](
      repeating: 0, count: min(ByteWindow.chunk, max(4096, file.byteCount + 1)))
    var count = try source.read(into: &buffer, at: 0, limit: buffer.count)
    if count == 0 { throw IngestError(.empty, path: path) }
    try refuseContainers(buffer, path: path)
    if let guess = byteOrderMark(buffer, count: count) ?? wideGuess(buffer, count: count) {
      return guess
    }
    var detector = EncodingDetector()
    while count > 0, detector.linesBeyondASCII < enoughLines {
      detector.read(buffer.span.extracting(0..<count), isLast: count < buffer.count)
      count = try source.read(into: &buffer, at: 0, limit: buffer.count)
    }
    guard let guess = detector.guess else {
      throw IngestError(.undetectableEncoding, path: path)
    }
    return guess
  }

  private static func refuseContainers(_ bytes: [UInt8], path: String) throws(IngestError) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw IngestError(.spreadsheet, path: path)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let isWorkbook = path.hasSuffix(".xlsx") || path.hasSuffix(".xlsm")
      throw IngestError(isWorkbook ? .spreadsheet : .archive, path: path)
    }
    if bytes.starts(with: [0x1F, 0x8B]) { throw IngestError(.archive, path: path) }
  }

  private static func byteOrderMark(_ bytes: [UInt8], count: Int) -> EncodingGuess? {
    if count >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return EncodingGuess(encoding: .utf8, confidence: 1)
    }
    if count >= 2, bytes.starts(with: [0xFF, 0xFE]) {
      return EncodingGuess(encoding: .utf16LittleEndian, confidence: 1)
    }
    if count >= 2, bytes.starts(with: [0xFE, 0xFF]) {
      return EncodingGuess(encoding: .utf16BigEndian, confidence: 1)
    }
    return nil
  }

  /// UTF-16 without a mark shows as zeros in every other byte, from digits and delimiters.
  private static func wideGuess(_ bytes: [UInt8], count: Int) -> EncodingGuess? {
    var zeros = [0, 0]
    let end = min(count, probe)
    for offset in 0..<end where bytes[offset] == 0 { zeros[offset & 1] += 1 }
    let most = Double(max(zeros[0], zeros[1])) / (Double(end) / 2)
    guard most > 0.1, min(zeros[0], zeros[1]) * 20 < max(zeros[0], zeros[1]) else { return nil }
    return EncodingGuess(
      encoding: zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian, confidence: 0.9)
  }

  private var guess: EncodingGuess? {
    guard linesBeyondASCII > 0 else { return EncodingGuess(encoding: .utf8, confidence: 1) }
    let inUTF8 = Double(linesInUTF8) / Double(linesBeyondASCII)
    if inUTF8 >= 0.5 { return EncodingGuess(encoding: .utf8, confidence: inUTF8) }
    let inGB18030 = Double(linesInGB18030) / Double(linesBeyondASCII)
    let everyday = Double(everydayPairs) / Double(max(1, pairs))
    if inGB18030 >= 0.5, everyday >= 0.6 {
      return EncodingGuess(encoding: .gb18030, confidence: inGB18030 * everyday)
    }
    return nil
  }

  /// Counts the whole lines of a chunk; the ones that its borders cut only where there is no other.
  private mutating func read(_ chunk: Span<UInt8>, isLast: Bool) {
    var start = 0
    while let scan = scanLine(chunk, from: start, isLast: isLast || start == 0),
      scan.next > start
    {
      count(chunk.extracting(start..<scan.end))
      start = scan.next
    }
  }

  private mutating func count(_ line: Span<UInt8>) {
    var isASCII = true
    for index in line.indices where line[index] >= 0x80 {
      isASCII = false
      break
    }
    if isASCII { return }
    linesBeyondASCII += 1
    if firstInvalidByte(line) == nil { linesInUTF8 += 1 }
    if countPairs(line) { linesInGB18030 += 1 }
  }

  /// Whether a line has the form of GB18030 (GB 18030-2022, clause 5).
  private mutating func countPairs(_ line: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < line.count {
      let lead = line[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      guard 0x81...0xFE ~= lead, offset + 1 < line.count else { return false }
      let second = line[offset + 1]
      if 0x30...0x39 ~= second {
        guard offset + 3 < line.count, 0x81...0xFE ~= line[offset + 2],
          0x30...0x39 ~= line[offset + 3]
        else { return false }
        offset += 4
        continue
      }
      guard second >= 0x40, second != 0x7F, second != 0xFF else { return false }
      pairs += 1
      // Symbols, and the 3755 characters that GB 2312 puts first.
      if second >= 0xA1, 0xA1...0xA3 ~= lead || 0xB0...0xD7 ~= lead { everydayPairs += 1 }
      offset += 2
    }
    return true
  }
}
