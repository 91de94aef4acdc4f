import Testing
import Vocabulary

@testable import Match

@Suite struct OrganizationLevelTests {
  /// An organization's name as a comparison sees it.
  struct Name: Sendable, CustomTestStringConvertible {
    var place = ""
    var brand: String
    var industry = ""
    var branch = ""
    var legalForm = ""
    var latin = ""

    var testDescription: String { place + brand + industry + branch + legalForm }
  }

  struct Pair: Sendable {
    let left: Name
    let right: Name
    let level: ComparisonLevel
  }

  private static let hong = Name(place: "北京", brand: "锦宏", industry: "建材", latin: "jinhong")

  @Test(arguments: [
    Pair(left: hong, right: hong, level: .exact),
    Pair(
      left: hong, right: Name(place: "北京", brand: "金鸿", industry: "建材", latin: "jinhong"),
      level: .homophone),
    Pair(left: hong, right: Name(brand: "金鸿", latin: "jinhong"), level: .homophone),
    Pair(
      left: hong, right: Name(place: "巴中", brand: "金鸿", industry: "餐饮", latin: "jinhong"),
      level: .otherwise),
    Pair(
      left: hong, right: Name(place: "巴中", brand: "锦宏", industry: "餐饮", latin: "jinhong"),
      level: .sameBrand),
    Pair(left: hong, right: Name(brand: "锦宏", latin: "jinhong"), level: .homophone),
    Pair(
      left: hong,
      right: Name(place: "北京", brand: "锦宏", industry: "建材", branch: "西城", latin: "jinhong"),
      level: .otherBranch),
    Pair(left: Name(brand: "store #414"), right: Name(brand: "store #415"), level: .otherwise),
    Pair(left: Name(brand: "机床一厂"), right: Name(brand: "机床二厂"), level: .otherwise),
    Pair(left: Name(brand: "stores #414"), right: Name(brand: "store #414"), level: .oneEdit),
    Pair(
      left: Name(brand: "acme", legalForm: "ltd"), right: Name(brand: "acme", legalForm: "gmbh"),
      level: .sameBrand),
  ])
  func `two names of organizations agree at their level`(_ pair: Pair) {
    var column = EvidenceColumn(name: "company", kind: .organizationName)
    column.organizations = [OrganizationNameEvidence()]
    for name in [pair.left, pair.right] { add(name, to: &column) }
    let comparer = ColumnComparer(column, Comparison(column: column))
    for (left, right) in [(0, 1), (1, 0)] {
      let grade = comparer.compare(left, right).grade
      #expect(grade > 0)
      #expect(grade == 0 || comparer.levels[grade - 1] == pair.level)
    }
  }

  @Test(arguments: [("西城", true), ("", false)])
  func `branches with one credit code are not joined`(branch: String, isApart: Bool) async throws {
    var names = EvidenceColumn(name: "company", kind: .organizationName)
    names.organizations = [OrganizationNameEvidence()]
    var codes = EvidenceColumn(name: "uscc", kind: .identifier)
    var other = Self.hong
    other.branch = branch
    for name in [Self.hong, other] {
      add(name, to: &names)
      codes.ids.append(codes.values.intern("91110000100000000X"))
      codes.endMention()
    }
    let table = EvidenceTable(party: .organization, count: 2, columns: [names, codes])
    let scorer = try await Matcher(MatchOptions()).match(table, model: nil).scorer
    #expect(scorer.contradicts([0], [1], floor: 0) == isApart)
  }

  private func add(_ name: Name, to column: inout EvidenceColumn) {
    let id = column.values.intern(name.testDescription)
    if Int(id) == column.organizations.count {
      var parts = OrganizationNameEvidence()
      parts.place = column.parts.intern(name.place)
      parts.brand = column.parts.intern(name.brand)
      parts.industry = column.parts.intern(name.industry)
      parts.branch = column.parts.intern(name.branch)
      parts.legalForm = column.parts.intern(name.legalForm)
      parts.latin = column.parts.intern(name.latin)
      parts.key = column.parts.intern(name.place + name.brand + name.industry + name.branch)
      column.organizations.append(parts)
    }
    column.ids.append(id)
    column.endMention()
  }
}
