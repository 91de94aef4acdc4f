/// The encoding of a file, told from its bytes.
struct EncodingGuess: Hashable {
  var encoding: TextEncoding
  /// 0...1: how much of what is beyond ASCII reads as everyday text; 1 where a mark says so.
  var confidence: Double
}

/// Tells the encoding of a file.
///
/// UTF-8 is told by its form, which other encodings hardly meet by chance. The others are told by
/// what their characters would be: those of everyday writing, or of known header words.
struct EncodingDetector {
  /// Comparable labels that some profile, the schema or the pipeline file knows.
  var knownLabels: Set<String>

  /// The lines beyond ASCII after which the answer is certain enough.
  private static let enoughLines = 500
  private static let probe = 1 << 16

  /// - Throws: `IngestError` where the file is empty, no text or in an encoding that the bytes do
  ///   not tell.
  func detect(_ file: ExportFile) throws(IngestError) -> EncodingGuess {
    let source = try file.open()
    var buffer = [UInt8](
      repeating: 0, count: min(ByteWindow.chunk, max(4096, file.byteCount + 1)))
    var count = try source.read(into: &buffer, at: 0, limit: buffer.count)
    if count == 0 { throw IngestError(.empty, path: file.path) }
    if let guess = byteOrderMark(buffer, count: count) ?? wideGuess(buffer, count: count) {
      return guess
    }
    var lines = LinesBeyondASCII(limit: Self.enoughLines)
    while count > 0, !lines.isFull {
      lines.add(buffer.span.extracting(0..<count), isLast: count < buffer.count)
      count = try source.read(into: &buffer, at: 0, limit: buffer.count)
    }
    guard let guess = try guess(from: lines) else {
      throw IngestError(.undetectableEncoding, path: file.path)
    }
    return guess
  }

  private func byteOrderMark(_ bytes: [UInt8], count: Int) -> EncodingGuess? {
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
  private func wideGuess(_ bytes: [UInt8], count: Int) -> EncodingGuess? {
    var zeros = [0, 0]
    let end = min(count, Self.probe)
    for offset in 0..<end where bytes[offset] == 0 { zeros[offset & 1] += 1 }
    let most = Double(max(zeros[0], zeros[1])) / (Double(end) / 2)
    guard most > 0.1, min(zeros[0], zeros[1]) * 20 < max(zeros[0], zeros[1]) else { return nil }
    return EncodingGuess(
      encoding: zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian, confidence: 0.9)
  }

  private func guess(from lines: LinesBeyondASCII) throws(IngestError) -> EncodingGuess? {
    if lines.lines.isEmpty { return EncodingGuess(encoding: .utf8, confidence: 1) }
    let inUTF8 = lines.lines.count { firstInvalidByte($0.span) == nil }
    let share = Double(inUTF8) / Double(lines.lines.count)
    if share >= 0.5 { return EncodingGuess(encoding: .utf8, confidence: share) }
    var best: (encoding: TextEncoding, trial: EncodingTrial)?
    for encoding in [TextEncoding.gb18030, .big5, .shiftJIS, .windows1252] {
      let trial = try EncodingTrial(encoding, lines: lines.lines, knownLabels: knownLabels)
      if trial.score > best?.trial.score ?? 0 { best = (encoding, trial) }
    }
    guard let best, best.trial.isCredible else { return nil }
    return EncodingGuess(encoding: best.encoding, confidence: best.trial.confidence)
  }
}

/// The first lines of a file that hold something beyond ASCII.
private struct LinesBeyondASCII {
  let limit: Int
  private(set) var lines: [[UInt8]] = []

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { lines.count >= limit }

  /// Takes the whole lines of a chunk; those that its borders cut only where there is no other.
  mutating func add(_ chunk: Span<UInt8>, isLast: Bool) {
    if isASCII(chunk) { return }
    var start = 0
    while !isFull, let scan = scanLine(chunk, from: start, isLast: isLast || start == 0),
      scan.next > start
    {
      let line = chunk.extracting(start..<scan.end)
      if !isASCII(line) {
        var bytes: [UInt8] = []
        for index in line.indices { bytes.append(line[index]) }
        lines.append(bytes)
      }
      start = scan.next
    }
  }
}
