import CZlib

/// The bytes of one file of a zip archive, unpacked as they are read.
struct ZipEntryReader: ~Copyable {
  private static let chunk = 1 << 16

  private let file: ByteFile
  private let entry: ZipArchive.Entry
  private var inflater = Inflater(.none)
  private var packed = [UInt8](repeating: 0, count: ZipEntryReader.chunk)
  private var start = 0
  private var end = 0
  /// Where the next packed bytes stand in the file.
  private var position: Int
  private var left: Int
  private var unpackedCount = 0
  private var checksum: UInt = 0
  private var isAtEnd = false

  /// - Throws: `IngestError` where the entry is encrypted, packed in a way that only special tools
  ///   write, or not there.
  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(IngestError) {
    let file = try ByteFile(path: archive.path)
    var header = [UInt8](repeating: 0, count: 30)
    let isThere = try file.fill(&header, from: entry.offset)
    let position = entry.offset + 30 + header.little(2, at: 26) + header.little(2, at: 28)
    guard isThere, header.little(4, at: 0) == 0x0403_4B50,
      position + entry.packedCount <= file.byteCount
    else { throw IngestError(.damaged("a part of it is cut off"), path: archive.path) }
    if entry.isEncrypted {
      throw IngestError(.foreign(.encryptedArchive), path: archive.path)
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw IngestError(.foreign(.oddArchive), path: archive.path)
    }
    self.file = file
    self.entry = entry
    self.position = position
    left = entry.packedCount
  }

  /// The packed bytes used so far.
  var packedRead: Int { entry.packedCount - left - (end - start) }

  /// - Returns: The number of bytes read; 0 at the end of the entry.
  mutating func read(
    into buffer: inout [UInt8], at offset: Int, limit: Int
  ) throws(IngestError) -> Int {
    var produced = 0
    while produced == 0, !isAtEnd {
      if start == end { try fill() }
      produced =
        try entry.method == 0
        ? copy(into: &buffer, at: offset, limit: limit)
        : unpack(into: &buffer, at: offset, limit: limit)
    }
    unpackedCount += produced
    if InflationBound.isExceeded(packed: packedRead, unpacked: unpackedCount) {
      throw IngestError(.inflatesTooMuch, path: file.path)
    }
    check(buffer, offset..<offset + produced)
    if isAtEnd, checksum != UInt(entry.checksum) { throw corruption }
    return produced
  }

  private var corruption: IngestError {
    IngestError(.damaged("its bytes were changed on the way"), path: file.path)
  }

  private mutating func fill() throws(IngestError) {
    let count = try file.read(
      into: &packed, at: 0, limit: min(packed.count, left), from: position)
    start = 0
    end = count
    left -= count
    position += count
  }

  private mutating func copy(into buffer: inout [UInt8], at offset: Int, limit: Int) -> Int {
    let count = min(end - start, limit, buffer.count - offset)
    for index in 0..<count { buffer[offset + index] = packed[start + index] }
    start += count
    isAtEnd = start == end && left == 0
    return count
  }

  private mutating func unpack(
    into buffer: inout [UInt8], at offset: Int, limit: Int
  ) throws(IngestError) -> Int {
    let input = packed  // a second owner, for a span may not overlap a change of self
    let step: Inflater.Step
    do throws(Inflater.Corruption) {
      step = try inflater.inflate(
        input.span.extracting(start..<end), into: &buffer, at: offset, limit: limit)
    } catch {
      throw corruption
    }
    if start == end, step.produced == 0, !inflater.isAtEnd {
      throw IngestError(.damaged("a part of it is cut off"), path: file.path)
    }
    start += step.consumed
    isAtEnd = inflater.isAtEnd
    return step.produced
  }

  private mutating func check(_ buffer: [UInt8], _ range: Range<Int>) {
    let sum = checksum
    // Safe because the range lies within the buffer.
    checksum = unsafe buffer.withUnsafeBufferPointer {
      unsafe crc32_z(sum, $0.baseAddress.map { unsafe $0 + range.lowerBound }, range.count)
    }
  }
}
