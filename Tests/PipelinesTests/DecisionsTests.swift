import Testing
import Vocabulary

@testable import Pipelines

/// Which lines of decision files hold.
@Suite struct DecisionsTests {
  private func line(_ id: String, _ verb: Decision.Verb? = nil, revokes: String = "") -> Decision {
    Decision(
      id: id, verb: verb, party: .person, left: "a/" + id, right: verb == .same ? "b/" + id : "",
      revokes: revokes)
  }

  private func held(_ lines: [Decision]) throws -> [String] {
    let decisions = try Decisions(lines)
    return decisions.lines.indices.filter { decisions.isInForce[$0] }
      .map { decisions.lines[$0].id }.sorted()
  }

  @Test func `without a line nothing holds`() throws {
    #expect(try held([]).isEmpty)
  }

  @Test func `a line takes another back, and a third that one`() throws {
    let lines = [line("d1", .detach), line("d2", revokes: "d1"), line("d3", revokes: "d2")]
    #expect(try held(Array(lines[..<1])) == ["d1"])
    #expect(try held(Array(lines[..<2])) == ["d2"])
    #expect(try held(lines) == ["d1", "d3"])
  }

  @Test func `a line may decide and take back at once`() throws {
    #expect(try held([line("d1", .detach), line("d2", .same, revokes: "d1")]) == ["d2"])
  }

  @Test(arguments: UInt64(0)..<50)
  func `the order of the lines changes nothing`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let lines = (0..<12).map { index in
      line(
        "d\(index)", index % 3 == 0 ? .detach : nil,
        revokes: index > 0 && random(3) > 0 ? "d\(random(index))" : "")
    }
    var shuffled = lines
    for place in shuffled.indices { shuffled.swapAt(place, random(shuffled.count)) }
    #expect(try held(shuffled) == held(lines))
  }

  @Test func `a line that stands in two files counts once, and a changed one is refused`() throws {
    #expect(try Decisions([line("d1", .detach), line("d1", .detach)]).lines.count == 1)
    var other = line("d1", .detach)
    other.left = "a/9"
    #expect(throws: RunError.self) { try Decisions([line("d1", .detach), other]) }
  }

  @Test func `lines that take each other back are refused`() {
    #expect(throws: RunError.self) {
      try Decisions([line("d1", revokes: "d2"), line("d2", revokes: "d1")])
    }
    #expect(throws: RunError.self) { try Decisions([line("d1", revokes: "d1")]) }
  }
}
