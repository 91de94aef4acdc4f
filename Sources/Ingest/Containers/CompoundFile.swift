/// Looks into an OLE compound file ([MS-CFB]), far enough to say what it holds.
enum CompoundFile {
  /// The directory sectors that are looked at.
  private static let sectorLimit = 64

  static func kind(path: String) throws(IngestError) -> ForeignFile {
    let names = try streamNames(path: path)
    if names.contains("EncryptedPackage") { return .encryptedWorkbook }
    if names.contains("Workbook") || names.contains("Book") { return .legacyWorkbook }
    let isEmpty = names.isEmpty
    // A workbook cut off before its directory is taken for what it most likely was.
    return isEmpty ? .legacyWorkbook : .otherDocument
  }

  private static func streamNames(path: String) throws(IngestError) -> Set<String> {
    let file = try ByteFile(path: path)
    var header = [UInt8](repeating: 0, count: 512)
    guard try file.fill(&header, from: 0) else { return [] }
    let shift = header.little(2, at: 30)
    guard shift == 9 || shift == 12 else { return [] }
    var sector = [UInt8](repeating: 0, count: 1 << shift)
    var names: Set<String> = []
    var index = header.little(4, at: 48)
    for _ in 0..<sectorLimit {
      guard index < 0xFFFF_FFFA, try file.fill(&sector, from: (index + 1) << shift) else { break }
      for entry in stride(from: 0, to: sector.count, by: 128) {
        names.insert(name(sector, at: entry))
      }
      guard let next = try follower(of: index, file, header, shift: shift) else { break }
      index = next
    }
    return names.subtracting([""])
  }

  private static func name(_ sector: [UInt8], at offset: Int) -> String {
    let units = max(0, min(31, sector.little(2, at: offset + 64) / 2 - 1))
    return String(
      decoding: (0..<units).map { UInt16(sector.little(2, at: offset + 2 * $0)) }, as: UTF16.self)
  }

  /// The sector that follows in a chain, by the first part of the allocation table.
  private static func follower(
    of index: Int, _ file: borrowing ByteFile, _ header: [UInt8], shift: Int
  ) throws(IngestError) -> Int? {
    let perSector = (1 << shift) / 4
    guard index / perSector < 109 else { return nil }
    let table = header.little(4, at: 76 + 4 * (index / perSector))
    var cell = [UInt8](repeating: 0, count: 4)
    guard table < 0xFFFF_FFFA,
      try file.fill(&cell, from: (table + 1) << shift + 4 * (index % perSector))
    else { return nil }
    return cell.little(4, at: 0)
  }
}
