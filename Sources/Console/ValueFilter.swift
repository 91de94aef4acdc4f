import Normalize
import Vocabulary

/// The kinds of value that `normalize` reads.
enum ValueKind: String, CaseIterable {
  case phone
  case name
  case company
  case uscc
  case residentID = "resident-id"
  case email
  case address
  case date
  case bankAccount = "bank-account"
  case wechat
  case place
  case postcode
}

/// Writes what normalization makes of one raw value as one JSON object.
struct ValueFilter: Sendable {
  /// Writes the object of one value.
  private typealias Writer = (Span<UInt8>, inout JSONLine) -> Void

  /// Makes a writer with memory of its own, which it uses for one value after the other.
  private let makeWriter: @Sendable () -> Writer

  /// - Parameters:
  ///   - kind: The kind of the values.
  ///   - region: The region of phone numbers without a calling code; nil: none.
  ///   - asOf: The day after which a date lies in the future.
  ///   - timeZone: The time zone of times without an offset.
  ///   - lexicon: What the word lists say.
  init(
    _ kind: ValueKind, region: String?, asOf: CivilDay, timeZone: String,
    lexicon: Lexicon = .shipped
  ) {
    switch kind {
    case .phone:
      let normalizer = PhoneNormalizer(region: region, lexicon: lexicon)
      makeWriter = Self.writer(PhoneReading.init, { normalizer.read($0, into: &$1) }) {
        $0.append($1)
      }
    case .name:
      let normalizer = PersonNameNormalizer(expecting: .party, lexicon: lexicon)
      makeWriter = Self.writer(PersonNameReading.init, { normalizer.read($0, into: &$1) }) {
        $0.append($1)
      }
    case .company:
      let normalizer = OrganizationNameNormalizer(lexicon)
      makeWriter = Self.writer(OrganizationNameReading.init, { normalizer.read($0, into: &$1) }) {
        $0.append($1)
      }
    case .uscc:
      let normalizer = CreditCodeNormalizer(lexicon)
      makeWriter = Self.codeWriter { normalizer.read($0, into: &$1) }
    case .residentID:
      let normalizer = ResidentIDNormalizer(lexicon, asOf: asOf)
      makeWriter = Self.codeWriter { normalizer.read($0, into: &$1) }
    case .bankAccount:
      let normalizer = BankAccountNormalizer(lexicon)
      makeWriter = Self.codeWriter { normalizer.read($0, into: &$1) }
    case .wechat:
      let normalizer = WeChatNormalizer(lexicon)
      makeWriter = Self.codeWriter { normalizer.read($0, into: &$1) }
    case .email:
      let normalizer = EmailNormalizer(lexicon)
      makeWriter = { { $1.append(normalizer.read($0)) } }
    case .address:
      let normalizer = AddressNormalizer(lexicon)
      makeWriter = { { $1.append(normalizer.read($0)) } }
    case .place:
      let normalizer = PlaceNormalizer(lexicon)
      makeWriter = { { $1.append(normalizer.read($0)) } }
    case .postcode:
      let normalizer = PostcodeNormalizer(lexicon)
      makeWriter = { { $1.append(normalizer.read($0)) } }
    case .date:
      let normalizer = DateNormalizer(
        asOf: asOf, timeZone: timeZone, region: region, lexicon: lexicon)
      makeWriter = { { $1.append(normalizer.read($0)) } }
    }
  }

  private static func codeWriter(
    _ read: @escaping @Sendable (Span<UInt8>, inout CodeReading) -> Void
  ) -> @Sendable () -> Writer {
    writer(CodeReading.init, read) { $0.append($1) }
  }

  private static func writer<Reading>(
    _ make: @escaping @Sendable () -> Reading,
    _ read: @escaping @Sendable (Span<UInt8>, inout Reading) -> Void,
    _ append: @escaping @Sendable (inout JSONLine, Reading) -> Void
  ) -> @Sendable () -> Writer {
    {
      var reading = make()
      return { value, line in
        read(value, &reading)
        append(&line, reading)
      }
    }
  }

