import Database
package import Vocabulary

/// A trained match model, as text that only the match stage understands.
package struct StoredModel: Hashable, Sendable {
  package var party: Party
  package var json: String
  /// A digest of the match configuration that the model was trained under.
  ///
  /// A model of another configuration is of no use; train again.
  package var fingerprint: String
  /// The run that trained it, or the last published one when it was trained by itself.
  package var trainedRun: String

  package init(party: Party, json: String, fingerprint: String, trainedRun: String) {
    self.party = party
    self.json = json
    self.fingerprint = fingerprint
    self.trainedRun = trainedRun
  }
}

extension StateFile {
  /// The model of one kind of party, or nil when none is kept.
  package func model(of party: Party) throws -> StoredModel? {
    let row = try Statement(
      "SELECT json, fingerprint, trained_run FROM models WHERE party = ?", on: connection)
    try row.bind(party.rawValue, at: 1)
    guard try row.step() else { return nil }
    return StoredModel(
      party: party, json: row.string(0), fingerprint: row.string(1), trainedRun: row.string(2))
  }

  /// Keeps models for the next runs in place of those of before; nothing else changes.
  package func keep(_ models: [StoredModel]) throws {
    try connection.transaction { try write(models) }
  }

  func write(_ models: [StoredModel]) throws {
    let replace = try Statement(
      "INSERT OR REPLACE INTO models VALUES (?, ?, ?, ?)", on: connection)
    for model in models {
      try replace.bind(model.party.rawValue, at: 1)
      try replace.bind(model.json, at: 2)
      try replace.bind(model.fingerprint, at: 3)
      try replace.bind(model.trainedRun, at: 4)
      try replace.run()
    }
  }
}
