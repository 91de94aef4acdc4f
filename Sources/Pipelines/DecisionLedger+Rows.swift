import Export
import Vocabulary

extension DecisionLedger {
  /// The lines as decisions.csv lists them.
  ///
  /// Of a value of a sensitive field there is the token alone.
  func rows(of pipeline: PipelineFile) -> [DecisionRow] {
    let lines = decisions.lines
    return lines.indices.map { index in
      let line = lines[index]
      let field = pipeline.schema.index(of: line.field)
      let isSecret = field.map { pipeline.schema.fields[$0].isSensitive } ?? false
      var row = DecisionRow(id: line.id, status: status[index])
      row.verb = line.verb?.rawValue ?? ""
      row.party = line.party?.rawValue ?? ""
      (row.left, row.right, row.field) = (line.left, line.right, line.field)
      row.value = isSecret ? line.canonical : line.value
      (row.by, row.at, row.why, row.revokes) = (line.by, line.at, line.why, line.revokes)
      row.conflictsWith = conflicts[index].map { lines[$0].id }.sorted()
      row.note = notes[index]?[pipeline.language] ?? ""
      row.file = line.file.split(separator: "/").last.map(String.init) ?? line.file
      row.line = line.line
      return row
    }
  }

  /// How many lines have a status.
  func count(_ wanted: DecisionStatus) -> Int { status.count { $0 == wanted } }
}
