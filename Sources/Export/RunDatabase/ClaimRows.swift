import Database
import Vocabulary

/// The rows of the table `claim`: the claims of every golden record.
final class ClaimRows: RowSource {
  private let places: GoldenPlaces
  private let persons: Side
  private let organizations: Side
  private let rules: ReasonWords
  private var golden = -1
  private var index = 0
  private var end = 0
  private var start = 0
  private var claim: GoldenClaim?
  /// The texts of the claims of some golden records that follow each other, up to `foundEnd`.
  private var found = FoundTexts()
  private var foundEnd = 0
  private var place = -1

  /// What the claims of one kind of party are read from.
  private struct Side {
    let starts: [UInt32]
    let claims: [GoldenClaim]
    let recordOf: [UInt32]
    let text: ClaimText

    init(_ golden: GoldenTable, _ table: NormalizedTable, _ text: ClaimText) {
      starts = golden.claimStarts
      claims = golden.claims
      recordOf = table.mentions(of: golden.party).record
      self.text = text
    }
  }

  init(
    _ results: ResultTables, _ places: GoldenPlaces, _ texts: ClaimTexts, _ words: DatabaseWords
  ) {
    self.places = places
    persons = Side(results.persons, results.table, texts.persons)
    organizations = Side(results.organizations, results.table, texts.organizations)
    rules = ReasonWords(words)
  }

  func next() -> Bool {
    index += 1
    place += 1
    while index >= end {
      golden += 1
      guard golden < places.count else { return false }
      if golden == foundEnd { find() }
      let cluster = Int(places.cluster[golden])
      let starts = places.isPerson[golden] ? persons.starts : organizations.starts
      (start, end) = (Int(starts[cluster]), Int(starts[cluster + 1]))
      index = start
    }
    claim = places.isPerson[golden] ? persons.claims[index] : organizations.claims[index]
    return true
  }

  /// Looks up the texts of the golden records that come next.
  private func find() {
    foundEnd = places.endOfRun(from: golden)
    let side = places.isPerson[golden] ? persons : organizations
    var numbers: [UInt32?] = []
    for cluster in places.cluster[golden..<foundEnd] {
      for index in Int(side.starts[Int(cluster)])..<Int(side.starts[Int(cluster) + 1]) {
        numbers.append(side.claims[index].claim)
      }
    }
    side.text.find(numbers, withRaw: true, into: &found)
    place = 0
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    guard let claim else { return }
    switch column {
    case 0: cell.put((golden + 1) << RunDatabase.shift | (index - start))
    case 1: cell.put(Int(claim.field) + 1)
    case 2, 3:
      let isRaw = column == 3
      if places.isPerson[golden] {
        put(persons.text, isRaw: isRaw, into: cell)
      } else {
        put(organizations.text, isRaw: isRaw, into: cell)
      }
    case 4:
      let side = places.isPerson[golden] ? persons.recordOf : organizations.recordOf
      cell.put(Int(side[Int(claim.mention)]) + 1)
    case 5: cell.put(claim.isCurrent)
    default: if let reason = claim.reason { cell.put(rules[reason]) }
    }
  }

  /// Puts the value of a claim, or its raw value where that is another.
  private func put(_ text: borrowing ClaimText, isRaw: Bool, into cell: borrowing Cell) {
    // Safe because the texts are lent for longer than the insertion takes.
    guard isRaw else { return text.readValue(place, of: found) { unsafe cell.put(lasting: $0) } }
    text.readValue(place, of: found) { value in
      text.readRawValue(place, of: found) { raw in
        if !equalBytes(value, raw) { unsafe cell.put(lasting: raw) }
      }
    }
  }
}

/// The numbers of the words for why a value survives.
private struct ReasonWords {
  private let onlyValue: Int
  private let distinctValue: Int
  private let smallestRecordKey: Int
  private let sum: Int
  private let rules: [SurvivorshipRule: Int]

  init(_ words: DatabaseWords) {
    func number(_ reason: SurvivorReason) -> Int { words.number(of: reason.name) ?? 0 }
    onlyValue = number(.onlyValue)
    distinctValue = number(.distinctValue)
    smallestRecordKey = number(.smallestRecordKey)
    sum = number(.sum)
    rules = Dictionary(
      uniqueKeysWithValues: SurvivorshipRule.allCases.map { ($0, number(.rule($0))) })
  }

  subscript(reason: SurvivorReason) -> Int {
    switch reason {
    case .onlyValue: onlyValue
    case .distinctValue: distinctValue
    case .smallestRecordKey: smallestRecordKey
    case .sum: sum
    case .rule(let rule): rules[rule] ?? 0
    }
  }
}

/// The rows of the table `affiliation`: where every person works.
final class AffiliationRows: RowSource {
  private let rows: [(person: Int, affiliation: Affiliation)]
  private let places: GoldenPlaces
  private let text: ClaimText
  private var row = -1
  private var place = 0

  init(_ results: ResultTables, _ places: GoldenPlaces, _ texts: ClaimTexts) {
    self.places = places
    text = texts.persons
    rows = results.affiliations.enumerated().map { order, affiliation in
      (places.number(affiliation.person, isPerson: true), order, affiliation)
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    .map { ($0.0, $0.2) }
  }

  func next() -> Bool {
    row += 1
    guard row < rows.count else { return false }
    place = row > 0 && rows[row - 1].person == rows[row].person ? place + 1 : 0
    return true
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    let affiliation = rows[row].affiliation
    switch column {
    case 0: cell.put(rows[row].person << RunDatabase.shift | place)
    case 1: cell.put(places.number(affiliation.organization, isPerson: false))
    case 2:
      // Safe because the texts are lent for longer than the insertion takes.
      if let title = affiliation.titleClaim {
        text.readValue(title) { unsafe cell.put(lasting: $0) }
      }
    case 3: cell.put(affiliation.firstSeen?.number)
    case 4: cell.put(affiliation.lastSeen?.number)
    default: cell.put(affiliation.isCurrent)
    }
  }
}
