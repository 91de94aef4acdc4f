/// The records of before that the latest exports of their sources lack.
///
/// Keys ascend by their bytes, each once.
package struct AbsenceTable: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var key: String
    /// The complete exports that lacked the record, one after the other.
    package var exports: Int
    /// The as-of day of the first of them.
    package var since: CivilDay
    /// The as-of day from which the record is held for deleted; nil while it may come back.
    package var gone: CivilDay?

    package init(key: String, exports: Int, since: CivilDay, gone: CivilDay? = nil) {
      self.key = key
      self.exports = exports
      self.since = since
      self.gone = gone
    }
  }

  package private(set) var entries: [Entry] = []

  package init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The keys of the records that are held for deleted, ascending.
  package var goneKeys: [String] { entries.filter { $0.gone != nil }.map(\.key) }
}
