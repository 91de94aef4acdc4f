import Database
package import Vocabulary

extension StateFile {
  /// Reads the decisions about identity that the last published run followed.
  package func rulings() throws -> [FollowedRuling] {
    let rows = try Statement(
      "SELECT fingerprint, verb, party, left_key, right_key FROM rulings ORDER BY fingerprint",
      on: connection)
    var rulings: [FollowedRuling] = []
    while try rows.step() {
      rulings.append(
        FollowedRuling(
          fingerprint: UInt64(bitPattern: rows.int(0)), verb: rows.string(1),
          party: Party(rawValue: rows.string(2)), left: rows.string(3), right: rows.string(4)))
    }
    return rulings
  }

  /// Writes the decisions of a run over those of before.
  func write(_ rulings: [FollowedRuling]) throws {
    try connection.execute("DELETE FROM rulings")
    let insert = try Statement(
      "INSERT OR REPLACE INTO rulings VALUES (?, ?, ?, ?, ?)", on: connection)
    for ruling in rulings {
      try insert.bind(Int64(bitPattern: ruling.fingerprint), at: 1)
      try insert.bind(ruling.verb, at: 2)
      try insert.bind(ruling.party?.rawValue ?? "", at: 3)
      try insert.bind(ruling.left, at: 4)
      try insert.bind(ruling.right, at: 5)
      try insert.run()
    }
  }
}
