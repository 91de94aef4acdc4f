/// What a file is that no export should be.
package enum ForeignFile: Hashable, Sendable {
  case legacyWorkbook
  case encryptedWorkbook
  case binaryWorkbook
  case openDocument
  case numbers
  case otherDocument
  case webPage
  case webArchive
  case xmlSpreadsheet
  case xml
  case pdf
  case image
  case database
  case parquet
  case program
  /// A packed file of a kind that is not read, such as 7z.
  case archive(String)
  case encryptedArchive
  /// A zip archive of another number of files than one.
  case archiveOfFiles(Int)
  /// A packed file within a packed file.
  case nestedArchive
  /// Packed in a way that only special tools write.
  case oddArchive

  /// What it is, and the way out.
  var explanation: String {
    let saveAs = "open it in Excel or WPS and use Save As: 'Excel Workbook (.xlsx)' or 'CSV UTF-8'"
    let export = "export the table itself, as .csv, .xlsx or .json"
    return switch self {
    case .legacyWorkbook: "is a workbook in the old format of Excel 97-2003 (.xls); \(saveAs)"
    case .encryptedWorkbook:
      "is protected by a password, or by rights management; open it in Excel or WPS, take the "
        + "password away, and use Save As: 'Excel Workbook (.xlsx)' or 'CSV UTF-8'"
    case .binaryWorkbook: "is a binary workbook (.xlsb); \(saveAs)"
    case .openDocument: "is an OpenDocument spreadsheet (.ods); \(saveAs)"
    case .numbers:
      "is a Numbers document; open it in Numbers and use Export To: 'Excel…' or 'CSV…'"
    case .otherDocument: "is a document of an office program, not a workbook; \(export)"
    case .webPage: "is a web page, whatever its name ends in; \(saveAs)"
    case .webArchive: "is a web page in one file (.mht), whatever its name ends in; \(saveAs)"
    case .xmlSpreadsheet: "is an XML Spreadsheet 2003, whatever its name ends in; \(saveAs)"
    case .xml: "is an XML document; \(export)"
    case .pdf: "is a PDF document; \(export)"
    case .image: "is an image; \(export)"
    case .database: "is an SQLite database; \(export)"
    case .parquet: "is a Parquet file; \(export)"
    case .program: "is a program; \(export)"
    case .archive(let kind): "is a \(kind) archive; unpack it and name the file inside"
    case .encryptedArchive:
      "is a zip archive with a password; unpack it and name the file inside"
    case .archiveOfFiles(let count):
      "is a zip archive of \(count) files; unpack it and name the files inside"
    case .nestedArchive:
      "is a packed file within a packed file; unpack it once and name the file inside"
    case .oddArchive:
      "is packed in a way that is not read; unpack it, or pack it as an ordinary zip or gz"
    }
  }
}
