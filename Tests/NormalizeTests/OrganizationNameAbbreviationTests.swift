import Normalize
import Testing

/// Short forms and other spellings of common words in Latin names.
@Suite struct OrganizationNameAbbreviationTests {
  private func read(_ name: String, _ normalizer: OrganizationNameNormalizer = .init())
    -> OrganizationNameReading
  {
    normalizer.read(Array(name.utf8).span)
  }

  struct Spelling: Sendable, CustomStringConvertible {
    let name: String
    let others: [String]

    var description: String { name }
  }

  @Test(arguments: [
    Spelling(name: "Green Hill School", others: ["Green Hill Sch.", "GREEN HILL SCHL"]),
    Spelling(
      name: "Northgate Community Center",
      others: ["Northgate Comm. Ctr.", "Northgate Community Centre", "NORTHGATE COMM CNTR"]),
    Spelling(
      name: "Child Development Services Association",
      others: ["Child Dev. Svcs Assn", "Child Development Service Assoc."]),
    Spelling(name: "Smith & Associates Inc", others: ["Smith and Assoc., Inc.", "SMITH & ASSOC"]),
    Spelling(name: "Baker Brothers Mfg", others: ["Baker Bros. Manufacturing"]),
    Spelling(name: "Lakeside Univ. Hosp.", others: ["Lakeside University Hospital"]),
    Spelling(name: "Elm Elementary School", others: ["Elm Elem. Sch."]),
    Spelling(
      name: "Acme Holdings Intl", others: ["Acme Hldgs. Int'l", "Acme Holdings International"]),
    Spelling(name: "Theatre of Colour", others: ["Theater of Color"]),
    Spelling(name: "Harbour Labour Organisation", others: ["Harbor Labor Organization"]),
    Spelling(name: "Saint Mary Church", others: ["St. Mary Church", "ST MARY CHURCH"]),
    Spelling(name: "21 Main Street Bakery", others: ["21 Main St. Bakery"]),
    Spelling(name: "Gebr. Weiss", others: ["Gebrüder Weiss", "GEBRUEDER WEISS"]),
    Spelling(name: "Hermanos López", others: ["Hnos. Lopez"]),
    Spelling(name: "Établissements Dupont", others: ["Ets Dupont", "Ets. DUPONT"]),
  ])
  func `a common word counts in one spelling`(_ spelling: Spelling) {
    for other in spelling.others { #expect(read(other).key == read(spelling.name).key, "\(other)") }
  }

  @Test(arguments: [
    Spelling(
      name: "Little Feet Daycare", others: ["Little Feet Day Care", "LITTLE FEET DAY-CARE"]),
    Spelling(name: "Headstart", others: ["Head Start", "HEAD START", "head-start"]),
    Spelling(
      name: "Hill Pre-K", others: ["Hill Pre K", "Hill PreK", "Hill Pre-Kindergarten"]),
  ])
  func `a word in one part or in several is one word`(_ spelling: Spelling) {
    for other in spelling.others {
      #expect(read(other).key == read(spelling.name).key, "\(other)")
      #expect(read(other).latin == read(spelling.name).latin, "\(other)")
    }
  }

  @Test func `words that begin like one in several parts stay apart`() {
    #expect(read("Bright Day Foods").latin == "bright day")
    #expect(read("Day (Care) Shop").latin == "day care")
    #expect(read("Head").key == "|head|")
  }

  @Test(arguments: ["Site #414", "Site No. 414", "Site No 414", "Site No.414", "SITE NUMBER 414"])
  func `a number is one however it is marked`(_ name: String) {
    #expect(read(name).key == "|site414|")
    #expect(read(name).key != read("Site #415").key)
  }

  @Test func `no and nr count where no number follows`() {
    #expect(read("No Limits Ltd").key == "|nolimits|")
    #expect(read("Site No").key == "|siteno|")
    #expect(read("Nova 4").key == "|nova4|")
  }

  @Test func `the canonical form and the brand stay as people write them`() {
    let reading = read("JOYFUL SCH. DAY CARE CTR.")
    #expect(reading.canonical == "Joyful Sch. Day Care Ctr.")
    #expect(reading.brand == "Joyful Sch. Day Care")
    #expect(reading.latin == "joyful school daycare")
    #expect(read("DAY CARE").canonical == "Day Care")
  }

  @Test func `a steward adds words and takes them out`() throws {
    let text = "word\tcounts\nwdgt.\twidgets\nbig wheel\tbigwheel\n-sch\n"
    let file = WordFile(path: "latin_abbreviations.tsv", bytes: Array(text.utf8))
    let own = try OrganizationNameNormalizer(Lexicon(WordLists(adding: [file])))
    #expect(read("Acme Wdgt", own).key == read("Acme Widgets", own).key)
    #expect(read("Big Wheel Ltd", own).latin == "bigwheel")
    #expect(read("Elm Sch", own).key != read("Elm School", own).key)
  }
}
