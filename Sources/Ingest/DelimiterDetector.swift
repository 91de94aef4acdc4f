/// Tells the delimiter of a CSV file from its first rows.
enum DelimiterDetector {
  /// Comma, tab, semicolon or bar: the one that gives many rows of one width, and many cells to a row.
  static func detect(
    _ file: ExportFile, encoding: TextEncoding
  ) throws -> (delimiter: UInt8, sample: HeadSample) {
    if let declared = try declared(file, encoding: encoding) {
      return (declared, try HeadSample(file, encoding: encoding, delimiter: declared))
    }
    let comma = UInt8(ascii: ",")
    var best = (
      delimiter: comma, sample: try HeadSample(file, encoding: encoding, delimiter: comma)
    )
    var bestScore = score(best.sample)
    for delimiter in [0x09, UInt8(ascii: ";"), UInt8(ascii: "|")] {
      let sample = try HeadSample(file, encoding: encoding, delimiter: delimiter)
      if score(sample) > bestScore {
        best = (delimiter, sample)
        bestScore = score(sample)
      }
    }
    return best
  }

  /// What a first line such as sep=; says, which Excel writes and obeys.
  private static func declared(_ file: ExportFile, encoding: TextEncoding) throws -> UInt8? {
    let window = try ByteWindow.open(file, encoding: encoding)
    let line = window.bytes[window.start..<window.end].prefix { $0 > 0x0D || $0 == 0x09 }
      .prefix(16)
    let text = String(decoding: line, as: UTF8.self).lowercased()
    let start = text.hasPrefix("sep=") ? 4 : text.hasPrefix("\"sep=") ? 5 : line.count
    guard start < line.count, line.count <= start + 2 else { return nil }
    let delimiter = line[line.startIndex + start]
    return delimiter < 0x80 && delimiter != .quote ? delimiter : nil
  }

  private static func score(_ sample: HeadSample) -> Double {
    let (width, share) = sample.mode
    return share * share * Double(width)
  }
}
