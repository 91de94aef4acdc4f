import Vocabulary

/// Reads those phone cells again that only their record can tell: a landline without its area code, a
/// number of the country that the record names or that its city lies in, one in groups of North America.
struct RecordPhones: Sendable {
  private let phones: PhoneNormalizer
  /// By region, the default one left out.
  private let readersAbroad: [PhoneNormalizer]
  private let pools: [ValuePool]
  /// By field of phones, by raw value: whether its record may tell more.
  private let hints: [Int: [Hint]]
  private let places: RecordPlace
  /// The columns that may name a country, in the order in which they are asked.
  private let countries: [Lookup]
  /// The columns of cities that are known to lie in a country.
  private let citiesAbroad: [Lookup]
  /// The number of the reader of North American numbers plus one; 0 where they are the default.
  private let northAmerica: UInt32
  /// The columns that an area code can be found by, most exact first.
  private let cities: [Lookup]
  private let areaCodes: [String]
  /// By place that addresses and names imply: its area code, 0 where it has none.
  private let codeOfPlace: [UInt32]

  /// What a cell by itself says of how to read it.
  private struct Hint: OptionSet, Sendable {
    let rawValue: UInt8

    /// A landline without its area code.
    static let lacksAreaCode = Hint(rawValue: 1 << 0)
    static let isNorthAmerican = Hint(rawValue: 1 << 1)
    /// Eleven digits that begin with 1, which a Chinese mobile is and hardly anything else.
    static let isPlainMobile = Hint(rawValue: 1 << 2)
  }

  /// A column of cells, and what each of its raw values leads to.
  private struct Lookup: Sendable {
    var ids: [UInt32]
    /// By raw value: a number, plus one; 0 is none.
    var found: [UInt32]
  }

  init(
    _ records: RecordTable, _ options: NormalizeOptions, _ fields: FieldRoles,
    _ places: RecordPlace, _ results: [FieldResult]
  ) {
    phones = options.phones
    pools = records.pools
    hints = Dictionary(
      uniqueKeysWithValues: fields.phones.map { field in
        (field, Self.hints(of: results[field].field, records.pools[field]))
      })
    self.places = places
    let regions = options.region == nil ? [] : Countries.allRegions.filter { $0 != options.region }
    readersAbroad = regions.map { PhoneNormalizer(region: $0, lexicon: options.lexicon) }
    countries = fields.countries.flatMap { field in
      let names = results[field].field.canonical
      return Self.lookups(records, field, results[field]) { value in
        Countries.region(of: names.string(value)).flatMap { regions.firstIndex(of: $0) }
      }
    }
    citiesAbroad = fields.cities.filter { !regions.isEmpty && !fields.countries.contains($0) }
      .flatMap { field in
        let known = CityCountries(
          records, city: field, phones: fields.phones, results, regions: regions)
        return Self.lookups(records, field, results[field]) { known.regionOfCity[$0] }
      }
    let isAbroad = options.region.map { !Self.northAmericans.contains($0) } ?? false
    northAmerica = isAbroad ? regions.firstIndex(of: "US").map { UInt32($0) + 1 } ?? 0 : 0
    let areas = AreaCodes()
    var codes: [String] = []
    func number(ofPlace name: String) -> Int? {
      guard let code = areas.areaCode(ofCity: name) else { return nil }
      if let known = codes.firstIndex(of: code) { return known }
      codes.append(code)
      return codes.count - 1
    }
    cities = fields.cities.flatMap { field in
      let names = results[field].field.canonical
      return Self.lookups(records, field, results[field]) { number(ofPlace: names.string($0)) }
    }
    codeOfPlace = (0..<UInt32(places.names.count)).map { place in
      number(ofPlace: places.names.string(place)).map { UInt32($0) + 1 } ?? 0
    }
    areaCodes = codes
  }

  /// The regions with a large share of the numbers that begin with +1.
  private static let northAmericans: Set<String> = ["US", "CA"]

  private static func hints(of readings: FieldReadings, _ pool: ValuePool) -> [Hint] {
    let bytes = pool.bytes.span
    return readings.issues.indices.map { raw in
      let cell = bytes.extracting(pool.range(of: UInt32(raw)))
      var hint: Hint = []
      if readings.issues[raw].contains(.noAreaCode) { hint.insert(.lacksAreaCode) }
      if hasNorthAmericanShape(cell) { hint.insert(.isNorthAmerican) }
      if cell.count == 11, cell[0] == 0x31 { hint.insert(.isPlainMobile) }
      return hint
    }
  }

  private static func lookups(
    _ records: RecordTable, _ field: Int, _ result: FieldResult, _ find: (UInt32) -> Int?
  ) -> [Lookup] {
    let byValue = (0..<UInt32(result.field.canonical.count)).map { value in
      find(value).map { UInt32($0) + 1 } ?? 0
    }
    let found = (0..<UInt32(result.field.issues.count)).map { raw in
      result.field[raw].first.map { byValue[Int($0)] } ?? 0
    }
    return records.columns(of: field).map { Lookup(ids: $0.ids, found: found) }
  }

  /// The numbers of those cells of a column that some of the records tell more about, by record.
  func numbers(_ records: Range<Int>, field: Int, ids: [UInt32]) -> [Int: [PhoneNumber]] {
    var found: [Int: [PhoneNumber]] = [:]
    let named = readerNumbers(records, countries)
    let likely = readerNumbers(records, citiesAbroad)
    guard let hints = hints[field] else { return found }
    for record in records where ids[record] != 0 {
      let hint = hints[Int(ids[record])]
      let place = record - records.lowerBound
      let reader =
        if named[place] != 0 {
          named[place]
        } else if hint.contains(.isNorthAmerican) {
          northAmerica
        } else {
          hint.contains(.isPlainMobile) ? 0 : likely[place]
        }
      guard reader != 0 || hint.contains(.lacksAreaCode) else { continue }
      found[record] = numbers(record, reader: reader, field: field, ids[record], hint)
    }
    return found
  }

  private func numbers(
    _ record: Int, reader: UInt32, field: Int, _ raw: UInt32, _ hint: Hint
  ) -> [PhoneNumber]? {
    let pool = pools[field]
    let cell = pool.bytes.span.extracting(pool.range(of: raw))
    if reader != 0 {
      let numbers = readersAbroad[Int(reader) - 1].read(cell).values
      if !numbers.isEmpty { return numbers }
    }
    guard hint.contains(.lacksAreaCode), let code = areaCode(record) else { return nil }
    return phones.read(cell, areaCode: code).values
  }

  /// By record: the number of its country's reader, plus one; 0 where the default one serves.
  private func readerNumbers(_ records: Range<Int>, _ lookups: [Lookup]) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: records.count)
    for lookup in lookups {
      let (ids, found) = (lookup.ids.span, lookup.found.span)
      for record in records where numbers[record - records.lowerBound] == 0 {
        numbers[record - records.lowerBound] = found[Int(ids[record])]
      }
    }
    return numbers
  }

  private func areaCode(_ record: Int) -> String? {
    if let code = Self.first(record, cities) { return areaCodes[code] }
    let code = codeOfPlace[Int(places.place(of: .organization, record))]
    return code == 0 ? nil : areaCodes[Int(code) - 1]
  }

  private static func first(_ record: Int, _ lookups: [Lookup]) -> Int? {
    for lookup in lookups.indices {
      let found = lookups[lookup].found[Int(lookups[lookup].ids[record])]
      if found != 0 { return Int(found) - 1 }
    }
    return nil
  }
}
