/// The kind of a field: it decides how values are normalized, checked, compared and masked.
package enum FieldKind: String, Codable, CaseIterable, Hashable, Sendable {
  case personName
  case givenName
  case surname
  case organizationName
  /// A person or an organization, told apart per value.
  case partyName
  case phone
  case email
  case identifier
  case date
  case timestamp
  case address
  case place
  case postcode
  case category
  case number
  case text
}
