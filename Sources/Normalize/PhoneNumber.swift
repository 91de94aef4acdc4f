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
  case voicemail
  case unknown
}

/// A valid phone number.
///
/// It holds no text but the extension's, so that reading allocates nothing.
package struct PhoneNumber: Hashable, Sendable {
  /// The calling code and the national number as one decimal number, such as 8613912345670.
  ///
  /// A calling code never begins with zero, and no plan has more than nineteen digits in all.
  package let digits: UInt64
  /// How many of the digits are the calling code's.
  let callingCodeLength: UInt8
  /// The place of the region among those of the plan.
  let regionIndex: UInt8
  package let type: PhoneType
  /// The extension's digits.
  package let ext: String?

  init(_ found: PhonePlan.Found, ext: String?, in plan: PhonePlan) {
    let code = plan.regions[found.region].callingCode
    var digits = UInt64(code)
    for index in 0..<found.digits.count { digits = digits * 10 + UInt64(found.digits[index]) }
    self.digits = digits
    callingCodeLength = code < 10 ? 1 : code < 100 ? 2 : 3
    regionIndex = UInt8(truncatingIfNeeded: found.region)
    type = found.type
    self.ext = ext
  }

  /// A plus sign, the calling code and the national number, such as +8613912345670.
  package var e164: String { "+" + String(digits) }

  /// Appends the number to a column of texts.
  func appendE164(to column: inout TextColumn) {
    var text = InlineArray<24, UInt8>(repeating: 0x2B)
    var start = text.count
    var rest = digits
    repeat {
      start -= 1
      text[start] = 0x30 + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    column.append(text.span.extracting(start - 1..<text.count))
  }

  /// ISO 3166-1 alpha-2, or 001 for numbers of no country.
  package var region: String { PhonePlan.shared.regions[Int(regionIndex)].id }
}

/// What one phone cell holds.
///
/// A reading can be used for one cell after the other, and keeps its storage.
package struct PhoneReading: Sendable {
  /// The valid numbers, in the order of the cell, each once.
  package internal(set) var values: [PhoneNumber] = []
  package internal(set) var issues = ValueIssues.none
  /// Where the cell's text is taken apart.
  var text = PhoneText()

  package init() {}

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    issues = .none
  }

  /// Adds what a stretch of text came to; a number that the cell holds twice counts once.
  mutating func add(_ outcome: PhoneOutcome) {
    issues.formUnion(outcome.issues)
    guard let number = outcome.number else { return }
    for known in values where known.digits == number.digits { return }
    values.append(number)
  }
}

/// What one stretch of a cell came to.
struct PhoneOutcome {
  var number: PhoneNumber?
  var issues = ValueIssues.none
  /// Whether only a region that the cell does not name has the number.
  var isFromElsewhere = false
}
