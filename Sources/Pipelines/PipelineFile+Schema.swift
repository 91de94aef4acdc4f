import Vocabulary

/// The two bases that `fields` can stand on.
private enum SchemaBase: String, CaseIterable {
  case customer
  case none
}

extension PipelineFile {
  mutating func readSchema(_ top: PipelineFileObject) {
    isCustomer = top.word("schema", as: SchemaBase.self) != SchemaBase.none
    if !isCustomer { schema = Schema() }
    guard let fields = top.object("fields") else {
      if !isCustomer, top.value("fields") == nil {
        top.report(
          "fields",
          "schema \"none\" has no fields; add them, such as fields: { name: \"personName\" }")
      }
      return
    }
    if !isCustomer, fields.members.isEmpty {
      top.report("fields", "schema \"none\" needs a field; add one such as name: \"personName\"")
    }
    for member in fields.members {
      guard let field = readField(member, of: fields) else { continue }
      schema.set(field)
    }
  }

  private mutating func readField(
    _ member: PipelineFileMember, of fields: PipelineFileObject
  ) -> Field? {
    let name = member.key
    guard !name.isEmpty, !name.contains(where: { "./;,\"".contains($0) || $0.isNewline }) else {
      fields.report(name, "a field's name cannot be '\(name)'; use letters, digits and '_'")
      return nil
    }
    switch fields.value(name) {
    case .text?:
      guard let kind = fields.word(name, as: FieldKind.self) else { return nil }
      return field(name, kind: kind)
    case .object(let members)?:
      let object = PipelineFileObject(
        members, path: fields.place(name), problems: fields.problems)
      return readField(name, object)
    case let other:
      let found = other?.kind ?? "null"
      fields.report(
        name, "a field must be a kind or an object, not \(found); write one such as \"text\"")
      return nil
    }
  }

  private mutating func readField(_ name: String, _ object: PipelineFileObject) -> Field? {
    let known = schema.index(of: name).map { schema.fields[$0] }
    let kind = object.word("kind", as: FieldKind.self)
    if kind == nil, known == nil, object.value("kind") == nil {
      object.report("kind", "the key 'kind' is missing; write one such as kind: \"text\"")
    }
    var field = (kind ?? known?.kind).map { self.field(name, kind: $0) }
    if let exclusive = object.flag("exclusive") { field?.isExclusive = exclusive }
    if let multiple = object.flag("multiple") { field?.isMultiple = multiple }
    readSensitive(object, known: known, into: &field)
    if let golden = object.word("golden", as: GoldenWord.self) {
      field?.golden = golden == .sum ? .sum : .survivor
      if golden == .sum, let kind = field?.kind, kind != .number {
        object.report(
          "golden",
          "only numbers add up, and '\(name)' is of kind \(kind.rawValue); "
            + "write kind: \"number\" or leave golden out")
      }
    }
    object.finish()
    return field
  }

  /// Whether the field's values become tokens.
  ///
  /// The built-in sensitive fields do, unless the file speaks of them: `sensitive: true` says that
  /// whoever wrote it knows what they are, and keeps them in clear. A field of one's own becomes
  /// tokens by `sensitive: true`.
  private func readSensitive(
    _ object: PipelineFileObject, known: Field?, into field: inout Field?
  ) {
    guard let sensitive = object.flag("sensitive") else { return }
    let isBuiltIn = known.map { Schema.customer.index(of: $0.name) != nil && $0.isSensitive }
    field?.isSensitive = sensitive && isBuiltIn != true
    guard let kind = field?.kind, field?.isSensitive == true, !kind.canBeToken else { return }
    object.report(
      "sensitive",
      "values of kind \(kind.rawValue) cannot become tokens; "
        + "write kind: \"identifier\", or leave sensitive out")
  }

  /// A field of the schema with another kind, or a new one with the defaults of its kind.
  private func field(_ name: String, kind: FieldKind) -> Field {
    guard let index = schema.index(of: name) else {
      return Field(name, kind, isMultiple: kind == .phone || kind == .email)
    }
    var field = schema.fields[index]
    field.kind = kind
    if kind != .number { field.golden = .survivor }
    return field
  }

  /// Reports a name that is no field of the schema.
  func checkField(_ name: String, at place: String, problems: PipelineFileProblems) -> Bool {
    guard schema.index(of: name) == nil else { return true }
    let names = schema.fields.map(\.name)
    let wayOut =
      SpellingSuggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "declare it under 'fields' or use one of: " + names.joined(separator: ", ")
    problems.report(place, "unknown field '\(name)'; \(wayOut)")
    return false
  }
}

extension FieldKind {
  /// Whether a token can stand for a value of the kind: it is compared as a whole.
  fileprivate var canBeToken: Bool {
    switch self {
    case .identifier, .place, .postcode, .category, .number, .text, .givenName, .surname: true
    default: false
    }
  }
}

/// `Field.GoldenValue` as the file writes it.
private enum GoldenWord: String, CaseIterable {
  case survivor
  case sum
}
