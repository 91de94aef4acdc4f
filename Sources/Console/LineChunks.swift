/// Cuts a stream into chunks of whole lines.
///
/// A chunk ends where nothing more is there to be read for now, so that a filter answers a line as
/// soon as it comes, and else at about `size` bytes.
struct LineChunks {
  private let file: FileDescriptor
  private let size: Int
  private var rest: [UInt8] = []
  private var isFirst = true
  private var isAtEnd = false

  init(_ file: FileDescriptor, size: Int = 1 << 20) {
    self.file = file
    self.size = size
  }

  /// The next lines, each ended by a line feed but perhaps the last of the stream; nil at the end.
  ///
  /// A byte order mark at the start is left out.
  mutating func next() throws(FileDescriptor.Failure) -> [UInt8]? {
    while !isAtEnd {
      if try !file.read(upTo: size, into: &rest) { isAtEnd = true }
      if isFirst, rest.count >= 3 || isAtEnd {
        isFirst = false
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
      }
      if isFirst || (rest.count < size && !isAtEnd && file.isReady) { continue }
      if let end = rest.lastIndex(of: 0x0A), !isAtEnd {
        let lines = Array(rest[...end])
        rest.removeFirst(end + 1)
        return lines
      }
    }
    defer { rest = [] }
    return rest.isEmpty ? nil : rest
  }

  /// Up to `count` chunks, as many as are there without waiting beyond the first; none at the end.
  mutating func next(upTo count: Int) throws(FileDescriptor.Failure) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    while chunks.count < count, chunks.isEmpty || file.isReady, let chunk = try next() {
      chunks.append(chunk)
    }
    return chunks
  }
}
