/// A workbook of Office Open XML (.xlsx, .xlsm; ECMA-376), as Excel, WPS and other programs write it.
///
/// Holds what is small; the sheets, and the texts that they share, are read when they are asked for.
struct Workbook: Sendable {
  struct Sheet: Sendable {
    var name: String
    var isVisible: Bool
    var part: ZipArchive.Entry
  }

  let archive: ZipArchive
  /// In the order of their tabs.
  private(set) var sheets: [Sheet] = []
  private let stringsPart: ZipArchive.Entry?
  /// By the number of a cell's style.
  private(set) var formats: [CellFormat] = []
  private(set) var isFrom1904 = false

  /// Reads the part that lists the sheets, and the styles.
  ///
  /// Throws an `IngestError` where a part is missing or damaged.
  init(_ archive: ZipArchive, part: ZipArchive.Entry) throws(IngestError) {
    self.archive = archive
    var list = SheetList()
    try XMLFeed.read(archive, part, into: &list)
    isFrom1904 = list.isFrom1904
    let folder = part.name.replacing("\\", with: "/").split(separator: "/").dropLast()
      .joined(separator: "/")
    let relations = try Relations.of(part, in: archive)
    stringsPart = relations.entry("sharedStrings", from: folder, in: archive)
    for sheet in list.sheets {
      guard let relation = relations.byID[sheet.relation], relation.kind == "worksheet" else {
        continue  // a chart has a tab, but no cells
      }
      guard let entry = archive.entry(relation.path(from: folder)) else {
        throw IngestError(.damaged("the part of sheet '\(sheet.name)' is missing"), path: path)
      }
      sheets.append(Sheet(name: sheet.name, isVisible: sheet.isVisible, part: entry))
    }
    if let entry = relations.entry("styles", from: folder, in: archive) {
      var styles = Styles()
      try XMLFeed.read(archive, entry, into: &styles)
      formats = styles.formats
    }
  }

  var path: String { archive.path }

  /// Reads the texts that the cells share.
  func strings() throws(IngestError) -> SharedStrings {
    guard let stringsPart else { return SharedStrings() }
    return try SharedStrings.read(archive, stringsPart)
  }

  /// The sheet that was asked for; the first visible one where none was.
  ///
  /// A number counts the visible tabs; a hidden sheet goes by its name.
  func sheet(_ choice: SourceOptions.Sheet) throws(IngestError) -> Sheet {
    let visible = sheets.filter(\.isVisible)
    let found: Sheet? =
      switch choice {
      case .first: visible.first ?? sheets.first
      case .number(let number): visible.indices.contains(number - 1) ? visible[number - 1] : nil
      case .named(let name):
        sheets.first { $0.name == name } ?? sheets.first { shown($0.name) == shown(name) }
      }
    guard let found else {
      throw IngestError(.unknownSheet(choice, known: sheets.map(\.name)), path: path)
    }
    return found
  }
}

/// What the main part says about the sheets.
private struct SheetList: XMLConsumer {
  var sheets: [(name: String, isVisible: Bool, relation: String)] = []
  var isFrom1904 = false

  mutating func take(_ token: XMLToken, _ bytes: Span<UInt8>) {
    guard token.kind == .start || token.kind == .empty else { return }
    if isWord(bytes, token.name, "sheet") {
      let name = attribute("name", of: token, bytes) ?? ""
      let state = attribute("state", of: token, bytes) ?? "visible"
      let relation = attribute("id", of: token, bytes) ?? ""
      sheets.append((name, state == "visible", relation))
    } else if isWord(bytes, token.name, "workbookPr") {
      let value = attribute("date1904", of: token, bytes) ?? "0"
      isFrom1904 = value == "1" || value == "true"
    }
  }
}

/// The number formats of the styles.
private struct Styles: XMLConsumer {
  var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isInCellFormats = false

  mutating func take(_ token: XMLToken, _ bytes: Span<UInt8>) {
    switch token.kind {
    case .start, .empty:
      if isWord(bytes, token.name, "cellXfs") { isInCellFormats = token.kind == .start }
      let id = attribute("numFmtId", of: token, bytes).flatMap { Int($0) } ?? 0
      if isWord(bytes, token.name, "numFmt") {
        codes[id] = CellFormat(code: attribute("formatCode", of: token, bytes) ?? "")
      } else if isInCellFormats, isWord(bytes, token.name, "xf") {
        formats.append(codes[id] ?? .builtIn(id))
      }
    case .end: if isWord(bytes, token.name, "cellXfs") { isInCellFormats = false }
    case .text, .literalText, .skipped, .needsMore, .fault: break
    }
  }
}
