/// Words of organizations' names: legal forms, lines of business, branches, remarks.
///
/// All Chinese words lie in two tries, one of which begins at their ends.
final class OrganizationNameWords: Sendable {
  /// What a Chinese word is; a word can be several things.
  enum Sense {
    /// A form that is only a spelling of "company", and so does not tell two names apart.
    static let plainForm: UInt32 = 1 << 0
    /// A form that makes another organization of the same name.
    static let ownForm: UInt32 = 1 << 1
    /// A form that does so where no other one stands.
    static let weakForm: UInt32 = 1 << 2
    static let form = plainForm | ownForm | weakForm
    /// A form that stands in front of another one, as well as behind it: 集团.
    static let groupForm: UInt32 = 1 << 3
    static let branch: UInt32 = 1 << 4
    static let department: UInt32 = 1 << 5
    static let headOffice: UInt32 = 1 << 6
    static let industry: UInt32 = 1 << 7
    static let institution: UInt32 = 1 << 8
    static let note: UInt32 = 1 << 9
    static let label: UInt32 = 1 << 10
    static let former: UInt32 = 1 << 11
    static let renamed: UInt32 = 1 << 12
    static let trade: UInt32 = 1 << 13
    static let otherName = former | renamed | trade
    /// A short name that counts in front of other words.
    static let frontAbbreviation: UInt32 = 1 << 14
    /// A short name that counts where nothing else stands.
    static let abbreviation: UInt32 = 1 << 15
    /// A name that a short one stands for.
    static let fullName: UInt32 = 1 << 16
    /// A form that stands in front of a name too.
    static let frontForm: UInt32 = 1 << 17
    /// A form that counts in brackets alone.
    static let bracketForm: UInt32 = 1 << 18
  }

  /// How a legal form tells organizations apart.
  enum Telling: String, CaseIterable {
    case plain, own, weak, group, front, bracket
  }

  /// What a part of an organization is.
  enum PartSense: String, CaseIterable {
    case branch, department, head
  }

  /// What a remark beside a name says.
  enum Remark: String, CaseIterable {
    case note, label, former, renamed, trade
  }

  /// Where a short name counts.
  enum AbbreviationUse: String, CaseIterable {
    case whole, front
  }

  /// What a Latin word is, in small letters without accents and dots.
  struct LatinSense: Sendable {
    var isForm = false
    /// Whether the form stands in front of the name as well: PT, OOO.
    var isFrontForm = false
    var isIndustry = false
    var isBranch = false
    /// Whether a remark of several words begins so.
    var beginsRemark = false
    var remark: Remark?
    /// The number of how the form is written; 0 where the word is none.
    var display: UInt16 = 0
    /// The number of what counts instead of the word; 0 for the word itself.
    var full: UInt16 = 0
    /// Whether a word that is written in several parts too begins so: Day Care.
    var beginsPhrase = false
    /// Whether the letters are such a word.
    var isPhrase = false
  }

  let forward: WordTrie
  let backward: WordTrie
  /// Words in front of another name of the same organization, with the marks that they have.
  let otherNames: WordTrie
  /// What counts at the beginning of a name: short names, the full ones, forms that stand in front.
  let fronts: WordTrie
  let latin: WordTable<LatinSense>
  let institutions: HanWordList
  let industries: HanWordList
  /// By node of `backward`, the number of a legal form's family plus one.
  private let familyNumbers: [UInt16]
  /// By node of `backward`, the number of the form that a slip stands for plus one.
  private let meantNumbers: [UInt16]
  /// By node of `fronts`, the number of the name that a short one stands for plus one.
  private let fullNumbers: [UInt16]
  private let texts: [[UInt32]]

  init(_ lists: WordLists) throws(WordListError) {
    var compiler = OrganizationWordCompiler()
    try compiler.add(lists)
    forward = compiler.forward
    backward = compiler.backward
    otherNames = compiler.otherNames
    fronts = compiler.fronts
    latin = compiler.latin
    institutions = HanWordList(forward: forward, backward: backward, mark: Sense.institution)
    industries = HanWordList(forward: forward, backward: backward, mark: Sense.industry)
    texts = compiler.texts
    familyNumbers = compiler.families.numbers(backward.count)
    meantNumbers = compiler.meant.numbers(backward.count)
    fullNumbers = compiler.fulls.numbers(fronts.count)
  }

  /// Whether the text is a legal form or the end of a branch's name.
  func isForm(_ text: ArraySlice<UInt32>) -> Bool {
    let span = text.span
    return forward.whole(span, 0..<span.count, mark: Sense.form | Sense.branch) != 0
  }

  /// The number of the family of the form that ends at a node of `backward`; 0 where it tells nothing.
  func family(_ node: Int) -> UInt16 { familyNumbers[node] }

  /// The number of the form that is meant where a slip ends at a node of `backward`; 0 for no slip.
  func meantForm(_ node: Int) -> UInt16 { meantNumbers[node] }

  /// The number of the full name of the short one that ends at a node of `fronts`.
  func fullName(_ node: Int) -> UInt16 { fullNumbers[node] }

  /// The text of a number.
  func text(_ number: UInt16) -> [UInt32] { texts[Int(number) - 1] }
}
