/// The encodings that exports are read in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030
  case gbk
  case big5
  case shiftJIS = "shift_jis"
  case windows1252 = "windows-1252"

  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What glibc's iconv calls it; nil where it is not needed.
  var iconvName: String? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .gb18030: "GB18030"
    case .gbk: "GBK"
    case .big5: "BIG5"
    case .shiftJIS: "SHIFT_JIS"
    case .windows1252: "CP1252"
    }
  }
}
