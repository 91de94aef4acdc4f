/// The parts of a workbook that are about no row.
extension XLSXWriter {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"
  static let types =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// The parts that are the same in every workbook, packed once for all of them.
  static let packedParts: [(name: String, content: DeflateStream.Packed)] = fixedParts.map {
    ($0.name, DeflateStream.packed($0.text))
  }

  /// The parts that are the same in every workbook.
  ///
  /// Styles: 0 as it comes, 1 text (format 49), 2 bold text.
  private static let fixedParts: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      """
      \(declaration)<Types xmlns="\(package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      \(declaration)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relationships)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      \(declaration)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relationships)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
      Type="\(relationships)/styles" Target="styles.xml"/></Relationships>
      """
    ),
    (
      "xl/styles.xml",
      """
      \(declaration)<styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/>\
      <name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
      applyFont="1"/></cellXfs></styleSheet>
      """
    ),
  ]
}
