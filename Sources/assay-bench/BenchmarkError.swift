/// Why there is no measurement.
struct BenchmarkError: Error, Hashable, Sendable {
  var message: String
  /// Whether the command line is at fault.
  var isUsage = false

  init(_ message: String) { self.message = message }

  init(usage message: String) {
    self.message = "assay-bench: error: \(message)"
    isUsage = true
  }
}