  /// The objects for some lines, one for each, in their order.
  ///
  /// - Parameter lines: Lines ended by a line feed, with or without a carriage return; the last may
  ///   lack its end.
  /// - Returns: NDJSON.
  func objects(for lines: [UInt8]) -> [UInt8] {
    var output = JSONLine()
    output.reserve(lines.count * 4)
    let write = makeWriter()
    let span = lines.span
    var start = 0
    while start < span.count {
      var end = start
      while end < span.count, span[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, span[end - 1] == 0x0D { end -= 1 }
      write(span.extracting(start..<end), &output)
      output.endLine()
      start = next
    }
    return output.bytes
  }
}

// MARK: - Shapes

extension JSONLine {
  fileprivate mutating func append(_ reading: PhoneReading) {
    beginObject()
    key("values")
    beginList()
    for phone in reading.values {
      beginObject()
      key("e164")
      value(phone.e164)
      key("type")
      value(phone.type.rawValue)
      key("region")
      value(phone.region)
      key("extension")
      value(phone.ext)
      key("carrier")
      value(phone.carrier)
      key("area")
      value(phone.area)
      endObject()
    }
    endList()
    appendIssues(reading.issues)
    endObject()
  }

  fileprivate mutating func append(_ reading: PersonNameReading) {
    beginObject()
    key("kind")
    value(reading.kind.rawValue)
    key("surname")
    value(reading.surname)
    key("given")
    value(reading.given)
    key("honorific")
    value(reading.honorific)
    key("title")
    value(reading.title)
    key("qualifier")
    value(reading.qualifier)
    key("canonical")
    value(reading.canonical)
    key("latin")
    value([reading.latinSurname, reading.latinGiven].filter { !$0.isEmpty }.joined(separator: " "))
    appendIssues(reading.issues)
    endObject()
  }

  fileprivate mutating func append(_ reading: OrganizationNameReading) {
    beginObject()
    key("canonical")
    value(reading.canonical)
    appendPart("place", reading.place)
    appendPart("brand", reading.brand)
    appendPart("industry", reading.industry)
    appendPart("legal_form", reading.legalForm)
    appendPart("branch", reading.branch)
    appendPart("group", reading.group)
    appendPart("key", reading.key)
    appendIssues(reading.issues)
    endObject()
  }

  fileprivate mutating func append(_ reading: CodeReading) {
    beginObject()
    appendVerdict(reading.canonical, isValid: reading.isValid, reading.issues)
    for part in reading.parts { appendPart(part.name, part.value) }
    endObject()
  }

  fileprivate mutating func append(_ reading: EmailReading) {
    let first = reading.values.first
    beginObject()
    appendVerdict(first?.canonical ?? "", isValid: first != nil, reading.issues)
    let parts = first?.canonical.split(separator: "@").map(String.init) ?? []
    appendPart("local", parts.first ?? "")
    appendPart("domain", parts.last ?? "")
    appendPart("identity", first?.identity ?? "")
    appendPart("suggestion", first?.suggestion ?? "")
    key("role")
    value(first?.isRole ?? false)
    key("disposable")
    value(first?.isDisposable ?? false)
    key("others")
    value(reading.values.dropFirst().map(\.canonical))
    endObject()
  }

  fileprivate mutating func append(_ reading: AddressReading) {
    let isUsable = reading.issues.isDisjoint(with: .notIdentity)
    beginObject()
    appendVerdict(
      reading.canonical, isValid: !reading.canonical.isEmpty && isUsable, reading.issues)
    appendPart("province", reading.province)
    appendPart("city", reading.city)
    appendPart("district", reading.district)
    appendPart("town", reading.town)
    appendPart("detail", reading.detail)
    appendPart("key", reading.key)
    endObject()
  }

  fileprivate mutating func append(_ reading: TextReading) {
    let isUsable = reading.issues.isDisjoint(with: .notIdentity)
    beginObject()
    appendVerdict(
      reading.canonical, isValid: !reading.canonical.isEmpty && isUsable, reading.issues)
    endObject()
  }

  fileprivate mutating func append(_ reading: DateReading) {
    beginObject()
    appendVerdict(reading.canonical, isValid: reading.day != nil, reading.issues)
    appendPart("day", reading.day?.description ?? "")
    appendPart("time", reading.time?.description ?? "")
    endObject()
  }

  private mutating func appendVerdict(_ canonical: String, isValid: Bool, _ issues: ValueIssues) {
    appendPart("canonical", canonical)
    key("valid")
    value(isValid)
    appendIssues(issues)
  }

  /// A part that the value may lack; null where it does.
  private mutating func appendPart(_ name: String, _ text: String) {
    key(name)
    value(text.isEmpty ? nil : text)
  }

  private mutating func appendIssues(_ issues: ValueIssues) {
    key("issues")
    value(issues.names)
  }
}
