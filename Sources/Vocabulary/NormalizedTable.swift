/// The records with their values normalized, and the parties that they mention.
package struct NormalizedTable: Sendable {
  package var records: RecordTable
  /// By field of the schema.
  package var readings: [FieldReadings]
  package var persons: MentionTable
  package var organizations: MentionTable
  /// By record; nil where the source has no such column or the cell no valid time.
  package var created: [CivilTime?]
  package var updated: [CivilTime?]
  package var touched: [CivilTime?]
  /// By field that holds names, by canonical value; the last form of a value that may name either
  /// party is the organization's.
  package var nameKeys: [Int: [NameKey]] = [:]

  package init(
    records: RecordTable, readings: [FieldReadings], persons: MentionTable,
    organizations: MentionTable, created: [CivilTime?], updated: [CivilTime?],
    touched: [CivilTime?]
  ) {
    self.records = records
    self.readings = readings
    self.persons = persons
    self.organizations = organizations
    self.created = created
    self.updated = updated
    self.touched = touched
  }

  /// The mentions of one kind of party.
  package func mentions(of party: Party) -> MentionTable {
    party == .person ? persons : organizations
  }
}
