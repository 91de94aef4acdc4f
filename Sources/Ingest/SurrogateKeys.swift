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
    var ids = [Digest?](repeating: nil, count: records.count)
    var open = Array(records.indices)
    for step in [moment, named, identified] {
      var digests: [(index: Int, digest: Digest)] = []
      var counts: [Digest: Int] = [:]
      for index in open {
        guard let digest = step(records[index]) else { continue }
        digests.append((index, digest))
        counts[digest, default: 0] += 1
      }
      for (index, digest) in digests where counts[digest] == 1 { ids[index] = digest }
      open.removeAll { ids[$0] != nil }
    }
    return zip(records, ids).map { record, id in
      "x" + (id ?? whole(record)).hex.prefix(16)
    }
  }

  // MARK: - Steps

  /// When and by whom; nil where a day is all that is known, for many records have one.
  private func moment(_ record: Int) -> Digest? {
    let moments = texts(record, steps.created).compactMap(Moment.init)
    guard moments.contains(where: \.isTimed) else { return nil }
    return digest("moment", moments.map(\.text) + texts(record, steps.creator))
  }

  private func named(_ record: Int) -> Digest? {
    let names = texts(record, steps.names)
    guard names.contains(where: { !$0.isEmpty }) else { return nil }
    return digest("name", origin(record) + names)
  }

  private func identified(_ record: Int) -> Digest? {
    let identifiers = texts(record, steps.identifiers)
    guard identifiers.contains(where: { !$0.isEmpty }) else { return nil }
    return digest("identifiers", origin(record) + texts(record, steps.names) + identifiers)
  }

  private func whole(_ record: Int) -> Digest { digest("all", texts(record, steps.all)) }

  private func origin(_ record: Int) -> [[UInt8]] {
    texts(record, steps.created).map { Moment($0)?.text ?? $0 } + texts(record, steps.creator)
  }

  /// The cells' text, without the blanks around it.
  private func texts(_ record: Int, _ cells: [Int]) -> [[UInt8]] {
    let (part, row) = source.place(record)
    let own = source.parts[part]
    return cells.map { cell in
      let text = Array(own.pools[own.poolOf[cell]][own.ids[cell][row]])
      return Array(text[trimmed(text.span, 0..<text.count)])
    }
  }

  private func digest(_ step: String, _ texts: [[UInt8]]) -> Digest {
    var bytes = Array(step.utf8)
    for text in texts {
      bytes.append(0x1E)
      bytes += text
    }
    return SHA256.digest(of: bytes.span)
  }
}

/// A point in time by its numbers, the same however they are divided: 2024/3/5 9:07 is
/// 2024-03-05 09:07:00.
private struct Moment {
  let text: [UInt8]
  /// Whether it tells the time of day.
  let isTimed: Bool

  /// Nil where the text is no plain row of numbers, such as with a month's name or PM.
  init?(_ text: [UInt8]) {
    let isPlain = text.allSatisfy { byte in
      0x30...0x39 ~= byte || byte >= 0x80 || "-/.:+ TZ".utf8.contains(byte)
    }
    var numbers = text.split { !(0x30...0x39 ~= $0) }
      .map { $0.drop { $0 == 0x30 } }
    guard isPlain, !numbers.isEmpty else { return nil }
    if numbers.count == 5 { numbers.append([]) }  // no seconds
    self.text = Array(numbers.joined(separator: [UInt8(ascii: "-")]))
    let isEpoch = numbers.count == 1 && numbers[0].count >= 10
    isTimed = isEpoch || numbers.count >= 6 && numbers[3...5].contains { !$0.isEmpty }
  }
}
