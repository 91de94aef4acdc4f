import Vocabulary

/// How full the names of a field are, so that the fullest can survive.
enum NameRanks {
  /// By field that holds names, by canonical value: higher is fuller; 0 is no name.
  static func ranks(_ results: [FieldResult]) -> [Int: [UInt8]] {
    var ranks: [Int: [UInt8]] = [:]
    for (field, result) in results.enumerated() {
      guard !result.persons.isEmpty || !result.organizations.isEmpty else { continue }
      var byValue = [UInt8](repeating: 0, count: result.field.canonical.count)
      for raw in 0..<UInt32(result.field.issues.count) {
        let forms = result.field[raw]
        if !result.persons.isEmpty, let form = forms.first {
          byValue[Int(form)] = max(byValue[Int(form)], rank(result.persons[Int(raw)]))
        }
        if !result.organizations.isEmpty, let form = forms.last {
          byValue[Int(form)] = max(byValue[Int(form)], rank(result.organizations[Int(raw)]))
        }
      }
      ranks[field] = byValue
    }
    return ranks
  }

  /// A complete Han name says more than its romanization, and both more than a bare surname.
  private static func rank(_ name: PersonNameReading) -> UInt8 {
    guard name.kind != .organization, !name.issues.contains(.placeholder) else { return 0 }
    let isFull = !name.surname.isEmpty && !name.given.isEmpty
    let isInitial = name.script == .latin && name.latinGiven.count == 1
    if isFull, !isInitial { return name.script == .han ? 4 : 3 }
    return isFull ? 2 : 1
  }

  /// The number of parts that the name has.
  private static func rank(_ name: OrganizationNameReading) -> UInt8 {
    [name.place, name.brand, name.industry, name.legalForm].reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
  }
}
