/// The directory of a zip archive (PKWARE APPNOTE 6.3), zip64 included.
struct ZipArchive: Sendable {
  /// One file of the archive.
  struct Entry: Sendable {
    /// As the archive writes it.
    var name: String
    var isEncrypted: Bool
    /// 0 is stored, 8 is deflated.
    var method: Int
    var checksum: UInt32
    var packedCount: Int
    var unpackedCount: Int
    /// Where its local header stands in the file.
    var offset: Int

    var isFolder: Bool { name.hasSuffix("/") }
  }

  /// The bytes of directory beyond which an archive is refused; that of a workbook has a few KB.
  private static let directoryLimit = 64 << 20
  private static let endLength = 22

  let path: String
  private(set) var entries: [Entry] = []
  /// By folded name: the first entry of it.
  private var places: [String: Int] = [:]

  init(path: String) throws(IngestError) {
    self.path = path
    let file = try ByteFile(path: path)
    let damaged = IngestError(.damaged("its end is cut off"), path: path)
    guard var end = try Self.findEnd(file) else { throw damaged }
    try Self.readWideEnd(file, &end)
    guard (0...Self.directoryLimit).contains(end.length), end.length <= end.position else {
      throw damaged
    }
    var bytes = [UInt8](repeating: 0, count: end.length)
    // Where bytes were put in front of the archive, its offsets are off by as many.
    let start = end.position - end.length
    guard try file.fill(&bytes, from: start) else { throw damaged }
    let shift = max(0, start - end.offset)
    guard readDirectory(bytes, shift: shift) else {
      throw IngestError(.damaged("its table of contents is broken"), path: path)
    }
  }

  /// The entry of a name, however its letters and slashes are written.
  func entry(_ name: String) -> Entry? {
    places[Self.folded(name)].map { entries[$0] }
  }

  private static func folded(_ name: String) -> String {
    let path = name.lowercased().replacing("\\", with: "/")
    return path.hasPrefix("/") ? String(path.dropFirst()) : path
  }

  private mutating func readDirectory(_ bytes: [UInt8], shift: Int) -> Bool {
    var offset = 0
    while bytes.little(4, at: offset) == 0x0201_4B50, offset + 46 <= bytes.count {
      let nameEnd = offset + 46 + bytes.little(2, at: offset + 28)
      let extraEnd = nameEnd + bytes.little(2, at: offset + 30)
      let next = extraEnd + bytes.little(2, at: offset + 32)
      guard next <= bytes.count else { return false }
      var entry = Entry(
        name: String(decoding: bytes[offset + 46..<nameEnd], as: UTF8.self),
        isEncrypted: bytes.little(2, at: offset + 8) & 1 == 1,
        method: bytes.little(2, at: offset + 10),
        checksum: UInt32(truncatingIfNeeded: bytes.little(4, at: offset + 16)),
        packedCount: bytes.little(4, at: offset + 20),
        unpackedCount: bytes.little(4, at: offset + 24),
        offset: bytes.little(4, at: offset + 42))
      entry.readWideSizes(bytes, nameEnd..<extraEnd)
      entry.offset += shift
      let key = Self.folded(entry.name)
      if places[key] == nil { places[key] = entries.count }
      entries.append(entry)
      offset = next
    }
    return !entries.isEmpty || bytes.isEmpty
  }
}

extension ZipArchive {
  /// What the end of an archive says about its directory.
  private struct End {
    /// Where the record of the end stands, which the directory comes before.
    var position: Int
    var length: Int
    var offset: Int
  }

  /// Finds the record of the end, which only a comment may follow.
  private static func findEnd(_ file: borrowing ByteFile) throws(IngestError) -> End? {
    let size = min(file.byteCount, endLength + 0xFFFF)
    guard size >= endLength else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    let start = file.byteCount - size
    guard try file.fill(&bytes, from: start) else { return nil }
    for offset in stride(from: size - endLength, through: 0, by: -1)
    where bytes[offset] == 0x50 && bytes.little(4, at: offset) == 0x0605_4B50 {
      return End(
        position: start + offset, length: bytes.little(4, at: offset + 12),
        offset: bytes.little(4, at: offset + 16))
    }
    return nil
  }

  /// Takes the numbers of the zip64 record where the short ones have no room for them.
  private static func readWideEnd(
    _ file: borrowing ByteFile, _ end: inout End
  ) throws(IngestError) {
    var locator = [UInt8](repeating: 0, count: 20)
    var record = [UInt8](repeating: 0, count: 56)
    guard end.position >= 20, try file.fill(&locator, from: end.position - 20),
      locator.little(4, at: 0) == 0x0706_4B50
    else { return }
    let position = locator.little(8, at: 8)
    guard 0..<end.position ~= position, try file.fill(&record, from: position),
      record.little(4, at: 0) == 0x0606_4B50
    else { return }
    end = End(
      position: position, length: record.little(8, at: 40), offset: record.little(8, at: 48))
  }
}

extension ZipArchive.Entry {
  /// Takes the numbers of the zip64 field where the short ones have no room for them.
  fileprivate mutating func readWideSizes(_ bytes: [UInt8], _ extra: Range<Int>) {
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound {
      let end = offset + 4 + bytes.little(2, at: offset + 2)
      guard end <= extra.upperBound else { return }
      if bytes.little(2, at: offset) == 1 {
        var place = offset + 4
        func take(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, place + 8 <= end else { return }
          value = max(0, bytes.little(8, at: place))
          place += 8
        }
        take(&unpackedCount)
        take(&packedCount)
        take(&self.offset)
      }
      offset = end
    }
  }
}

extension ByteFile {
  /// Fills the buffer from a place in the file, and says whether there were bytes enough.
  func fill(_ buffer: inout [UInt8], from position: Int) throws(IngestError) -> Bool {
    var count = 0
    while count < buffer.count {
      let step = try read(
        into: &buffer, at: count, limit: buffer.count - count, from: position + count)
      if step == 0 { return false }
      count += step
    }
    return true
  }
}

extension [UInt8] {
  /// The number in some bytes, the least significant first; bytes beyond the end count as 0.
  func little(_ length: Int, at offset: Int) -> Int {
    var value: UInt64 = 0
    for index in stride(from: length - 1, through: 0, by: -1) {
      value <<= 8
      if offset + index < count { value |= UInt64(self[offset + index]) }
    }
    return Int(truncatingIfNeeded: value)
  }
}
