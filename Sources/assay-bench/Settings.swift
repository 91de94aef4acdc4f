import Pipelines
import Vocabulary

/// What the command line asks for.
struct Settings: Sendable {
  var subject: Subject
  /// A pipeline file, or a file of lines.
  var input: String
  /// The default is today.
  var asOf: CivilDay?
  /// The default is the number of cores.
  var threads: Int?
  /// The default is 3.
  var repeatCount = 3
  var isJSON = false
  /// The folder of the programs of other libraries that read the same lines; nil runs none.
  var peers: String?

  /// The flags, and what stands for their values in the help; nil for a flag without one.
  static let flags: [(name: String, placeholder: String?, help: String)] = [
    ("--as-of", "YYYY-MM-DD", "the day the run is about; today if absent"),
    ("--threads", "N", "threads of a stage; all cores if absent"),
    ("--repeat", "K", "how often it is measured; 3 if absent"),
    ("--peers", "DIR", "also run other libraries, by the programs in a folder; of phone"),
    ("--json", nil, "print the result as JSON"),
    ("--help", nil, "print this help"),
  ]

  /// Reads the words of a command line.
  ///
  /// - Throws: `BenchmarkError` for usage at the first word that does not fit.
  init(_ words: [String], subjects: [Subject]) throws(BenchmarkError) {
    var operands: [String] = []
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        operands.append(word)
        continue
      }
      let (name, value) = try Self.flag(word, &rest)
      guard values.updateValue(value, forKey: name) == nil else {
        throw BenchmarkError(usage: "the flag '\(name)' stands twice; keep one")
      }
    }
    guard let name = operands.first else { throw BenchmarkError(usage: "SUBJECT is missing") }
    guard let subject = subjects.first(where: { $0.name == name }) else {
      let wayOut = SpellingSuggestion.wayOut(for: name, among: subjects.map(\.name))
      throw BenchmarkError(usage: "unknown subject '\(name)'; \(wayOut)")
    }
    guard operands.count > 1 else {
      throw BenchmarkError(usage: "\(subject.input.rawValue) is missing after '\(name)'")
    }
    guard operands.count == 2 else {
      throw BenchmarkError(usage: "one word too many: '\(operands[2])'")
    }
    self.subject = subject
    input = operands[1]
    isJSON = values["--json"] != nil
    peers = values["--peers"]
    threads = try Self.count("--threads", values, in: 1...1024)
    repeatCount = try Self.count("--repeat", values, in: 1...1000) ?? repeatCount
    if let text = values["--as-of"] {
      guard let day = CivilDay(iso: text) else {
        throw BenchmarkError(usage: "--as-of must be a day such as 2026-06-30, not '\(text)'")
      }
      asOf = day
    }
    if peers != nil, subject.name != "phone" {
      throw BenchmarkError(
        usage: "'\(name)' has no peers; leave '--peers' away, or measure 'phone'")
    }
    if subject.input == .lines,
      let flag = ["--as-of", "--threads"].first(where: values.keys.contains)
    {
      throw BenchmarkError(usage: "'\(name)' works on one core and takes no '\(flag)'")
    }
  }

  private static func flag(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(BenchmarkError) -> (name: String, value: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = flags.first(where: { $0.name == name }) else {
      let wayOut = SpellingSuggestion.wayOut(for: name, among: flags.map(\.name))
      throw BenchmarkError(usage: "unknown flag '\(name)'; \(wayOut)")
    }
    guard let placeholder = flag.placeholder else {
      guard parts.count == 1 else {
        throw BenchmarkError(usage: "the flag '\(name)' takes no value")
      }
      return (name, "")
    }
    if parts.count == 2 { return (name, String(parts[1])) }
    guard let value = rest.popFirst() else {
      throw BenchmarkError(
        usage: "the flag '\(name)' needs a value; write \(name) \(placeholder)")
    }
    return (name, value)
  }

  private static func count(
    _ name: String, _ values: [String: String], in range: ClosedRange<Int>
  ) throws(BenchmarkError) -> Int? {
    guard let value = values[name] else { return nil }
    guard let count = Int(value), range.contains(count) else {
      throw BenchmarkError(
        usage: "\(name) must be a whole number in \(range.lowerBound)...\(range.upperBound), "
          + "not '\(value)'")
    }
    return count
  }
}
