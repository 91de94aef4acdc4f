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
    let list = try readXML(archive, part, by: SheetList())
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
      formats = try readXML(archive, entry, by: Styles()).formats
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

  mutating func begin(_ name: String, _ attributes: [String: String]) {
    if name == "sheet" {
      let state = attributes["state"] ?? "visible"
      sheets.append(
        (attributes["name"] ?? "", state == "visible", relation(attributes) ?? ""))
    } else if name == "workbookPr" {
      let value = attributes["date1904"] ?? "0"
      isFrom1904 = value == "1" || value == "true"
    }
  }

  /// The attribute `id`, whatever its prefix is.
  private func relation(_ attributes: [String: String]) -> String? {
    let names = attributes.keys.filter { $0 == "id" || $0.hasSuffix(":id") }
    return names.min().flatMap { attributes[$0] }
  }
}

/// The number formats of the styles.
private struct Styles: XMLConsumer {
  var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isInCellFormats = false

  mutating func begin(_ name: String, _ attributes: [String: String]) {
    if name == "cellXfs" { isInCellFormats = true }
    let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
    if name == "numFmt" {
      codes[id] = CellFormat(code: attributes["formatCode"] ?? "")
    } else if isInCellFormats, name == "xf" {
      formats.append(codes[id] ?? .builtIn(id))
    }
  }

  mutating func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
}
