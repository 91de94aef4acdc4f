import Foundation

/// The bytes of one XML part of a workbook, a piece at a time, as far as the parser can take them.
///
/// Foundation's parser on Linux ends the process, rather than the parse, where a document type
/// declares something, where an instruction has no data, and where a name is not UTF-8. No workbook
/// has any of these, so a part that does is refused before the parser sees it, and with it every
/// entity that could unfold without end or be fetched. For the same reason UTF-8 is the only encoding:
/// another could hide them.
final class PartStream: InputStream {
  private static let chunk = 1 << 17
  /// The bytes that an XML declaration lies within.
  private static let headLength = 1 << 10

  /// Why there are no more bytes.
  private(set) var failure: IngestError?
  private var entry: ZipEntryReader
  private let path: String
  private var bytes = [UInt8](repeating: 0, count: PartStream.chunk)
  /// The bytes at the front that wait for the rest of their character.
  private var heldCount = 0
  private var isAtStart = true
  private var markup = MarkupGuard()

  init(_ entry: consuming ZipEntryReader, path: String) {
    self.entry = entry
    self.path = path
    super.init(data: Data())
  }

  var fault: IngestError { IngestError(.damaged("its XML is broken"), path: path) }

  /// Ends the stream with an error.
  func stop(_ error: IngestError) { failure = failure ?? error }

  override func open() {}
  override func close() {}
  override var streamError: (any Error)? { failure }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    guard failure == nil else { return -1 }
    do throws(IngestError) {
      let end = try fill(limit: min(maxLength, bytes.count))
      let count = end - heldCount
      // Safe because the parser gives a buffer of that length, and fill keeps to it.
      for index in 0..<count { unsafe buffer[index] = bytes[index] }
      for index in 0..<heldCount { bytes[index] = bytes[count + index] }
      return count
    } catch {
      stop(error)
      return -1
    }
  }

  /// Reads on behind the held bytes, and holds back half a character at the end.
  ///
  /// - Returns: The number of bytes there are now, with those held back.
  private func fill(limit: Int) throws(IngestError) -> Int {
    var end = heldCount
    var isLast = false
    repeat {
      let count = try entry.read(into: &bytes, at: end, limit: limit - end)
      end += count
      isLast = count == 0
    } while !isLast && end < min(limit, Self.headLength)
    let window = bytes  // a second owner, for a span may not overlap a change of self
    let span = window.span.extracting(0..<end)
    let valid = firstInvalidByte(span) ?? end
    if isLast ? valid < end : valid < end - 3 { throw fault }
    heldCount = end - valid
    if isAtStart, end > 0 {
      isAtStart = false
      if !declaresUTF8(span.extracting(0..<min(valid, Self.headLength))) { throw fault }
    }
    if !markup.allows(span.extracting(0..<valid)) { throw fault }
    return end
  }
}
