/// What a record is about.
package enum Party: String, Codable, CaseIterable, Hashable, Sendable {
  case person
  case organization

  /// The other kind of party.
  package var other: Party { self == .person ? .organization : .person }
}

/// How a record mentions a party.
package enum MentionRole: String, Codable, CaseIterable, Hashable, Sendable {
  /// The record is filed under this party.
  case subject
  /// The person to talk to at the organization that the record is filed under.
  case contact
  /// The organization that the record's person works for.
  case employer
}

/// The kind of system that a source is exported from.
package enum SystemKind: String, Codable, CaseIterable, Hashable, Sendable {
  case sales
  case finance
  case service
  case handKept = "hand-kept"
}
