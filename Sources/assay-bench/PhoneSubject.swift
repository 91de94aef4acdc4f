import Normalize

extension Subject {
  static let phone = Subject(
    name: "phone", input: .lines, summary: "reads phone numbers; the region is CN"
  ) { settings in
    let normalizer = PhoneNormalizer(region: "CN")
    return try ReusingWorkload(settings, PhoneReading()) { value, reading in
      normalizer.read(value, into: &reading)
      return reading.values.count
    }
  }
}
