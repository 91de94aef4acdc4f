import Foundation
import Ingest
import Vocabulary

/// A pipeline file made from a look at the files, for a person to correct.
///
/// A profile that fits is taken as it is. Otherwise a column goes where its name says, unless its
/// values contradict, and else where its values say. Where that leaves the files without anything by
/// which a customer can be reached or told, the columns become a schema of their own.
struct PipelineDraft: Sendable {
  /// One column that is mapped.
  struct Column: Sendable {
    var label: String
    var field: String
    var kind: FieldKind
    var part: MappedColumn.NamePart?
    /// Why, in one phrase.
    var reason: String
  }

  /// A field that the schema lacks.
  struct Field: Hashable, Sendable {
    var kind: FieldKind
    /// Whether its values are kept as tokens.
    var isSensitive = false
  }

  struct Source: Sendable {
    var group: FileGroup
    /// The paths as the file writes them.
    var paths: [String]
    var survey: SourceSurvey
    /// Whether the files name no columns.
    var hasNoHeader: Bool
    /// The profile that maps the columns; nil where `columns` do.
    var profile: String?
    var id: [String] = []
    var columns: [Column] = []
    /// Columns that are left out, each with the reason.
    var left: [(label: String, reason: String)] = []
  }

  var sources: [Source]
  var isCustomer: Bool
  /// The fields that the schema needs beside those it has, in order.
  var fields: [(name: String, field: Field)] = []

  init(_ surveyed: [SurveyedGroup], paths: (FileGroup) -> [String]) {
    let plans = surveyed.map { ColumnPlan($0.survey) }
    isCustomer = plans.contains(where: \.isCustomer)
    sources = []
    for (group, plan) in zip(surveyed, plans) {
      var source = Source(
        group: group.group, paths: paths(group.group), survey: group.survey,
        hasNoHeader: group.hasNoHeader)
      if let profile = plan.profile {
        source.profile = profile
      } else {
        source.id = plan.id
        take(plan, into: &source)
      }
      sources.append(source)
    }
  }

  /// Whether every source has a column that says something.
  var isUsable: Bool { sources.allSatisfy { $0.profile != nil || !$0.columns.isEmpty } }

  private mutating func take(_ plan: ColumnPlan, into source: inout Source) {
    var names = Set(source.columns.map(\.field))
    for proposal in plan.columns {
      switch proposal.use {
      case .customer(let field, let kind, let part) where isCustomer:
        source.columns.append(
          Column(
            label: proposal.label, field: field, kind: kind, part: part, reason: proposal.reason))
      case .customer(let field, let kind, let part):
        let own: FieldKind =
          switch part {
          case .given: .givenName
          case .surname: .surname
          case nil: kind
          }
        let isSensitive = Schema.customer.index(of: field)
          .map { Schema.customer.fields[$0].isSensitive }
        add(proposal, Field(kind: own, isSensitive: isSensitive ?? false), &names, to: &source)
      case .own(let kind) where !plan.isCustomer || kind == .identifier:
        add(proposal, Field(kind: kind), &names, to: &source)
      case .own(let kind):
        source.left.append((proposal.label, "\(kind.rawValue)? \(proposal.reason)"))
      case .none:
        source.left.append((proposal.label, proposal.reason))
      }
    }
  }

  /// Maps a column to a field that is called like it.
  private mutating func add(
    _ proposal: ColumnPlan.Proposal, _ proposed: Field, _ names: inout Set<String>,
    to source: inout Source
  ) {
    let base = FieldName.of(proposal.label)
    var name = base
    var number = 2
    while !names.insert(name).inserted || isTaken(name, proposed) {
      name = "\(base)_\(number)"
      number += 1
    }
    if !fields.contains(where: { $0.name == name }) { fields.append((name, proposed)) }
    source.columns.append(
      Column(
        label: proposal.label, field: name, kind: proposed.kind, reason: proposal.reason))
  }

  /// Whether the schema has a field of that name that is something else.
  private func isTaken(_ name: String, _ field: Field) -> Bool {
    if isCustomer, Schema.customer.index(of: name) != nil { return true }
    return fields.contains { $0.name == name && $0.field != field }
  }
}

/// A group of files and what a look at them found.
struct SurveyedGroup: Sendable {
  var group: FileGroup
  var survey: SourceSurvey
  var hasNoHeader: Bool
}

/// A field's name made from a column's.
enum FieldName {
  /// Columns of golden.csv that no field may be called like.
  private static let reserved: Set<String> = [
    "golden_id", "party", "owners", "owner_count", "record_count", "source_count", "first_seen",
    "last_seen", "confidence",
  ]

  static func of(_ label: String) -> String {
    var name = ""
    for character in label {
      if "./;,\"'\\".contains(character) || character.isWhitespace || character.isNewline {
        if !name.hasSuffix("_") { name.append("_") }
      } else {
        name.append(character)
      }
    }
    while name.hasPrefix("_") { name.removeFirst() }
    while name.hasSuffix("_") { name.removeLast() }
    if name.isEmpty { name = "column" }
    return reserved.contains(name) ? name + "_value" : name
  }
}
