import Vocabulary

/// The readings of one field, with the parts that mentions and evidence need.
///
/// Arrays that are not empty have one element per raw value of the field, or per canonical value.
struct FieldResult: Sendable {
  var field = FieldReadings()
  /// Of phone fields, by canonical value; the first stands for the empty value.
  private(set) var phoneTypes: [PhoneType] = [.unknown]
  /// What of the canonical values is compared, where that is less than the whole.
  private(set) var identities = ValuePool()
  /// By canonical value: its number in `identities`; empty where the whole value is compared.
  private(set) var identityOf: [UInt32] = []
  /// The cities that addresses name.
  private(set) var cities = ValuePool()
  /// Of address fields, by canonical value: its number in `cities`, 0 where it names none.
  private(set) var cityOf: [UInt32] = []
  /// Of personName and partyName fields, by raw value.
  private(set) var persons = PersonNameColumn()
  /// Of organizationName and partyName fields, by raw value.
  private(set) var organizations = OrganizationNameColumn()
  /// Of timestamp and date fields, by raw value.
  private(set) var times: [CivilTime?] = []
  /// Of date, number and identifier fields, by raw value: what it shows about its column.
  private(set) var signs: [ConventionSigns] = []

  init() {}

  /// Puts the readings of slices, in the order of their raw values, together.
  init(_ slices: [ReadingSlice]) {
    field.canonical.reserve(
      values: slices.reduce(0) { $0 + $1.canonical.count },
      bytes: slices.reduce(0) { $0 + $1.canonical.bytes.count })
    let raws = slices.reduce(0) { $0 + $1.issues.count }
    field.starts.reserveCapacity(raws + 1)
    field.issues.reserveCapacity(raws)
    field.ids.reserveCapacity(slices.reduce(0) { $0 + $1.canonical.count })
    persons.reserve(slices.map(\.persons))
    organizations.reserve(slices.map(\.organizations))
    for slice in slices { append(slice) }
  }

  /// The number of a phone that was read with more context than its cell.
  mutating func number(of phone: PhoneNumber) -> UInt32 {
    let id = field.canonical.intern(phone.e164)
    if Int(id) == phoneTypes.count { phoneTypes.append(phone.type) }
    return id
  }

  /// Adds the readings of the next raw values.
  private mutating func append(_ slice: ReadingSlice) {
    let base = UInt32(field.ids.count)
    intern(slice)
    for index in slice.ends.indices {
      field.starts.append(base + slice.ends[index])
    }
    field.issues += slice.issues
    persons.append(slice.persons)
    organizations.append(slice.organizations)
    times += slice.times
    signs += slice.signs
  }

  /// Gives the canonical values of a slice their numbers, and keeps the parts of those that are new.
  private mutating func intern(_ slice: ReadingSlice) {
    let first = field.ids.count
    var known = field.canonical.count
    field.canonical.intern(slice.canonical, appendingTo: &field.ids)
    for (value, meant) in slice.proposals { field.proposals[field.ids[first + value]] = meant }
    if !slice.identities.ends.isEmpty, identityOf.isEmpty { identityOf = [0] }
    if !slice.cities.ends.isEmpty, cityOf.isEmpty { cityOf = [0] }
    guard field.canonical.count > known, !slice.phoneTypes.isEmpty || !identityOf.isEmpty else {
      return
    }
    for (value, id) in field.ids[first...].enumerated() where Int(id) == known {
      known += 1
      if !slice.phoneTypes.isEmpty { phoneTypes.append(slice.phoneTypes[value]) }
      if !identityOf.isEmpty {
        identityOf.append(
          identities.intern(
            slice.identities.bytes.span.extracting(slice.identities.range(of: value))))
      }
      if !cityOf.isEmpty {
        cityOf.append(
          cities.intern(slice.cities.bytes.span.extracting(slice.cities.range(of: value))))
      }
    }
  }
}

extension FieldResult {
  /// Puts new readings of dates, numbers or codes in the place of those of some raw values.
  ///
  /// - Parameters:
  ///   - raws: The numbers of the raw values, ascending; those beyond the last are added.
  ///   - other: Their readings, in the same order.
  mutating func replace(_ raws: [UInt32], with other: [ReadingSlice]) {
    let old = field
    let changed = FieldResult(other)
    field = FieldReadings()
    field.canonical = old.canonical
    var next = 0
    for raw in 0..<max(UInt32(old.issues.count), (raws.last ?? 0) + 1) {
      guard next < raws.count, raws[next] == raw else {
        field.ids.append(contentsOf: old[raw])
        field.endValue(issues: old.issues[Int(raw)])
        continue
      }
      for id in changed.field[UInt32(next)] {
        let pool = changed.field.canonical
        field.ids.append(field.canonical.intern(pool.bytes.span.extracting(pool.range(of: id))))
      }
      field.endValue(issues: changed.field.issues[next])
      if !times.isEmpty { set(changed.times[next], of: Int(raw)) }
      next += 1
    }
  }

  private mutating func set(_ time: CivilTime?, of raw: Int) {
    if raw < times.count { times[raw] = time } else { times.append(time) }
  }
}
