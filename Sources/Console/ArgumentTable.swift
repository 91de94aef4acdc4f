import Pipelines
import Vocabulary

/// A flag of a command.
struct Flag: Hashable, Sendable {
  /// With its dashes, such as `--threads`.
  var name: String
  /// What stands for its value in the help; nil for a flag without one.
  var placeholder: String?
  var isRequired: Bool
  /// Whether it may stand several times.
  var repeats: Bool
  var help: String

  init(
    _ name: String, _ placeholder: String? = nil, isRequired: Bool = false, repeats: Bool = false,
    help: String
  ) {
    self.name = name
    self.placeholder = placeholder
    self.isRequired = isRequired
    self.repeats = repeats
    self.help = help
  }

  static let json = Flag("--json", help: "print the result as JSON")
  static let quiet = Flag("--quiet", help: "no progress and no notes; errors are still said")
  static let help = Flag("--help", help: "print this help")
  /// The flags of every command.
  static let common = [json, quiet, help]
}

/// A word that a command takes by its place.
struct Operand: Hashable, Sendable {
  var name: String
  var isRequired = true
  /// Whether any number of words may stand here; only for the last operand.
  var repeats = false
  var help: String
}

/// One command: what it takes, what its help says, and what it does.
struct Command: Sendable {
  var name: String
  var summary: String
  var operands: [Operand]
  /// Its own flags; the common ones are added.
  var flags: [Flag] = []
  /// Command lines, each with a word on what it does.
  var examples: [(line: String, purpose: String)]
  /// What the help says below the flags.
  var notes = ""
  var action: @Sendable (Arguments, Terminal) async throws -> ExitStatus
}

/// A command line that asks for what there is not.
struct UsageError: Error, Hashable {
  var message: String

  init(_ message: String) { self.message = message }
}

/// The words of a command line, sorted by the command's table.
struct Arguments: Hashable, Sendable {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  private var given: Set<String> = []

  /// Sorts words into operands and flags.
  ///
  /// `--flag value` and `--flag=value` are the same; after `--` everything is an operand, and `-` is
  /// one everywhere.
  ///
  /// - Throws: `UsageError` at the first word that does not fit.
  init(_ words: [String], for command: Command) throws(UsageError) {
    let flags = command.flags + Flag.common
    var rest = words[...]
    var takesFlags = true
    while let word = rest.popFirst() {
      guard takesFlags, word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" { takesFlags = false } else { try read(word, &rest, flags) }
    }
    guard !has(.help) else { return }
    try checkOperands(of: command)
    for flag in flags where flag.isRequired && !has(flag) {
      throw UsageError("\(flag.name) is missing: \(flag.help)")
    }
  }

  private mutating func read(
    _ word: String, _ rest: inout ArraySlice<String>, _ flags: [Flag]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "-h" ? Flag.help.name : String(parts[0])
    guard let flag = flags.first(where: { $0.name == name }) else {
      let known = flags.map(\.name)
      throw UsageError(
        "unknown flag '\(name)'; \(SpellingSuggestion.wayOut(for: name, among: known))")
    }
    guard given.insert(name).inserted || flag.repeats else {
      throw UsageError("the flag '\(name)' stands twice; keep one")
    }
    guard let placeholder = flag.placeholder else {
      guard parts.count == 1 else { throw UsageError("the flag '\(name)' takes no value") }
      return
    }
    if parts.count == 2 {
      values[name, default: []].append(String(parts[1]))
    } else if let value = rest.popFirst() {
      values[name, default: []].append(value)
    } else {
      throw UsageError("the flag '\(name)' needs a value; write \(name) \(placeholder)")
    }
  }

  private func checkOperands(of command: Command) throws(UsageError) {
    if operands.count > command.operands.count, command.operands.last?.repeats != true {
      throw UsageError("one word too many: '\(operands[command.operands.count])'")
    }
    for operand in command.operands.dropFirst(operands.count) where operand.isRequired {
      throw UsageError("\(operand.name) is missing: \(operand.help)")
    }
  }

  func has(_ flag: Flag) -> Bool { given.contains(flag.name) }

  func value(_ flag: Flag) -> String? { values[flag.name]?.first }

  /// The values of a flag that may stand several times.
  func all(_ flag: Flag) -> [String] { values[flag.name] ?? [] }

  /// The operand of a place, or nil when it was left out.
  subscript(index: Int) -> String? { index < operands.count ? operands[index] : nil }

  /// The operand of a place that the table requires.
  func required(_ index: Int) throws(UsageError) -> String {
    guard let operand = self[index] else { throw UsageError("operand \(index + 1) is missing") }
    return operand
  }

  /// The value of a flag that the table requires.
  func required(_ flag: Flag) throws(UsageError) -> String {
    guard let value = value(flag) else { throw UsageError("\(flag.name) is missing") }
    return value
  }

  /// The value of a flag that takes one of a few words.
  func word(_ flag: Flag, among known: [String]) throws(UsageError) -> String? {
    guard let value = value(flag) else { return nil }
    guard known.contains(value) else {
      throw UsageError(
        "\(flag.name) cannot be '\(value)'; \(SpellingSuggestion.wayOut(for: value, among: known))")
    }
    return value
  }

  /// The value of a flag that takes a whole number.
  func count(_ flag: Flag, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = value(flag) else { return nil }
    guard let count = Int(value), range.contains(count) else {
      throw UsageError(
        "\(flag.name) must be a whole number in \(range.lowerBound)...\(range.upperBound), "
          + "not '\(value)'")
    }
    return count
  }
}
