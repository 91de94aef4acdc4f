package import Vocabulary

/// What a column holds, told from a sample of its values, and from its label where they leave it open.
///
/// `ColumnGuess.guess(label:values:)` reads at most `sampleLimit` values. It is a proposal for
/// people: what a run maps, a profile or the pipeline file decides. The same values in another order
/// give the same guess.
package struct ColumnGuess: Hashable, Sendable {
  /// What the values are, finer than a field's kind.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case email
    case url
    /// 统一社会信用代码, GB 32100.
    case creditCode
    /// 居民身份证号, GB 11643.
    case residentID
    case phone
    case timestamp
    case date
    case organizationName
    case personName
    /// Persons and organizations in one column.
    case partyName
    case address
    /// A province, city or district.
    case place
    case postcode
    case number
    case identifier
    case category
    case text
    /// No value in the sample.
    case empty

    /// The kind of field that takes such values; nil for those that no kind takes.
    package var kind: FieldKind? {
      switch self {
      case .email: .email
      case .creditCode, .residentID, .identifier: .identifier
      case .phone: .phone
      case .timestamp: .timestamp
      case .date: .date
      case .organizationName: .organizationName
      case .personName: .personName
      case .partyName: .partyName
      case .address: .address
      case .place: .place
      case .postcode: .postcode
      case .number: .number
      case .category: .category
      case .url, .text: .text
      case .empty: nil
      }
    }

    /// The field of the customer schema that such a column most likely fills.
    package var customerField: String? {
      switch self {
      case .email: "email"
      case .creditCode: "uscc"
      case .residentID: "resident_id"
      case .phone: "phone"
      case .organizationName: "company"
      case .personName: "name"
      case .partyName: "party_name"
      case .address: "address"
      case .place: "city"
      case .postcode: "postcode"
      default: nil
      }
    }
  }

  package var form: Form
  /// 0...1: how sure the guess is.
  package var confidence: Double
  /// 0...1: the share of the filled values that have the form.
  package var share: Double
  /// The number of values looked at, empty ones included.
  package var count = 0
  /// The number of those that hold something.
  package var filled = 0
  /// The number of different ones among the filled.
  package var distinct = 0

  /// The field kind of the form; text where the form has none.
  package var kind: FieldKind { form.kind ?? .text }

  /// The number of values from which a guess is made.
  package static let sampleLimit = 5000

  /// Guesses what a column holds.
  ///
  /// - Parameters:
  ///   - label: The column's header, or an empty text.
  ///   - values: Its cells as they stand in the file; empty ones may be among them.
  /// - Returns: The guess, of the form `empty` where no value is filled.
  package static func guess(label: String, values: [String]) -> ColumnGuess {
    var sample = ColumnSample(hint: LabelHint(label))
    for value in values.prefix(sampleLimit) { sample.add(value) }
    return sample.guess
  }
}

/// The counts from which a guess is made.
private struct ColumnSample {
  var hint: LabelHint
  var count = 0
  var filled = 0
  var forms: [ColumnGuess.Form: Int] = [:]
  var values: Set<String> = []
  var length = 0
  var codes = 0

  init(hint: LabelHint) { self.hint = hint }

  mutating func add(_ value: String) {
    count += 1
    let bytes = Array(value.utf8)
    let content = trimmed(bytes.span, 0..<bytes.count)
    if isEmptyCell(bytes.span, content) { return }
    filled += 1
    let text = String(decoding: bytes[content], as: UTF8.self)
    values.insert(text)
    let form = ValueForm.of(text, hint: hint)
    forms[form, default: 0] += 1
    if ValueForm.isCode(text) { codes += 1 }
    length += text.unicodeScalars.count
  }

  func share(_ form: ColumnGuess.Form) -> Double {
    Double(forms[form, default: 0]) / Double(max(1, filled))
  }

  var guess: ColumnGuess {
    var (form, share, confidence) = decision
    if filled > 0, filled < 5 { confidence *= 0.8 }
    if form == .empty { (share, confidence) = (0, 0) }
    return ColumnGuess(
      form: form, confidence: min(1, confidence), share: share, count: count, filled: filled,
      distinct: values.count)
  }

  private typealias Decision = (form: ColumnGuess.Form, share: Double, confidence: Double)

  private var decision: Decision {
    guard filled > 0 else { return (.empty, 0, 0) }
    return byForm ?? byName ?? byNumber ?? byDistribution
  }

  /// Forms that hardly anything else takes.
  private var byForm: Decision? {
    for form in [ColumnGuess.Form.email, .url, .creditCode, .residentID] where share(form) >= 0.5 {
      return (form, share(form), 0.5 + share(form) / 2)
    }
    let phones = share(.phone)
    if phones >= (hint == .phone ? 0.4 : 0.6) {
      return (.phone, phones, hint == .phone ? 0.6 + phones * 0.4 : 0.4 + phones / 2)
    }
    let times = share(.timestamp)
    let days = share(.date) + times
    if days >= (hint == .time ? 0.5 : 0.7) {
      return (times >= days / 3 ? .timestamp : .date, days, 0.45 + days / 2)
    }
    if share(.postcode) >= 0.6 { return (.postcode, share(.postcode), 0.9) }
    return nil
  }

  private var byName: Decision? {
    let organizations = share(.organizationName)
    let persons = share(.personName)
    let addresses = share(.address)
    if addresses >= 0.5 { return (.address, addresses, 0.4 + addresses / 2) }
    // Streets and towns outside China look like names or any other text; their labels tell.
    let words = 1 - share(.number) - share(.identifier)
    if hint == .address, words >= 0.5 { return (.address, words, 0.7) }
    if hint == .place, words >= 0.5 { return (.place, words, 0.7) }
    if organizations >= 0.12, persons >= 0.12, organizations + persons >= 0.6 {
      return (.partyName, organizations + persons, 0.3 + (organizations + persons) / 2)
    }
    if organizations >= 0.4, hint != .category {
      return (.organizationName, organizations, 0.4 + organizations / 2)
    }
    let isVaried = values.count * 5 >= filled || hint == .person
    if persons >= 0.6, isVaried || filled < 20 {
      return (.personName, persons, (hint == .person ? 0.5 : 0.3) + persons / 2)
    }
    if share(.place) >= 0.5 { return (.place, share(.place), 0.4 + share(.place) / 2) }
    return nil
  }

  private var byNumber: Decision? {
    let numbers = share(.number)
    guard numbers >= 0.8 else { return nil }
    let isUnique = values.count == filled && filled > 1
    if hint == .identifier || isUnique && codes == filled && hint != .number {
      return (.identifier, Double(codes) / Double(filled), hint == .identifier ? 0.9 : 0.6)
    }
    return (.number, numbers, hint == .number ? 0.95 : 0.75)
  }

  private var byDistribution: Decision {
    let distinctShare = Double(values.count) / Double(filled)
    let codeShare = Double(codes) / Double(filled)
    if codeShare >= 0.8, distinctShare >= 0.9 || hint == .identifier, filled > 1 {
      return (.identifier, codeShare, hint == .identifier ? 0.9 : 0.7)
    }
    let mean = Double(length) / Double(filled)
    let isShort = mean <= 20
    if isShort, filled >= 10, values.count <= max(12, filled / 20), distinctShare <= 0.5 {
      return (.category, 1, hint == .category ? 0.95 : 0.75)
    }
    if hint == .category, isShort { return (.category, 1, 0.6) }
    return (.text, 1, mean > 20 ? 0.7 : 0.4)
  }
}
