package import Vocabulary

/// What a cell that names an organization says.
///
/// One reading serves for many cells: its memory is used again.
package struct OrganizationNameReading: Sendable {
  /// The parts that a name is taken into.
  enum Part: Int, CaseIterable {
    case canonical, place, brand, industry, legalForm, branch, group, key, latin
    /// A Latin canonical form with other spellings of common words; empty where it would be the same.
    case compared
  }

  package var script = NameScript.none
  package var issues: ValueIssues = []
  /// The texts of the parts, by `Part`.
  var text = PartText()
  /// The memory of the reading; nil while a reader works in it.
  var work: OrganizationNameWork?

  package init() {}

  /// Hands over the memory, which is to be put back.
  mutating func takeWork() -> OrganizationNameWork { work.take() ?? OrganizationNameWork() }

  /// Makes the reading that of a cell without anything, and keeps the memory.
  mutating func reset() {
    script = .none
    issues = ValueIssues(rawValue: 0)  // a literal is not specialized across modules
    text.removeAll()
  }
}

extension OrganizationNameReading: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.script == right.script && left.issues == right.issues && left.text == right.text
  }
}

extension OrganizationNameReading {
  /// The name in simplified characters, with half-width brackets and without stray blanks.
  package var canonical: String { text.string(Part.canonical.rawValue) }
  /// The places in the name without 省 or 市, in a fixed order, parted by a blank.
  package var place: String { text.string(Part.place.rawValue) }
  /// The organization's own name: 华信.
  package var brand: String { text.string(Part.brand.rawValue) }
  /// The line of business: 信息技术, software.
  package var industry: String { text.string(Part.industry.rawValue) }
  /// The legal form as it is written: 有限责任公司, GmbH.
  package var legalForm: String { text.string(Part.legalForm.rawValue) }
  /// The branch: 深圳分公司.
  package var branch: String { text.string(Part.branch.rawValue) }
  /// The key of the head office that a branch belongs to; empty when the name is no branch's.
  package var group: String { text.string(Part.group.rawValue) }
  /// Two names with one key are held to be one organization; empty when nothing names one.
  ///
  /// The places wherever they stand, the brand, the line of business, the branch, and the legal form
  /// where it tells organizations apart (集团, 厂, 商行); not 有限公司, Ltd and their likes.
  package var key: String { text.string(Part.key.rawValue) }
  /// The brand in pinyin without blanks, or in lower-case letters without accents and with common
  /// words spelt in one way.
  package var latin: String { text.string(Part.latin.rawValue) }
}
