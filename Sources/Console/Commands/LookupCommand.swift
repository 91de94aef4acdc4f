import Foundation
import Pipelines

extension Command {
  /// Whether customers are there already.
  static let lookup = Command(
    name: "lookup",
    summary: "Before entry: whether a customer exists, whose it is, and why; values on stdin.",
    operands: [
      Operand(name: "RUN", help: "a run's folder, an output folder or OUTPUT/RUN-ID")
    ],
    examples: [
      ("lookup out/customers < new-customers.txt", "one customer a line"),
      ("lookup out/customers --json < form.ndjson", "the same for a program"),
    ],
    notes: """
      A line is one customer: FIELD=VALUE pairs with tabs or semicolons between (name=李雷;phone=13812345678);
      a JSON object; or one value alone, a phone, a mail address or a name. Fields: name, company, party_name,
      phone, email, wechat, uscc and other names and identifiers of the schema. Each line is answered as it
      comes. Nothing of the customer is shown but the owners.
      --json prints one object a line: line, verdict (exists, similar, new), matches [{verdict, party, owners,
      reasons (phone, email, identifier, name, company, similar_name, brand, similar_phone)}], more; or line
      and error. The exit status is 2 when a line could not be read.
      """
  ) { arguments, terminal in
    let lookup = try CustomerLookup(RunFolderReference(arguments.required(0)))
    var status = ExitStatus.success
    var chunks = LineChunks(.standardInput)
    var number = 0
    while let chunk = try chunks.next() {
      let text = String(decoding: chunk, as: UTF8.self)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(text.hasSuffix("\n") ? 1 : 0)
      {
        number += 1
        let question: LookupQuestion
        do throws(LookupQuestion.Failure) {
          question = try LookupQuestion(line: String(line), schema: lookup.schema)
        } catch {
          status = .failure
          terminal.report("stdin:\(number): error: \(error.reason)")
          if arguments.has(.json) { try terminal.write(error.json(line: number)) }
          continue
        }
        let answer = try await lookup.answer(question)
        try terminal.write(
          arguments.has(.json) ? answer.json(line: number) : Array(answer.text(line: number).utf8))
      }
    }
    return status
  }
}

extension LookupQuestion.Failure {
  fileprivate func json(line: Int) -> [UInt8] {
    var json = JSONLine()
    json.beginObject()
    json.key("line")
    json.value(line)
    json.key("error")
    json.value(reason)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension LookupAnswer {
  /// The answer for a person: one line, and one for each match.
  fileprivate func text(line: Int) -> String {
    let word =
      switch verdict {
      case .exists: "已存在 exists"
      case .similar: "疑似 similar"
      case .new: "未找到 new"
      }
    var text = "\(line): \(word)\n"
    for match in matches {
      let owners = match.owners.isEmpty ? "–" : match.owners.joined(separator: ", ")
      let reasons = match.reasons.map(\.rawValue).joined(separator: ", ")
      text += "  \(match.party) · \(owners) · \(reasons)\n"
    }
    if more > 0 { text += "  … +\(more)\n" }
    return text
  }

  fileprivate func json(line: Int) -> [UInt8] {
    var json = JSONLine()
    json.beginObject()
    json.key("line")
    json.value(line)
    json.key("verdict")
    json.value(verdict.rawValue)
    json.key("matches")
    json.beginList()
    for match in matches {
      json.beginObject()
      json.key("verdict")
      json.value(match.verdict.rawValue)
      json.key("party")
      json.value(match.party)
      json.key("owners")
      json.value(match.owners)
      json.key("reasons")
      json.value(match.reasons.map(\.rawValue))
      json.endObject()
    }
    json.endList()
    json.key("more")
    json.value(more)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
