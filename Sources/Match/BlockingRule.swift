import Vocabulary

/// What candidate pairs must agree on: one value, or several at once.
package struct BlockingRule: Hashable, Sendable {
  /// The part of a value that serves as a key.
  package enum Part: String, Hashable, Sendable {
    case value
    /// Romanized surname and given name, in either order.
    case latin
    case surname
    case brand
    /// The first four bytes: enough for Latin words and the first Han character.
    case prefix
    /// Every two words; of an address its number and another.
    case words
    /// The last digits, where numbers lack their area code.
    case ending

    /// Whether a value gives so many keys that they are worth it only where mentions are few.
    var isManifold: Bool { self == .words || self == .ending }
  }

  package struct Key: Hashable, Sendable {
    package var column: Int
    package var part: Part
  }

  /// Such as `phone` or `name.surname+city`.
  package var name: String
  package var keys: [Key]

  init(_ keys: [Key], in columns: [EvidenceColumn]) {
    self.keys = keys
    name = keys.map { key in
      let column = columns[key.column].name
      return key.part == .value ? column : column + "." + key.part.rawValue
    }.joined(separator: "+")
  }
}

extension BlockingRule {
  /// Rules over single columns, most telling first: the kinds of which one value may identify.
  static func singles(_ columns: [EvidenceColumn]) -> [BlockingRule] {
    columns.enumerated().flatMap { index, column -> [BlockingRule] in
      parts(of: column.kind).filter { !isWeak($0, column.kind) }.map {
        BlockingRule([Key(column: index, part: $0)], in: columns)
      }
    }
  }

  /// Rules over two columns at once.
  static func pairs(_ columns: [EvidenceColumn]) -> [BlockingRule] {
    var rules: [BlockingRule] = []
    for left in columns.indices {
      for right in columns.indices where right > left {
        for a in parts(of: columns[left].kind) where !a.isManifold {
          for b in parts(of: columns[right].kind) where !b.isManifold {
            rules.append(
              BlockingRule(
                [Key(column: left, part: a), Key(column: right, part: b)], in: columns))
          }
        }
      }
    }
    return rules
  }

  /// The keys that values of a kind give.
  private static func parts(of kind: EvidenceColumn.Kind) -> [Part] {
    switch kind {
    case .personName: [.value, .latin, .surname]
    case .organizationName: [.value, .brand, .words]
    case .address: [.value, .words]
    case .phone: [.value, .ending]
    case .givenName, .surname, .place: [.value, .prefix]
    case .email, .identifier, .date, .postcode, .text, .entity: [.value]
    case .category, .number, .generation: []
    }
  }

  /// Whether many parties share one value, so that it can only serve beside another.
  private static func isWeak(_ part: Part, _ kind: EvidenceColumn.Kind) -> Bool {
    switch kind {
    case .place, .entity, .postcode, .givenName, .surname: true
    case .personName: part == .surname
    default: part == .prefix
    }
  }
}
