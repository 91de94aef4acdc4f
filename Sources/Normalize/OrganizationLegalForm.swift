/// Legal forms of Latin company names, spellings of one form under one word.
enum OrganizationLegalForm {
  /// The word for all spellings of a form; empty where the form says nothing.
  ///
  /// Ltd and Limited are one form, Ltd and GmbH are two companies. Chinese forms are left out: there
  /// 有限公司, 有限责任公司 and 公司 are written for each other.
  static func family(of form: String) -> String {
    let letters = String(form.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) })
    return spellings[letters] ?? letters
  }

  private static let spellings: [String: String] = [
    "limited": "ltd", "coltd": "ltd", "companylimited": "ltd", "co": "", "company": "",
    "privatelimited": "pvtltd", "pvtlimited": "pvtltd", "ptylimited": "ptyltd",
    "incorporated": "inc", "corp": "inc", "corporation": "inc",
    "limitedliabilitycompany": "llc", "limitedliabilitypartnership": "llp",
    "publiclimitedcompany": "plc", "gesellschaftmitbeschrankterhaftung": "gmbh",
    "gmbhcokg": "gmbhcokg", "gmbhundcokg": "gmbhcokg", "societeanonyme": "sa",
    "sociedadanonima": "sa", "sociedadlimitada": "sl", "slu": "sl",
    "group": "", "holdings": "", "holding": "",
  ]
}
