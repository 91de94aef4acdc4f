import Foundation
import Testing
import Vocabulary

@testable import Database
@testable import Store

@Suite struct StateFileTests {
  @Test func `a new state is empty and private`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      #expect(try file.publishedRunID == nil)
      #expect(try file.runs().isEmpty)
      #expect(try file.identities().persons.nextNumber == 1)
      #expect(try file.identities().organizations.membership.count == 0)
      #expect(try file.model(of: .person) == nil)
      #expect(try file.findings().count == 0)
      #expect(try file.metrics(ofRun: "r1").isEmpty)
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/state.sqlite")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `what is committed is read back from another connection`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let next = state(persons: [("finance/1", 1), ("sales/张", 2)], nextNumber: 3)
      var commit = RunCommit(
        run: run("r1"), previousRunID: nil, previous: IdentityState(), next: next)
      commit.models = [
        StoredModel(party: .person, json: "{}", fingerprint: "f", trainedRun: "r1")
      ]
      commit.findings = history([(.max, .open)])
      commit.metrics = [MetricValue(metric: "rows", scope: "source:sales", value: 0.5)]
      try StateFile(path: path).commit(commit)

      let file = try StateFile(path: path)
      let read = try file.identities()
      #expect(try file.publishedRun() == run("r1"))
      #expect(read.persons.nextNumber == 3)
      #expect(storedRows(read.persons.membership) == ["finance/1=1", "sales/张=2"])
      #expect(read.persons.redirects == next.persons.redirects)
      #expect(read.organizations.nextNumber == 1)
      #expect(try file.model(of: .person) == commit.models[0])
      #expect(try file.findings() == commit.findings)
      #expect(try file.metrics(ofRun: "r1") == commit.metrics)
    }
  }

  @Test func `the decisions of the last run replace those of before`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      #expect(try file.rulings().isEmpty)
      var previous: String?
      let same = FollowedRuling(verb: "same", party: .person, left: "a/1", right: "a/2")
      let kind = FollowedRuling(verb: "kind", party: nil, left: "a/3", right: "", value: "person")
      for (runID, rulings) in [("r1", [same, kind]), ("r2", [kind])] {
        var commit = RunCommit(
          run: run(runID), previousRunID: previous, previous: IdentityState(),
          next: IdentityState())
        commit.rulings = rulings
        try file.commit(commit)
        #expect(Set(try file.rulings()) == Set(rulings))
        previous = runID
      }
    }
  }

  @Test func `a second commit writes the difference`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      let first = state(persons: [("a", 1), ("b", 2), ("c", 2), ("e", 3)], nextNumber: 4)
      try file.commit(
        RunCommit(run: run("r1"), previousRunID: nil, previous: IdentityState(), next: first))
      var second = state(persons: [("a", 1), ("b", 1), ("c", 2), ("d", 4)], nextNumber: 5)
      second.persons.redirects = [
        redirect(old: 3, current: 2, records: ["e"], survivors: ["b", "c"])
      ]
      var commit = RunCommit(run: run("r2"), previousRunID: "r1", previous: first, next: second)
      commit.changes = [
        IdentityChange(
          .new, GoldenID(party: .person, number: 4), recordsMoved: 1, cause: .records),
        IdentityChange(
          .merged, GoldenID(party: .person, number: 3),
          from: GoldenID(party: .person, number: 3), to: GoldenID(party: .person, number: 2),
          recordsMoved: 1, cause: .evidence),
      ]
      try file.commit(commit)
      let read = try file.identities()
      #expect(storedRows(read.persons.membership) == ["a=1", "b=1", "c=2", "d=4"])
      #expect(read.persons.redirects == second.persons.redirects)
      #expect(try file.runs().map(\.runID) == ["r1", "r2"])
      #expect(try count("identity_events", in: file) == 1)
      #expect(try count("golden_ids", in: file) == 2)

      var third = second
      third.persons.redirects = []
      try file.commit(
        RunCommit(run: run("r3"), previousRunID: "r2", previous: second, next: third))
      #expect(try file.identities().persons.redirects.isEmpty)
      #expect(try count("redirect_records", in: file) == 0)
    }
  }

  @Test func `findings are added and changed but never forgotten`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      let first = history([(0, .open), (1 << 63, .appealed), (.max, .open)])
      try file.write(first, over: FindingHistory())
      #expect(try file.findings() == first)
      try file.write(history([(7, .reopened), (.max, .fixed)]), over: first)
      let all =
        [(0, .open), (7, .reopened), (1 << 63, .appealed), (.max, .fixed)]
        as [(UInt64, FindingStatus)]
      #expect(try file.findings() == history(all))
    }
  }

  @Test func `a period has the scores of its last run, and is found from the next`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      let day = CivilDay(number: 100)
      let old = MetricValue(metric: "stock all", scope: "all", value: 0.1)
      let other = MetricValue(metric: "entered all", scope: "all", value: 0.3)
      let new = MetricValue(metric: "stock all", scope: "all", value: 0.2)
      try file.write(PeriodScores(firstDay: CivilDay(number: 70), scores: [old]))
      try file.write(PeriodScores(firstDay: day, scores: [old, other]))
      try file.write(PeriodScores(firstDay: day, scores: [new]))
      #expect(try file.scores(ofPeriodBefore: CivilDay(number: 70)).isEmpty)
      #expect(try file.scores(ofPeriodBefore: day) == [old])
      #expect(try file.scores(ofPeriodBefore: CivilDay(number: 101)) == [new])
    }
  }

  @Test func `a commit that fails leaves the old state whole`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let file = try StateFile(path: path)
      let first = state(persons: [("a", 1)], nextNumber: 2)
      try file.commit(
        RunCommit(run: run("r1"), previousRunID: nil, previous: IdentityState(), next: first))
      let second = state(persons: [("a", 1), ("b", 2)], nextNumber: 3)
      try file.connection.execute(
        "CREATE TRIGGER stop BEFORE INSERT ON metrics BEGIN SELECT RAISE(ABORT, 'stop'); END")
      var commit = RunCommit(run: run("r2"), previousRunID: "r1", previous: first, next: second)
      commit.metrics = [MetricValue(metric: "rows", scope: "all", value: 1)]
      #expect(throws: DatabaseError.self) { try file.commit(commit) }
      let read = try StateFile(path: path)
      #expect(try read.publishedRunID == "r1")
      #expect(storedRows(try read.identities().persons.membership) == ["a=1"])
      #expect(try read.identities().persons.nextNumber == 2)
    }
  }

  @Test func `a run killed in the middle of its commit leaves the old state`() throws {
    try withFolder { folder in
      let (path, copy) = (folder + "/state.sqlite", folder + "/killed.sqlite")
      let file = try StateFile(path: path)
      let first = state(persons: [("a", 1)], nextNumber: 2)
      try file.commit(
        RunCommit(run: run("r1"), previousRunID: nil, previous: IdentityState(), next: first))

      // A tiny cache sends unfinished pages to the disk, as a kill would leave them.
      try file.connection.execute("PRAGMA cache_size = 2; BEGIN IMMEDIATE; DELETE FROM meta")
      let rows = (0..<5000).map { (String(format: "k%05d", $0), UInt32(2)) }
      let second = state(persons: [("a", 1)] + rows, nextNumber: 3)
      try file.write(second.persons, over: first.persons, run: 1)
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
      }
      let size = try FileManager.default.attributesOfItem(atPath: copy)[.size] as? Int
      #expect((size ?? 0) > 100_000)

      let killed = try StateFile(path: copy)
      #expect(try killed.publishedRunID == "r1")
      #expect(storedRows(try killed.identities().persons.membership) == ["a=1"])
    }
  }

  @Test func `what is prepared counts once it is committed, and not before`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let next = state(persons: [("a", 1)], nextNumber: 2)
      let commit = RunCommit(
        run: run("r1"), previousRunID: nil, previous: IdentityState(), next: next)
      try StateFile(path: path).prepare(commit)  // the program ends here
      #expect(try StateFile(path: path).publishedRunID == nil)

      let file = try StateFile(path: path)
      try file.prepare(commit)
      #expect(try StateFile(path: path).publishedRunID == nil)
      try file.commitPrepared(recording: nil)
      #expect(try StateFile(path: path).publishedRunID == "r1")
    }
  }

  @Test func `identities that were never handed out are an error`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let file = try StateFile(path: path)
      try file.connection.execute("INSERT INTO person_membership VALUES ('a', 1)")
      #expect(throws: StoreError(.damagedIdentities, path: path)) { try file.identities() }
    }
  }

  @Test func `a commit upon a state that has moved on is refused`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let file = try StateFile(path: path)
      let next = state(persons: [("a", 1)], nextNumber: 2)
      let commit = RunCommit(
        run: run("r1"), previousRunID: nil, previous: IdentityState(), next: next)
      try file.commit(commit)
      #expect(throws: StoreError(.publishedMeanwhile, path: path)) { try file.commit(commit) }
    }
  }

  // MARK: Other files

  @Test func `a file that is no database is refused and left alone`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let text = String(repeating: "not a database, but long enough to be one\n", count: 50)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: StoreError(.notAState, path: path)) { try StateFile(path: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test func `a database of something else is refused`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      do {
        let other = try Connection(path: path)
        try other.execute("CREATE TABLE customers (id INTEGER)")
      }
      #expect(throws: StoreError(.notAState, path: path)) { try StateFile(path: path) }
    }
  }

  @Test func `a state of a newer program is refused`() throws {
    try withFolder { folder in
      let path = folder + "/state.sqlite"
      let file = try StateFile(path: path)
      try file.connection.execute("INSERT INTO migrations VALUES (99, '0099 tomorrow')")
      #expect(throws: StoreError(.newerState(migration: "0099 tomorrow"), path: path)) {
        try StateFile(path: path)
      }
    }
  }

  @Test func `a folder that does not exist is an error that names the file`() {
    let path = "/nonexistent/state.sqlite"
    let error = #expect(throws: DatabaseError.self) { try StateFile(path: path) }
    #expect(error?.description.hasPrefix("/nonexistent/state.sqlite: error: ") == true)
  }

  @Test func `an error names the statement and no value`() throws {
    try withFolder { folder in
      let file = try StateFile(path: folder + "/state.sqlite")
      let insert = try Statement("INSERT INTO meta VALUES (?, ?)", on: file.connection)
      for isFirst in [true, false] {
        try insert.bind("canary", at: 1)
        try insert.bind("canary", at: 2)
        if isFirst { try insert.run(); continue }
        do throws(DatabaseError) {
          try insert.run()
          Issue.record("a second row of one name was taken")
        } catch {
          #expect(error.description.contains("INSERT INTO meta"))
          #expect(!error.description.contains("canary"))
        }
      }
    }
  }
}

