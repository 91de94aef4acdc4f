import Foundation
package import Vocabulary

/// What somebody is about to enter: values by field.
package struct LookupQuestion: Hashable, Sendable {
  /// A line that cannot be read; says why, and quotes nothing of it.
  package struct Failure: Error, Hashable, Sendable {
    package var reason: String
  }

  package private(set) var values: [(field: String, value: String)] = []

  /// Reads one line.
  ///
  /// A line is a JSON object of texts; or `key=value` pairs with tabs or semicolons between; or one value
  /// alone: with an @ a mail address, with seven digits or more and no letters a phone, else a name.
  ///
  /// - Throws: `Failure` when the line is none of these, or names what is no field.
  package init(line: String, schema: Schema) throws(Failure) {
    let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
    if line.hasPrefix("{") {
      try readObject(line)
    } else if line.contains("="), let pairs = Self.pairs(line) {
      values = pairs
    } else if !line.isEmpty {
      values = [(try Self.field(ofValue: line, schema), line)]
    }
    for index in values.indices {
      values[index].field = try Self.field(named: values[index].field, schema)
    }
    values.removeAll { $0.value.isEmpty }
    guard !values.isEmpty else { throw Failure(reason: "the line holds no value") }
  }

  private mutating func readObject(_ line: String) throws(Failure) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    else { throw Failure(reason: "the line is no JSON object") }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      switch value {
      case let text as String: values.append((key, text))
      case let texts as [String]: values += texts.map { (key, $0) }
      case let number as NSNumber: values.append((key, number.stringValue))
      case is NSNull: break
      default: throw Failure(reason: "a member of the JSON object is neither text nor number")
      }
    }
  }

  /// The pairs of a line; nil where one of them has no key, as in a bare value with a =.
  private static func pairs(_ line: String) -> [(field: String, value: String)]? {
    var pairs: [(field: String, value: String)] = []
    for part in line.split(whereSeparator: { "\t;；".contains($0) }) {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let key = part[..<sign].trimmingCharacters(in: .whitespaces)
      let value = part[part.index(after: sign)...].trimmingCharacters(in: .whitespaces)
      guard !key.isEmpty else { return nil }
      pairs.append((key, value))
    }
    return pairs
  }

  /// The field that a bare value is for.
  private static func field(ofValue value: String, _ schema: Schema) throws(Failure) -> String {
    let digits = value.count(where: { $0.isNumber })
    let isPhone = digits >= 7 && !value.contains { $0.isLetter }
    let kinds: [FieldKind] =
      value.contains("@")
      ? [.email] : isPhone ? [.phone] : [.partyName, .personName, .organizationName]
    for kind in kinds {
      if let field = schema.fields.first(where: { $0.kind == kind }) { return field.name }
    }
    throw Failure(reason: "this pipeline has no field for such a value; write FIELD=VALUE")
  }

  private static func field(named name: String, _ schema: Schema) throws(Failure) -> String {
    let known = schema.fields.filter { isUsable($0) }.map(\.name)
    let meant = schema.index(of: name) == nil ? aliases[name.lowercased()] ?? name : name
    if known.contains(meant) { return meant }
    throw Failure(
      reason: "unknown field; \(SpellingSuggestion.wayOut(for: meant, among: known))")
  }

  /// Whether a field says who a party is.
  private static func isUsable(_ field: Field) -> Bool {
    guard field.purpose == .content else { return false }
    switch field.kind {
    case .partyName, .personName, .organizationName, .givenName, .surname, .phone, .email,
      .identifier:
      return true
    default: return false
    }
  }

  /// What people call the fields of the customer schema.
  private static let aliases = [
    "customer": "party_name", "客户": "party_name", "客户名称": "party_name", "姓名": "name",
    "联系人": "name", "公司": "company", "公司名称": "company", "手机": "phone", "电话": "phone",
    "mobile": "phone", "tel": "phone", "邮箱": "email", "mail": "email", "微信": "wechat",
    "统一社会信用代码": "uscc",
  ]

  package static func == (left: Self, right: Self) -> Bool {
    left.values.map(\.field) == right.values.map(\.field)
      && left.values.map(\.value) == right.values.map(\.value)
  }

  package func hash(into hasher: inout Hasher) {
    for (field, value) in values {
      hasher.combine(field)
      hasher.combine(value)
    }
  }
}
