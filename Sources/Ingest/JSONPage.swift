/// An object around the records: one page of an answer, or the document.
struct JSONPage {
  /// The bytes of a page's start that are kept for a report on it.
  static let headLength = 256

  var line = 1
  var byteOffset = 0
  /// Its first bytes.
  private(set) var head: [UInt8] = []
  /// Whether the key of the records was met.
  var hasRecords = false
  /// The keys of the path that were met.
  var reached = 0

  init() {}

  init(line: Int, byteOffset: Int, head: [UInt8]) {
    self.line = line
    self.byteOffset = byteOffset
    self.head = head
  }
}
