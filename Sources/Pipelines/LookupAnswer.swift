/// Whether a customer is there already, whose it is, and why it is held to be the same.
///
/// Nothing else of the customer is in it, so that who may ask may see the answer.
package struct LookupAnswer: Codable, Hashable, Sendable {
  package enum Verdict: String, Codable, Hashable, Sendable {
    /// It is there.
    case exists
    /// Something like it is there; a person should look.
    case similar
    case new
  }

  /// Why a golden record was found.
  package enum Reason: String, Codable, CaseIterable, Hashable, Sendable, Comparable {
    case phone
    case email
    case identifier
    case name
    /// The person is met at the company that was asked for.
    case company
    /// A name that sounds the same, or is the same but for its legal form.
    case similarName = "similar_name"
    /// A company of the same brand.
    case brand
    /// A phone that differs in one digit, or in two that changed places.
    case similarPhone = "similar_phone"

    package static func < (left: Self, right: Self) -> Bool {
      let order = Self.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  package struct Match: Codable, Hashable, Sendable {
    package var verdict: Verdict
    package var party: String
    /// As `source:owner`.
    package var owners: [String]
    package var reasons: [Reason]
  }

  package var verdict: Verdict
  /// The best first, at most five.
  package var matches: [Match]
  /// How many more there are.
  package var more: Int

  static let matchLimit = 5
}
