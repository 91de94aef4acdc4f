import Ingest
import Vocabulary

/// What the columns of one source are taken for, before there is a schema.
struct ColumnPlan: Sendable {
  enum Use: Hashable, Sendable {
    /// A field of the customer schema.
    case customer(String, FieldKind, MappedColumn.NamePart?)
    /// A field of its own.
    case own(FieldKind)
    case none
  }

  struct Proposal: Sendable {
    var label: String
    var use: Use
    var reason: String
  }

  /// A profile of a system that fits; the columns are its affair then.
  var profile: String?
  var id: [String] = []
  /// In the order of the columns, the id left out.
  var columns: [Proposal] = []

  /// Fields that only files of customers have.
  private static let telling: Set<String> = [
    "party_name", "contact", "company", "wechat", "uscc", "owner",
  ]

  init(_ survey: SourceSurvey) {
    if let profile = survey.profile, profile != SourceProfile.generalName {
      self.profile = profile
      return
    }
    let records = survey.accounting.records
    id = Self.id(survey, records: records)
    var taken: Set<String> = []
    for column in survey.columns where !id.contains(column.label) {
      let use = Self.use(of: column, survey, &taken)
      columns.append(
        Proposal(label: column.label, use: use, reason: Self.reason(column, records: records)))
    }
  }

  /// Whether the source is about customers.
  ///
  /// A list of persons whose given names and surnames are columns of their own is better off with a
  /// schema of its own, in which each of the two is evidence by itself.
  var isCustomer: Bool {
    var (hasTelling, canBeReached, hasParts) = (false, false, false)
    for column in columns {
      guard case .customer(let field, _, let part) = column.use else { continue }
      if Self.telling.contains(field) { hasTelling = true }
      if field == "phone" || field == "email" { canBeReached = true }
      if part != nil { hasParts = true }
    }
    return profile != nil || hasTelling || canBeReached && !hasParts
  }

  /// The column that tells the records apart: named like an id, or else full of different codes.
  private static func id(_ survey: SourceSurvey, records: Int) -> [String] {
    guard records > 0 else { return survey.idColumns }
    let named = survey.columns.first { column in
      survey.idColumns.contains(column.label) && column.filled * 20 >= records * 19
        && column.distinct * 20 >= column.filled * 19
    }
    let guessed = survey.columns.first { column in
      column.guess.form == .identifier && column.filled == records && column.distinct == records
    }
    return (named ?? guessed).map { [$0.label] } ?? []
  }

  private static func use(
    of column: ColumnSurvey, _ survey: SourceSurvey, _ taken: inout Set<String>
  ) -> Use {
    let schema = Schema.customer
    if let mapped = survey.mapped.first(where: { $0.header == column.label }) {
      let field = schema.fields[mapped.field]
      if !contradicts(column.guess, field) {
        taken.insert(field.name)
        return .customer(field.name, field.kind, mapped.namePart)
      }
    }
    guard column.filled > 0 else { return .none }
    let isLabelled = survey.mapped.contains { mapped in
      schema.fields[mapped.field].name == column.guess.form.customerField
    }
    if column.guess.confidence >= 0.6, let name = column.guess.form.customerField,
      let index = schema.index(of: name),
      schema.fields[index].isMultiple || !isLabelled && !taken.contains(name)
    {
      taken.insert(name)
      return .customer(name, schema.fields[index].kind, nil)
    }
    return column.guess.form.kind.map { .own($0) } ?? .none
  }

  /// Whether the values are surely something else than the label says.
  private static func contradicts(_ guess: ColumnGuess, _ field: Field) -> Bool {
    let unmistakable: [ColumnGuess.Form] = [
      .email, .url, .creditCode, .residentID, .phone, .date, .timestamp,
    ]
    guard unmistakable.contains(guess.form), guess.confidence >= 0.8 else { return false }
    switch (guess.kind, field.kind) {
    case (let kind, let other) where kind == other: return false
    case (.date, .timestamp), (.timestamp, .date): return false
    case (_, .text): return false
    default: return true
    }
  }

  private static func reason(_ column: ColumnSurvey, records: Int) -> String {
    guard column.filled > 0 else { return "empty" }
    let sure = Int((column.guess.confidence * 100).rounded())
    let full = records > 0 ? Int((Double(column.filled) / Double(records) * 100).rounded()) : 0
    return "looks like \(column.guess.form.rawValue), sure \(sure) %; "
      + "filled \(full) %, \(column.distinct) different"
  }
}
