import Digests

/// What a gzip file holds, unpacked as it is read.
///
/// Members that follow each other are one text, as `cat`, `pigz` and `bgzip` write them. What follows
/// the last member and is none is passed over, as gzip itself does.
final class GzipSource: ByteSource {
  private static let chunk = 1 << 18

  private let file: ByteFile
  private var inflater = Inflater(.gzip)
  private var hash = SHA256()
  private var packed = [UInt8](repeating: 0, count: GzipSource.chunk)
  private var start = 0
  private var end = 0
  private var unpackedCount = 0
  private var isFileAtEnd = false
  private var isAtEnd = false
  private(set) var bytesRead = 0

  init(path: String) throws(IngestError) {
    file = try ByteFile(path: path)
  }

  func read(into buffer: inout [UInt8], at offset: Int, limit: Int) throws(IngestError) -> Int {
    var produced = 0
    while produced == 0, !isAtEnd {
      if inflater.isAtEnd {
        try beginNextMember()
        continue
      }
      if start == end { try fill() }
      let input = packed  // a second owner, for a span may not overlap a change of self
      let step: Inflater.Step
      do throws(Inflater.Corruption) {
        step = try inflater.inflate(
          input.span.extracting(start..<end), into: &buffer, at: offset, limit: limit)
      } catch {
        throw IngestError(.damaged("its bytes were changed on the way"), path: file.path)
      }
      if isFileAtEnd, step.produced == 0, !inflater.isAtEnd {
        throw IngestError(.damaged("its end is cut off"), path: file.path)
      }
      start += step.consumed
      produced = step.produced
    }
    unpackedCount += produced
    if InflationBound.isExceeded(packed: bytesRead, unpacked: unpackedCount) {
      throw IngestError(.inflatesTooMuch, path: file.path)
    }
    return produced
  }

  func finish() throws(IngestError) -> (sha256: String, byteCount: Int) {
    while !isFileAtEnd { try fill() }
    return (hash.finish().hex, bytesRead)
  }

  /// Begins another member where two bytes of one follow.
  private func beginNextMember() throws(IngestError) {
    if end - start < 2, !isFileAtEnd {
      let first = start < end ? packed[start] : nil
      try fill(keeping: first)
    }
    if end - start >= 2, packed[start] == 0x1F, packed[start + 1] == 0x8B {
      inflater.restart()
    } else {
      isAtEnd = true
    }
  }

  private func fill(keeping first: UInt8? = nil) throws(IngestError) {
    start = 0
    end = 0
    if let first {
      packed[0] = first
      end = 1
    }
    let count = try file.read(into: &packed, at: end, limit: packed.count - end)
    let input = packed  // a second owner, as above
    hash.update(input.span.extracting(end..<end + count))
    end += count
    bytesRead += count
    isFileAtEnd = count == 0
  }
}
