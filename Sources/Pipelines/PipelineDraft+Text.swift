import Foundation
import Ingest
import Vocabulary

extension PipelineDraft {
  /// The keys `schema`, `fields` and `sources` as a pipeline file has them, JSON5.
  var fragment: String {
    var text = ""
    if !isCustomer { text += "  schema: \"none\",  // nothing here tells of customers\n" }
    if !fields.isEmpty {
      text += "  fields: {\n"
      for (name, field) in fields {
        let kind = "\"\(field.kind.rawValue)\""
        let value = field.isSensitive ? "{ kind: \(kind), sensitive: true }" : kind
        text += "    \(quoted(name)): \(value),\n"
      }
      text += "  },\n"
    }
    text += "  sources: [\n" + sources.map(entry).joined() + "  ],\n"
    return text
  }

  /// A whole pipeline file.
  func text(name: String, output: String) -> String {
    var text = """
      // Made by 'assay init' from a look at the files. What is guessed is said beside it: correct it here,
      // look with 'assay check', and run again with 'assay run'.
      {
        version: 1,
        name: \(quoted(name)),

      """
    if !sources.contains(where: \.hasHanLabels) {
      text += """
          language: "en",            // of reports; zh-Hans is the default
          // region: "CN",           // of phone numbers without a country code
          // timezone: "Asia/Shanghai",

        """
    }
    return text + fragment + "  output: \(quoted(output)),\n}\n"
  }

  private func entry(_ source: Source) -> String {
    var text = "    { name: \(quoted(source.group.name)), path: \(list(source.paths)),\n"
    if source.group.isDated {
      text += "      pick: \"newest\",  // by the date in the names; \"all\" reads every one\n"
    }
    text += source.shape
    if let profile = source.profile {
      return text + "      profile: \(quoted(profile)),\(source.fit)\n    },\n"
    }
    text += "      profile: \"none\",\n"
    if source.id.isEmpty {
      text +=
        "      // id: \"\",  // no column tells the records apart; a key is made from each row\n"
    } else {
      text += "      id: \(list(source.id)),\n"
    }
    text += "      map: {\n"
    for field in distinctFields(of: source) {
      let columns = source.columns.filter { $0.field == field }
      let values = columns.map(reference)
      let value = values.count == 1 ? values[0] : "[" + values.joined(separator: ", ") + "]"
      text += "        \(quoted(field)): \(value),"
      text += "  // " + columns.map(\.reason).joined(separator: " | ") + "\n"
    }
    for (label, reason) in source.left {
      text += "        // not mapped: \(quoted(label)), \(reason)\n"
    }
    return text + "      },\n    },\n"
  }

  private func distinctFields(of source: Source) -> [String] {
    var seen: Set<String> = []
    return source.columns.map(\.field).filter { seen.insert($0).inserted }
  }

  private func reference(_ column: Column) -> String {
    guard let part = column.part else { return quoted(column.label) }
    return "{ column: \(quoted(column.label)), part: \"\(part.rawValue)\" }"
  }

  private func list(_ texts: [String]) -> String {
    texts.count == 1
      ? quoted(texts[0]) : "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  private func quoted(_ text: String) -> String { JSON5Text.quoted(text) }
}

extension PipelineDraft.Source {
  /// What was found with so little confidence that the file had better say it.
  fileprivate var shape: String {
    var text = ""
    if hasNoHeader { text += "      header: \"none\",\n" }
    let encodings = Set(survey.files.map(\.layout.encoding))
    if let layout = survey.files.first?.layout, encodings.count == 1,
      survey.files.contains(where: { $0.layout.encodingConfidence < 0.9 })
    {
      let sure = Int((layout.encodingConfidence * 100).rounded())
      text += "      encoding: \"\(layout.encoding.rawValue)\",  // sure \(sure) %\n"
    }
    return text
  }

  /// How well the profile fits, and what may be meant instead.
  fileprivate var fit: String {
    let scores = survey.candidates.prefix(4).map { candidate in
      (candidate.profile, "\(Int((candidate.score * 100).rounded())) %")
    }
    guard let own = scores.first(where: { $0.0 == profile }) else { return "" }
    guard survey.isTied else { return "  // fits to \(own.1)" }
    let others = scores.filter { $0.0 != profile }.map { "\($0.0) \($0.1)" }
    return "  // fits to \(own.1); choose, for others fit too: \(others.joined(separator: ", "))"
  }

  fileprivate var hasHanLabels: Bool {
    survey.columns.contains { column in
      column.label.unicodeScalars.contains(where: \.properties.isIdeographic)
        || column.shapes.contains { $0.contains("某") }
    }
  }
}

/// Texts as JSON5 writes them.
enum JSON5Text {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
