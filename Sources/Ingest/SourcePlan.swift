import Vocabulary

/// Which of the values at one place of an object a column takes.
enum ListReading: Hashable, Sendable {
  /// The first; that of the element marked as the default goes before.
  case first
  /// All, `;` between them.
  case joined
  /// The one of this number, 0 the first; the last column of a place takes what is left, `;` between.
  case each(number: Int, isLast: Bool)
}

/// How the columns of one source become cells; the same for all of its files.
struct SourcePlan: Sendable {
  /// How a cell is made of its columns.
  enum Composition: Sendable {
    case single
    /// Surname and given name, as the name is written in its script.
    case name
    /// One after the other, a blank between.
    case joined
    /// The first that holds something.
    case firstFilled
  }

  /// One cell of a record.
  struct Cell: Sendable {
    var field: Int
    var slot: Int
    /// Indices into `columns`.
    var columns: [Int]
    var composition: Composition
  }

  /// By field, and by place in the mapping within it.
  var columns: [MappedColumn]
  var cells: [Cell]
  /// By column: which of several values it takes.
  var listReadings: [ListReading]
  var idLabels: [String]
  var profile: SourceProfile?
  /// Which rows are passed over, as the profile says.
  var skip: SkipRule?
  /// The labels that tell which records the system's users merged; empty where nobody asks.
  var mergedInto: [String] = []
  var mergedFrom: [String] = []
  var candidates: [ProfileScore]
  var nulls = NullWords()

  init(
    columns: [MappedColumn], idLabels: [String], profile: SourceProfile?,
    candidates: [ProfileScore], schema: Schema
  ) {
    let order = columns.enumerated().sorted {
      ($0.element.field, $0.offset) < ($1.element.field, $1.offset)
    }
    self.columns = order.map(\.element)
    self.idLabels = idLabels
    self.profile = profile
    skip = profile?.skipWhen.map(SkipRule.init)
    self.candidates = candidates
    cells = Self.cells(of: self.columns, schema: schema)
    listReadings = self.columns.map { column in
      let field = schema.fields[column.field]
      let isText = field.kind == .text || field.kind == .category
      return isText || field.isMultiple ? .joined : .first
    }
  }

  /// The values of one place that get a cell each.
  private static let cellsOfList = 8

  /// Gives the values of a list a cell each, where a field may have several or names who keeps the
  /// record.
  ///
  /// The further columns stand behind all others.
  mutating func spreadLists(_ isList: (String) -> Bool, schema: Schema) {
    let spread = cells.filter { cell in
      let field = schema.fields[cell.field]
      let isKeeper = field.purpose == .governance && field.kind == .text
      return cell.composition == .single && (field.isMultiple || isKeeper)
        && isList(columns[cell.columns[0]].header)
    }
    for cell in spread { listReadings[cell.columns[0]] = .each(number: 0, isLast: false) }
    for number in 1..<Self.cellsOfList {
      for cell in spread {
        let slot = cells.count { $0.field == cell.field }
        cells.append(
          Cell(field: cell.field, slot: slot, columns: [columns.count], composition: .single))
        columns.append(columns[cell.columns[0]])
        listReadings.append(.each(number: number, isLast: number == Self.cellsOfList - 1))
      }
    }
  }

  /// Takes back the last columns of lists that no record fills.
  mutating func dropUnused(_ parts: [FilePart]) {
    while let last = cells.indices.last, case .each(let number, _) = listReadings.last, number > 0,
      parts.allSatisfy({ $0.ids[last].allSatisfy { $0 == 0 } })
    {
      cells.removeLast()
      columns.removeLast()
      listReadings.removeLast()
    }
  }

  /// The columns, of a list's only the first.
  var distinctColumns: [MappedColumn] {
    columns.indices.filter { index in
      if case .each(let number, _) = listReadings[index] { return number == 0 }
      return true
    }.map { columns[$0] }
  }

  private static func cells(of columns: [MappedColumn], schema: Schema) -> [Cell] {
    var cells: [Cell] = []
    var start = 0
    while start < columns.count {
      let field = columns[start].field
      let all = Array(columns.indices[start...].prefix { columns[$0].field == field })
      start += all.count
      let hasParts = all.contains { columns[$0].namePart != nil }
      if schema.fields[field].isMultiple, !hasParts {
        for (slot, column) in all.enumerated() {
          cells.append(Cell(field: field, slot: slot, columns: [column], composition: .single))
        }
      } else if hasParts {
        let surnames = all.filter { columns[$0].namePart == .surname }
        let others = all.filter { columns[$0].namePart != .surname }
        cells.append(
          Cell(field: field, slot: 0, columns: surnames + others, composition: .name))
      } else {
        let areAlternatives = all.dropFirst().allSatisfy { columns[$0].isAlternative }
        let composition: Composition =
          all.count == 1 ? .single : areAlternatives ? .firstFilled : .joined
        cells.append(Cell(field: field, slot: 0, columns: all, composition: composition))
      }
    }
    return cells
  }

  /// The labels of all columns that a row is asked for, in the order of `Binding.all`.
  var labels: [String] {
    columns.map(\.header) + idLabels + mergedInto + mergedFrom + (skip.map { [$0.column] } ?? [])
  }

  /// Where the ids of merged records stand among the labels.
  var mergeColumns: Range<Int> {
    let start = columns.count + idLabels.count
    return start..<start + mergedInto.count + mergedFrom.count
  }

  /// Asks which records were merged, as far as the profile knows how to tell.
  ///
  /// - Parameters:
  ///   - labels: Those of all files of the source.
  ///   - isOpen: Whether a column that was not met yet may still come.
  mutating func askForMerges(in labels: [String], isOpen: Bool) {
    let index = LabelIndex(labels)
    mergedInto = profile?.mergedInto.filter { isOpen || index.find($0) != nil } ?? []
    mergedFrom = profile?.mergedFrom.filter { isOpen || index.find($0) != nil } ?? []
  }

  /// The mapped labels that only the profile's unconfirmed ones tell.
  var unconfirmed: [String] {
    let guessed = Set((profile?.columns ?? []).flatMap(\.unconfirmed).map(comparable))
    return columns.map(\.header).filter { guessed.contains(comparable($0)) }
  }

  /// Where the plan's columns stand in one file.
  struct Binding: Sendable {
    /// By column of the plan: the index of the file's label, or nil where the file lacks it.
    var columns: [Int?]
    var ids: [Int?]
    var merges: [Int?]
    /// Of the column that tells which rows are passed over; empty where there is none.
    var skip: [Int?]

    /// The places of all columns that a row is asked for.
    var all: [Int?] { columns + ids + merges + skip }
  }

  func binding(labels: [String]) -> Binding {
    let index = LabelIndex(labels)
    return Binding(
      columns: columns.map { index.find($0.header) }, ids: idLabels.map { index.find($0) },
      merges: (mergedInto + mergedFrom).map { index.find($0) },
      skip: skip.map { [index.find($0.column)] } ?? [])
  }
}

/// The labels of a file, found as written or else as compared.
struct LabelIndex {
  private var exact: [String: Int] = [:]
  private var folded: [String: Int] = [:]

  /// Of equal labels the first counts.
  init(_ labels: [String]) {
    for (index, label) in labels.enumerated() where !label.isEmpty {
      if exact[label] == nil { exact[label] = index }
      let key = comparable(label)
      if folded[key] == nil { folded[key] = index }
    }
  }

  func find(_ label: String) -> Int? { exact[shown(label)] ?? folded[comparable(label)] }

  /// The index of a label that is comparable already.
  func find(key: String) -> Int? { folded[key] }
}
