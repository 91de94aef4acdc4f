/// Tells the delimiter of a CSV file from its first rows.
enum DelimiterDetector {
  /// Comma, tab, semicolon or bar: the one that gives many rows of one width, and many cells to a row.
  static func detect(
    _ file: ExportFile, encoding: TextEncoding
  ) throws -> (delimiter: UInt8, sample: HeadSample) {
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

  private static func score(_ sample: HeadSample) -> Double {
    let (width, share) = sample.mode
    return share * share * Double(width)
  }
}
