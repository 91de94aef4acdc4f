import Foundation

/// The lines of a text file, blank ones left out, in one buffer.
///
/// Shape: line *i* is `bytes[bounds[i]]`.
struct ValueLines: Sendable {
  private(set) var bytes: [UInt8]
  private(set) var bounds: [Range<Int>] = []

  /// - Throws: `BenchmarkError` when the file cannot be read or holds nothing.
  init(path: String) throws(BenchmarkError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): error: cannot be read; name a text file, one value a line")
    }
    bytes = Array(data)
    var start = 0
    for end in bytes.indices where bytes[end] == 0x0A {
      append(start..<end)
      start = end + 1
    }
    append(start..<bytes.count)
    guard !bounds.isEmpty else {
      throw BenchmarkError("\(path): error: holds no value; write one a line")
    }
  }

  private mutating func append(_ line: Range<Int>) {
    let hasReturn = !line.isEmpty && bytes[line.upperBound - 1] == 0x0D
    let value = line.lowerBound..<line.upperBound - (hasReturn ? 1 : 0)
    if !value.isEmpty { bounds.append(value) }
  }

  /// The size of the values, without what ends the lines.
  var byteCount: Int { bounds.reduce(0) { $0 + $1.count } }
}
