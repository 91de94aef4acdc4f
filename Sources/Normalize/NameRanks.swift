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
          byValue[Int(form)] = max(byValue[Int(form)], rank(Int(raw), result.persons))
        }
        if !result.organizations.isEmpty, let form = forms.last {
          byValue[Int(form)] = max(byValue[Int(form)], rank(Int(raw), result.organizations))
        }
      }
      ranks[field] = byValue
    }
    return ranks
  }

  /// A complete Han name says more than its romanization, and both more than a bare surname.
  private static func rank(_ name: Int, _ names: PersonNameColumn) -> UInt8 {
    let facts = names.facts[name]
    guard facts.kind != .organization, !facts.issues.contains(.placeholder) else { return 0 }
    let isFull = names.has(.surname, name) && names.has(.given, name)
    let isInitial = facts.script == .latin && names.range(.latinGiven, of: name).count == 1
    if isFull, !isInitial { return facts.script == .han ? 4 : 3 }
    return isFull ? 2 : 1
  }

  /// The number of parts that the name has.
  private static func rank(_ name: Int, _ names: OrganizationNameColumn) -> UInt8 {
    let parts: [OrganizationNameColumn.Part] = [.place, .brand, .industry, .legalForm]
    return parts.reduce(0) { $0 + (names.has($1, name) ? 1 : 0) }
  }
}
