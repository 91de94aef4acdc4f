import Match
import Vocabulary

extension PipelineFile {
  /// Why a text is no level for a field, and the way out; nil when it is one.
  func problem(ofLevel text: String, for field: Field) -> String? {
    guard let level = ComparisonLevel(text) else { return Self.problem(ofLevel: text) }
    let kinds = Self.evidenceKinds(of: field.kind)
    guard !kinds.contains(where: level.applies) else { return nil }
    let fitting = ComparisonLevel.grammar.filter { example in
      ComparisonLevel(example).map { level in kinds.contains(where: level.applies) } ?? false
    }
    return "the comparison level '\(text)' never holds for '\(field.name)'; "
      + "use one of: " + fitting.joined(separator: ", ")
  }

  private static func problem(ofLevel text: String) -> String {
    let word = text.prefix { $0.isLetter }
    let words = ComparisonLevel.grammar.map { String($0.prefix { $0.isLetter }) }
    guard let index = words.firstIndex(of: String(word)) else {
      let wayOut = SpellingSuggestion.wayOut(for: String(word), among: words)
      return "unknown comparison level '\(text)'; \(wayOut)"
    }
    return "the comparison level '\(text)' has a wrong bound; "
      + "write it like '\(ComparisonLevel.grammar[index])'"
  }

  /// How a field is compared; none where it is no evidence, two where it names either party.
  static func evidenceKinds(of kind: FieldKind) -> [EvidenceColumn.Kind] {
    switch kind {
    case .personName: [.personName]
    case .organizationName: [.organizationName]
    case .partyName: [.personName, .organizationName]
    default: [EvidenceColumn.Kind(kind)].compactMap(\.self)
    }
  }

  /// The evidence column that a field's values are in, for one kind of party.
  func evidenceColumn(of field: String, for party: Party) -> String {
    guard let index = schema.index(of: field) else { return field }
    switch schema.fields[index].kind {
    case .personName: return EvidenceColumn.personName
    case .organizationName: return EvidenceColumn.organizationName
    case .partyName:
      return party == .person ? EvidenceColumn.personName : EvidenceColumn.organizationName
    default: return field
    }
  }
}
