import Vocabulary

extension RunForecast {
  /// What is needed, for a person: `1,000,000 records: about 11 s and 0.8 GB of memory`.
  var text: String {
    let time =
      seconds < 100 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded())) min"
    let needed =
      "\(grouped(records)) records: about \(time) and \(Self.gigabytes(memoryBytes)) of memory"
    guard let availableMemoryBytes, exceedsMemory else { return needed }
    return needed + ", but only \(Self.gigabytes(availableMemoryBytes)) are free"
  }

  private static func gigabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return "\(grouped(tenths / 10)).\(tenths % 10) GB"
  }
}
