import Normalize

extension Subject {
  static let name = Subject(
    name: "name", input: .lines, summary: "reads names of persons"
  ) { settings in
    let normalizer = PersonNameNormalizer(expecting: .party)
    return try ValueWorkload(settings) { normalizer.read($0).canonical.utf8.count }
  }
}
