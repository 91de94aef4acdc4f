import Database
package import Vocabulary

extension StateFile {
  /// What the sources looked like in a published run, by name; empty when the run is unknown.
  package func sourceShapes(ofRun runID: String) throws -> [SourceShape] {
    let rows = try Statement(
      """
      SELECT source, records, newest, format, encoding, profile FROM source_shapes \
      JOIN runs USING (run) WHERE run_id = ? ORDER BY source
      """, on: connection)
    try rows.bind(runID, at: 1)
    var shapes: [SourceShape] = []
    while try rows.step() {
      shapes.append(
        SourceShape(
          source: rows.string(0), records: Int(rows.int(1)),
          newest: rows.isNull(2) ? nil : CivilDay(number: Int32(clamping: rows.int(2))),
          format: rows.string(3), encoding: rows.string(4),
          profile: rows.isNull(5) ? nil : rows.string(5)))
    }
    for index in shapes.indices {
      shapes[index].columns = try columns(of: shapes[index].source, run: runID)
      shapes[index].files = try files(of: shapes[index].source, run: runID)
    }
    return shapes
  }

  private func columns(
    of source: String, run: String
  ) throws -> [SourceShape.Column] {
    let rows = try Statement(
      """
      SELECT label, field, filled FROM source_columns JOIN runs USING (run) \
      WHERE run_id = ? AND source = ? ORDER BY place
      """, on: connection)
    try rows.bind(run, at: 1)
    try rows.bind(source, at: 2)
    var columns: [SourceShape.Column] = []
    while try rows.step() {
      columns.append(
        SourceShape.Column(
          label: rows.string(0), field: rows.isNull(1) ? nil : rows.string(1),
          filled: Int(rows.int(2))))
    }
    return columns
  }

  private func files(of source: String, run: String) throws -> [SourceShape.File] {
    let rows = try Statement(
      """
      SELECT name, sha256, row_count FROM source_files JOIN runs USING (run) \
      WHERE run_id = ? AND source = ? ORDER BY place
      """, on: connection)
    try rows.bind(run, at: 1)
    try rows.bind(source, at: 2)
    var files: [SourceShape.File] = []
    while try rows.step() {
      files.append(
        SourceShape.File(
          name: rows.string(0), sha256: rows.string(1), rows: Int(rows.int(2))))
    }
    return files
  }

  func write(_ shapes: [SourceShape], run: Int64) throws {
    let insert = try Statement(
      "INSERT INTO source_shapes VALUES (?, ?, ?, ?, ?, ?, ?)", on: connection)
    for shape in shapes {
      try insert.bind(run, at: 1)
      try insert.bind(shape.source, at: 2)
      try insert.bind(shape.records, at: 3)
      try insert.bind(shape.newest?.number, at: 4)
      try insert.bind(shape.format, at: 5)
      try insert.bind(shape.encoding, at: 6)
      try insert.bind(shape.profile, at: 7)
      try insert.run()
      try write(shape.columns, of: shape.source, run: run)
      try write(shape.files, of: shape.source, run: run)
    }
  }

  private func write(
    _ columns: [SourceShape.Column], of source: String, run: Int64
  ) throws {
    let insert = try Statement(
      "INSERT INTO source_columns VALUES (?, ?, ?, ?, ?, ?)", on: connection)
    for (place, column) in columns.enumerated() {
      try insert.bind(run, at: 1)
      try insert.bind(source, at: 2)
      try insert.bind(place, at: 3)
      try insert.bind(column.label, at: 4)
      try insert.bind(column.field, at: 5)
      try insert.bind(column.filled, at: 6)
      try insert.run()
    }
  }

  private func write(
    _ files: [SourceShape.File], of source: String, run: Int64
  ) throws {
    let insert = try Statement(
      "INSERT INTO source_files VALUES (?, ?, ?, ?, ?, ?)", on: connection)
    for (place, file) in files.enumerated() {
      try insert.bind(run, at: 1)
      try insert.bind(source, at: 2)
      try insert.bind(place, at: 3)
      try insert.bind(file.name, at: 4)
      try insert.bind(file.sha256, at: 5)
      try insert.bind(file.rows, at: 6)
      try insert.run()
    }
  }
}
