import Normalize

extension Subject {
  static let name = Subject(
    name: "name", input: .lines, summary: "reads names of persons"
  ) { settings in
    let normalizer = PersonNameNormalizer(expecting: .party)
    return try ValueWorkload(settings, reusing: PersonNameReading.init) { cell, reading in
      normalizer.read(cell, into: &reading)
      return Int(reading.script.rawValue) + 1
    }
  }
}
