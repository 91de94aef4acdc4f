import Vocabulary

extension TextColumn {
  /// A column of texts that many rows name by number.
  init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts { append(text) }
  }

  /// Hands on a text without a copy.
  ///
  /// It is here and not beside `range(of:)`, since a call into another module costs as much as a cell.
  @inline(__always)
  func read(_ row: Int, _ body: (Span<UInt8>) -> Void) {
    body(bytes.span.extracting((row == 0 ? 0 : ends[row &- 1])..<ends[row]))
  }
}

/// The names of the files that records stand in, each once.
struct FileNames: Sendable {
  /// The files of all sources; the first one is empty.
  let names: TextColumn
  /// By source: the number of its first file.
  private let starts: [Int]
  private let counts: [Int]
  private let source: [UInt16]
  private let file: [UInt16]

  init(_ records: RecordTable) {
    var starts: [Int] = []
    var names = [""]
    for source in records.sources {
      starts.append(names.count)
      names += source.files
    }
    self.names = TextColumn(names)
    self.starts = starts
    counts = records.sources.map(\.files.count)
    source = records.source
    file = records.file
  }

  /// The number of the file that a record stands in, 0 where the source does not say.
  func number(of record: Int) -> Int {
    let source = Int(self.source[record])
    let file = Int(self.file[record])
    return file < counts[source] ? starts[source] + file : 0
  }
}
