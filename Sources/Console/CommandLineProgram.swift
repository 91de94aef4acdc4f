import Foundation
import Pipelines
import Vocabulary

/// The program: picks the command, runs it, and turns what happened into an exit status.
package enum CommandLineProgram {
  /// The commands in the order of the help.
  static let commands: [Command] = [
    .run, .check, .profile, .initialize, .normalize, .words, .train, .evaluate, .explain, .show,
    .review, .decide, .lookup, .history, .publish, .rollback, .audit,
  ]

  /// Runs the command line.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: What to exit with.
  package static func run(_ words: [String]) async -> ExitStatus {
    Terminal.ignoreClosedPipes()
    ProcessMemory.returnsLargeArrays()
    var terminal = Terminal()
    terminal.isQuiet = words.prefix { $0 != "--" }.contains(Flag.quiet.name)
    do {
      return try await perform(words, terminal)
    } catch Terminal.OutputError.closedPipe {
      return .success
    } catch let error as UsageError {
      terminal.report("assay: error: \(error.message)")
      return .usage
    } catch let error as PipelineFileError {
      terminal.report(error.description)
      return .usage
    } catch let error as RunError {
      terminal.report(error.description)
      return error.status
    } catch let error as RunFolderReference.Failure {
      terminal.report(error.description)
      return .failure
    } catch Terminal.OutputError.failed(let reason) {
      terminal.report("stdout: error: cannot be written: \(reason)")
      return .failure
    } catch {
      terminal.report("assay: error: \(error)")
      return .failure
    }
  }

  private static func perform(
    _ words: [String], _ terminal: Terminal
  ) async throws -> ExitStatus {
    guard let first = words.first else {
      terminal.send(Help.program(commands))
      return .usage
    }
    switch first {
    case "--help", "-h": return try printHelp(of: [], terminal)
    case "help": return try printHelp(of: words.dropFirst(), terminal)
    case "--version":
      try terminal.write("assay \(Help.version)\n")
      return .success
    default: break
    }
    let command = try find(first)
    let arguments: Arguments
    do throws(UsageError) {
      arguments = try Arguments(Array(words.dropFirst()), for: command)
    } catch {
      throw UsageError("\(error.message)\nusage: assay \(Help.usage(command))")
    }
    if arguments.has(.help) { return try printHelp(of: [command.name], terminal) }
    return try await command.action(arguments, terminal)
  }

  private static func printHelp(
    of words: ArraySlice<String>, _ terminal: Terminal
  ) throws -> ExitStatus {
    if let word = words.first {
      try terminal.write(Help.command(find(word)))
    } else {
      try terminal.write(Help.program(commands))
    }
    return .success
  }

  private static func find(_ name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let what = name.hasPrefix("-") ? "flag" : "command"
    let known = name.hasPrefix("-") ? ["--help", "--version"] : commands.map(\.name) + ["help"]
    throw UsageError(
      "unknown \(what) '\(name)'; \(SpellingSuggestion.wayOut(for: name, among: known))")
  }
}

extension RunError {
  /// The exit status that tells the reason.
  var status: ExitStatus {
    switch reason {
    case .locked: .locked
    case .usage: .usage
    case .cannotFinish: .failure
    }
  }
}
