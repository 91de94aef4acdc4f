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
      byteCount: tasks.reduce(0) { $0 + $1.byteCount }, report: progress)
    let readings = try await readAll(tasks, meter: meter)
    return try await assemble(surveys, tasks, readings)
  }

  /// Looks into a source: its files, columns and the first `rowLimit` records of each file.
  ///
  /// Throws an `IngestError` where the source cannot be read or mapped.
  package func inspect(
    _ source: SourceOptions, rowLimit: Int = 1000
  ) throws -> SourceInspection {
    let survey = try survey(source)
    var accounting = RowAccounting()
    var quarantine: [QuarantinedRow] = []
    var files: [InputFile] = []
    let meter = ProgressMeter(byteCount: 0, report: nil)
    for var task in survey.tasks {
      task.recordLimit = rowLimit
      let reading = try Self.read(task, meter: meter)
      accounting.add(reading.accounting)
      quarantine += reading.quarantine
      files.append(InputFile(task, reading))
    }
    let mapped = Set(survey.plan.columns.map(\.header) + survey.plan.idLabels)
    return SourceInspection(
      source: survey.info, profile: survey.plan.profile?.name, candidates: survey.plan.candidates,
      idColumns: survey.plan.idLabels,
      unmapped: survey.labels.filter { !mapped.contains($0) }, files: files,
      accounting: accounting, quarantine: quarantine)
  }

  private func catalog() throws(IngestError) -> ProfileCatalog {
    do {
      return try ProfileCatalog(own: options.profiles)
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
  }

  /// The files of a source, how each is built, and the labels of all of them.
  func detect(
    _ source: SourceOptions
  ) throws -> (paths: [String], findings: [LayoutDetector.Finding], labels: [String]) {
    if source.name.contains("/") { throw IngestError(.sourceName, source: source.name) }
    let paths: [String]
    do throws(IngestError) {
      paths = try FileSet.resolve(source)
    } catch {
      throw IngestError(error.reason, source: source.name, path: error.path)
    }
    let resolver = MappingResolver(
      schema: options.schema, source: source, catalog: try catalog())
    let detector = LayoutDetector(source: source, knownLabels: resolver.knownLabels)
    var findings: [LayoutDetector.Finding] = []
    var labels: [String] = []
    for path in paths {
      do {
        let finding = try detector.detect(path: path)
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
    return (paths, findings, labels)
  }

  private func survey(_ source: SourceOptions) throws -> Survey {
    let (paths, findings, labels) = try detect(source)
    var resolver = MappingResolver(
      schema: options.schema, source: source, catalog: try catalog())
    resolver.isOpen = findings.contains { $0.layout.format != .csv }
    let plan = try resolver.resolve(labels: labels)
    let tasks = try zip(paths, findings).map { path, finding in
      FileTask(
        source: source, path: path, byteCount: try ByteFile(path: path).byteCount,
        finding: finding, plan: plan)
    }
    let info = SourceInfo(
      name: source.name, system: source.system ?? plan.profile?.system,
      trust: source.trust ?? plan.profile?.trust ?? 50, files: tasks.map(\.fileName),
      columns: plan.columns)
    return Survey(info: info, labels: labels, plan: plan, tasks: tasks)
  }

  /// Reads the files, the largest first, at most `threads` at a time.
  private func readAll(
    _ tasks: [FileTask], meter: ProgressMeter
  ) async throws -> [FileReading] {
    let order = tasks.indices.sorted { (tasks[$1].byteCount, $0) < (tasks[$0].byteCount, $1) }
    return try await withThrowingTaskGroup(of: (Int, FileReading).self) { group in
      var readings = [FileReading?](repeating: nil, count: tasks.count)
      var next = order.makeIterator()
      func start() {
        guard let index = next.next() else { return }
        let task = tasks[index]
        group.addTask { (index, try Self.read(task, meter: meter)) }
      }
      for _ in 0..<max(1, options.threads) { start() }
      while let (index, reading) = try await group.next() {
        readings[index] = reading
        start()
      }
      return readings.compactMap(\.self)
    }
  }

  private static func read(_ task: FileTask, meter: ProgressMeter) throws -> FileReading {
    do {
      switch task.finding.layout.format {
      case .csv, .auto:
        var reader = CSVFileReader(task, meter: meter)
        return try reader.read()
      case .ndjson, .json:
        var reader = JSONFileReader(task, meter: meter)
        return try reader.read()
      }
    } catch var error as IngestError {
      error.source = task.source.name
      error.path = error.path ?? task.path
      throw error
    }
  }

  /// The files of one source, with the rows of those skipped that hold the same bytes as another.
  private static func withoutRepeats(
    _ readings: ArraySlice<FileReading>, _ plan: SourcePlan
  ) -> [FileReading] {
    var digests: Set<String> = []
    return readings.map { reading in
      if reading.sha256.isEmpty || digests.insert(reading.sha256).inserted { return reading }
      var repeated = reading
      repeated.part = FilePart(plan)
      repeated.quarantine = []
      repeated.accounting = RowAccounting()
      repeated.accounting.read = reading.accounting.read
      repeated.accounting.skipped = [SkipReason.duplicateFile.rawValue: reading.accounting.read]
      return repeated
    }
  }

  private func assemble(
    _ surveys: [Survey], _ tasks: [FileTask], _ readings: [FileReading]
  ) async throws -> IngestResult {
    var sources: [SourceParts] = []
    var accounting: [RowAccounting] = []
    var quarantine: [QuarantinedRow] = []
    var first = 0
    for survey in surveys {
      let own = Self.withoutRepeats(readings[first..<first + survey.tasks.count], survey.plan)
      first += survey.tasks.count
      sources.append(SourceParts(plan: survey.plan, parts: own.map(\.part)))
      var total = RowAccounting()
      for reading in own {
        total.add(reading.accounting)
        quarantine += reading.quarantine
      }
      accounting.append(total)
    }
    let records = try await TableBuilder(
      schema: options.schema, infos: surveys.map(\.info), sources: sources,
      threads: options.threads
    ).build()
    return IngestResult(
      records: records, quarantine: quarantine, accounting: accounting,
      files: zip(tasks, readings).map { InputFile($0, $1) })
  }
}

extension InputFile {
  init(_ task: FileTask, _ reading: FileReading) {
    self.init(
      source: task.source.name, path: task.path, name: task.fileName, byteCount: task.byteCount,
      sha256: reading.sha256, rows: reading.accounting.read, layout: task.finding.layout,
      profile: task.plan.profile?.name)
  }
}

extension RowAccounting {
  mutating func add(_ other: RowAccounting) {
    read += other.read
    records += other.records
    quarantined += other.quarantined
    skipped.merge(other.skipped) { $0 + $1 }
  }
}
