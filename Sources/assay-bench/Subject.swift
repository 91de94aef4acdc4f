/// Something that can be measured.
struct Subject: Sendable {
  /// What the second word of the command line names.
  enum Input: String, CaseIterable, Sendable {
    case pipeline = "PIPELINE"
    case lines = "FILE"
  }

  var name: String
  var input: Input
  var summary: String
  /// Makes ready what is not measured.
  var workload: @Sendable (Settings) throws -> any Workload
}

/// Work that can be done again and again, always the same.
protocol Workload {
  /// Does the work once.
  mutating func perform() async throws -> Sample
}

/// What one repeat took.
struct Sample: Hashable, Sendable {
  var seconds: Double
  /// The rows, values or pairs that were worked on.
  var count: Int
  /// What is counted.
  var unit: String
  /// The size of what was read; nil where it says nothing.
  var bytes: Int?
  /// The candidate pairs; nil where there are none.
  var pairs: Int?
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
