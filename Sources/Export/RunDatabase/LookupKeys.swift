package import Vocabulary

/// What a party is looked up by: hashes of its values in the form that the run gave them.
package struct LookupKeys: Sendable {
  /// What of a party a key is made of.
  package enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    case phone
    case email
    case identifier
    /// The whole name.
    case name
    /// What the name shares with those that may mean the same.
    case closeName
    /// The brand in a name.
    case brand
  }

  private let kinds: [FieldKind]
  private let isGovernance: [Bool]
  private let names: [[NameKey]]
  private let seeds: [UInt64]

  /// - Parameter table: The records whose values are looked up, or looked for.
  package init(_ table: NormalizedTable) {
    let fields = table.records.schema.fields
    kinds = fields.map(\.kind)
    isGovernance = fields.map { $0.purpose == .governance }
    names = fields.indices.map { table.nameKeys[$0] ?? [] }
    // Identifiers of different fields are different things; all other values are told by their kind.
    seeds = fields.map { field in
      let name = field.kind == .identifier ? "identifier " + field.name : field.kind.family
      return hashBytes(name.utf8.span)
    }
  }

  /// Calls back for every key of a value.
  ///
  /// - Parameters:
  ///   - field: The field's index in the schema.
  ///   - value: The number of the canonical value.
  ///   - text: The canonical value.
  ///   - body: Called with each key.
  @inline(__always)
  package func forEachKey(
    field: Int, value: UInt32, text: Span<UInt8>, _ body: (Kind, UInt64) -> Void
  ) {
    guard !isGovernance[field] else { return }
    switch kinds[field] {
    case .phone: body(.phone, hashBytes(text, seed: seeds[field]))
    case .email: body(.email, hashBytes(text, seed: seeds[field]))
    case .identifier: body(.identifier, hashBytes(text, seed: seeds[field]))
    case .personName, .organizationName, .partyName:
      body(.name, hashBytes(text, seed: seeds[field]))
      guard Int(value) < names[field].count else { return }
      let key = names[field][Int(value)]
      if key.close != 0 { body(.closeName, Self.mixed(key.close)) }
      if key.loose != 0 { body(.brand, Self.mixed(key.loose &+ 1)) }
    default: break
    }
  }

  /// Whether a field holds one part of a person's name, which is looked up with the other one.
  package func isNamePart(_ field: Int) -> Bool {
    kinds[field] == .givenName || kinds[field] == .surname
  }

  package func isSurname(_ field: Int) -> Bool { kinds[field] == .surname }

  /// The key of a name in two fields.
  package static func key(surname: Span<UInt8>, given: Span<UInt8>) -> UInt64 {
    mixed(hashBytes(surname) &+ hashBytes(given) &* 3)
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = (hash ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

extension FieldKind {
  /// Names of all kinds are one family: a firm in the column of customers is the firm in that of
  /// companies.
  fileprivate var family: String {
    switch self {
    case .personName, .organizationName, .partyName: "name"
    default: rawValue
    }
  }
}
