import Foundation
import Normalize
import Pipelines
import Vocabulary

extension Flag {
  static let region = Flag(
    "--region", "CN", help: "the region of phones without a country code, or none; CN if absent")
}

extension Flag {
  static let words = Flag(
    "--words", "PATH", help: "your own word files: a folder, a file or a glob; see assay words")
}

extension Command {
  /// A filter over raw values.
  static let normalize = Command(
    name: "normalize",
    summary: "A filter: one raw value a line in, one JSON object a line out, same order.",
    operands: [
      Operand(name: "KIND", help: ValueKind.allCases.map(\.rawValue).joined(separator: ", ")),
      Operand(name: "FILE", isRequired: false, help: "a UTF-8 text file; '-' or nothing: stdin"),
    ],
    flags: [.region, .words, .asOf, .threads],
    examples: [
      ("normalize phone phones.txt", "E.164 numbers, type and region"),
      ("normalize name - < names.txt", "surname, given name, honorific, pinyin"),
    ],
    notes: """
      phone        {"values": [{"e164", "type", "region", "extension"}], "issues": […]}
      name         {"kind", "surname", "given", "honorific", "title", "qualifier", "canonical", "latin", "issues"}
      company      {"canonical", "place", "brand", "industry", "legal_form", "branch", "group", "key",
                   "issues"};
                   names with one key are held to be one company
      uscc, resident-id, bank-account, wechat, email, address, place, postcode, date
                   {"canonical", "valid", "issues"} and the parts of a valid value
      A blank line is a value too. Dates after --as-of are marked; --region matters to phones and to dates such as 3/5/2024.
      """
  ) { arguments, terminal in
    let filter = ValueFilter(
      try arguments.valueKind(), region: try arguments.phoneRegion(),
      asOf: try arguments.day(.asOf) ?? .today(in: chinaTime), timeZone: chinaTime,
      lexicon: try arguments.lexicon())
    let threads =
      try arguments.count(.threads, in: 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
    let path = arguments[1] ?? "-"
    do {
      let file: FileDescriptor = path == "-" ? .standardInput : try FileDescriptor(reading: path)
      var chunks = LineChunks(file)
      while true {
        let window = try chunks.next(upTo: threads)
        if window.isEmpty { break }
        for objects in await filter.objects(for: window) { try terminal.write(objects) }
      }
    } catch let error as FileDescriptor.Failure {
      terminal.report("\(path): error: \(error.reason); name a readable text file")
      return .failure
    }
    return .success
  }
}

/// The time zone of pipelines that name none.
private let chinaTime = "Asia/Shanghai"

extension Arguments {
  fileprivate func valueKind() throws(UsageError) -> ValueKind {
    let word = try required(0)
    if let kind = ValueKind(rawValue: word) { return kind }
    let known = ValueKind.allCases.map(\.rawValue)
    throw UsageError(
      "unknown kind '\(word)'; \(SpellingSuggestion.wayOut(for: word, among: known))")
  }

  /// The word lists with the files that `--words` names.
  fileprivate func lexicon() throws(UsageError) -> Lexicon {
    guard let path = value(.words) else { return .shipped }
    do throws(WordListError) {
      let files = try WordFile.read(matching: path)
      guard !files.isEmpty else {
        throw WordListError(path: path, message: "no .tsv file is there; correct the path")
      }
      return try Lexicon(WordLists(adding: files))
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// The region of phones without a calling code; nil: none.
  fileprivate func phoneRegion() throws(UsageError) -> String? {
    guard let region = value(.region) else { return "CN" }
    if region == "none" { return nil }
    guard RegionCodes.contains(region.uppercased()) else {
      throw UsageError("--region must be a region such as CN, or none, not '\(region)'")
    }
    return region.uppercased()
  }
}

extension CivilDay {
  /// The day on which it is now somewhere.
  fileprivate static func today(in timeZone: String) -> CivilDay {
    let offset = TimeZone(identifier: timeZone)?.secondsFromGMT() ?? 0
    let seconds = Int64(Date().timeIntervalSince1970) + Int64(offset)
    return CivilTime(seconds: seconds).day
  }
}

extension ValueFilter {
  /// The objects for each of some chunks, made side by side, in the order of the chunks.
  fileprivate func objects(for chunks: [[UInt8]]) async -> [[UInt8]] {
    guard chunks.count > 1 else { return chunks.map { objects(for: $0) } }
    return await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, chunk) in chunks.enumerated() {
        group.addTask { (index, objects(for: chunk)) }
      }
      var parts = [[UInt8]](repeating: [], count: chunks.count)
      for await (index, part) in group { parts[index] = part }
      return parts
    }
  }
}
