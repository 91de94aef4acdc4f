/// What the word lists say about mailboxes and their domains.
///
/// Words are looked up as scalars in lower case.
struct MailWords: Sendable {
  /// What is known of a domain.
  enum DomainSense: String, CaseIterable, Sendable {
    case provider, frequent, slip, ending, disposable, filler
  }

  /// What stands before the @.
  enum MailboxSense: String, CaseIterable, Sendable {
    case role, filler
  }

  struct Domain: Sendable {
    var sense: DomainSense
    /// The domain that was meant, or under which the same mailbox is known; empty for none.
    var meant: [UInt32]
    /// Whether dots in the mailbox do not count.
    var ignoresDots: Bool
  }

  private enum Ignored: String, CaseIterable { case nothing = "", dots }

  private var domains = WordTable<Domain>()
  private var mailboxes = WordTable<MailboxSense>()
  private var endings: [(wrong: [UInt32], meant: [UInt32])] = []
  /// The last labels of wrong ends, so that most domains need no look at the ends.
  private var lastLabels = WordTable<Bool>()
  private var frequent: [[UInt32]] = []

  init(_ lists: WordLists) throws(WordListError) {
    for entry in lists[.mailboxes] {
      mailboxes[Self.letters(entry.word).span] = try entry.value(1, as: MailboxSense.self)
    }
    for entry in lists[.domains] {
      let word = Self.letters(entry.word)
      let domain = Domain(
        sense: try entry.value(1, as: DomainSense.self), meant: Self.letters(entry.cells[2]),
        ignoresDots: try entry.value(3, as: Ignored.self) == .dots)
      switch domain.sense {
      case .ending:
        endings.append((word, domain.meant))
        let point = word.lastIndex(of: 0x2E) ?? 0
        lastLabels[word.span.extracting(point + 1..<word.count)] = true
      case .frequent:
        frequent.append(word)
        domains[word.span] = domain
      case .provider, .slip, .disposable, .filler: domains[word.span] = domain
      }
    }
    endings.sort { $0.wrong.count > $1.wrong.count }
  }

  private static func letters(_ word: String) -> [UInt32] {
    word.lowercased().unicodeScalars.map(\.value)
  }

  func mailbox(_ local: Span<UInt32>) -> MailboxSense? { mailboxes[local] }

  func domain(_ name: Span<UInt32>) -> Domain? { domains[name] }

  /// The domain that was meant by one that nobody knows; nil when it may be right.
  func correction(_ domain: [UInt32]) -> [UInt32]? {
    let last = domain.lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
    guard lastLabels.contains(domain.span.extracting(last..<domain.count)) else {
      return nearest(domain)
    }
    for (wrong, meant) in endings
    where domain.count > wrong.count && domain.suffix(wrong.count).elementsEqual(wrong) {
      let mended = Array(domain.dropLast(wrong.count)) + meant
      return correction(mended, orNil: domains[mended.span]) ?? mended
    }
    return nearest(domain)
  }

  private func correction(_ mended: [UInt32], orNil known: Domain?) -> [UInt32]? {
    guard let known else { return nearest(mended) }
    return known.sense == .slip ? known.meant : nil
  }

  /// The one frequent domain that is a slip of the hand away.
  private func nearest(_ domain: [UInt32]) -> [UInt32]? {
    var found: [UInt32]?
    for known in frequent where abs(known.count - domain.count) <= 1 {
      guard MailSlip.turns(known, into: domain) else { continue }
      if found != nil { return nil }
      found = known
    }
    return found
  }
}

/// One slip of the hand in a domain.
enum MailSlip {
  /// Whether one slip turns a domain into what was typed.
  ///
  /// Two letters exchanged, one doubled or too many, one left out, one for another. Of short names
  /// less is believed, for there every other name is somebody's.
  static func turns(_ known: [UInt32], into typed: [UInt32]) -> Bool {
    var place = 0
    let shared = min(known.count, typed.count)
    while place < shared, known[place] == typed[place] { place += 1 }
    let nameLength = known.firstIndex(of: 0x2E) ?? known.count
    let isInName = place < nameLength
    switch typed.count - known.count {
    case 0:
      guard place < shared else { return false }
      if rest(known, place + 1, equals: typed, place + 1) {
        return !isInName || nameLength >= 5 && place > 0
          || looksAlike(known[place], typed[place])
      }
      return place + 1 < shared && known[place] == typed[place + 1]
        && known[place + 1] == typed[place] && rest(known, place + 2, equals: typed, place + 2)
    case 1:
      guard rest(known, place, equals: typed, place + 1) else { return false }
      let isDoubled = place > 0 && typed[place] == typed[place - 1]
      return !isInName || nameLength >= 5 || isDoubled || isScalarDigit(typed[place])
    case -1:
      guard rest(known, place + 1, equals: typed, place) else { return false }
      return !isInName || nameLength >= 4
    default: return false
    }
  }

  private static func rest(_ left: [UInt32], _ i: Int, equals right: [UInt32], _ j: Int) -> Bool {
    left.count - i == right.count - j && left[i...].elementsEqual(right[j...])
  }

  /// l and 1, o and 0.
  private static func looksAlike(_ left: UInt32, _ right: UInt32) -> Bool {
    switch (left, right) {
    case (0x31, 0x6C), (0x6C, 0x31), (0x30, 0x6F), (0x6F, 0x30): true
    default: false
    }
  }
}
