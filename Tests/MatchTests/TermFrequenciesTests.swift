import Testing
import Vocabulary

@testable import Match

@Suite struct TermFrequenciesTests {
  /// Records of persons with a phone each.
  private struct People {
    var names = EvidenceColumn(name: "name", kind: .personName)
    var phones = EvidenceColumn(name: "phone", kind: .phone)

    init(_ records: [(surname: String, given: String, phone: String)]) {
      names.persons = [PersonNameEvidence()]
      for record in records {
        let id = names.values.intern(record.surname + record.given)
        if Int(id) == names.persons.count {
          var name = PersonNameEvidence()
          name.surname = names.parts.intern(record.surname)
          name.given = names.parts.intern(record.given)
          name.latinSurname = name.surname
          name.latinGiven = name.given
          name.full = names.parts.intern(record.surname + " " + record.given)
          name.isHan = true
          names.persons.append(name)
        }
        names.ids.append(id)
        names.endMention()
        if !record.phone.isEmpty { phones.ids.append(phones.values.intern(record.phone)) }
        phones.endMention()
      }
    }

    var count: Int { names.starts.count - 1 }

    func surprise(of name: String) throws -> Float {
      let bytes = Array(name.utf8)
      let found = names.values.find(bytes.span)
      let id = try #require(found)
      let namesakes = Namesakes(names, among: [phones], mentions: count)
      return TermFrequencies(names, namesakes).surprise(of: .exact, id, id)
    }
  }

  private static let many = (0..<40).map { ("s\($0 % 4)", "g\($0)", "1\($0)") }

  @Test func `one person with many records has no frequent name`() throws {
    let once = People(Self.many + [("rare", "name", "7")])
    let often = People(Self.many + (0..<10).map { _ in ("rare", "name", "7") })
    let before = try once.surprise(of: "rarename")
    let after = try often.surprise(of: "rarename")
    #expect(abs(before - after) < 1)
    #expect(try often.surprise(of: "s0g0") < after)
  }

  @Test func `a name that many people have is frequent`() throws {
    let namesakes = People(Self.many + (0..<10).map { ("rare", "name", "7\($0)") })
    let one = People(Self.many + (0..<10).map { _ in ("rare", "name", "7") })
    #expect(try namesakes.surprise(of: "rarename") < one.surprise(of: "rarename") - 2)
  }

  @Test func `mentions with a phone in common are one person`() {
    let people = People([
      ("a", "b", "1"), ("a", "b", "1"), ("a", "b", "2"), ("a", "b", ""), ("c", "d", "3"),
    ])
    let found = Namesakes(people.names, among: [people.phones], mentions: people.count)
    let full = people.names.persons[1].full
    #expect(found.counts[Int(full)] == 2)
    #expect(found.total == 2)
  }

  @Test func `without anything to tell by nobody has a namesake`() {
    let people = People([("a", "b", "1"), ("a", "b", "2"), ("a", "b", "3")])
    let found = Namesakes(people.names, among: [], mentions: people.count)
    #expect(found.total == 0)
    #expect(found.counts.allSatisfy { $0 == 0 })
  }
}
