/// What a run is expected to need.
package struct RunForecast: Codable, Hashable, Sendable {
  /// The rows of all sources.
  package var records: Int
  /// Of the whole run, from its beginning to its end.
  package var seconds: Double
  /// The most at once.
  package var memoryBytes: Int
  /// What could be had when it was asked; nil where the system does not say.
  package var availableMemoryBytes: Int?

  package init(
    records: Int, seconds: Double, memoryBytes: Int, availableMemoryBytes: Int? = nil
  ) {
    self.records = records
    self.seconds = seconds
    self.memoryBytes = memoryBytes
    self.availableMemoryBytes = availableMemoryBytes
  }

  /// Whether more memory is needed than there is.
  package var exceedsMemory: Bool {
    availableMemoryBytes.map { memoryBytes > $0 } ?? false
  }

  private enum CodingKeys: String, CodingKey {
    case records, seconds
    case memoryBytes = "memory_bytes"
    case availableMemoryBytes = "available_memory_bytes"
  }
}
