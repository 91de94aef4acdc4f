import Ingest
import Vocabulary

extension Run {
  /// Looks into every source and says how a run would read it; writes nothing.
  ///
  /// A source that cannot be read is a problem in the report, so that all are said at once.
  package func check() async throws -> CheckReport {
    var sources: [CheckReport.Source] = []
    for source in pipeline.sources {
      let options = sourceOptions(source)
      let ingestor = Ingestor(
        options: IngestOptions(schema: pipeline.schema, sources: [options], threads: threads),
        progress: nil)
      do {
        sources.append(report(try await ingestor.inspect(options)))
      } catch let error as IngestError {
        sources.append(
          CheckReport.Source(
            name: source.name, files: source.paths, format: source.format.rawValue,
            encoding: source.encoding, problems: [error.description]))
      }
    }
    return CheckReport(
      pipeline: pipeline.name, configurationHash: try pipeline.configurationHash(),
      sources: sources)
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
