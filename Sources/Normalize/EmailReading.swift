package import Vocabulary

/// One e-mail address.
package struct EmailAddress: Hashable, Sendable {
  /// Lower-case, otherwise as typed.
  package var canonical: String
  /// The mailbox behind it: without a tag, without Gmail's dots, at the domain that was meant.
  ///
  /// Two addresses with the same identity reach the same person.
  package var identity: String
  /// The address at the domain that was meant, where it is misspelt; else nil.
  package var suggestion: String?
  /// Whether the mailbox belongs to a function such as sales@, and so is nobody's identity.
  package var isRole: Bool
  /// Whether the mailbox is of a service for throwing away, and so is nobody's identity.
  package var isDisposable: Bool
}

/// What one e-mail cell holds.
///
/// One reading serves for many cells: its memory is used again.
package struct EmailReading: Sendable {
  /// Where one address stands in `bytes`.
  package struct Entry: Sendable {
    package var canonical: Range<Int>
    package var identity: Range<Int>
    package var suggestion: Range<Int>
    package var isRole: Bool
    package var isDisposable: Bool
  }

  package var issues: ValueIssues = []
  /// The valid addresses, in the order of the cell, each once.
  package private(set) var entries: [Entry] = []
  /// The texts of the addresses.
  package private(set) var bytes: [UInt8] = []
  /// What a cell is read in.
  var clean = CleanText()
  var text = EmailText()

  package init() {}

  /// Makes the reading that of a cell without anything, and keeps the memory.
  mutating func reset() {
    issues = []
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The valid addresses as strings, for those who show them.
  package var values: [EmailAddress] {
    entries.map { entry in
      EmailAddress(
        canonical: string(entry.canonical), identity: string(entry.identity),
        suggestion: entry.suggestion.isEmpty ? nil : string(entry.suggestion),
        isRole: entry.isRole, isDisposable: entry.isDisposable)
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: - Writing

  mutating func append(_ scalars: ArraySlice<UInt32>) {
    for scalar in scalars {
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else {
        bytes.append(contentsOf: String(scalars: [scalar]).utf8)
      }
    }
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds an address unless the cell holds it already.
  mutating func add(_ entry: Entry) {
    let isKnown = entries.contains {
      bytes[$0.canonical].elementsEqual(bytes[entry.canonical])
    }
    if !isKnown { entries.append(entry) }
  }
}

extension EmailReading: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.issues == right.issues && left.values == right.values
  }
}
