/// A decision about the identity of records, as a published run leaves it to the next.
///
/// Whether a decision is new, or was taken back, shows only beside those of the last run.
package struct FollowedRuling: Hashable, Sendable {
  /// A hash of all that the decision says about records.
  package var fingerprint: UInt64
  /// Such as `same`.
  package var verb: String
  /// Nil where the decision itself says which party a record is about.
  package var party: Party?
  /// Record keys; `right` may be empty.
  package var left: String
  package var right: String

  package init(verb: String, party: Party?, left: String, right: String, value: String = "") {
    let text = [verb, party?.rawValue ?? "", left, right, value].joined(separator: "\u{0}")
    self.init(
      fingerprint: hashBytes(Array(text.utf8).span), verb: verb, party: party, left: left,
      right: right)
  }

  package init(fingerprint: UInt64, verb: String, party: Party?, left: String, right: String) {
    self.fingerprint = fingerprint
    self.verb = verb
    self.party = party
    self.left = left
    self.right = right
  }
}
