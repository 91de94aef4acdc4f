import Database
import Vocabulary

/// The rows of the table `golden_record`, in the order of the ids.
final class GoldenRows: RowSource {
  private let places: GoldenPlaces
  private let persons: Side
  private let organizations: Side
  private let single: [GoldenColumns.Column]
  private let multiple: [GoldenColumns.Column]
  private let owners: OwnerText
  private var row = -1
  /// The golden records before it are those whose texts were looked up.
  private var foundEnd = 0
  private let personIndex: SurvivorIndex
  private let organizationIndex: SurvivorIndex
  private var joined: [UInt8] = []

  /// What the rows of one kind of party are read from.
  private struct Side {
    let golden: GoldenTable
    let counts: GoldenCounts
    let text: ClaimText

    init(_ golden: GoldenTable, _ text: ClaimText) {
      self.golden = golden
      self.text = text
      counts = GoldenCounts(golden)
    }
  }

  init(_ results: ResultTables, _ places: GoldenPlaces, _ texts: ClaimTexts) {
    self.places = places
    persons = Side(results.persons, texts.persons)
    organizations = Side(results.organizations, texts.organizations)
    let columns = GoldenColumns(schema: results.table.records.schema)
    (single, multiple) = (columns.single, columns.multiple)
    owners = OwnerText(results.table)
    personIndex = SurvivorIndex(results.persons)
    organizationIndex = SurvivorIndex(results.organizations)
  }

  func next() -> Bool {
    row += 1
    guard row < places.count else { return false }
    let cluster = Int(places.cluster[row])
    let startsRun = row == foundEnd
    if startsRun { foundEnd = places.endOfRun(from: row) }
    let run = places.cluster[row..<foundEnd]
    if places.isPerson[row] {
      if startsRun { personIndex.find(run, in: persons.text) }
      personIndex.fill(cluster)
    } else {
      if startsRun { organizationIndex.find(run, in: organizations.text) }
      organizationIndex.fill(cluster)
    }
    return true
  }

  func put(_ column: Int, into cell: borrowing Cell) {
    if places.isPerson[row] {
      put(column, persons, personIndex, into: cell)
    } else {
      put(column, organizations, organizationIndex, into: cell)
    }
  }

  private func put(
    _ column: Int, _ side: borrowing Side, _ index: SurvivorIndex,
    into cell: borrowing Cell
  ) {
    let cluster = Int(places.cluster[row])
    switch column {
    case 0: return cell.put(row + 1)
    case 1: return cell.put(lasting: side.golden.goldenID, cluster)
    case 2: return cell.put(places.isPerson[row])
    default: break
    }
    let place = column - 3
    if place < single.count {
      return put(index.first(in: single[place]), index, side.text, into: cell)
    }
    let (field, rest) = ((place - single.count) / 2, (place - single.count) % 2)
    if field < multiple.count {
      if rest == 0 { return put(index.first(in: multiple[field]), index, side.text, into: cell) }
      return putAll(of: multiple[field], index, side.text, into: cell)
    }
    putCount(place - single.count - 2 * multiple.count, cluster, side.counts, into: cell)
  }

  private func put(
    _ place: Int?, _ index: SurvivorIndex, _ text: borrowing ClaimText,
    into cell: borrowing Cell
  ) {
    guard let place else { return }
    // Safe because the texts are lent for longer than the insertion takes.
    index.read(at: place, text) { unsafe cell.put(lasting: $0) }
  }

  private func putAll(
    of column: GoldenColumns.Column, _ index: SurvivorIndex,
    _ text: borrowing ClaimText, into cell: borrowing Cell
  ) {
    let found = index[column.field]
    if found.count < 2 { return put(index.first(in: column), index, text, into: cell) }
    joined.removeAll(keepingCapacity: true)
    for place in found {
      if !joined.isEmpty { joined.append(0x3B) }
      index.read(at: place, text) { joined.append($0) }
    }
    cell.put(String(decoding: joined, as: UTF8.self))
  }

  private func putCount(
    _ place: Int, _ cluster: Int, _ counts: GoldenCounts, into cell: borrowing Cell
  ) {
    switch place {
    case 0:
      owners.join(counts.owners(of: cluster), into: &joined)
      cell.put(String(decoding: joined, as: UTF8.self))
    case 1: cell.put(counts.ownerCount(of: cluster))
    case 2: cell.put(Int(counts.recordCount[cluster]))
    case 3: cell.put(Int(counts.sourceCount[cluster]))
    case 4: cell.put(counts.firstSeen[cluster]?.number)
    case 5: cell.put(counts.lastSeen[cluster]?.number)
    default: cell.put(rounded(counts.confidence[cluster].value, decimals: 6))
    }
  }
}
