import Vocabulary

/// A record, or a piece of the file that is none.
struct JSONRow {
  /// Its bytes in the reader's window; valid until the next row is read.
  var bytes: Range<Int>
  /// The physical line on which it begins.
  var line: Int
  /// What is wrong with it; nil for a record, whose values the scanner holds.
  var defect: RowDefect?
  /// Whether it is a page without records, which is nothing wrong.
  var isEmptyPage = false
}

/// The records of a JSON file, one after the other, in whatever they stand.
///
/// Objects follow one another on lines of their own, on one line or over several; they stand in an
/// array, or in an array inside the objects of a path such as `data.items`, page after page. What
/// is broken costs itself: reading goes on at the next record that can be told.
struct JSONRecordReader: ~Copyable {
  /// An object or array that is open around the place that is read.
  struct Level {
    var isList: Bool
    /// The keys of the path that led here.
    var matched: Int
  }

  /// What rows are ranges of.
  var window: ByteWindow
  let path: [[UInt8]]
  let limit: Int
  var levels: [Level] = []
  var line = 1
  var margin = JSONMargin()
  private var page = JSONPage()
  var recovery = JSONRecovery()
  var isWithinOverlong = false
  /// Whether the keys of the path led to a list of records so far.
  private(set) var hasMetRecords = false
  /// Up to where the window is known to be text, and up to where it was looked at.
  private var validEnd = 0
  private var checkedEnd = 0

  init(
    _ window: consuming ByteWindow, path: [String], longestRow: Int = RowReader.longestRow
  ) {
    self.window = window
    self.path = path.map { Array($0.utf8) }
    limit = longestRow
  }

  /// The next record or broken piece, or nil at the end of the file.
  mutating func next(_ scanner: inout JSONScanner) throws -> JSONRow? {
    if isWithinOverlong, try !passOverlong() { return nil }
    while try skipSeparators() {
      if let level = levels.last, !level.isList {
        if let row = try readMember(of: level, &scanner) { return row }
      } else if let row = try readElement(&scanner) {
        return row
      }
    }
    return nil
  }

  /// Whether a row is text from its first byte to its last.
  ///
  /// Whole stretches of the window are looked at together, row by row only where one is broken.
  mutating func isText(_ row: JSONRow) -> Bool {
    if row.bytes.upperBound <= validEnd { return true }
    if row.bytes.upperBound > checkedEnd {
      checkedEnd = window.end
      // The stretch must not cut a character.
      while checkedEnd > row.bytes.upperBound, window.bytes[checkedEnd - 1] >= 0x80 {
        checkedEnd -= 1
      }
      let stretch = row.bytes.lowerBound..<checkedEnd
      if firstInvalidByte(window.bytes.span.extracting(stretch)) == nil {
        validEnd = checkedEnd
        return true
      }
    }
    return firstInvalidByte(window.bytes.span.extracting(row.bytes)) == nil
  }

  mutating func fill() throws {
    let start = window.start
    try window.fill()
    validEnd = max(0, validEnd - start)
    checkedEnd = max(0, checkedEnd - start)
  }

  // MARK: - Places between records

  private var matched: Int { levels.last?.matched ?? 0 }

  /// Passes over blanks, commas and record separators; false at the end of the file.
  private mutating func skipSeparators() throws -> Bool {
    while true {
      passSeparators()
      if window.start < window.end { return true }
      if window.isAtEnd { return false }
      try fill()
    }
  }

  private mutating func passSeparators() {
    let text = window.bytes  // a second owner, for a span may not overlap a change of self
    let offset = margin.skip(
      text.span.extracting(0..<window.end), from: window.start, line: &line)
    window.advance(to: offset)
  }

  /// Reads what stands at the top or in a list.
  private mutating func readElement(_ scanner: inout JSONScanner) throws -> JSONRow? {
    switch window.bytes[window.start] {
    case UInt8(ascii: "{"):
      if matched > 0, isPage(at: window.start) { levels.removeAll() }
      if matched == path.count { return try readRecord(&scanner) }
      if matched == 0 { try beginPage() }
      return try open(isList: false, matched: matched, &scanner)
    case UInt8(ascii: "["): return try open(isList: true, matched: matched, &scanner)
    case UInt8(ascii: "]") where !levels.isEmpty:
      close()
      return nil
    default: return try takeStray(.json(.syntax), &scanner)
    }
  }

  /// Reads a member of an object that surrounds the records.
  private mutating func readMember(
    of level: Level, _ scanner: inout JSONScanner
  ) throws -> JSONRow? {
    let first = window.bytes[window.start]
    if first == UInt8(ascii: "}") {
      close()
      return level.matched == 0 ? endPage() : nil
    }
    if first == UInt8(ascii: "{"), isRecord { return try readRecord(&scanner) }
    guard first == .quote else { return try takeStray(.json(.syntax), &scanner) }
    let place: (key: CellRange, value: Int)
    do throws(JSONScanner.Fault) {
      let bytes = window.bytes.span.extracting(0..<window.end)
      var members = JSONMembers(within: window.start)
      guard let key = try members.next(bytes) else { return nil }
      place = (key, members.offset)
    } catch {
      guard error == .cutOff, !window.isAtEnd, window.end - window.start <= limit else {
        return try takeStray(.json(.syntax), &scanner)
      }
      try fill()
      return nil
    }
    let isOnPath =
      level.matched < path.count
      && window.bytes[place.key.start..<place.key.end].elementsEqual(path[level.matched])
    let lead = lineBreaks(window.bytes.span.extracting(window.start..<place.value))
    line += lead
    if lead > 0 { margin.reset() }
    window.advance(to: place.value)
    return try isOnPath
      ? followPath(level.matched + 1, &scanner) : skipMember()
  }

