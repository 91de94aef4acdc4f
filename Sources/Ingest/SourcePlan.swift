import Vocabulary

/// How the columns of one source become cells; the same for all of its files.
struct SourcePlan: Sendable {
  /// How a cell is made of its columns.
  enum Composition: Sendable {
    case single
    /// Surname and given name, as the name is written in its script.
    case name
    /// One after the other, a blank between.
    case joined
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
  var idLabels: [String]
  var profile: SourceProfile?
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
    self.candidates = candidates
    cells = Self.cells(of: self.columns, schema: schema)
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
        let composition: Composition = all.count == 1 ? .single : .joined
        cells.append(Cell(field: field, slot: 0, columns: all, composition: composition))
      }
    }
    return cells
  }

  /// Where the plan's columns stand in one file.
  struct Binding: Sendable {
    /// By column of the plan: the index of the file's label, or nil where the file lacks it.
    var columns: [Int?]
    var ids: [Int?]
  }

  func binding(labels: [String]) -> Binding {
    let index = LabelIndex(labels)
    return Binding(
      columns: columns.map { index.find($0.header) }, ids: idLabels.map { index.find($0) })
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
}
