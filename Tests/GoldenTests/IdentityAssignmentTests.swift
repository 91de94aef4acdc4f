import Testing
import Vocabulary

@testable import Golden

@Suite struct IdentityAssignmentTests {
  @Test func `no records change nothing`() {
    var world = IdentityWorld()
    let result = world.run([])
    #expect(result.ids.isEmpty)
    #expect(result.changes.isEmpty)
    #expect(result.next.nextNumber == 1)
  }

  @Test func `the first run numbers the clusters by their smallest record and calls all new`() {
    var world = IdentityWorld()
    let result = world.run([["b", "c"], ["a", "d"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2, "d": 1])
    #expect(result.changes.map(\.change) == [.new, .new])
    #expect(result.changes.map(\.recordsMoved) == [2, 2])
    #expect(result.changes.map(\.goldenID.number) == [1, 2])
  }

  @Test func `the same clusters keep their ids and change nothing`() {
    var world = IdentityWorld()
    world.run([["a", "d"], ["b", "c"]])
    let second = world.run([["b", "c"], ["d", "a"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2, "d": 1])
    #expect(second.changes.isEmpty)
  }

  @Test func `a new record joins without a change`() {
    var world = IdentityWorld()
    world.run([["b"]])
    let second = world.run([["a", "b"]])
    #expect(world.ids == ["a": 1, "b": 1])
    #expect(second.changes.isEmpty)
  }

  @Test func `a merge keeps the id of the larger party and redirects the other`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"]])
    let second = world.run([["a", "b", "c"]])
    #expect(world.ids == ["a": 2, "b": 2, "c": 2])
    #expect(second.next.redirects.map(\.old) == [1])
    #expect(second.next.redirects.map(\.current) == [2])
    #expect(second.next.redirects.map(\.since) == [CivilDay(number: 2)])
    #expect(
      second.changes == [
        IdentityChange(
          .merged, personID(1), from: personID(1), to: personID(2), recordsMoved: 1,
          cause: .evidence)
      ])
  }

  @Test func `a merge of equals keeps the older id`() {
    var world = IdentityWorld()
    world.run([["a"], ["b"]])
    world.run([["a", "b"]])
    #expect(world.ids == ["a": 1, "b": 1])
  }

  @Test func `a merge by a new record says so, and one by a steward says that`() {
    var world = IdentityWorld()
    world.run([["a"], ["c"], ["e"]])
    let second = world.run([["a", "b", "c"], ["e"]])
    #expect(second.changes.map(\.cause) == [.records])
    let third = world.run([["a", "b", "c", "e"]], ruled: ["e"])
    #expect(third.changes.map(\.cause) == [.decision])
  }

