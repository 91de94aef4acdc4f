import Database
import Vocabulary

/// The rows of the table `record`, in the order of the keys.
final class RecordRows: RowSource {
  private let records: RecordTable
  private let keys: TextColumn
  private let ids: TextColumn
  private let files: FileNames
  private let nameLengths: [Int]
  private let created: [CivilTime?]
  private let updated: [CivilTime?]
  private let keeperOf: [UInt32]
  private var row = -1

  init(_ table: NormalizedTable, _ keepers: RecordKeepers) {
    records = table.records
    keys = table.records.recordKey
    ids = table.records.sourceRecordID
    files = FileNames(table.records)
    nameLengths = table.records.sources.map(\.name.utf8.count)
    created = table.created
    updated = table.updated
    keeperOf = keepers.keeperOf
  }

  func next() -> Bool {
    row += 1
    return row < records.count
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    let source = Int(records.source[row])
    switch column {
    case 0: cell.put(row + 1)
    case 1: cell.put(lasting: keys, row)
    case 2: cell.put(source + 1)
    case 3:
      // A key that is longer than its source and id has a suffix, and then the id is kept.
      if keys.range(of: row).count != nameLengths[source] + 1 + ids.range(of: row).count {
        cell.put(lasting: ids, row)
      }
    case 4:
      let file = files.number(of: row)
      if file > 0 { cell.put(file) }
    case 5: cell.put(Int(records.rowNumber[row]))
    case 6: cell.put(created[row]?.day.number)
    case 7: cell.put(updated[row]?.day.number)
    default: cell.put(Int(keeperOf[row]) + 1)
    }
  }
}

extension Cell {
  /// Puts a text of a column that stays where it is.
  @inline(__always)
  func put(lasting texts: TextColumn, _ row: Int) {
    // Safe because the source that puts it holds the column and never changes it.
    texts.read(row) { unsafe put(lasting: $0) }
  }
}

/// The rows of the table `member`: every mention, in the order of the records.
final class MemberRows: RowSource {
  private let rows: [Crosswalk.Row]
  private let places: GoldenPlaces
  private let roles: [MentionRole: Int]
  private let deciders: [Crosswalk.DecidedBy: Int]
  private var row = -1

  init(_ crosswalk: Crosswalk, _ places: GoldenPlaces, _ words: DatabaseWords) {
    rows = crosswalk.rows
    self.places = places
    roles = Dictionary(
      uniqueKeysWithValues: MentionRole.allCases.map { ($0, words.number(of: $0.rawValue) ?? 0) })
    deciders = Dictionary(
      uniqueKeysWithValues: [.single, .model, .steward].map {
        ($0, words.number(of: $0.rawValue) ?? 0)
      })
  }

  func next() -> Bool {
    row += 1
    return row < rows.count
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    let member = rows[row]
    let isPerson = member.party == .person
    switch column {
    case 0: cell.put(member.number)
    case 1: cell.put(places.number(member.cluster, isPerson: isPerson))
    case 2: cell.put(roles[member.role])
    case 3:
      if let weight = member.weakestLink {
        let probability = MatchWeight(bits: Double(weight)).probability.value
        cell.put(rounded(probability, decimals: 6))
      }
    default: cell.put(deciders[member.decidedBy])
    }
  }
}

extension Crosswalk.Row {
  /// The mention's number in assay.sqlite.
  fileprivate var number: Int { (Int(record) + 1) * 2 + (party == .person ? 1 : 0) }
}

/// The rows of the table `golden_member`: the mentions of each golden record.
final class GoldenMemberRows: RowSource {
  /// The members in the order of their golden records, then of their records.
  private let members: [UInt32]
  private let starts: [UInt32]
  private var row = -1
  private var golden = 0

  init(_ crosswalk: Crosswalk, _ places: GoldenPlaces) {
    let numbers = crosswalk.rows.map {
      UInt32(places.number($0.cluster, isPerson: $0.party == .person))
    }
    var starts = [UInt32](repeating: 0, count: places.count + 2)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 1..<starts.count { starts[number] += starts[number - 1] }
    let firsts = starts
    var members = [UInt32](repeating: 0, count: numbers.count)
    for (row, number) in numbers.enumerated() {
      members[Int(starts[Int(number)])] = UInt32(crosswalk.rows[row].number)
      starts[Int(number)] += 1
    }
    self.members = members
    self.starts = firsts
  }

  func next() -> Bool {
    row += 1
    while golden + 1 < starts.count, row >= starts[golden + 1] { golden += 1 }
    return row < members.count
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    if column == 0 {
      cell.put(golden << RunDatabase.shift | (row - Int(starts[golden])))
    } else {
      cell.put(Int(members[row]))
    }
  }
}
