/// The texts that `--help` prints.
enum Help {
  static let version = "0.1.0"

  /// The help of the program.
  static func program(_ commands: [Command]) -> String {
    let examples = [
      ("assay run pipelines/customers/pipeline.json", "clean, match and publish"),
      ("printf '0755 8888 1234\\n' | assay normalize phone", "one value a line, as JSON"),
    ]
    return """
      Examples:
      \(columns(examples))

      usage: assay COMMAND … [--json] [--quiet]

      Commands:
      \(columns(commands.map { (usage($0), $0.summary) }))

      Flags of every command:
      \(columns(Flag.common.map { ($0.name, $0.help) }))

      RUN is a run's folder, an output folder (its current run is meant) or OUTPUT/RUN-ID.
      stdout holds the result only; messages and progress go to stderr. '-' is stdin.

      \(exitStatuses)
      'assay COMMAND --help' says more; 'assay --version' prints the version.

      """
  }

  /// The help of one command.
  static func command(_ command: Command) -> String {
    var text = "Examples:\n" + columns(command.examples.map { ("assay " + $0.line, $0.purpose) })
    text += "\n\nusage: assay \(usage(command))\n\n\(command.summary)\n"
    if !command.operands.isEmpty {
      text += "\nOperands:\n" + columns(command.operands.map { ($0.name, $0.help) }) + "\n"
    }
    let flags = command.flags + Flag.common
    text += "\nFlags:\n"
    text += columns(
      flags.map { ([$0.name, $0.placeholder ?? ""].joined(separator: " "), $0.help) })
    text += "\n"
    if !command.notes.isEmpty { text += "\n\(command.notes)\n" }
    return text + "\n\(exitStatuses)"
  }

  /// The command's line, such as `run PIPELINE [--output DIR]`.
  static func usage(_ command: Command) -> String {
    let operands = command.operands.map { operand in
      let name = operand.repeats ? operand.name + "…" : operand.name
      return operand.isRequired ? name : "[\(name)]"
    }
    let flags = command.flags.map { flag in
      let words = flag.placeholder.map { "\(flag.name) \($0)" } ?? flag.name
      let form = flag.isRequired ? words : "[\(words)]"
      return flag.repeats ? form + "…" : form
    }
    return ([command.name] + operands + flags).joined(separator: " ")
  }

  private static var exitStatuses: String {
    "Exit status:\n"
      + columns(ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) })
      + "\n  A closed pipe ends quietly with 0.\n"
  }

  /// Two columns; a left one that is long gets a line of its own.
  private static func columns(_ rows: [(String, String)]) -> String {
    let widest = 34
    let width = min(widest, rows.map { $0.0.count }.max() ?? 0)
    return rows.map { left, right in
      let left = left.trimmingSuffix { $0 == " " }
      return left.count > widest
        ? "  \(left)\n  " + String(repeating: " ", count: width) + "  " + right
        : "  \(left)" + String(repeating: " ", count: width - left.count) + "  " + right
    }
    .joined(separator: "\n")
  }
}

extension String {
  fileprivate func trimmingSuffix(while isLoose: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isLoose(last) { text.removeLast() }
    return text
  }
}
