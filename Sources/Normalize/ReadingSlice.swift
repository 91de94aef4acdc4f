import Vocabulary

/// The readings of a run of raw values of one field, before equal canonical values got one number.
///
/// Arrays by canonical value, or by raw value, are empty where the kind of the field has none.
struct ReadingSlice: Sendable {
  /// The canonical values, in the order of the raw values.
  private(set) var canonical = TextColumn()
  /// By raw value: the number of canonical values up to and with its own.
  private(set) var ends: [UInt32] = []
  /// By raw value.
  private(set) var issues: [ValueIssues] = []
  /// Of phone fields, by canonical value.
  var phoneTypes: [PhoneType] = []
  /// Of e-mail and address fields, by canonical value: what of it is compared.
  var identities = TextColumn()
  /// Of e-mail fields: what was probably meant, by the number of the value among those of the slice.
  private(set) var proposals: [(value: Int, meant: String)] = []
  /// Of address fields, by canonical value: the city it names; empty where it names none.
  var cities = TextColumn()
  /// Of personName and partyName fields, by raw value.
  var persons = PersonNameColumn()
  /// Of organizationName and partyName fields, by raw value.
  var organizations = OrganizationNameColumn()
  /// Of timestamp and date fields, by raw value.
  var times: [CivilTime?] = []
  /// Of date, number and identifier fields, by raw value: what it shows about its column.
  var signs: [ConventionSigns] = []

  init() {}

  /// Makes room for so many raw values of so many bytes in all.
  init(values: Int, bytes: Int) {
    canonical.reserve(texts: values, bytes: bytes)
    ends.reserveCapacity(values)
    issues.reserveCapacity(values)
  }

  /// Adds a canonical value of the raw value that is being read, unless it is empty.
  ///
  /// - Returns: Whether there is a value, so that its parts must be added.
  @discardableResult
  mutating func add(_ value: String) -> Bool {
    guard !value.isEmpty else { return false }
    canonical.append(value)
    return true
  }

  /// Adds a phone number.
  mutating func add(_ number: PhoneNumber) {
    number.appendE164(to: &canonical)
    phoneTypes.append(number.type)
  }

  /// Adds the canonical form of a name, unless it is empty.
  mutating func addCanonical(of reading: PersonNameReading) {
    add(PersonNameReading.Part.canonical.rawValue, of: reading.text)
  }

  /// Adds the canonical form of a name, unless it is empty.
  mutating func addCanonical(of reading: OrganizationNameReading) {
    add(OrganizationNameReading.Part.canonical.rawValue, of: reading.text)
  }

  /// Adds a part of a code, unless it is empty.
  ///
  /// - Returns: Whether there is a value, so that its parts must be added.
  mutating func add(_ part: CodeReading.Part, of reading: CodeReading) -> Bool {
    add(part.rawValue, of: reading.text)
  }

  /// Adds what is compared of the code that was added last.
  mutating func addIdentity(of reading: CodeReading) {
    let hasKey = !reading.text.isEmpty(CodeReading.Part.key.rawValue)
    let part: CodeReading.Part = hasKey ? .key : .canonical
    let range = reading.text.range(of: part.rawValue)
    identities.append(reading.text.bytes.span.extracting(range))
  }

  /// Adds one address of an e-mail cell, with the mailbox that it reaches where that is a person's.
  mutating func add(_ entry: EmailReading.Entry, of reading: EmailReading) {
    let isNobodys = entry.isRole || entry.isDisposable
    if !entry.suggestion.isEmpty {
      let meant = String(decoding: reading.bytes[entry.suggestion], as: UTF8.self)
      proposals.append((canonical.count, meant))
    }
    canonical.append(reading.bytes.span.extracting(entry.canonical))
    identities.append(reading.bytes.span.extracting(isNobodys ? 0..<0 : entry.identity))
  }

  /// Adds an address with its key and city, unless the cell holds none.
  mutating func add(_ reading: AddressReading) {
    guard add(AddressReading.Part.canonical.rawValue, of: reading.text) else { return }
    let bytes = reading.text.bytes
    let key = reading.text.range(of: AddressReading.Part.key.rawValue)
    let city = reading.text.range(of: AddressReading.Part.city.rawValue)
    identities.append(bytes.span.extracting(key))
    cities.append(bytes.span.extracting(city))
  }

  /// Adds a date, or the text that is none, unless the cell is empty.
  mutating func add(_ reading: DateReading) {
    guard let day = reading.day else {
      add(reading.typed)
      return
    }
    DateText(day, reading.time).read { canonical.append($0) }
  }

  @discardableResult
  private mutating func add(_ part: Int, of text: PartText) -> Bool {
    guard !text.isEmpty(part) else { return false }
    canonical.append(text.bytes.span.extracting(text.range(of: part)))
    return true
  }

  /// Ends the raw value that is being read.
  mutating func endValue(issues found: ValueIssues) {
    ends.append(UInt32(canonical.count))
    issues.append(found)
  }
}
