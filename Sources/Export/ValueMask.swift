package import Vocabulary

/// Hides a customer's value, and leaves what a reader needs to tell it from another.
///
/// The length is hidden, too. A value that would show as a whole shows nothing.
package enum ValueMask {
  /// Such as 张**, **78 or z**@**.
  package static func mask(_ value: String, kind: EvidenceColumn.Kind) -> String {
    let first = value.unicodeScalars.first.map { String($0) } ?? ""
    let length = value.unicodeScalars.count
    switch kind {
    case .personName, .organizationName: return length > 1 ? first + hidden : hidden
    case .phone: return length > 6 ? hidden + value.suffix(2) : hidden
    case .email: return length > 6 ? first + hidden + "@" + hidden : hidden
    case .identifier, .givenName, .surname, .date, .address, .place, .postcode, .category,
      .number, .text, .generation, .entity:
      return hidden
    }
  }

  private static let hidden = "**"
}