private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("assay-store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

private func run(_ id: String) -> PublishedRun {
  PublishedRun(
    runID: id, asOf: CivilDay(number: 20_000), pipelineHash: "h",
    publishedAt: "2026-06-30T01:00:00+08:00", folder: "runs/\(id)")
}

private func state(persons: [(String, UInt32)], nextNumber: UInt32) -> IdentityState {
  var state = IdentityState()
  state.persons.nextNumber = nextNumber
  for (key, number) in persons {
    state.persons.membership.append(Array(key.utf8)[...], number: number)
  }
  return state
}

private func redirect(old: UInt32, current: UInt32, records: [String], survivors: [String])
  -> IdentityRedirect
{
  var (lost, survivor) = (TextColumn(), TextColumn())
  for key in records { lost.append(key) }
  for key in survivors { survivor.append(key) }
  return IdentityRedirect(
    party: .person, old: old, current: current, since: CivilDay(number: 7), records: lost,
    survivorRecords: survivor)
}

private func storedRows(_ table: MembershipTable) -> [String] {
  (0..<table.count).map {
    String(decoding: table.key($0), as: UTF8.self) + "=\(table.numbers[$0])"
  }
}

private func history(_ rows: [(UInt64, FindingStatus)]) -> FindingHistory {
  var history = FindingHistory()
  for (identifier, status) in rows {
    history.append(
      FindingHistory.Entry(
        identifier: identifier, record: ~identifier, other: identifier / 2,
        firstSeen: CivilDay(number: 1), status: status))
  }
  return history
}

private func count(_ table: String, in file: StateFile) throws -> Int64 {
  let rows = try Statement("SELECT count(*) FROM \(table)", on: file.connection)
  _ = try rows.step()
  return rows.int(0)
}
