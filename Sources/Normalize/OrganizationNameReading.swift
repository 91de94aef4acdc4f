package import Vocabulary

/// What a cell that names an organization says.
package struct OrganizationNameReading: Hashable, Sendable {
  /// The name in simplified characters, with half-width brackets and without stray blanks.
  package var canonical = ""
  /// The places in the name without 省 or 市, in a fixed order, parted by a blank.
  package var place = ""
  /// The organization's own name: 华信.
  package var brand = ""
  /// The line of business: 信息技术, software.
  package var industry = ""
  /// The legal form as it is written: 有限责任公司, GmbH.
  package var legalForm = ""
  /// The branch: 深圳分公司.
  package var branch = ""
  /// Two names with one key are held to be one organization; empty when nothing names one.
  ///
  /// The places wherever they stand, the brand, the line of business, the branch, and the legal form
  /// where it tells organizations apart (集团, 厂, 商行); not 有限公司, Ltd and their likes.
  package var key = ""
  /// The brand in pinyin without blanks, or in lower-case letters without accents.
  package var latin = ""
  package var script = NameScript.none
  package var issues: ValueIssues = []

  package init() {}
}
