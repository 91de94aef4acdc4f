import Normalize
import Vocabulary

/// The rulings of stewards, read from decision files and replayed on every run.
struct Decisions: Sendable {
  /// Every line of every file, in the order of the files' names.
  private(set) var lines: [Decision] = []
  /// By line: whether it holds, for no other line that holds takes it back.
  private(set) var isInForce: [Bool] = []

  init() {}

  /// Reads the decision files of a pipeline; that there is none yet is fine.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline.
  ///   - added: Further files, which the pipeline need not name.
  ///   - omitted: Files that are left out although the pipeline names them.
  /// - Throws: `RunError` that names the file and the line of a decision that cannot be followed.
  init(_ pipeline: PipelineFile, adding added: [String] = [], leavingOut omitted: Set<String> = [])
    throws
  {
    var paths = try pipeline.decisions.flatMap {
      try DecisionFile.paths(matching: pipeline.resolved($0))
    }
    paths += added.filter { !paths.contains($0) }
    let read = try paths.filter { !omitted.contains($0) }
      .flatMap { try DecisionFile.lines(of: $0, schema: pipeline.schema) }
    try self.init(read)
  }

  /// Takes lines over, of which a repeated one counts once.
  ///
  /// - Throws: `RunError` where two lines have one id, or take each other back.
  init(_ read: [Decision]) throws(RunError) {
    var first: [String: Int] = [:]
    for line in read {
      guard let known = first[line.id], !line.id.isEmpty else {
        first[line.id] = lines.count
        lines.append(line)
        continue
      }
      guard lines[known].isRepeated(by: line) else {
        throw RunError(
          .cannotFinish,
          "\(line.place): error: the decision_id there is also at \(lines[known].place); "
            + "give each decision a name of its own")
      }
    }
    isInForce = try Self.inForce(lines)
  }

  private enum Standing {
    case unknown, underWay, holds, revoked
  }

  private static func inForce(_ lines: [Decision]) throws(RunError) -> [Bool] {
    var revokers: [String: [Int]] = [:]
    for (index, line) in lines.enumerated() where !line.revokes.isEmpty {
      revokers[line.revokes, default: []].append(index)
    }
    var standings = [Standing](repeating: .unknown, count: lines.count)
    for index in lines.indices { _ = try holds(index, lines, revokers, &standings) }
    return standings.map { $0 == .holds }
  }

  private static func holds(
    _ index: Int, _ lines: [Decision], _ revokers: [String: [Int]], _ standings: inout [Standing]
  ) throws(RunError) -> Bool {
    switch standings[index] {
    case .holds: return true
    case .revoked: return false
    case .underWay:
      throw RunError(
        .cannotFinish,
        "\(lines[index].place): error: the decision takes back what takes it back; "
          + "delete one of the lines")
    case .unknown: break
    }
    standings[index] = .underWay
    var isRevoked = false
    for revoker in lines[index].id.isEmpty ? [] : revokers[lines[index].id] ?? [] {
      if try holds(revoker, lines, revokers, &standings) { isRevoked = true }
    }
    standings[index] = isRevoked ? .revoked : .holds
    return !isRevoked
  }

  /// The places of the lines of a verb that hold.
  func inForce(_ verb: Decision.Verb) -> [Int] {
    lines.indices.filter { isInForce[$0] && lines[$0].verb == verb }
  }

  /// Brings the values that stewards wrote into the form of the golden record.
  ///
  /// - Throws: `RunError` for a value that is none of its field.
  mutating func normalizeValues(_ schema: Schema, _ normalizer: Normalizer) throws(RunError) {
    for index in lines.indices where lines[index].verb == .value {
      let line = lines[index]
      guard let party = line.party, let field = schema.index(of: line.field) else { continue }
      let values = normalizer.canonical(line.value, of: schema.fields[field], for: party)
      guard values.count == 1, let value = values.first else {
        throw RunError(
          .cannotFinish,
          "\(line.place): error: the column value holds "
            + (values.isEmpty
              ? "nothing that '\(line.field)' can be; correct it"
              : "several values; write one, and a decision for each"))
      }
      lines[index].canonical = value
    }
  }
}
