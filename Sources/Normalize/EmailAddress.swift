package import Vocabulary

/// One e-mail address.
package struct EmailAddress: Hashable, Sendable {
  /// Lower-case, otherwise as typed.
  package var canonical: String
  /// The mailbox behind it: without a tag, without Gmail's dots, at the domain that was meant.
  ///
  /// Two addresses with the same identity reach the same person.
  package var identity: String
  /// Whether the mailbox belongs to a function such as sales@, and so is nobody's identity.
  package var isRole: Bool

  package init(canonical: String, identity: String, isRole: Bool) {
    self.canonical = canonical
    self.identity = identity
    self.isRole = isRole
  }
}

/// What one e-mail cell holds.
package struct EmailReading: Hashable, Sendable {
  /// The valid addresses, in the order of the cell, each once.
  package var values: [EmailAddress]
  package var issues: ValueIssues

  package init(values: [EmailAddress] = [], issues: ValueIssues = []) {
    self.values = values
    self.issues = issues
  }
}
