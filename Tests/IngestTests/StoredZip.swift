/// A zip archive of files that are not packed.
func storedZip(_ files: [(name: String, content: [UInt8])], flags: UInt8 = 0) -> [UInt8] {
  var bytes: [UInt8] = []
  var directory: [UInt8] = []
  func little(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  for (name, content) in files {
    let offset = bytes.count
    let common =
      [20, 0, flags, 0, 0, 0, 0, 0, 0, 0] + little(Int(slowChecksum(content)), 4)
      + little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2) + [0, 0]
    bytes += [0x50, 0x4B, 3, 4] + common + name.utf8 + content
    directory += [0x50, 0x4B, 1, 2, 20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + little(offset, 4) + name.utf8
  }
  let start = bytes.count
  bytes += directory
  return bytes + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(files.count, 2) + little(files.count, 2)
    + little(directory.count, 4) + little(start, 4) + [0, 0]
}

/// The CRC-32 of bytes, bit by bit.
private func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = UInt32.max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}

/// A workbook of one sheet, given the XML of its rows.
func workbook(rows: String) -> [UInt8] {
  workbook(sheet: Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8))
}

/// A workbook of one sheet, given the sheet's part.
func workbook(sheet: [UInt8]) -> [UInt8] {
  let relation = "<Relationships><Relationship Id='r' Type='x/"
  let parts = [
    ("[Content_Types].xml", "<Types/>"),
    ("_rels/.rels", relation + "officeDocument' Target='xl/workbook.xml'/></Relationships>"),
    ("xl/workbook.xml", "<workbook><sheets><sheet name='S' id='r'/></sheets></workbook>"),
    (
      "xl/_rels/workbook.xml.rels",
      relation + "worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
    ),
  ].map { ($0.0, Array($0.1.utf8)) }
  return storedZip(parts + [("xl/worksheets/sheet1.xml", sheet)])
}
