import Vocabulary

/// The names of both parties under common numbers, and how full they are.
struct NameNumbers: Sendable {
  let persons: PersonNameNumbers
  let organizations: OrganizationNameNumbers
  /// By field that holds names, by canonical value: how full the name is.
  let ranks: [Int: [UInt8]]

  /// Numbers the names of all fields.
  @concurrent
  init(_ results: [FieldResult]) async {
    async let persons = Self.persons(results)
    organizations = OrganizationNameNumbers(results)
    ranks = NameRanks.ranks(results)
    self.persons = await persons
  }

  @concurrent
  private static func persons(_ results: [FieldResult]) async -> PersonNameNumbers {
    PersonNameNumbers(results)
  }
}

extension [FieldResult] {
  /// These, with nothing in the place of fields that hold no names.
  var named: [FieldResult] {
    map { $0.persons.isEmpty && $0.organizations.isEmpty ? FieldResult() : $0 }
  }
}
