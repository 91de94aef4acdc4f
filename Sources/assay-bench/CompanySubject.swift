import Normalize

extension Subject {
  static let company = Subject(
    name: "company", input: .lines, summary: "reads names of organizations"
  ) { settings in
    let normalizer = OrganizationNameNormalizer()
    return try ValueWorkload(settings, reusing: OrganizationNameReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return Int(reading.script.rawValue) + 1
    }
  }
}
