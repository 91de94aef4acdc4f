package import Vocabulary

/// The field of the golden record that a claim's field feeds.
///
/// A party's name stands in several fields of the exports: `party_name` holds a person or an
/// organization, `contact` the person at an organization. All of them feed one golden field: for a
/// person `name` (or the first personName field), for an organization the first organizationName
/// field. Every other field stands for itself, as does every field of a schema without such names.
package struct GoldenFields: Sendable {
  /// The golden field of each field of the schema.
  package let target: [Int]
  /// The golden field that holds the party's name; nil where the schema has none.
  package let name: Int?

  package init(schema: Schema, party: Party) {
    let fields = schema.fields
    let name: Int? =
      switch party {
      case .person:
        fields.firstIndex { $0.name == "name" && $0.kind == .personName }
          ?? fields.firstIndex { $0.kind == .personName }
      case .organization: fields.firstIndex { $0.kind == .organizationName }
      }
    let partyName = name ?? fields.firstIndex { $0.kind == .partyName }
    self.name = partyName
    target = fields.indices.map { index in
      let field = fields[index]
      let isContact = party == .person && field.kind == .personName && field.name == "contact"
      return field.kind == .partyName || isContact ? partyName ?? index : index
    }
  }

  /// The golden field that a column of the results shows.
  ///
  /// - Returns: For a partyName column the party's name, for other aliases nothing, since their
  ///   values stand in the column of the name.
  package func shown(inColumnOf field: Int, schema: Schema) -> Int? {
    if schema.fields[field].kind == .partyName { return target[field] }
    return target[field] == field ? field : nil
  }
}
