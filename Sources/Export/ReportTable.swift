/// A table with a header; a long one scrolls, by the keyboard too.
struct ReportTable {
  struct Column {
    enum Kind: String {
      case text
      case number
      /// Cells are drawings, which fill them.
      case drawing
    }

    var title: Markup
    var kind: Kind

    init(_ title: String, _ kind: Kind = .text) { self.init(markup: "\(title)", kind) }

    init(markup: Markup, _ kind: Kind = .text) {
      title = markup
      self.kind = kind
    }
  }

  /// What the table shows, for those who hear it.
  var caption: String
  var columns: [Column]
  /// Shape: one cell for each column; the first names the row.
  var rows: [[Markup]] = []

  /// The rows as a group under a title of their own.
  func group(title: String) -> Markup {
    """
    <tbody><tr class="group"><th scope="rowgroup" colspan="\(columns.count)">\(title)</th></tr>
    \(lines)</tbody>
    """
  }

  /// A table of groups, which scrolls where it is too wide.
  func grouped(_ groups: [Markup]) -> Markup { window(table(groups), kind: "wide") }

  /// The table in a window that scrolls where it is too wide.
  var wide: Markup { window(markup, kind: "wide") }

  /// The table in a window that scrolls where it is too long or too wide.
  var scrolling: Markup { window(markup, kind: "long") }

  private var markup: Markup { table(["<tbody>\n\(lines)</tbody>"]) }

  private func table(_ bodies: [Markup]) -> Markup {
    let head = columns.map { column -> Markup in
      "<th scope=\"col\"\(kind(column))>\(column.title)</th>"
    }
    return """
      <table><caption class="hidden">\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      \(bodies)</table>
      """
  }

  private var lines: [Markup] { rows.map { row -> Markup in "<tr>\(cells(row))</tr>\n" } }

  private func kind(_ column: Column) -> Markup {
    column.kind == .text ? "" : " class=\"\(column.kind.rawValue)\""
  }

  private func cells(_ row: [Markup]) -> [Markup] {
    zip(row, columns).enumerated().map { index, cell in
      index == 0
        ? "<th scope=\"row\"\(kind(cell.1))>\(cell.0)</th>"
        : "<td\(kind(cell.1))>\(cell.0)</td>"
    }
  }

  private func window(_ table: Markup, kind: String) -> Markup {
    """
    <div class="scroll \(kind)" tabindex="0" role="region" aria-label="\(caption)">\(table)</div>
    """
  }
}
