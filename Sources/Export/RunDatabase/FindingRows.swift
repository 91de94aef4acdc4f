import Database
import Vocabulary

/// The rows of the table `finding`, in the order of the records.
final class FindingRows: RowSource {
  private let findings: FindingTable
  private let scores: ScorecardTables
  private let phrase: [UInt32]
  private let goldenOf: [UInt32]
  private let statuses: [FindingStatus: Int]
  private let raw: [LentTexts]
  private var row = -1
  private var place = 0

  init(
    _ scores: ScorecardTables, _ text: FindingText, _ places: GoldenPlaces, _ raw: [LentTexts],
    _ words: DatabaseWords
  ) {
    self.scores = scores
    self.raw = raw
    findings = scores.findings
    phrase = text.phrase
    goldenOf = scores.goldenNumbers(places)
    statuses = Dictionary(
      uniqueKeysWithValues: FindingStatus.allCases.map { ($0, words.number(of: $0.name) ?? 0) })
  }

  func next() -> Bool {
    row += 1
    guard row < findings.count else { return false }
    place = row > 0 && findings.record[row - 1] == findings.record[row] ? place + 1 : 0
    return true
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    let record = Int(findings.record[row])
    switch column {
    case 0: cell.put((record + 1) << RunDatabase.shift | place)
    case 1: cell.put(Int64(bitPattern: findings.identifier[row]))
    case 2: cell.put(Int(findings.rule[row]) + 1)
    case 3: cell.put(findings.counted[row])
    case 4: if goldenOf[record] > 0 { cell.put(Int(goldenOf[record])) }
    case 5: cell.put(findings.otherRecord(of: row).map { $0 + 1 })
    case 6: cell.put(findings.field(of: row).map { $0 + 1 })
    case 7:
      // Safe because the texts are lent for longer than the insertion takes.
      if let field = scores.shownField(of: row) {
        raw[field].read(findings.raw[row]) { unsafe cell.put(lasting: $0) }
      }
    case 8: cell.put(Int(phrase[row]) + 1)
    case 9: cell.put(statuses[findings.status[row]])
    default: cell.put(findings.firstSeen[row].number)
    }
  }
}

/// The rows of the table `link` of one kind of party, by their mentions.
final class LinkRows: RowSource {
  private let isPerson: Bool
  private let pairs: [ScoredPair]
  private let recordOf: [UInt32]
  private let rules: [Int?]
  private let outcomes: [LinkOutcome: Int]
  private var row = -1

  init(_ links: PartyLinks, _ mentions: MentionTable, _ words: DatabaseWords) {
    isPerson = links.party == .person
    pairs = links.pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    recordOf = mentions.record
    rules = links.ruleNames.map { words.number(of: $0) }
    outcomes = Dictionary(
      uniqueKeysWithValues: LinkOutcome.allCases.map { ($0, words.number(of: $0.rawValue) ?? 0) })
  }

  func next() -> Bool {
    row += 1
    return row < pairs.count
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    let pair = pairs[row]
    switch column {
    case 0: cell.put(isPerson)
    case 1: cell.put(Int(recordOf[Int(pair.left)]) + 1)
    case 2: cell.put(Int(recordOf[Int(pair.right)]) + 1)
    case 3: cell.put(rounded(Double(pair.weight), decimals: 3))
    case 4:
      let probability = MatchWeight(bits: Double(pair.weight)).probability.value
      cell.put(rounded(probability, decimals: 6))
    case 5: cell.put(rules[Int(pair.rule)])
    default: cell.put(outcomes[pair.outcome])
    }
  }
}