  @Test func `a split mints an id for the smaller part`() {
    var world = IdentityWorld()
    world.run([["a", "b", "c"]])
    let second = world.run([["a"], ["b", "c"]])
    #expect(world.ids == ["a": 2, "b": 1, "c": 1])
    #expect(
      second.changes == [
        IdentityChange(
          .split, personID(2), from: personID(1), to: personID(2), recordsMoved: 1, cause: .evidence
        )
      ])
    #expect(second.next.redirects.isEmpty)
  }

  @Test func `a split that is undone loses the minted id and not the first`() {
    var world = IdentityWorld()
    world.run([["a", "b"]])
    world.run([["a"], ["b"]])
    #expect(world.ids == ["a": 1, "b": 2])
    world.run([["a", "b"]])
    #expect(world.ids == ["a": 1, "b": 1])
  }

  @Test func `records that go over to another party are moved`() {
    var world = IdentityWorld()
    world.run([["a", "b", "c"], ["d", "e"]])
    let second = world.run([["a", "b"], ["c", "d", "e"]])
    #expect(world.ids == ["a": 1, "b": 1, "c": 2, "d": 2, "e": 2])
    #expect(
      second.changes == [
        IdentityChange(
          .moved, personID(2), from: personID(1), to: personID(2), recordsMoved: 1, cause: .evidence
        )
      ])
  }

  @Test func `a party that keeps all its records keeps its id among more of another`() {
    var world = IdentityWorld()
    world.run([["a", "b", "c", "d", "e"], ["f"]])
    world.run([["a", "b", "c"], ["d", "e", "f"]])
    #expect(world.ids == ["a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2])
  }

  @Test func `of two equal parts the one that no other party takes keeps the id`() {
    var world = IdentityWorld()
    world.run([["a", "b"], ["c", "d"]])
    world.run([["a", "c", "d"], ["b"]])
    #expect(world.ids == ["a": 2, "b": 1, "c": 2, "d": 2])
  }

  // MARK: Undone merges

  @Test func `an undone merge revives the lost id`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"]])
    world.run([["a", "b", "c"]])
    let third = world.run([["a"], ["b", "c"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2])
    #expect(third.next.redirects.isEmpty)
    #expect(
      third.changes == [
        IdentityChange(
          .revived, personID(1), from: personID(2), to: personID(1), recordsMoved: 1,
          cause: .evidence)
      ])
  }

  @Test func `an undone merge of equals gives both their own ids`() {
    var world = IdentityWorld()
    world.run([["b"]])
    world.run([["a"], ["b"]])
    #expect(world.ids == ["a": 2, "b": 1])
    world.run([["a", "b"]])
    #expect(world.ids == ["a": 1, "b": 1])
    world.run([["a"], ["b"]])
    #expect(world.ids == ["a": 2, "b": 1])
  }

  @Test func `an undone merge gives both their own ids after the lost side has grown`() {
    var world = IdentityWorld()
    world.run([["a", "b", "c"], ["d", "e"]])
    world.run([["a", "b", "c", "d", "e"]])
    world.run([["a", "b", "c", "d", "e", "f", "g"]])
    world.run([["a", "b", "c"], ["d", "e", "f", "g"]])
    #expect(world.ids == ["a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2, "g": 2])
  }

  @Test func `a chain of merges is undone in one run`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"], ["d", "e", "f", "g"]])
    world.run([["a", "b", "c"], ["d", "e", "f", "g"]])
    world.run([["a", "b", "c", "d", "e", "f", "g"]])
    #expect(world.state.redirects.map(\.current) == [3, 3])
    world.run([["a"], ["b", "c"], ["d", "e", "f", "g"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2, "d": 3, "e": 3, "f": 3, "g": 3])
    #expect(world.state.redirects.isEmpty)
  }

  @Test func `the last of a chain of merges is undone by itself`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"], ["d", "e", "f", "g"]])
    world.run([["a", "b", "c"], ["d", "e", "f", "g"]])
    world.run([["a", "b", "c", "d", "e", "f", "g"]])
    world.run([["a", "b", "c"], ["d", "e", "f", "g"]])
    #expect(world.ids == ["a": 2, "b": 2, "c": 2, "d": 3, "e": 3, "f": 3, "g": 3])
    #expect(world.state.redirects.map(\.old) == [1])
    #expect(world.state.redirects.map(\.current) == [2])
  }

  @Test func `an undone merge revives though the survivor's records are absent`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"]])
    world.run([["a", "b", "c"]])
    world.run([["a"]])
    #expect(world.ids == ["a": 2])
    world.run([["a"], ["b", "c"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2])
  }

  // MARK: Absence

  @Test func `a run without records loses no id`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"]])
    let empty = world.run([])
    #expect(empty.changes.isEmpty)
    #expect(empty.next.redirects.isEmpty)
    world.run([["a"], ["b", "c"]])
    #expect(world.ids == ["a": 1, "b": 2, "c": 2])
  }

  @Test func `an id lives on while an absent record is left to it`() {
    var world = IdentityWorld()
    world.run([["a", "b", "z"], ["c", "d"]])
    let second = world.run([["a", "b", "c", "d"]])
    #expect(second.next.redirects.map(\.old) == [2])
    var other = IdentityWorld()
    other.run([["a", "z"], ["c", "d"]])
    let moved = other.run([["a", "c", "d"]])
    #expect(moved.next.redirects.isEmpty)
    #expect(moved.changes.map(\.change) == [.moved])
    other.run([["a", "c", "d"], ["z"]])
    #expect(other.ids == ["a": 2, "c": 2, "d": 2, "z": 1])
  }

  @Test func `a former id leads to the one that stands for it today`() {
    var world = IdentityWorld()
    world.run([["a"], ["b", "c"]])
    world.run([["a", "b", "c"]])
    #expect(world.state.current(of: personID(1)) == personID(2))
    #expect(world.state.current(of: personID(2)) == personID(2))
    #expect(world.state.current(of: personID(3)) == nil)
    #expect(world.state.current(of: GoldenID(party: .organization, number: 1)) == nil)
  }
}
