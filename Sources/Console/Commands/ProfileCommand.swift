import Pipelines
import Vocabulary

extension Command {
  /// Says what files are, and how a pipeline file would name them.
  static let profile = Command(
    name: "profile",
    summary: "Says what files are and prints a 'sources' entry to paste; writes nothing.",
    operands: [Operand(name: "FILE", repeats: true, help: "an export; several may be given")],
    flags: [.threads],
    examples: [
      ("profile export.csv", "how it is built, what its columns hold, an entry to paste"),
      ("profile export.csv --json", "the same for a program"),
    ],
    notes: """
      No value of a record is shown: shapes have 9 for a digit, 某 for a Han character, x and X for
      other letters. At most the first 100,000 records of a file are looked at; the report says so.

      --json prints one object: sources [{name, files [{name, format, encoding, encoding_confidence,
      delimiter, header_line, container, sheet, rows}], profile, candidates [{profile, score}], columns [{label, field,
      is_id, looks_like, kind, confidence, filled, fill_rate, distinct, shapes}], read, records,
      quarantined, quarantine_codes, skipped, record_limit}], entry (JSON5).
      """
  ) { arguments, terminal in
    let threads = try arguments.count(.threads, in: 1...1024)
    let profile = try await FileProfiler(threads: threads).profile(arguments.operands)
    try terminal.write(arguments.has(.json) ? JSONResult.text(of: profile) : profile.text)
    return .success
  }
}

extension FileProfile {
  /// The report for a person, the entry to paste at its end.
  var text: String {
    sources.map { $0.text + "\n" }.joined()
      + "to paste into a pipeline file (see 'assay check'):\n\n" + entry
  }
}

extension FileProfile.Source {
  fileprivate var text: String {
    files.map(text).joined() + rowsText + profileText + "\n" + table.text
  }

  private func text(_ file: FileProfile.File) -> String {
    var parts = file.container.map { [$0] } ?? []
    if let sheet = file.sheet {
      parts.append("sheet '\(sheet)'")
    } else {
      parts += [file.format, "\(file.encoding) (sure \(wholePercent(file.encodingConfidence)))"]
    }
    if file.sheet == nil, let delimiter = file.delimiter {
      parts.append("delimiter " + (delimiter == "\t" ? "tab" : "'\(delimiter)'"))
    }
    if file.format == "csv" {
      parts.append(file.headerLine.map { "header on line \($0)" } ?? "no header")
    }
    return "\(file.name): \(parts.joined(separator: ", "))\n"
  }

  private var rowsText: String {
    let limit = recordLimit.map { ", of each file the first \(grouped($0)) records" } ?? ""
    return "  \(grouped(read)) rows read\(limit): \(grouped(records)) records, "
      + "\(grouped(quarantined)) quarantined\(reasons(quarantineCodes)), "
      + "\(grouped(skipped.values.reduce(0, +))) skipped\(reasons(skipped))\n"
  }

  private func reasons(_ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "" }
    let list = counts.sorted { $0.key < $1.key }.map { "\($0.key) \(grouped($0.value))" }
    return " (" + list.joined(separator: ", ") + ")"
  }

  private var profileText: String {
    let scores = candidates.prefix(5).map { "\($0.profile) \(wholePercent($0.score))" }
    let considered = scores.isEmpty ? "" : "; considered: " + scores.joined(separator: ", ")
    return "  profile \(profile ?? "none, see the entry below")\(considered)\n"
  }

  private var table: TextTable {
    var table = TextTable(
      ["column", "fills", "looks like", "sure", "filled", "different", "shapes"],
      [.left, .left, .left, .right, .right, .right, .left])
    for column in columns {
      table.add([
        column.label, column.isID ? "id" : column.field ?? "",
        column.looksLike, wholePercent(column.confidence), percent(column.fillRate),
        grouped(column.distinct), column.shapes.joined(separator: "  "),
      ])
    }
    return table
  }
}

/// A share as a percentage without decimals.
private func wholePercent(_ share: Double) -> String { decimals(share * 100, 0) + " %" }
