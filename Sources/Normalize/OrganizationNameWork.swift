/// The memory in which one name of an organization after the other is taken apart.
struct OrganizationNameWork: Sendable {
  var clean = CleanText()
  /// The cell simplified and with round brackets, blanks only where they count.
  var text: [UInt32] = []
  /// The name without what stood apart in brackets.
  var core: [UInt32] = []
  /// Places by number, in the order in which they were found.
  var places: [Int] = []
  /// Legal forms, the last one first.
  var forms: [Form] = []
  /// Families of the forms that tell organizations apart, the last one first.
  var families: [UInt16] = []
  var weakFamilies: [UInt16] = []
  /// What is shown of the name: all but remarks.
  var shown: [UInt32] = []
  /// Letters and digits behind the name that tell organizations apart: (A), (2).
  var tags: [UInt32] = []
  /// The branch with its places without suffix.
  var branch: [UInt32] = []
  /// Where a dash or the like stood last in `core`; 0 where none did.
  var cut = 0
  /// Where a branch begins that stood in brackets; 0 where none did.
  var bracketedBranch = 0
  /// The words of a Latin name.
  var words: [LatinPiece] = []
  /// The letters of `words`, without accents and dots, in lower case.
  var folded: [UInt32] = []
  /// Whether of some of `words` something else counts than what was typed.
  var isRewritten = false

  var repairs = NameRepairs()

  /// A word of a Latin name, as written in `text` and as compared in `folded`.
  struct LatinPiece {
    var text: Range<Int>
    var folded: Range<Int>
    /// The number of the brackets that it stands in; 0 for none.
    var bracket = 0
    var sense = OrganizationNameWords.LatinSense()
    var isPlace = false
    /// Whether it was typed as several words.
    var isJoined = false
  }

  /// A legal form as a range of `core`, and the node of its word.
  struct Form {
    var range: Range<Int>
    var node: Int
  }

  /// Forgets the last name; what is filled before it is looked at stays.
  mutating func reset() {
    text.removeAll(keepingCapacity: true)
    if !tags.isEmpty { tags.removeAll(keepingCapacity: true) }
    if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    forgetForms()
    cut = 0
    bracketedBranch = 0
  }

  /// Forgets what was found outside of brackets.
  mutating func restart(places count: Int) {
    places.removeLast(places.count - count)
    forgetForms()
  }

  private mutating func forgetForms() {
    if !forms.isEmpty { forms.removeAll(keepingCapacity: true) }
    if !families.isEmpty { families.removeAll(keepingCapacity: true) }
    if !weakFamilies.isEmpty { weakFamilies.removeAll(keepingCapacity: true) }
  }
}
