import Vocabulary

/// The values of mentions that an evidence column is made of, each once a mention.
struct MentionValues {
  private var starts: [UInt32] = [0]
  private var ids: [UInt32] = []
  private let count: Int
  /// Where the values of the mention that is not ended begin.
  private var first = 0

  /// - Parameter count: The number of mentions.
  init(_ count: Int) {
    self.count = count
    starts.reserveCapacity(count + 1)
  }

  /// Whether the mention has a value so far.
  var hasValue: Bool { ids.count > first }

  /// Adds a value to the mention, unless it is none or there already.
  mutating func add(_ id: UInt32) {
    guard id != 0 else { return }
    for index in first..<ids.count where ids[index] == id { return }
    ids.append(id)
  }

  /// Ends the mention.
  mutating func endMention() {
    starts.append(UInt32(ids.count))
    first = ids.count
  }

  /// Adds the values of some fields to all mentions, and ends them.
  ///
  /// `number` says which number a claim's value has in the column, 0 where it is no evidence.
  mutating func add(
    _ claims: PartyClaims, _ fields: [Int],
    number: (_ field: Int, _ value: UInt32, _ raw: UInt32) -> UInt32
  ) {
    var cursors = fields.map { ClaimCursor(claims.fields[$0]) }
    for mention in 0..<count {
      for index in cursors.indices { add(mention, &cursors[index], fields[index], number) }
      endMention()
    }
  }

  /// Adds what the other parties of the same records have in some fields, and ends all mentions.
  mutating func add(
    _ claims: PartyClaims, _ fields: [Int], counterpartsOf own: PartyClaims,
    number: (_ field: Int, _ value: UInt32, _ raw: UInt32) -> UInt32
  ) {
    var cursors = fields.map { ClaimCursor(claims.fields[$0]) }
    for other in own.counterparts {
      if other != 0 {
        for index in cursors.indices {
          add(Int(other) - 1, &cursors[index], fields[index], number)
        }
      }
      endMention()
    }
  }

  private mutating func add(
    _ mention: Int, _ cursor: inout ClaimCursor, _ field: Int,
    _ number: (_ field: Int, _ value: UInt32, _ raw: UInt32) -> UInt32
  ) {
    for index in cursor.range(of: mention) {
      add(number(field, cursor.claims.values[index], cursor.claims.raws[index]))
    }
  }

  /// A column with these values.
  consuming func column(_ column: consuming EvidenceColumn) -> EvidenceColumn {
    column.starts = starts
    column.ids = ids
    return column
  }
}
