import Export
import Foundation
import Ingest
import Normalize
import Scorecard
import Vocabulary

extension Run {
  /// Looks into every source and says how a run would read it; writes nothing.
  ///
  /// A source that cannot be read is a problem in the report, so that all are said at once.
  package func check() async throws -> CheckReport {
    var sources: [CheckReport.Source] = []
    var size = SourceSize?.some(SourceSize())
    let memory = try rememberedRun()
    for source in pipeline.sources {
      let options = sourceOptions(source)
      if let absence = options.absence(), source.onMissing == .useLast,
        let last = memory?.shapes[source.name]
      {
        sources.append(report(source, last, absence))
        size = size?.adding(last)
        continue
      }
      let ingestor = Ingestor(
        options: IngestOptions(
          schema: pipeline.schema, sources: [options], nulls: pipeline.nulls, threads: threads),
        progress: nil)
      do {
        let inspection = try await ingestor.inspect(options)
        sources.append(report(inspection))
        size = size?.adding(inspection)
      } catch let error as IngestError {
        sources.append(
          CheckReport.Source(
            name: source.name, files: source.paths, format: source.format.rawValue,
            encoding: source.encoding, problems: [error.description]))
      }
    }
    var report = CheckReport(
      pipeline: pipeline.name, configurationHash: try pipeline.configurationHash(),
      sources: sources)
    report.forecast = size?.forecast(threads: threads)
    if let memory, report.isUsable { try await addDrift(to: &report, memory) }
    return report
  }

  /// What the last published run left; nil before the first.
  private func rememberedRun() throws -> RunMemory? {
    guard FileManager.default.fileExists(atPath: RunMemory.path(in: output)) else { return nil }
    do {
      let memory = try RunMemory(output)
      return memory.publishedRunID == nil ? nil : memory
    } catch {
      throw RunError(wrapping: error, output: output.path)
    }
  }

  /// Reads all rows, for how many there are and which columns they fill is known by no other way.
  private func addDrift(to report: inout CheckReport, _ memory: RunMemory) async throws {
    do {
      let inputs = try await ingest(last: memory.shapes.mapValues(\.files)) { _ in }
      let times = try await normalize(timesAlone(of: inputs.result.records), key: [])
      let watch = watch(inputs, times.table, memory)
      report.drift = watch.drift
      let sourceGates = GateKeeper.effective(pipeline.gates).filter { $0.metric.isOfSources }
      report.failedGates = GateKeeper.results(
        sourceGates,
        GateMeasures(
          asOf: asOf, sources: gateSources(watch, inputs, memory), merging: [],
          scores: [])
      ).filter { !$0.passed }.map(\.message)
    } catch {
      throw RunError(wrapping: error, output: output.path)
    }
  }

  /// The records with no cells but those of times, for nothing else is looked at.
  private func timesAlone(of records: RecordTable) -> RecordTable {
    var table = records
    let fields = records.schema.fields
    table.columns = records.columns.filter { fields[$0.field].kind == .timestamp }
    for field in fields.indices where fields[field].kind != .timestamp {
      table.pools[field] = ValuePool()
    }
    return table
  }

  /// A source without an export, of which that of the last published run would be read.
  private func report(
    _ source: PipelineSource, _ last: SourceShape, _ absence: IngestError
  ) -> CheckReport.Source {
    let isKept = InputArchive(output: output.path).holds(last.files, of: source.name)
    return CheckReport.Source(
      name: source.name, files: last.files.map(\.name), format: last.format,
      encoding: last.encoding, profile: last.profile,
      mapped: last.columns.compactMap { column in
        column.field.map { CheckReport.Mapping(field: $0, column: column.label) }
      },
      unmapped: last.columns.filter { $0.field == nil }.map(\.label),
      problems: isKept ? [] : [absence.description])
  }

  private func report(_ inspection: SourceInspection) -> CheckReport.Source {
    let layout = inspection.files.first?.layout
    var source = CheckReport.Source(
      name: inspection.source.name, files: inspection.files.map(\.name),
      format: layout?.format.rawValue ?? "", encoding: layout?.encoding.rawValue ?? "",
      delimiter: layout?.delimiter, profile: inspection.profile, headerLine: layout?.headerLine,
      mapped: inspection.source.columns.map {
        CheckReport.Mapping(
          field: pipeline.schema.fields[$0.field].name, column: $0.header,
          isConfirmed: !inspection.unconfirmed.contains($0.header))
      },
      unmapped: inspection.unmapped, container: layout?.container?.rawValue, sheet: layout?.sheet)
    source.isProfileConfirmed = inspection.isProfileConfirmed
    return source
  }
}
