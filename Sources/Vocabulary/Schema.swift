/// The fields that a pipeline works on, in a fixed order.
///
/// A field is named by its index in `fields` everywhere between the stages.
package struct Schema: Hashable, Sendable {
  package private(set) var fields: [Field] = []
  private var indices: [String: Int] = [:]

  package init(_ fields: [Field] = []) {
    for field in fields { set(field) }
  }

  /// Adds a field, or replaces the one of the same name.
  package mutating func set(_ field: Field) {
    if let index = indices[field.name] {
      fields[index] = field
    } else {
      indices[field.name] = fields.count
      fields.append(field)
    }
  }

  /// The index of a field, or nil when the schema has none of that name.
  package func index(of name: String) -> Int? { indices[name] }

  /// The built-in customer schema.
  package static let customer = Schema([
    Field("party_name", .partyName),
    Field("contact", .personName),
    Field("name", .personName),
    Field("honorific", .text, isEvidence: false),
    Field("title", .text, isEvidence: false),
    Field("company", .organizationName),
    Field("phone", .phone, isMultiple: true),
    Field("email", .email, isMultiple: true),
    Field("wechat", .identifier),
    Field("uscc", .identifier, isExclusive: true),
    Field("resident_id", .identifier, isExclusive: true, isSensitive: true),
    Field("birth_date", .date),
    Field("bank_account", .identifier, isSensitive: true),
    Field("country", .place, isEvidence: false),
    Field("province", .place, isEvidence: false),
    Field("city", .place),
    Field("district", .place),
    Field("address", .address),
    Field("postcode", .postcode),
    Field("level", .category, isEvidence: false),
    Field("channel", .category, isEvidence: false),
    Field("industry", .category, isEvidence: false),
    Field("receivable", .number, golden: .sum, isEvidence: false),
    Field("note", .text, isEvidence: false),
    Field("owner", .text, purpose: .governance),
    Field("team", .text, purpose: .governance),
    Field("branch", .text, purpose: .governance),
    Field("created_by", .text, purpose: .governance),
    Field("created_at", .timestamp, purpose: .governance),
    Field("updated_at", .timestamp, purpose: .governance),
    Field("touched_at", .timestamp, purpose: .governance),
  ])
}
