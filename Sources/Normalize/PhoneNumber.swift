package import Vocabulary

/// What a number is, in the words of libphonenumber.
package enum PhoneType: String, Hashable, Sendable {
  case mobile
  case fixedLine = "fixed_line"
  /// Plans such as the North American one do not tell the two apart.
  case fixedLineOrMobile = "fixed_line_or_mobile"
  case tollFree = "toll_free"
  case premiumRate = "premium_rate"
  case sharedCost = "shared_cost"
  case voip
  case personalNumber = "personal_number"
  case pager
  case uan
  case unknown
}

/// A valid phone number.
package struct PhoneNumber: Hashable, Sendable {
  /// A plus sign, the calling code and the national number, such as +8613912345670.
  package var e164: String
  package var type: PhoneType
  /// ISO 3166-1 alpha-2, or 001 for numbers of no country.
  package var region: String
  /// The extension's digits.
  package var ext: String?

  package init(e164: String, type: PhoneType, region: String, ext: String? = nil) {
    self.e164 = e164
    self.type = type
    self.region = region
    self.ext = ext
  }
}

/// What one phone cell holds.
package struct PhoneReading: Hashable, Sendable {
  /// The valid numbers, in the order of the cell, each once.
  package var values: [PhoneNumber]
  package var issues: ValueIssues

  package init(values: [PhoneNumber] = [], issues: ValueIssues = []) {
    self.values = values
    self.issues = issues
  }
}
