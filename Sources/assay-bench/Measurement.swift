import Foundation

/// All repeats of one subject, and their median.
struct Measurement: Encodable {
  /// One repeat in figures.
  struct Figures: Encodable {
    var seconds: Double
    /// What is counted, a second.
    var perSecond: Double
    /// Megabytes of 10⁶ bytes; nil where no input is read.
    var megabytesPerSecond: Double?
    /// Nil where there are no candidate pairs.
    var candidatePairsPerSecond: Double?

    init(_ sample: Sample) {
      seconds = sample.seconds
      let perSecond = { (count: Int) in Double(count) / max(sample.seconds, 1e-9) }
      self.perSecond = perSecond(sample.count)
      megabytesPerSecond = sample.bytes.map { perSecond($0) / 1e6 }
      candidatePairsPerSecond = sample.pairs.map(perSecond)
    }
  }

  var subject: String
  /// What is counted.
  var unit: String
  /// In the last repeat; a kernel's passes differ from one to the next.
  var count: Int
  var candidatePairs: Int?
  /// The number of threads that a stage may use; 1 for a kernel.
  var threads: Int
  var repeats: [Figures]
  /// The repeat in the middle by rate; the slower of the two where there is no middle.
  var median: Figures
  /// The most memory that the process has held at once, the stages before included.
  var peakMemoryBytes: Int
  /// Other libraries on the same lines, right after; nil where none were asked for.
  var peers: [PeerRun]?

  /// - Parameters:
  ///   - settings: What was asked for.
  ///   - samples: At least one.
  ///   - peakMemoryBytes: The most memory that the process has held at once.
  init(_ settings: Settings, _ samples: [Sample], peakMemoryBytes: Int) {
    let sorted = samples.map(Figures.init).sorted { $0.perSecond < $1.perSecond }
    let last = samples[samples.count - 1]
    subject = settings.subject.name
    unit = last.unit
    count = last.count
    candidatePairs = last.pairs
    threads =
      settings.subject.input == .lines
      ? 1 : settings.threads ?? ProcessInfo.processInfo.activeProcessorCount
    repeats = samples.map(Figures.init)
    median = sorted[(sorted.count - 1) / 2]
    self.peakMemoryBytes = peakMemoryBytes
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
