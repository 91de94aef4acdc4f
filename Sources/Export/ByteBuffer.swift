/// Takes the bytes of a buffer whenever it is full.
protocol ByteSink: ~Copyable {
  /// Takes bytes from the front.
  ///
  /// - Parameters:
  ///   - bytes: What is gathered.
  ///   - isLast: Whether nothing follows; all is taken then.
  /// - Returns: How many were taken, at least half of them.
  mutating func take(_ bytes: Span<UInt8>, isLast: Bool) -> Int
}

/// Bytes on their way to a sink, gathered so that it is called once for about a mebibyte.
@safe
struct ByteBuffer<Sink: ByteSink & ~Copyable>: ~Copyable {
  private(set) var sink: Sink
  // Safe because the memory is private, made once and freed only in deinit, and whatever is stored has
  // been given room before.
  private let memory: UnsafeMutableRawBufferPointer
  private let size: Int
  private var used = 0

  /// The longest run of bytes that is stored in one piece without asking whether it fits.
  private static var pieceSize: Int { 64 }

  init(_ sink: consuming Sink, size: Int = 1 << 20) {
    self.sink = sink
    self.size = max(2 * Self.pieceSize, size)
    unsafe memory = .allocate(byteCount: self.size, alignment: 4096)
  }

  deinit { unsafe memory.deallocate() }

  /// Hands on all that is left, and gives the sink for its last words.
  mutating func finish<Result>(_ body: (inout Sink) -> Result) -> Result {
    flush(isLast: true)
    return body(&sink)
  }

  /// Hands on what is gathered; what the sink leaves moves to the front.
  private mutating func flush(isLast: Bool = false) {
    let filled = unsafe UnsafeRawBufferPointer(memory).bindMemory(to: UInt8.self)
      .extracting(0..<used)
    let taken = sink.take(unsafe filled.span, isLast: isLast)
    let rest = unsafe UnsafeRawBufferPointer(rebasing: memory[taken..<used])
    unsafe memory.copyMemory(from: rest)
    used &-= taken
  }
}

extension ByteBuffer where Sink: ~Copyable {
  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    unsafe memory.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
    used &+= 1
  }

  /// Appends the first bytes of a word, the lowest one first.
  ///
  /// - Precondition: The count is at most 8.
  @inline(__always)
  mutating func append(word: UInt64, count: Int) {
    makeRoom(8)
    unsafe memory.storeBytes(of: word.littleEndian, toByteOffset: used, as: UInt64.self)
    used &+= count
  }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    if !append(bytes, unless: { _ in 0 }) { appendInPieces(bytes) }
  }

  /// Appends text as UTF-8.
  @inline(__always)
  mutating func append(_ text: String) { append(text.utf8.span) }

  /// Appends text as UTF-8.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    // Safe because the bytes of a literal are there as long as the program.
    append(unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).span)
  }

  /// Appends bytes in one pass unless one of them is special.
  ///
  /// - Parameters:
  ///   - bytes: What is appended.
  ///   - special: Given eight bytes, sets a bit when one of them is special; letters never are.
  /// - Returns: False when a byte is special, or the bytes are too many for the buffer; then nothing was
  ///   appended.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, unless special: (UInt64) -> UInt64) -> Bool {
    if bytes.count > size &- used {
      flush()
      guard bytes.count <= size &- used else { return false }
    }
    let place = used
    // Safe because there is room for all bytes behind the place.
    let isSpecial = unsafe bytes.withUnsafeBytes { source in
      guard let source = source.baseAddress, let start = unsafe memory.baseAddress else {
        return false
      }
      return unsafe copyBytes(source, count: bytes.count, to: start + place, watching: special)
    }
    if isSpecial { return false }
    used = place &+ bytes.count
    return true
  }

  /// Appends more bytes than fit at once.
  private mutating func appendInPieces(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      let end = min(start &+ Self.pieceSize, bytes.count)
      append(bytes.extracting(start..<end))
      start = end
    }
  }

  /// Hands on what is gathered when there is not room for so many bytes, at most one piece.
  @inline(__always)
  private mutating func makeRoom(_ count: Int) {
    if size &- used < count { flush() }
  }
}
