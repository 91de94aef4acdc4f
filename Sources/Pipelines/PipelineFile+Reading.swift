import Export
import Foundation
import Vocabulary

extension PipelineFile {
  /// Reads and checks a pipeline file.
  ///
  /// - Parameter file: A path, relative to the working directory.
  /// - Throws: `PipelineFileError` with every problem of the file.
  package init(file: String) throws(PipelineFileError) {
    let url = URL(fileURLWithPath: file)
    guard !url.hasDirectoryPath else {
      throw Self.failure(file, "is a folder; name the pipeline.json in it")
    }
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
      throw Self.failure(
        file,
        isMissing
          ? "no such file; name an existing pipeline.json"
          : "cannot be read; check its permissions")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Self.failure(file, "is not UTF-8; save it as UTF-8")
    }
    try self.init(
      text: text, file: file, directory: url.deletingLastPathComponent().standardizedFileURL.path)
    self.file = url.standardizedFileURL.path
  }

  /// Reads and checks the text of a pipeline file.
  package init(text: String, file: String, directory: String) throws(PipelineFileError) {
    let value: PipelineFileValue
    do {
      value = try PipelineFileSyntax.value(of: text)
    } catch {
      let problem = PipelineFileProblem(
        place: "\(error.line):\(error.column)", message: error.message)
      throw PipelineFileError(file: file, problems: [problem])
    }
    guard case .object(let members) = value else {
      throw Self.failure(file, "must hold one object, not \(value.kind); write { version: 1, … }")
    }
    let problems = PipelineFileProblems()
    let top = PipelineFileObject(members, path: "", problems: problems)
    let name = Self.readName(top)
    self.init(file: file, directory: directory, name: name, output: "../../out/" + name)
    readSettings(top)
    top.finish()
    guard problems.all.isEmpty else {
      throw PipelineFileError(file: file, problems: problems.all)
    }
  }

  private static func failure(_ file: String, _ message: String) -> PipelineFileError {
    PipelineFileError(file: file, problems: [PipelineFileProblem(place: "", message: message)])
  }

  private static func readName(_ top: PipelineFileObject) -> String {
    switch top.value("version") {
    case .number(1): break
    case nil: top.report("version", "the key 'version' is missing; write version: 1")
    case .some(let value):
      top.report("version", "'version' must be 1, not \(value.kind); write version: 1")
    }
    guard top.value("name") != nil else {
      top.report("name", "the key 'name' is missing; write one such as name: \"customers\"")
      return ""
    }
    guard let name = top.text("name", example: "customers") else { return "" }
    checkName(name, of: top, key: "name")
    return name
  }

  /// Names become parts of paths and record keys.
  static func checkName(_ name: String, of object: PipelineFileObject, key: String) {
    if name.contains("/") {
      object.report(
        key, "the name '\(name)' holds a '/'; leave it out, for record keys are source/id")
    } else if name.hasPrefix(".") || name.contains("\\") || name.contains(where: \.isNewline) {
      object.report(
        key, "the name '\(name)' cannot be a folder's; use letters, digits, '-' and '_'")
    }
  }

  /// Everything but version and name; the schema first, because the rest names its fields.
  private mutating func readSettings(_ top: PipelineFileObject) {
    readSchema(top)
    readPlace(top)
    readProfiles(top)
    nulls = top.texts("nulls", example: "待定") ?? nulls
    readSources(top)
    readRoster(top)
    readMatch(top)
    readGolden(top)
    readScorecard(top)
    if let review = top.object("review") {
      reviewBudget = review.count("budget", in: 0...Int.max) ?? reviewBudget
      review.finish()
    }
    readGates(top)
    readWords(top)
    decisions = top.texts("decisions", example: "decisions/*.csv") ?? decisions
    if let retention = top.object("keep") {
      keep.runs = retention.count("runs", in: 1...Int.max) ?? keep.runs
      keep.monthEnds = retention.count("monthEnds", in: 0...Int.max) ?? keep.monthEnds
      retention.finish()
    }
    output = top.text("output", example: "../../out/customers") ?? output
  }

  private mutating func readPlace(_ top: PipelineFileObject) {
    if let text = top.text("region", example: "CN") {
      region = text
      if !RegionCodes.contains(text) {
        let wayOut =
          RegionCodes.contains(text.uppercased())
          ? "did you mean '\(text.uppercased())'?" : "write one such as \"CN\""
        top.report("region", "'\(text)' is no region of ISO 3166-1 alpha-2; \(wayOut)")
      }
    }
    if let text = top.text("timezone", example: "Asia/Shanghai") {
      timezone = text
      if TimeZone(identifier: text) == nil {
        let wayOut =
          SpellingSuggestion.nearest(to: text, among: TimeZone.knownTimeZoneIdentifiers.sorted())
          .map { "did you mean '\($0)'?" } ?? "write one such as \"Asia/Shanghai\""
        top.report("timezone", "'\(text)' is no time zone; \(wayOut)")
      }
    }
    language = top.word("language", as: ReportLanguage.self) ?? language
  }
}

/// The regions of ISO 3166-1 (alpha-2), as of 2024, and three with numbering plans of their own that it
/// has no code for: Ascension, Tristan da Cunha and Kosovo (Unicode CLDR).
package enum RegionCodes {
  private static let all = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW \
    AC TA XK
    """

  package static func contains(_ code: String) -> Bool {
    code.utf8.count == 2 && all.split(separator: " ").contains { $0 == code }
  }
}
