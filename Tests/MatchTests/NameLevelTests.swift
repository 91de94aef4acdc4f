import Testing
import Vocabulary

@testable import Match

@Suite struct NameLevelTests {
  /// A person's name as a comparison sees it.
  struct Name: Sendable, CustomTestStringConvertible {
    var surname = ""
    var given = ""
    var latin = ("", "")
    var alias = ""
    var isHan = true
    var gender = PersonNameEvidence.Gender.unknown

    var testDescription: String { surname + given + latin.0 + latin.1 + alias }

    static func han(_ surname: String, _ given: String, _ pinyin: (String, String)) -> Name {
      Name(surname: surname, given: given, latin: pinyin)
    }

    static func latin(_ given: String, _ surname: String) -> Name {
      Name(surname: surname, given: given, latin: (surname, given), isHan: false)
    }
  }

  struct Pair: Sendable {
    let left: Name
    let right: Name
    let level: ComparisonLevel?
  }

  private static let zhang = Name.han("张", "伟民", ("zhang", "weimin"))
  private static let mister = Name(surname: "张", latin: ("zhang", ""), gender: .male)

  @Test(arguments: [
    Pair(left: zhang, right: zhang, level: .exact),
    Pair(left: zhang, right: .han("张", "玮民", ("zhang", "weimin")), level: .homophone),
    Pair(left: zhang, right: .han("张", "维民", ("zhang", "weimin")), level: .nearHomophone),
    Pair(
      left: .han("陈", "金", ("chen", "jin")), right: .han("陈", "晶", ("chen", "jing")),
      level: .nearHomophone),
    Pair(
      left: .han("王", "静", ("wang", "jing")), right: .han("玉", "静", ("yu", "jing")),
      level: .lookAlike),
    Pair(
      left: .han("王", "静", ("wang", "jing")), right: .han("王", "芳", ("wang", "fang")),
      level: .sameSurname),
    Pair(
      left: zhang,
      right: Name(
        surname: "Zhang", given: "Kevin", latin: ("zhang", "kevin"), alias: "kevin", isHan: false),
      level: .englishName),
    Pair(left: zhang, right: .latin("weimin", "zhang"), level: .romanized),
    Pair(left: zhang, right: .latin("zhang", "weimin"), level: .romanized),
    Pair(left: zhang, right: mister, level: .surnameOnly),
    Pair(
      left: mister, right: Name(surname: "张", latin: ("zhang", ""), gender: .female),
      level: .otherwise),
    Pair(left: zhang, right: .han("张", "国", ("zhang", "guo")), level: .sameSurname),
    Pair(left: zhang, right: .han("李", "伟民", ("li", "weimin")), level: .sameGiven),
    Pair(left: zhang, right: .han("李", "国", ("li", "guo")), level: .otherwise),
    Pair(left: .latin("robert", "smith"), right: .latin("r", "smith"), level: .initial),
    Pair(left: .latin("robert", "smith"), right: .latin("robret", "smith"), level: .oneEdit),
    Pair(
      left: .latin("michelle", "boutin"), right: .latin("michelle boutin", "wilcox"),
      level: .fewerWords),
    Pair(left: .latin("julia", "phillips"), right: .latin("phillips", "c"), level: .otherwise),
    Pair(left: .latin("julia", "phillips"), right: .latin("phillips", "j"), level: .initial),
    Pair(
      left: .latin("blake", "elizabeth"), right: .latin("elizabeth", "nelsonblake"),
      level: .alikeParts),
    Pair(
      left: .latin("gina miller", "doe"), right: .latin("margarita miller", "doe"),
      level: .sameSurname),
    Pair(
      left: .latin("julia", "phillips"),
      right: Name(given: "phillips", latin: ("", "phillips"), isHan: false), level: .surnameOnly),
    Pair(
      left: zhang, right: Name(latin: ("", "kevin"), alias: "kevin", isHan: false), level: nil),
  ])
  func `two names agree at their level`(_ pair: Pair) throws {
    var column = EvidenceColumn(name: "name", kind: .personName)
    column.persons = [PersonNameEvidence()]
    for name in [pair.left, pair.right] { add(name, to: &column) }
    let comparer = ColumnComparer(column, Comparison(column: column))
    for (left, right) in [(0, 1), (1, 0)] {
      let grade = comparer.compare(left, right).grade
      let level = grade == 0 ? nil : comparer.comparison.grades[grade - 1].level
      #expect(level == pair.level)
    }
  }

  private func add(_ name: Name, to column: inout EvidenceColumn) {
    let id = column.values.intern("\(name)")
    if Int(id) == column.persons.count {
      var parts = PersonNameEvidence()
      parts.surname = column.parts.intern(name.surname)
      parts.given = column.parts.intern(name.given)
      parts.latinSurname = column.parts.intern(name.latin.0)
      parts.latinGiven = column.parts.intern(name.latin.1)
      parts.formalGiven = name.isHan ? 0 : parts.latinGiven
      parts.alias = column.parts.intern(name.alias)
      parts.isHan = name.isHan
      parts.gender = name.gender
      if !name.surname.isEmpty, !name.given.isEmpty {
        parts.full = column.parts.intern(name.surname + name.given)
      }
      column.persons.append(parts)
    }
    column.ids.append(id)
    column.endMention()
  }
}
