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
}