  /// Whether a record begins here, though the list of records has been closed: by a stray bracket.
  private var isRecord: Bool {
    recovery.isRecord(window.bytes.span.extracting(0..<window.end), at: window.start)
  }

  private mutating func followPath(
    _ matched: Int, _ scanner: inout JSONScanner
  ) throws -> JSONRow? {
    if matched == path.count {
      page.hasRecords = true
      hasMetRecords = true
    }
    page.reached = max(page.reached, matched)
    switch window.bytes[window.start] {
    case UInt8(ascii: "["): return try open(isList: true, matched: matched, &scanner)
    case UInt8(ascii: "{"):
      // One record stands where a list of one was left out.
      if matched == path.count { return try readRecord(&scanner) }
      return try open(isList: false, matched: matched, &scanner)
    default: return try skipMember()
    }
  }

  /// Passes over the value of a member that leads to no records, however long it is.
  private mutating func skipMember() throws -> JSONRow? {
    var skip = JSONSkip()
    while true {
      let offset = skip.pass(window.bytes.span.extracting(0..<window.end), from: window.start)
      let breaks = lineBreaks(window.bytes.span.extracting(window.start..<offset))
      line += breaks
      window.advance(to: offset)
      if skip.isDone || window.isAtEnd { return nil }
      try fill()
    }
  }

  private mutating func open(
    isList: Bool, matched: Int, _ scanner: inout JSONScanner
  ) throws -> JSONRow? {
    if levels.count >= JSONScanner.deepest { return try takeStray(.json(.tooDeep), &scanner) }
    levels.append(Level(isList: isList, matched: matched))
    window.advance(to: window.start + 1)
    return nil
  }

  private mutating func close() {
    levels.removeLast()
    window.advance(to: window.start + 1)
  }

  // MARK: - Records

  private mutating func readRecord(_ scanner: inout JSONScanner) throws -> JSONRow? {
    while true {
      do throws(JSONScanner.Fault) {
        let end = try recordEnd(&scanner)
        return take(to: end, lines: scanner.lines)
      } catch {
        guard error == .cutOff else { return try recover(.json(error), &scanner) }
        if window.isAtEnd { return try recover(.json(.syntax), &scanner) }
        if window.end - window.start > limit { return try recover(.tooLong, &scanner) }
        try fill()
      }
    }
  }

  private mutating func recordEnd(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> Int {
    let text = window.bytes  // a second owner, as above
    let bytes = text.span.extracting(0..<window.end)
    var offset = window.start
    try scanner.read(bytes, &offset)
    guard try endsProperly(bytes, offset) else { throw .syntax }
    recovery.learn(
      bytes, at: window.start, keyCount: scanner.keyCount, margin: margin.width)
    return offset
  }

  /// Whether a separator follows a record, so that it is not the sound half of a broken one.
  func endsProperly(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(JSONScanner.Fault) -> Bool {
    var offset = end
    while offset < bytes.count, bytes[offset] == .blank || bytes[offset] == 0x09 { offset &+= 1 }
    guard offset < bytes.count else {
      if window.isAtEnd { return true }
      throw .cutOff
    }
    switch bytes[offset] {
    case .lineFeed, .carriageReturn, UInt8(ascii: ","), UInt8(ascii: "{"), JSONMargin.separator:
      return true
    case UInt8(ascii: "["): return levels.isEmpty
    case UInt8(ascii: "]"): return levels.last?.isList ?? false
    case UInt8(ascii: "}"): return levels.last.map { !$0.isList } ?? false
    default: return false
    }
  }

  mutating func take(
    to end: Int, lines: Int, defect: RowDefect? = nil
  ) -> JSONRow {
    let row = JSONRow(bytes: window.start..<end, line: line, defect: defect)
    if lines > 0 {
      line += lines
      let text = window.bytes  // a second owner, as above
      margin.follow(text.span.extracting(row.bytes))
    }
    window.advance(to: end)
    return row
  }

  // MARK: - Pages

  private mutating func beginPage() throws {
    let head = min(JSONPage.headLength, limit)
    while window.end - window.start < head, !window.isAtEnd { try fill() }
    let end = min(window.end, window.start + head)
    page = JSONPage(
      line: line, byteOffset: window.fileOffset(of: window.start),
      head: Array(window.bytes[window.start..<end]))
    let text = window.bytes  // a second owner, as above
    recovery.learnPage(text.span.extracting(0..<window.end), at: window.start)
  }

  /// Says so where a page held no list of records.
  private mutating func endPage() -> JSONRow? {
    if page.hasRecords { return nil }
    let isEmpty = page.reached == path.count - 1
    return JSONRow(
      bytes: window.start..<window.start, line: page.line,
      defect: isEmpty ? nil : .noRecords, isEmptyPage: isEmpty)
  }

  /// The blank lines so far.
  var blankLines: Int { margin.blankLines }

  /// The page that ended last.
  var lastPage: JSONPage { page }
}
