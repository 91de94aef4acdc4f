import Foundation
import Vocabulary

/// The findings of each person, as places in the table of findings.
///
/// Shape: list *i* has the findings `findings[starts[i]..<starts[i + 1]]`. The first lists are the
/// keepers', the others hold what is nobody's alone, one for each keeper's team.
struct Worklists: Sendable {
  /// One file to be written.
  struct List: Sendable {
    /// Below the folder of the work lists, without an extension.
    var path: String
    var findings: Range<Int>
  }

  let lists: [List]
  let findings: [UInt32]

  init(_ tables: ScorecardTables) {
    let keepers = tables.keepers.keepers
    let teams = Self.teams(keepers)
    let places = (0..<tables.findings.count).map { finding -> Int? in
      guard Self.isToFix(finding, in: tables) else { return nil }
      let keeper = Int(tables.keepers.keeperOf[Int(tables.findings.record[finding])])
      let isPersonal = tables.rules[Int(tables.findings.rule[finding])].isPersonal
      return isPersonal ? keeper : keepers.count + teams[keeper]
    }
    var starts = [Int](repeating: 0, count: 2 * keepers.count + 1)
    for place in places { if let place { starts[place + 1] += 1 } }
    for list in 0..<2 * keepers.count { starts[list + 1] += starts[list] }
    var next = starts
    var findings = [UInt32](repeating: 0, count: starts[2 * keepers.count])
    for (finding, place) in places.enumerated() {
      guard let place else { continue }
      findings[next[place]] = UInt32(finding)
      next[place] += 1
    }
    self.findings = findings
    lists = Self.lists(keepers, starts: starts)
  }

  /// A person has a list even when nothing is left to fix; other lists exist where they have rows.
  private static func lists(_ keepers: [RecordKeepers.Keeper], starts: [Int]) -> [List] {
    var names = WorklistNames()
    var lists: [List] = []
    for (number, start) in starts.dropLast().enumerated() {
      let range = start..<starts[number + 1]
      let keeper = keepers[number % keepers.count]
      let isShared = number >= keepers.count
      let team = WorklistNames.safe(keeper.team.isEmpty ? "(no team)" : keeper.team)
      let owner = keeper.owner.isEmpty ? "(unowned)" : keeper.owner
      guard !isShared && !keeper.owner.isEmpty || !range.isEmpty else { continue }
      let file =
        Self.hasNamesake(number % keepers.count, keepers) ? owner + " " + keeper.employee : owner
      let name = WorklistNames.safe(isShared ? "(shared)" : file)
      lists.append(List(path: names.path(folder: team, name: name), findings: range))
    }
    return lists
  }

  /// Whether another employee of one name has a list in the same folder.
  private static func hasNamesake(_ number: Int, _ keepers: [RecordKeepers.Keeper]) -> Bool {
    let keeper = keepers[number]
    return [number - 1, number + 1].contains { other in
      keepers.indices.contains(other) && keepers[other].source == keeper.source
        && keepers[other].team == keeper.team && keepers[other].owner == keeper.owner
    }
  }

  /// By keeper: the first keeper of the same team, branch and source.
  private static func teams(_ keepers: [RecordKeepers.Keeper]) -> [Int] {
    var first = 0
    return keepers.indices.map { number in
      let (keeper, leader) = (keepers[number], keepers[first])
      let isSame =
        keeper.source == leader.source && keeper.branch == leader.branch
        && keeper.team == leader.team
      if !isSame { first = number }
      return first
    }
  }

  /// A value that is not usable is listed once, under what is wrong with it.
  private static func isToFix(_ finding: Int, in tables: ScorecardTables) -> Bool {
    let findings = tables.findings
    guard findings.counted[finding] else { return false }
    guard tables.rules[Int(findings.rule[finding])].defect == .missing,
      findings.raw[finding] > 0
    else { return true }
    let next = finding + 1
    return next == findings.count || findings.record[next] != findings.record[finding]
      || findings.fieldNumber[next] != findings.fieldNumber[finding]
      || findings.raw[next] != findings.raw[finding]
  }
}
