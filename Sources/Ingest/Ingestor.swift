import Vocabulary

/// Reads the exports of all sources into one table of records.
///
/// Rows that cannot be read go to quarantine; a file that cannot be read ends the work. The result
/// does not depend on the number of threads, nor, but for the columns that state a position, on the
/// order of files and rows.
package struct Ingestor: Sendable {
  let options: IngestOptions
  private let progress: (@Sendable (IngestProgress) -> Void)?

  package init(
    options: IngestOptions, progress: (@Sendable (IngestProgress) -> Void)? = nil
  ) {
    self.options = options
    self.progress = progress
  }

  /// Reads every source.
  ///
  /// - Throws: `IngestError` where a source cannot be read, `CancellationError` where the task was
  ///   cancelled.
  package func run() async throws -> IngestResult {
    let surveys = try options.sources.map { try survey($0) }
    let tasks = surveys.flatMap(\.tasks).map { task in
      var task = task
      task.recordLimit = options.recordLimit
      return task
    }
    let meter = ProgressMeter(
      byteCount: tasks.reduce(0) { $0 + $1.file.byteCount }, report: progress)
    let readings = try await readAll(tasks, meter: meter)
    return try await assemble(surveys, tasks, readings)
  }

  /// Looks into a source: its files, columns and the first `rowLimit` records of each file.
  ///
  /// Throws an `IngestError` where the source cannot be read or mapped.
  package func inspect(
    _ source: SourceOptions, rowLimit: Int = 1000
  ) async throws -> SourceInspection {
    var survey = try survey(source)
    var accounting = RowAccounting()
    var quarantine: [QuarantinedRow] = []
    var files: [InputFile] = []
    let meter = ProgressMeter(byteCount: 0, report: nil)
    for var task in survey.tasks {
      task.recordLimit = rowLimit
      let reading = try await read(task, meter: meter)
      accounting.add(reading.outcome.accounting)
      quarantine += reading.outcome.quarantine
      files.append(InputFile(task, reading))
    }
    survey.info.columns = survey.plan.distinctColumns
    let mapped = Set(survey.plan.columns.map(\.header) + survey.plan.idLabels)
    return SourceInspection(
      source: survey.info, profile: survey.plan.profile?.name,
      isProfileConfirmed: survey.plan.profile?.isConfirmed,
      unconfirmed: survey.plan.unconfirmed, candidates: survey.plan.candidates,
      idColumns: survey.plan.idLabels,
      unmapped: survey.labels.filter { !mapped.contains($0) }, files: files,
      accounting: accounting, quarantine: quarantine)
  }

  private func profiles(of source: SourceOptions) throws(IngestError) -> ProfileIndex {
    do {
      return try ProfileIndex.load(own: source.profiles)
    } catch {
      throw IngestError(.profile(error))
    }
  }

  /// What was found out about a source before its rows are read.
  private struct Survey {
    var info: SourceInfo
    var labels: [String]
    var plan: SourcePlan
    var tasks: [FileTask]

    mutating func dropUnused(_ parts: [FilePart]) {
      plan.dropUnused(parts)
      info.columns = plan.columns
    }
  }

  /// The files of a source, how each is built, and the labels of all of them.
  func detect(
    _ source: SourceOptions
  ) throws -> (files: [ExportFile], findings: [LayoutDetector.Finding], labels: [String]) {
    if source.name.contains("/") { throw IngestError(.sourceName, source: source.name) }
    let paths: [String]
    do throws(IngestError) {
      paths = source.earlier + (try FileSet.resolve(source))
    } catch {
      throw IngestError(error.reason, source: source.name, path: error.path)
    }
    let resolver = MappingResolver(
      schema: options.schema, source: source, profiles: try profiles(of: source))
    let detector = LayoutDetector(source: source, knownLabels: resolver.knownLabels)
    var findings: [LayoutDetector.Finding] = []
    var labels: [String] = []
    var files: [ExportFile] = []
    for path in paths {
      do {
        let file = try ExportFile(path: path, sheet: source.sheet)
        let finding = try detector.detect(file)
        files.append(file)
        for label in finding.layout.labels where !label.isEmpty && !labels.contains(label) {
          labels.append(label)
        }
        findings.append(finding)
      } catch var error as IngestError {
        error.source = source.name
        error.path = error.path ?? path
        throw error
      }
    }
    return (files, findings, labels)
  }

  private func survey(_ source: SourceOptions) throws -> Survey {
    let (files, findings, labels) = try detect(source)
    var resolver = MappingResolver(
      schema: options.schema, source: source, profiles: try profiles(of: source))
    resolver.isOpen = findings.contains { $0.layout.format != .csv }
    var plan = try resolver.resolve(labels: labels)
    let lists = LabelIndex(findings.flatMap { $0.tree.labels.filter(\.isList).map(\.path) })
    plan.spreadLists({ $0.contains("[]") || lists.find($0) != nil }, schema: options.schema)
    plan.nulls = NullWords(options.nulls)
    if options.readsMerges { plan.askForMerges(in: labels, isOpen: resolver.isOpen) }
    var tasks = zip(files, findings).map { [plan] file, finding in
      FileTask(source: source, file: file, finding: finding, plan: plan)
    }
    tasks += try corrections(of: source, tasks, plan)
    let info = SourceInfo(
      name: source.name, system: source.system ?? plan.profile?.system,
      trust: source.trust ?? plan.profile?.trust ?? 50, files: tasks.map(\.file.name),
      columns: plan.columns)
    return Survey(info: info, labels: labels, plan: plan, tasks: tasks)
  }

  /// Reads the files one after the other, each on all threads.
  private func readAll(_ tasks: [FileTask], meter: ProgressMeter) async throws -> [FileReading] {
    var readings: [FileReading] = []
    for task in tasks { readings.append(try await read(task, meter: meter)) }
    return readings
  }

  private func read(_ task: FileTask, meter: ProgressMeter) async throws -> FileReading {
    let reading = try await readRows(task, meter: meter)
    return task.corrections.map(reading.placed) ?? reading
  }

  private func readRows(_ task: FileTask, meter: ProgressMeter) async throws -> FileReading {
    let intake = FileIntake(task.plan, threads: options.threads)
    do {
      switch task.finding.layout.format {
      case .csv, .auto:
        var reader = try CSVFileReader(task, meter: meter)
        return try await intake.read(&reader)
      case .ndjson, .json:
        var reader = try JSONFileReader(task, meter: meter)
        return try await intake.read(&reader)
      }
    } catch var error as IngestError {
      error.source = task.source.name
      error.path = error.path ?? task.file.path
      throw error
    }
  }

  private func assemble(
    _ surveys: [Survey], _ tasks: [FileTask], _ readings: [FileReading]
  ) async throws -> IngestResult {
    var infos: [SourceInfo] = []
    var sources: [SourceParts] = []
    var accounting: [RowAccounting] = []
    var quarantine: [QuarantinedRow] = []
    var first = 0
    for var survey in surveys {
      let own = Self.withoutRepeats(
        readings[first..<first + survey.tasks.count], survey.tasks, survey.plan)
      first += survey.tasks.count
      survey.dropUnused(own.map(\.part))
      infos.append(survey.info)
      sources.append(SourceParts(plan: survey.plan, parts: own.map(\.part)))
      var total = RowAccounting()
      for reading in own {
        total.add(reading.outcome.accounting)
        quarantine += reading.outcome.quarantine
      }
      accounting.append(total)
    }
    let records = try await TableBuilder(
      schema: options.schema, infos: infos, sources: sources,
      threads: options.threads
    ).build()
    return IngestResult(
      records: records, quarantine: quarantine, accounting: accounting,
      files: zip(tasks, readings).map { InputFile($0, $1) },
      merges: Set(
        zip(infos, sources).flatMap { info, source in
          source.parts.flatMap(\.merges).map { RecordMerge(source: info.name, $0) }
        }
      ).sorted())
  }
}

extension InputFile {
  init(_ task: FileTask, _ reading: FileReading) {
    self.init(
      source: task.source.name, path: task.file.path, name: task.file.name,
      byteCount: task.file.byteCount, sha256: reading.outcome.sha256,
      rows: reading.outcome.accounting.read, layout: task.finding.layout,
      profile: task.plan.profile?.name, isCorrections: task.corrections != nil)
  }
}

extension RowAccounting {
  mutating func add(_ other: RowAccounting) {
    read += other.read
    records += other.records
    repaired += other.repaired
    quarantined += other.quarantined
    skipped.merge(other.skipped) { $0 + $1 }
  }
}
