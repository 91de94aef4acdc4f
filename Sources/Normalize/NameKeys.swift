import Vocabulary

/// What names share with those that may mean the same, so that they can be looked up.
enum NameKeys {
  /// By field that holds names, by canonical value.
  static func keys(_ results: [FieldResult]) -> [Int: [NameKey]] {
    var keys: [Int: [NameKey]] = [:]
    for (field, result) in results.enumerated() {
      guard !result.persons.isEmpty || !result.organizations.isEmpty else { continue }
      var byValue = [NameKey](repeating: NameKey(), count: result.field.canonical.count)
      for raw in 0..<UInt32(result.field.issues.count) {
        let forms = result.field[raw]
        if !result.persons.isEmpty, let form = forms.first, byValue[Int(form)] == NameKey() {
          byValue[Int(form)] = key(Int(raw), result.persons)
        }
        if !result.organizations.isEmpty, let form = forms.last, byValue[Int(form)].loose == 0 {
          byValue[Int(form)] = key(Int(raw), result.organizations)
        }
      }
      keys[field] = byValue
    }
    return keys
  }

  /// The same for both orders of the two parts; a surname alone shares nothing.
  private static func key(_ name: Int, _ names: PersonNameColumn) -> NameKey {
    let given = names.has(.formalGiven, name) ? PersonNameColumn.Part.formalGiven : .latinGiven
    guard names.has(.latinSurname, name), names.has(given, name) else { return NameKey() }
    let bytes = names.parts.bytes.span
    let surname = hashBytes(bytes.extracting(names.range(.latinSurname, of: name)))
    let first = hashBytes(bytes.extracting(names.range(given, of: name)))
    return NameKey(close: surname &+ first)
  }

  private static func key(_ name: Int, _ names: OrganizationNameColumn) -> NameKey {
    let bytes = names.parts.bytes.span
    func hash(_ part: OrganizationNameColumn.Part) -> UInt64 {
      names.has(part, name) ? hashBytes(bytes.extracting(names.range(part, of: name))) : 0
    }
    return NameKey(close: hash(.key), loose: hash(.brand))
  }
}
