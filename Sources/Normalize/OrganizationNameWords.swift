/// Words of organizations' names: legal forms, lines of business, branches.
///
/// All Chinese words lie in two tries, one of which begins at their ends.
final class OrganizationNameWords: Sendable {
  static var standard: OrganizationNameWords { Lexicon.shipped.organizations }

  /// What a Chinese word is; a word can be several things.
  enum Sense {
    /// A form that is only a spelling of "company", and so does not tell two names apart.
    static let plainForm: UInt16 = 1 << 0
    /// A form that makes another organization of the same name.
    static let ownForm: UInt16 = 1 << 1
    /// A form that does so where no other one stands.
    static let weakForm: UInt16 = 1 << 2
    static let form = plainForm | ownForm | weakForm
    static let branch: UInt16 = 1 << 3
    static let department: UInt16 = 1 << 4
    static let headOffice: UInt16 = 1 << 5
    static let industry: UInt16 = 1 << 6
    static let institution: UInt16 = 1 << 7
  }

  /// How a legal form tells organizations apart.
  enum Telling: String, CaseIterable {
    case plain, own, weak
  }

  /// What a part of an organization is.
  enum PartSense: String, CaseIterable {
    case branch, department, head
  }

  /// What a Latin word is, in small letters without accents and dots.
  struct LatinSense: Sendable {
    var isForm = false
    var isIndustry = false
    /// How the form is written; empty where the word is none.
    var display: [UInt32] = []
    /// What counts instead of the word.
    var full: [UInt32] = []
  }

  let forward: WordTrie
  let backward: WordTrie
  let latin: WordTable<LatinSense>
  let institutions: HanWordList
  let industries: HanWordList
  /// By node of `backward`, the number of a legal form's family plus one.
  private let familyNumbers: [UInt16]
  private let families: [[UInt32]]

  init(_ lists: WordLists) throws(WordListError) {
    var compiler = OrganizationWordCompiler()
    try compiler.addForms(lists[.legalForms])
    for entry in lists[.industries] {
      compiler.add(entry.word, Sense.industry, full: entry.cells[1])
    }
    for entry in lists[.institutions] { compiler.add(entry.word, Sense.institution) }
    for entry in lists[.branches] {
      switch try entry.value(1, as: PartSense.self) {
      case .branch: compiler.add(entry.word, Sense.branch)
      case .department: compiler.add(entry.word, Sense.department)
      case .head: compiler.add(entry.word, Sense.headOffice)
      }
    }
    forward = compiler.forward
    backward = compiler.backward
    latin = compiler.latin
    institutions = HanWordList(forward: forward, backward: backward, mark: Sense.institution)
    industries = HanWordList(forward: forward, backward: backward, mark: Sense.industry)
    families = compiler.families
    var numbers = [UInt16](repeating: 0, count: backward.count)
    for (node, family) in compiler.familyNodes { numbers[node] = family }
    familyNumbers = numbers
  }

  /// Whether the text is a legal form or the end of a branch's name.
  func isForm(_ text: ArraySlice<UInt32>) -> Bool {
    let span = text.span
    return forward.whole(span, 0..<span.count, mark: Sense.form | Sense.branch) != 0
  }

  /// The number of the family of the form that ends at a node of `backward`.
  func family(_ node: Int) -> UInt16 { familyNumbers[node] }

  /// The word that stands for all forms of a family.
  func familyText(_ number: UInt16) -> [UInt32] { families[Int(number) - 1] }
}

/// Gathers the words of all lists of organizations' names.
private struct OrganizationWordCompiler {
  var forward = WordTrie()
  var backward = WordTrie()
  var latin = WordTable<OrganizationNameWords.LatinSense>()
  var families: [[UInt32]] = []
  var familyNodes: [(node: Int, family: UInt16)] = []
  private var familyNumbers = WordTable<UInt16>()
  private let han = HanTable()

  mutating func addForms(_ entries: [WordEntry]) throws(WordListError) {
    for entry in entries {
      let telling = try entry.value(2, as: OrganizationNameWords.Telling.self)
      let word = scalars(entry.word)
      guard let first = word.first, first >= 0x1100 else {
        addLatin(word) { sense in
          sense.isForm = true
          sense.display = entry.cells[4].unicodeScalars.map(\.value)
        }
        continue
      }
      let sense: UInt16 =
        switch telling {
        case .plain: OrganizationNameWords.Sense.plainForm
        case .own: OrganizationNameWords.Sense.ownForm
        case .weak: OrganizationNameWords.Sense.weakForm
        }
      let node = insert(word, sense)
      guard telling != .plain else { continue }
      let family = entry.cells[3].isEmpty ? word : scalars(entry.cells[3])
      familyNodes.append((node, number(of: family)))
    }
  }

  mutating func add(_ word: String, _ sense: UInt16, full: String = "") {
    let letters = scalars(word)
    if let first = letters.first, first < 0x1100 {
      addLatin(letters) { latin in
        latin.isIndustry = true
        latin.full = full.unicodeScalars.map(\.value)
      }
    } else {
      insert(letters, sense)
    }
  }

  /// - Returns: The node of `backward`.
  @discardableResult
  private mutating func insert(_ word: [UInt32], _ sense: UInt16) -> Int {
    forward.insert(word, mark: sense)
    return backward.insert(word.reversed(), mark: sense)
  }

  private mutating func addLatin(
    _ word: [UInt32], _ change: (inout OrganizationNameWords.LatinSense) -> Void
  ) {
    let key = word.span
    var sense = latin[key] ?? OrganizationNameWords.LatinSense()
    change(&sense)
    latin[key] = sense
  }

  private mutating func number(of family: [UInt32]) -> UInt16 {
    let key = family.span
    if let known = familyNumbers[key] { return known }
    families.append(family)
    familyNumbers[key] = UInt16(families.count)
    return UInt16(families.count)
  }

  private func scalars(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { han.simplified($0.value) }
  }
}
