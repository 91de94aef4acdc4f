/// Tells what a file is from its first bytes.
enum FileSignature {
  /// The number of bytes that the answer needs at most.
  static let headLength = 4096

  /// What a file may be that is more than text.
  enum Kind: Hashable {
    case text
    case zip
    case gzip
    /// An OLE compound file: an old workbook or an encrypted one.
    case compound
    case foreign(ForeignFile)
  }

  private struct Mark {
    var bytes: [UInt8]
    var offset = 0
    var kind: Kind
  }

  private static let marks = [
    Mark(bytes: [0x50, 0x4B, 0x03, 0x04], kind: .zip),
    Mark(bytes: [0x50, 0x4B, 0x05, 0x06], kind: .zip),
    Mark(bytes: [0x50, 0x4B, 0x07, 0x08], kind: .zip),
    Mark(bytes: [0x1F, 0x8B], kind: .gzip),
    Mark(bytes: [0xD0, 0xCF, 0x11, 0xE0], kind: .compound),
    Mark(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], kind: .foreign(.archive("7z"))),
    Mark(bytes: Array("Rar!".utf8) + [0x1A, 0x07], kind: .foreign(.archive("RAR"))),
    Mark(bytes: [0xFD] + Array("7zXZ".utf8) + [0], kind: .foreign(.archive("xz"))),
    Mark(bytes: [0x28, 0xB5, 0x2F, 0xFD], kind: .foreign(.archive("Zstandard"))),
    Mark(bytes: [0x04, 0x22, 0x4D, 0x18], kind: .foreign(.archive("LZ4"))),
    Mark(bytes: [0x1F, 0x9D], kind: .foreign(.archive("compress"))),
    Mark(bytes: Array("MSCF".utf8) + [0, 0, 0, 0], kind: .foreign(.archive("cabinet"))),
    Mark(bytes: Array("ustar".utf8), offset: 257, kind: .foreign(.archive("tar"))),
    Mark(bytes: Array("%PDF-".utf8), kind: .foreign(.pdf)),
    Mark(bytes: Array("{\\rtf".utf8), kind: .foreign(.otherDocument)),
    Mark(bytes: [0x89] + Array("PNG".utf8), kind: .foreign(.image)),
    Mark(bytes: [0xFF, 0xD8, 0xFF], kind: .foreign(.image)),
    Mark(bytes: Array("GIF8".utf8), kind: .foreign(.image)),
    Mark(bytes: Array("II*".utf8) + [0], kind: .foreign(.image)),
    Mark(bytes: Array("WEBP".utf8), offset: 8, kind: .foreign(.image)),
    Mark(bytes: Array("SQLite format 3".utf8), kind: .foreign(.database)),
    Mark(bytes: Array("PAR1".utf8), kind: .foreign(.parquet)),
    Mark(bytes: [0x7F] + Array("ELF".utf8), kind: .foreign(.program)),
  ]

  static func kind(of head: [UInt8]) -> Kind {
    for mark in marks where head.count >= mark.offset + mark.bytes.count {
      if head[mark.offset...].starts(with: mark.bytes) { return mark.kind }
    }
    if isBzip2(head) { return .foreign(.archive("bzip2")) }
    return markup(head).map(Kind.foreign) ?? .text
  }

  /// Bzip2 begins with letters, so the digits of pi that follow them are looked at, too.
  private static func isBzip2(_ head: [UInt8]) -> Bool {
    head.starts(with: Array("BZh".utf8)) && head.count >= 10
      && head[4...].starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
  }

  /// Pages and XML that many systems hand out under the name of a workbook.
  private static func markup(_ head: [UInt8]) -> ForeignFile? {
    let text = lettersOnly(head)
    if text.starts(with: Array("mime-version:".utf8)), contains(text, "multipart/related") {
      return .webArchive
    }
    guard text.first == UInt8(ascii: "<") else { return nil }
    for tag in ["<html", "<!doctypehtml", "<table", "<head", "<meta", "<style", "<body", "<div"]
    where text.starts(with: Array(tag.utf8)) {
      return .webPage
    }
    guard text.starts(with: Array("<?xml".utf8)) || text.starts(with: Array("<!--".utf8)) else {
      return contains(text, "<table") || contains(text, "<html") ? .webPage : nil
    }
    if contains(text, "schemas-microsoft-com:office:spreadsheet") { return .xmlSpreadsheet }
    return contains(text, "<html") || contains(text, "<table") ? .webPage : .xml
  }

  /// The text in lower case, without a byte-order mark, blanks, and the zeros of UTF-16.
  private static func lettersOnly(_ head: [UInt8]) -> [UInt8] {
    head.prefix(headLength).drop { $0 >= 0xEF }.compactMap { byte in
      guard byte > 0x20, byte != 0xBB, byte != 0xBF else { return nil }
      return 0x41...0x5A ~= byte ? byte | 0x20 : byte
    }
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { text[$0...].starts(with: wanted) }
  }
}
