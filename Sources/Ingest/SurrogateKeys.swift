import Digests
import Vocabulary

/// Ids for the records of a source that have none.
///
/// An id is made of as little as tells the record from the others of its source, and of what changes
/// least: first when it was created, with the time of day, and by whom; then its name; then its phones
/// and other identifiers; at last all of it. So an id outlives another order of rows, an edited phone,
/// owner or time of change, and, where nothing else was created in that moment, a new name.
struct SurrogateKeys {
  /// The cells that a step adds.
  private struct Steps {
    var created: [Int] = []
    var creator: [Int] = []
    var names: [Int] = []
    var identifiers: [Int] = []
    var all: [Int] = []
  }

  private let source: SourceParts
  private var steps = Steps()

  init(_ source: SourceParts, schema: Schema) {
    self.source = source
    let cells = source.plan.cells
    steps.all = Array(cells.indices)
    var names: [FieldKind: [Int]] = [:]
    for (index, cell) in cells.enumerated() {
      let field = schema.fields[cell.field]
      switch field.kind {
      case _ where field.name == "created_at": steps.created.append(index)
      case _ where field.name == "created_by": steps.creator.append(index)
      case .partyName, .organizationName: names[field.kind, default: []].append(index)
      case .personName, .givenName, .surname: names[.personName, default: []].append(index)
      case .phone, .email, .identifier: steps.identifiers.append(index)
      default: break
      }
    }
    // A record's own name: further ones are of contacts and employers, which come and go.
    steps.names = names[.partyName] ?? names[.personName] ?? names[.organizationName] ?? []
    steps.identifiers += names.values.flatMap(\.self).filter { !steps.names.contains($0) }
    steps.identifiers.sort()
  }

  /// The ids of some records, in their order.
  func ids(of records: [Int]) -> [String] {
    var ids = [String?](repeating: nil, count: records.count)
    var open = Array(records.indices)
    for step in [moment, named, identified] {
      var texts: [(index: Int, text: [UInt8], hash: UInt64)] = []
      var counts: [UInt64: Int] = [:]
      for index in open {
        guard let text = step(records[index]) else { continue }
        let hash = hashBytes(text.span)
        texts.append((index, text, hash))
        counts[hash, default: 0] += 1
      }
      for (index, text, hash) in texts where counts[hash] == 1 { ids[index] = id(of: text) }
      open.removeAll { ids[$0] != nil }
    }
    return zip(records, ids).map { record, id in id ?? self.id(of: whole(record)) }
  }

  private func id(of text: [UInt8]) -> String {
    "x" + hexadecimal(Array(SHA256.digest(of: text.span).bytes.prefix(8)))
  }

  // MARK: - Steps, each a text that begins with the number of its step

  /// When and by whom; nil where a day is all that is known, for many records have one.
  private func moment(_ record: Int) -> [UInt8]? {
    var text: [UInt8] = [1]
    guard appendMoments(of: record, to: &text) else { return nil }
    _ = append(steps.creator, of: record, to: &text)
    return text
  }

  private func named(_ record: Int) -> [UInt8]? {
    var text: [UInt8] = [2]
    _ = appendMoments(of: record, to: &text)
    _ = append(steps.creator, of: record, to: &text)
    return append(steps.names, of: record, to: &text) ? text : nil
  }

  private func identified(_ record: Int) -> [UInt8]? {
    var text: [UInt8] = [3]
    _ = appendMoments(of: record, to: &text)
    _ = append(steps.creator + steps.names, of: record, to: &text)
    return append(steps.identifiers, of: record, to: &text) ? text : nil
  }

  private func whole(_ record: Int) -> [UInt8] {
    var text: [UInt8] = [4]
    _ = append(steps.all, of: record, to: &text)
    return text
  }

  /// Adds cells without the blanks around them, and returns whether one holds something.
  private func append(_ cells: [Int], of record: Int, to text: inout [UInt8]) -> Bool {
    let (part, row) = source.place(record)
    var isFilled = false
    for cell in cells {
      let (bytes, range) = value(part, row, cell)
      let content = trimmed(bytes.span, range)
      isFilled = isFilled || !content.isEmpty
      text.append(0x1E)
      text += bytes[content]
    }
    return isFilled
  }

  /// Adds when the record was created, and returns whether the time of day is known.
  private func appendMoments(of record: Int, to text: inout [UInt8]) -> Bool {
    let (part, row) = source.place(record)
    var isTimed = false
    for cell in steps.created {
      let (bytes, range) = value(part, row, cell)
      text.append(0x1E)
      isTimed = appendMoment(bytes.span.extracting(range), to: &text) || isTimed
    }
    return isTimed
  }

  private func value(_ part: Int, _ row: Int, _ cell: Int) -> (bytes: [UInt8], range: Range<Int>) {
    let own = source.parts[part]
    let pool = own.pools[own.poolOf[cell]]
    return (pool.bytes, pool.range(of: own.ids[cell][row]))
  }
}

/// Adds a point in time by its numbers, the same however they are divided: 2024/3/5 9:07 is
/// 2024-03-05 09:07:00.
///
/// A text that is no plain row of numbers, such as one with a month's name or PM, is added as it is.
///
/// - Parameters:
///   - moment: A cell.
///   - text: What the numbers are added to.
/// - Returns: Whether the time of day is told.
private func appendMoment(_ moment: Span<UInt8>, to text: inout [UInt8]) -> Bool {
  let start = text.count
  var numbers = 0
  var digits = 0
  var isWithin = false
  var isTimed = false
  for index in moment.indices {
    let byte = moment[index]
    guard 0x30...0x39 ~= byte else {
      isWithin = false
      let isSign = byte <= 0x20 || byte >= 0x80 || "-/.:+TZ".utf8.contains(byte)
      if isSign { continue }
      text.removeLast(text.count - start)
      for own in moment.indices { text.append(moment[own]) }
      return false
    }
    if !isWithin {
      numbers += 1
      text.append(UInt8(ascii: "-"))
      digits = 0
    }
    isWithin = true
    if byte == 0x30, digits == 0 { continue }
    digits += 1
    text.append(byte)
    if 4...6 ~= numbers || numbers == 1 && digits == 10 { isTimed = true }
  }
  if numbers == 5 { text.append(UInt8(ascii: "-")) }  // no seconds
  return isTimed
}
