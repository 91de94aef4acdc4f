import Vocabulary

/// Learns in which country a city lies from the international numbers that stand beside it.
///
/// No table holds every city of the world under every spelling, but the records with `+49` beside Köln do.
struct CityCountries: Sendable {
  /// The number of international numbers from which a city is known.
  private static let least = 3
  /// The share of them that one country has.
  private static let share = 0.8

  /// By canonical city: its region, a place in the list of regions; cities of the home region are not in it.
  let regionOfCity: [UInt32: Int]

  /// - Parameters:
  ///   - records: The records.
  ///   - city: The field of cities.
  ///   - phones: The fields of phones.
  ///   - results: By field: its readings.
  ///   - regions: The regions that numbers may be of, ISO 3166-1 alpha-2, the home region left out.
  init(
    _ records: RecordTable, city: Int, phones: [Int], _ results: [FieldResult], regions: [String]
  ) {
    let home = regions.count
    let placeOf = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
    var votes: [UInt64: Int] = [:]
    let cities = results[city].field
    let cityColumns = records.columns(of: city)
    for phone in phones {
      let regionOfRaw = Self.regions(of: results[phone].field, records.pools[phone]) {
        placeOf[$0] ?? home
      }
      guard regionOfRaw.contains(where: { $0 > 0 }) else { continue }
      for column in records.columns(of: phone) {
        for (record, raw) in column.ids.enumerated() where regionOfRaw[Int(raw)] > 0 {
          guard let raw = cityColumns.lazy.map({ $0.ids[record] }).first(where: { $0 > 0 }),
            let city = cities[raw].first
          else { continue }
          votes[
            UInt64(city) << 32 | UInt64(regionOfRaw[Int(column.ids[record])] - 1), default: 0] += 1
        }
      }
    }
    regionOfCity = Self.decided(votes, home: home)
  }

  /// By raw value: the place of the region of its international number plus one, 0 where it has none.
  private static func regions(
    of readings: FieldReadings, _ pool: ValuePool, _ place: (String) -> Int
  ) -> [UInt32] {
    let plan = PhonePlan.shared
    let bytes = pool.bytes.span
    return readings.issues.indices.map { raw in
      guard let value = readings[UInt32(raw)].first,
        isInternational(bytes.extracting(pool.range(of: UInt32(raw))))
      else { return 0 }
      var code = 0
      for digit in readings.canonical.string(value).utf8.dropFirst().prefix(3) {
        code = code * 10 + Int(digit) - 0x30
        guard let region = plan.regions(ofCode: code).first else { continue }
        return UInt32(place(plan.regions[region].id)) + 1
      }
      return 0
    }
  }

  private static func isInternational(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 2 else { return false }
    return cell[0] == 0x2B || cell[0] == 0x28 && cell[1] == 0x2B
      || cell[0] == 0x30 && cell[1] == 0x30
  }

  private static func decided(_ votes: [UInt64: Int], home: Int) -> [UInt32: Int] {
    var totals: [UInt32: Int] = [:]
    for (key, count) in votes { totals[UInt32(key >> 32), default: 0] += count }
    var regionOfCity: [UInt32: Int] = [:]
    for (key, count) in votes {
      let (city, region) = (UInt32(key >> 32), Int(key & 0xFFFF_FFFF))
      let total = totals[city] ?? 0
      if region != home, total >= least, Double(count) >= share * Double(total) {
        regionOfCity[city] = region
      }
    }
    return regionOfCity
  }
}
