package import Vocabulary

/// Settings of the golden stage.
package struct GoldenOptions: Codable, Hashable, Sendable {
  /// The chain of rules by field name.
  ///
  /// A field without an entry follows the default chain of its kind; the default is no entry.
  package var rules: [String: [SurvivorshipRule]] = [:]

  package init(rules: [String: [SurvivorshipRule]] = [:]) {
    self.rules = rules
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    rules = try values.decodeIfPresent([String: [SurvivorshipRule]].self, forKey: .rules) ?? [:]
  }

  /// What is wrong with the settings for a schema, every problem at once.
  package func problems(with schema: Schema) -> [String] {
    rules.keys.sorted().compactMap { name in
      guard schema.index(of: name) != nil else {
        return "golden.rules names the field '\(name)', which the schema does not have"
      }
      return rules[name]?.isEmpty == true ? "golden.rules of '\(name)' names no rule" : nil
    }
  }

  /// The chain of a field.
  package func chain(of field: Field) -> [SurvivorshipRule] {
    rules[field.name] ?? Self.defaultChain(of: field.kind)
  }

  /// The chain of a kind of field where the pipeline file names none.
  ///
  /// People change phones, addresses and places, so the newest valid one survives. A name should be
  /// full before it is new; identifiers and birth dates do not change, so the majority is right. A
  /// company is called what the best source calls it.
  package static func defaultChain(of kind: FieldKind) -> [SurvivorshipRule] {
    switch kind {
    case .personName, .givenName, .surname, .partyName:
      [.valid, .mostComplete, .mostFrequent, .mostTrusted, .mostRecent]
    case .organizationName: [.valid, .mostTrusted, .mostFrequent, .mostComplete, .mostRecent]
    case .phone, .email: [.valid, .mostRecent, .mostFrequent, .mostTrusted]
    case .identifier, .date: [.valid, .mostFrequent, .mostTrusted, .mostRecent]
    case .address: [.valid, .mostRecent, .longest, .mostTrusted]
    case .place, .postcode: [.valid, .mostRecent, .mostFrequent, .mostTrusted]
    case .category, .number: [.valid, .mostTrusted, .mostRecent, .mostFrequent]
    case .text, .timestamp: [.valid, .mostRecent, .longest]
    }
  }
}
