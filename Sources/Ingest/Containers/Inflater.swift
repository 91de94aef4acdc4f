import CZlib

/// Undoes deflate (RFC 1951), a buffer at a time.
@safe
struct Inflater: ~Copyable {
  enum Wrapping: Int32 {
    /// Bare, as in a zip archive.
    case none = -15
    /// With the header and checksum of a gzip member (RFC 1952).
    case gzip = 31
  }

  /// What one call used and made.
  struct Step {
    var consumed: Int
    var produced: Int
  }

  /// The bytes are no deflate stream, or their checksum is another.
  struct Corruption: Error {}

  // Safe because the stream is private, set once, and freed only in deinit; zlib wants its place to
  // stay the same.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the stream has come to the end that it states.
  private(set) var isAtEnd = false

  init(_ wrapping: Wrapping) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let code = unsafe inflateInit2_(
      stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib starts unless memory is exhausted")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins the next stream, packed like the last one.
  mutating func restart() {
    let code = unsafe inflateReset(stream)
    precondition(code == Z_OK, "a stream that started can start again")
    isAtEnd = false
  }

  /// Unpacks into at most `limit` bytes of the output, from `offset` on.
  mutating func inflate(
    _ input: Span<UInt8>, into output: inout [UInt8], at offset: Int, limit: Int
  ) throws(Corruption) -> Step {
    let room = min(limit, output.count - offset, Int(UInt32.max))
    // Safe because zlib stays within the lengths that it is given, and both buffers outlive the call.
    let (code, step) = unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output -> (Int32, Step) in
        let available = min(input.count, Int(UInt32.max))
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = output.baseAddress.map { unsafe $0 + offset }
        unsafe stream.pointee.avail_out = UInt32(room)
        let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        let step = unsafe Step(
          consumed: available - Int(stream.pointee.avail_in),
          produced: room - Int(stream.pointee.avail_out))
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return (code, step)
      }
    }
    switch code {
    case Z_STREAM_END: isAtEnd = true
    case Z_OK, Z_BUF_ERROR: break
    default: throw Corruption()
    }
    return step
  }
}

/// The bound on what packed bytes may unfold to.
///
/// Text packs 5 to 20 times, a sheet of equal rows 100 times, and deflate can do no more than 1032
/// times. So small files may unfold as they like, and large ones must look like exports.
enum InflationBound {
  /// 1 GiB may come out of anything.
  static let freeBytes = 1 << 30
  static let ratio = 500

  static func isExceeded(packed: Int, unpacked: Int) -> Bool {
    unpacked > freeBytes && unpacked / ratio > packed
  }
}
