import Match

extension Subject {
  static let jaroWinkler = Subject(
    name: "jaro-winkler", input: .lines,
    summary: "compares every line with the \(JaroWinklerWorkload.neighbourCount) that follow"
  ) { settings in
    try JaroWinklerWorkload(settings)
  }
}

/// Jaro-Winkler similarity of neighbouring lines, on one core.
private struct JaroWinklerWorkload: Workload {
  static let neighbourCount = 16

  /// Shape: the characters of line *i* are `scalars[bounds[i]]`.
  private var scalars: [UInt32] = []
  private var bounds: [Range<Int>] = []
  /// Above this similarity a pair is counted.
  private static let threshold = 0.1

  init(_ settings: Settings) throws {
    let lines = try ValueLines(path: settings.input)
    for line in lines.bounds {
      let start = scalars.count
      scalars += String(decoding: lines.bytes[line], as: UTF8.self).unicodeScalars.map(\.value)
      bounds.append(start..<scalars.count)
    }
  }

  func perform() throws -> Sample {
    let passes = try Passes.measure("no two neighbouring lines resemble each other") {
      let all = scalars.span
      var similar = 0
      forEachPair { left, right in
        let similarity = jaroWinkler(all.extracting(left), all.extracting(right))
        if similarity > Self.threshold { similar += 1 }
      }
      return similar
    }
    var pairCount = 0
    forEachPair { _, _ in pairCount += 1 }
    return Sample(seconds: passes.seconds, count: passes.count * pairCount, unit: "pairs")
  }

  private func forEachPair(_ body: (_ left: Range<Int>, _ right: Range<Int>) -> Void) {
    for left in bounds.indices {
      for right in bounds[(left + 1)...].prefix(Self.neighbourCount) { body(bounds[left], right) }
    }
  }
}
