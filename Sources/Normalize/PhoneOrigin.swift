/// Where a Chinese number is from: a mobile's carrier, a landline's cities.
struct PhoneOrigins: Sendable {
  /// Carriers by prefix, the longer prefixes first.
  private let carriers: [(prefix: UInt64, digits: Int, carrier: String)]
  /// Cities by area code as a number.
  private let cities: [String]

  static let shared = PhoneOrigins()

  private init() {
    carriers = CarrierTable.prefixes.description.split(separator: "\n")
      .compactMap { line -> (prefix: UInt64, digits: Int, carrier: String)? in
        let words = line.split(separator: " ")
        guard words.count > 1, let prefix = UInt64(words[0]) else { return nil }
        return (prefix, words[0].count, words.dropFirst().joined())
      }
      .sorted { $0.digits > $1.digits }
    var cities = [String](repeating: "", count: 1000)
    for city in PlaceAreas.shared.cities {
      guard let code = Int(city.areaCode), cities.indices.contains(code) else { continue }
      cities[code] += (cities[code].isEmpty ? "" : "、") + city.short
    }
    self.cities = cities
  }

  /// The carrier that a mobile's prefix was given to, by the eleven digits of the number.
  func carrier(ofMobile national: UInt64) -> String? {
    for entry in carriers {
      var front = national
      for _ in entry.digits..<11 { front /= 10 }
      if front == entry.prefix { return entry.carrier }
    }
    return nil
  }

  /// The cities of an area code, such as 755.
  func cities(ofAreaCode code: Int) -> String? {
    cities.indices.contains(code) && !cities[code].isEmpty ? cities[code] : nil
  }
}

extension PhoneNumber {
  /// The carrier that gave out a Chinese mobile, such as 中国移动; nil for other numbers.
  ///
  /// Customers may take their number to another carrier.
  package var carrier: String? {
    guard type == .mobile, region == "CN", digits / 100_000_000_000 == 86 else { return nil }
    return PhoneOrigins.shared.carrier(ofMobile: digits % 100_000_000_000)
  }

  /// The cities of a Chinese landline's area code, such as 深圳; nil for other numbers.
  package var area: String? {
    guard region == "CN", let area = PhoneArea(of: self) else { return nil }
    var code = 0
    for index in 0..<area.digits.count { code = code * 10 + Int(area.digits[index]) }
    return PhoneOrigins.shared.cities(ofAreaCode: code)
  }
}
