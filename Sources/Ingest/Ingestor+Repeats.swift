extension Ingestor {
  /// The rows of quarantine.csv that people have corrected for a source.
  ///
  /// A row is read as the file that it came from, or else as the first of the source.
  func corrections(
    of source: SourceOptions, _ own: [FileTask], _ plan: SourcePlan
  ) throws -> [FileTask] {
    let names = Set(options.sources.map(\.name))
    return try FileSet.present(source.corrections).compactMap { path in
      do {
        let file = try CorrectionsFile(path: path)
        let origins = Set(file.rows.filter { $0.source == source.name }.map(\.file))
        guard let origin = own.first(where: { origins.contains($0.file.name) }) ?? own.first else {
          return nil
        }
        let rows = try CorrectedRows(
          file, source: source.name, sources: names, finding: origin.finding)
        return FileTask(
          source: source, file: ExportFile(text: rows.text, path: path),
          finding: rows.finding(origin.finding), plan: plan, corrections: rows)
      } catch var error as IngestError {
        error.source = source.name
        error.path = error.path ?? path
        throw error
      }
    }
  }

  /// The files of one source, with the rows skipped that others of its files have already: all rows
  /// of a file of the same bytes, and corrected rows of which the export has the records.
  static func withoutRepeats(
    _ readings: ArraySlice<FileReading>, _ tasks: [FileTask], _ plan: SourcePlan
  ) -> [FileReading] {
    var digests: Set<String> = []
    var exported: [FileReading] = []
    var corrected: [FileReading] = []
    for (reading, task) in zip(readings, tasks) {
      let digest = reading.outcome.sha256
      if task.corrections != nil {
        corrected.append(reading)
      } else if digest.isEmpty || digests.insert(digest).inserted {
        exported.append(reading)
      } else {
        exported.append(reading.skippedWhole(plan))
      }
    }
    if tasks.first?.source.isCumulative == true { exported = latest(exported) }
    guard !corrected.isEmpty else { return exported }
    let ids = Set(exported.flatMap(\.part.recordIDs))
    return exported + corrected.map { $0.without(ids) }
  }

  /// Files that add up, each without the records that a later one has again.
  private static func latest(_ readings: [FileReading]) -> [FileReading] {
    var ids: Set<ArraySlice<UInt8>> = []
    var latest: [FileReading] = []
    for reading in readings.reversed() {
      latest.append(reading.without(ids))
      ids.formUnion(reading.part.recordIDs)
    }
    return latest.reversed()
  }
}
