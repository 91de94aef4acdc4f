import Normalize

extension Subject {
  static let company = Subject(
    name: "company", input: .lines, summary: "reads names of organizations"
  ) { settings in
    let normalizer = OrganizationNameNormalizer()
    return try ValueWorkload(settings) { normalizer.read($0).canonical.utf8.count }
  }
}
