import Foundation
import Ingest
import Vocabulary

/// Looks into files that no pipeline file names yet.
package struct FileProfiler: Sendable {
  private let threads: Int

  package init(threads: Int? = nil) {
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Says what each source of some files is, and how a pipeline file would name it.
  ///
  /// The paths are relative to the working folder. Throws a `RunError` when a file cannot be read.
  package func profile(_ files: [String]) async throws -> FileProfile {
    do {
      let surveyed = try await survey(files)
      let draft = PipelineDraft(surveyed) { $0.paths }
      return FileProfile(draft)
    } catch {
      throw RunError(wrapping: error, output: "")
    }
  }

  /// Writes a pipeline file over some files.
  ///
  /// - Parameters:
  ///   - files: Paths, relative to the working folder.
  ///   - folder: Where `pipeline.json` is written; it is made, and its results will lie there too.
  ///   - replaces: Whether a pipeline file that is there may be written over.
  /// - Returns: The path of the pipeline file.
  /// - Throws: `RunError` when a file cannot be read or written, or nothing can be made of it.
  package func makePipeline(
    over files: [String], in folder: String, replaces: Bool
  ) async throws -> String {
    let directory = URL(fileURLWithPath: folder).standardizedFileURL
    let path = directory.appendingPathComponent("pipeline.json").path
    guard replaces || !FileManager.default.fileExists(atPath: path) else {
      throw RunError(
        .cannotFinish,
        "\(path): error: a pipeline file is there already; run it with 'assay run', name another "
          + "--output, or write over it with --force")
    }
    do {
      let surveyed = try await survey(files)
      let draft = PipelineDraft(surveyed) { group in
        group.pattern.map { RelativePath.of($0, from: directory.path) }
      }
      guard draft.isUsable else { throw RunError(.cannotFinish, Self.nothingToMap(draft)) }
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      let text = draft.text(name: Self.name(of: draft), output: ".")
      guard
        FileManager.default.createFile(
          atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
      else {
        throw RunError(
          .cannotFinish, "\(path): error: cannot be written; name another folder with --output")
      }
      return path
    } catch {
      throw RunError(wrapping: error, output: folder)
    }
  }

  private static func nothingToMap(_ draft: PipelineDraft) -> String {
    let source = draft.sources.first { $0.profile == nil && $0.columns.isEmpty }
    let file = source?.group.paths.first ?? "files"
    return "\(file): error: no column holds values; export it again, or name another file"
  }

  /// The pipeline is called like its only source, or else `first_look`.
  private static func name(of draft: PipelineDraft) -> String {
    draft.sources.count == 1 ? draft.sources[0].group.name : "first_look"
  }

  /// - Throws: `IngestError` that names the file and no source, for the sources are made here.
  private func survey(_ files: [String]) async throws -> [SurveyedGroup] {
    do {
      return try await surveyGroups(files)
    } catch let error as IngestError {
      throw IngestError(error.reason, path: error.path, line: error.line)
    }
  }

  private func surveyGroups(_ files: [String]) async throws -> [SurveyedGroup] {
    let ingestor = Ingestor(
      options: IngestOptions(schema: .customer, sources: [], threads: threads))
    let groups = try FileGroup.groups(of: files) { path in
      try ingestor.labels(of: SourceOptions(name: "file", paths: [path]))
    }
    var surveyed: [SurveyedGroup] = []
    for group in groups {
      var source = SourceOptions(name: group.name, paths: group.paths)
      source.pick = group.isDated ? .newest : .all
      do {
        surveyed.append(
          SurveyedGroup(
            group: group, survey: try await ingestor.columnSurvey(of: source), hasNoHeader: false))
      } catch let error as IngestError where error.reason == .headerNotFound {
        source.header = .none
        surveyed.append(
          SurveyedGroup(
            group: group, survey: try await ingestor.columnSurvey(of: source), hasNoHeader: true))
      }
    }
    return surveyed
  }
}
