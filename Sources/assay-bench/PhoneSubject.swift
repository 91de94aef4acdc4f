import Normalize

extension Subject {
  static let phone = Subject(
    name: "phone", input: .lines, summary: "reads phone numbers; the region is CN"
  ) { settings in
    let normalizer = PhoneNormalizer(region: "CN")
    return try ValueWorkload(settings, reusing: PhoneReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return reading.values.count
    }
  }
}
