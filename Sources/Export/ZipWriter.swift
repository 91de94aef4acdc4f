/// Writes a zip archive (PKWARE APPNOTE 6.3) of deflated entries.
///
/// All times are 1980-01-01, so that the same content gives the same bytes. An entry and the archive
/// stay below 4 GiB, which is far above what a workbook may hold.
struct ZipWriter: ~Copyable {
  private var file: OutputFile
  private var byteCount = 0
  private var directory: [UInt8] = []
  private var entryCount: UInt16 = 0

  init(path: String) throws(ExportError) {
    file = try OutputFile(path: path)
  }

  /// Appends an entry.
  mutating func append(_ name: String, _ content: DeflateStream.Packed) {
    let offset = UInt32(byteCount)
    var common: [UInt8] = []
    common.append(little: UInt16(20))  // version needed to read it: 2.0
    common.append(little: UInt16(0x0800))  // names are UTF-8
    common.append(little: UInt16(8))  // deflate
    common.append(little: UInt16(0))  // time
    common.append(little: UInt16(0x0021))  // 1980-01-01
    common.append(little: content.checksum)
    common.append(little: UInt32(content.bytes.count))
    common.append(little: UInt32(content.unpackedCount))
    common.append(little: UInt16(name.utf8.count))
    common.append(little: UInt16(0))  // extra field
    var local: [UInt8] = []
    local.append(little: UInt32(0x0403_4B50))
    local += common
    local += name.utf8
    append(local)
    append(content.bytes)

    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))  // made by version 2.0
    directory += common
    directory.append(little: UInt16(0))  // comment
    directory.append(little: UInt16(0))  // disk
    directory.append(little: UInt16(0))  // internal attributes
    directory.append(little: UInt32(0))  // external attributes
    directory.append(little: offset)
    directory += name.utf8
    entryCount += 1
  }

  /// Writes the directory and closes the file.
  ///
  /// - Parameter rows: The rows that the archive holds.
  /// - Returns: What the file is now.
  /// - Throws: `ExportError` for whatever could not be written.
  consuming func finish(rows: Int) throws(ExportError) -> WrittenFile {
    let start = UInt32(byteCount)
    var end: [UInt8] = []
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))  // disks
    end.append(little: entryCount)
    end.append(little: entryCount)
    end.append(little: UInt32(directory.count))
    end.append(little: start)
    end.append(little: UInt16(0))  // comment
    append(directory)
    append(end)
    return try file.finish(rows: rows)
  }

  private mutating func append(_ bytes: [UInt8]) {
    file.append(bytes.span)
    byteCount += bytes.count
  }
}

extension [UInt8] {
  /// Appends a number, its least significant byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger & UnsignedInteger) {
    for index in 0..<number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: number >> (index * 8)))
    }
  }
}
