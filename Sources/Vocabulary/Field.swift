/// A named column of the canonical schema.
package struct Field: Hashable, Sendable {
  /// How the golden record derives the field's value from its claims.
  package enum GoldenValue: String, Codable, Hashable, Sendable {
    /// One claim survives.
    case survivor
    /// The claims are added up, each record once.
    case sum
  }

  /// What a field is for.
  package enum Purpose: Hashable, Sendable {
    /// Describes the party; counts as content.
    case content
    /// Says who keeps the record and when: owner, team, created_at and the like.
    case governance
  }

  package var name: String
  package var kind: FieldKind
  /// Whether a party may have several values at once, such as phones.
  package var isMultiple = false
  /// Whether two different valid values veto a match.
  package var isExclusive = false
  /// Whether values leave the pipeline as keyed tokens only.
  package var isSensitive = false
  package var golden = GoldenValue.survivor
  package var purpose = Purpose.content
  /// Whether the value says who the party is, so that matching compares it.
  package var isEvidence = true

  package init(
    _ name: String, _ kind: FieldKind, isMultiple: Bool = false, isExclusive: Bool = false,
    isSensitive: Bool = false, golden: GoldenValue = .survivor, purpose: Purpose = .content,
    isEvidence: Bool = true
  ) {
    self.name = name
    self.kind = kind
    self.isMultiple = isMultiple
    self.isExclusive = isExclusive
    self.isSensitive = isSensitive
    self.golden = golden
    self.purpose = purpose
    self.isEvidence = isEvidence && purpose == .content
  }
}
