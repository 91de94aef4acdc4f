import Vocabulary

/// Reads those phone cells again that only their record can tell: a landline without its area code, a
/// number of the country that the record names.
struct RecordPhones: Sendable {
  private let phones: PhoneNormalizer
  /// By region, the default one left out.
  private let readersAbroad: [PhoneNormalizer]
  private let pools: [ValuePool]
  /// By field of phones, by raw value: whether it lacks an area code.
  private let isOpen: [Int: [Bool]]
  private let places: RecordPlace
  /// The columns that may name a country, in the order in which they are asked.
  private let countries: [Lookup]
  /// The columns that an area code can be found by, most exact first.
  private let cities: [Lookup]
  private let areaCodes: [String]
  /// By place that addresses and names imply: its area code, 0 where it has none.
  private let codeOfPlace: [UInt32]

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
    isOpen = Dictionary(
      uniqueKeysWithValues: fields.phones.map { field in
        let reading = results[field].field
        return (
          field,
          reading.issues.indices.map { raw in
            reading.issues[raw].contains(.noAreaCode)
          }
        )
      })
    self.places = places
    let regions = options.region == nil ? [] : Countries.allRegions.filter { $0 != options.region }
    readersAbroad = regions.map { PhoneNormalizer(region: $0, lexicon: options.lexicon) }
    countries = fields.countries.flatMap { field in
      Self.lookups(records, field, results[field]) { name in
        Countries.region(of: name).flatMap { regions.firstIndex(of: $0) }
      }
    }
    let areas = AreaCodes()
    var codes: [String] = []
    func number(ofPlace name: String) -> Int? {
      guard let code = areas.areaCode(ofCity: name) else { return nil }
      if let known = codes.firstIndex(of: code) { return known }
      codes.append(code)
      return codes.count - 1
    }
    cities = fields.cities.flatMap { field in
      Self.lookups(records, field, results[field], number)
    }
    codeOfPlace = (0..<UInt32(places.names.count)).map { place in
      number(ofPlace: places.names.string(place)).map { UInt32($0) + 1 } ?? 0
    }
    areaCodes = codes
  }

  private static func lookups(
    _ records: RecordTable, _ field: Int, _ result: FieldResult, _ find: (String) -> Int?
  ) -> [Lookup] {
    let byValue = (0..<UInt32(result.field.canonical.count)).map { value in
      find(result.field.canonical.string(value)).map { UInt32($0) + 1 } ?? 0
    }
    let found = (0..<UInt32(result.field.issues.count)).map { raw in
      result.field[raw].first.map { byValue[Int($0)] } ?? 0
    }
    return records.columns(of: field).map { Lookup(ids: $0.ids, found: found) }
  }

  /// The numbers of those cells of a column that some of the records tell more about, by record.
  func numbers(_ records: Range<Int>, field: Int, ids: [UInt32]) -> [Int: [PhoneNumber]] {
    var found: [Int: [PhoneNumber]] = [:]
    let abroad = countryNumbers(records)
    let isOpen = isOpen[field] ?? []
    for record in records where ids[record] != 0 {
      let country = abroad[record - records.lowerBound]
      guard country != 0 || isOpen[Int(ids[record])] else { continue }
      found[record] = numbers(record, country: country, field: field, ids[record], isOpen)
    }
    return found
  }

  private func numbers(
    _ record: Int, country: UInt32, field: Int, _ raw: UInt32, _ isOpen: [Bool]
  ) -> [PhoneNumber]? {
    let pool = pools[field]
    let cell = pool.bytes.span.extracting(pool.range(of: raw))
    if country != 0 {
      let numbers = readersAbroad[Int(country) - 1].read(cell).values
      if !numbers.isEmpty { return numbers }
    }
    guard isOpen[Int(raw)], let code = areaCode(record) else { return nil }
    return phones.read(cell, areaCode: code).values
  }

  /// By record: the number of its country's reader, plus one; 0 where the default one serves.
  private func countryNumbers(_ records: Range<Int>) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: records.count)
    for lookup in countries {
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
