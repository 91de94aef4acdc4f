import Export
import Ingest
import Vocabulary

/// What was read, and from where.
struct SourceInputs: Sendable {
  var result: IngestResult
  /// The sources without an export, whose last one was read again.
  var lastUsed: Set<String>
}

extension Run {
  /// Reads all sources.
  ///
  /// - Parameters:
  ///   - last: By source: the files of the last published run, for those that may be missing.
  ///   - readsMerges: Whether it is read which records the systems' users merged.
  ///   - progress: Called with how far it is.
  /// - Returns: What was read.
  /// - Throws: `IngestError` or `RunError` when a source cannot be read.
  func ingest(
    last: [String: [SourceShape.File]] = [:], readsMerges: Bool = false,
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> SourceInputs {
    let (sources, lastUsed) = try inputs(last: last)
    var options = IngestOptions(
      schema: pipeline.schema, sources: sources, nulls: pipeline.nulls, threads: threads)
    options.readsMerges = readsMerges
    let ingestor = Ingestor(
      options: options,
      progress: { state in
        progress(
          RunProgress(
            stage: "ingest", done: state.bytesRead, total: state.byteCount, unit: "bytes"))
      })
    let result = try await ingestor.run()
    for (source, rows) in zip(result.records.sources, result.accounting)
    where !rows.isComplete {
      throw RunError(
        .cannotFinish,
        "source '\(source.name)': error: \(rows.read) rows read, but not all accounted for; "
          + "report this as a defect")
    }
    return SourceInputs(result: result, lastUsed: lastUsed)
  }

  /// The sources as they are read: those without an export that may use their last one, from there.
  private func inputs(
    last: [String: [SourceShape.File]]
  ) throws -> (sources: [SourceOptions], lastUsed: Set<String>) {
    let archive = InputArchive(output: output.path)
    var lastUsed: Set<String> = []
    let sources = try pipeline.sources.map { source in
      var options = sourceOptions(source)
      guard let absence = options.absence() else {
        if source.delivery == .append, let files = last[source.name] {
          options.earlier = try archive.earlier(
            files, of: source.name, than: options.files())
        }
        return options
      }
      guard source.onMissing == .useLast else { throw absence }
      guard let files = last[source.name], archive.holds(files, of: source.name) else {
        throw RunError(
          .cannotFinish,
          "\(absence.description); onMissing is \"useLast\", but no export of an earlier run is kept"
        )
      }
      options.paths = []
      options.earlier = files.map { archive.path(of: $0, source: source.name) }
      lastUsed.insert(source.name)
      return options
    }
    return (sources, lastUsed)
  }

  /// A source of the pipeline file as the ingest stage wants it: with absolute paths.
  func sourceOptions(_ source: PipelineSource) -> SourceOptions {
    var options = SourceOptions(name: source.name, paths: source.paths.map(pipeline.resolved))
    options.isCumulative = source.delivery == .append
    options.corrections = source.corrections.map(pipeline.resolved)
    options.pick = source.pick == .newest ? .newest : .all
    options.format = SourceOptions.Format(rawValue: source.format.rawValue) ?? .auto
    options.sheet =
      switch source.sheet {
      case .first: .first
      case .named(let name): .named(name)
      case .number(let number): .number(number)
      }
    options.encoding = source.encoding
    options.delimiter = source.delimiter ?? "auto"
    options.header =
      switch source.header {
      case .auto: .auto
      case .none: .none
      case .line(let line): .row(line)
      }
    options.records = source.records
    options.profile = source.profile
    options.profiles = pipeline.profiles
    options.system = source.system
    options.trust = source.trust
    options.id = source.id
    options.map = source.map.map { mapping in
      FieldMapping(
        field: mapping.field,
        columns: mapping.columns.map {
          ColumnReference(path: $0.column, party: $0.party, namePart: $0.part)
        })
    }
    return options
  }
}
