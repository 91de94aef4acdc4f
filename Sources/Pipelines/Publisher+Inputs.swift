import Export
import Ingest
import Vocabulary

extension Publisher {
  /// Keeps the exports that later nights may need.
  func keepInputs() throws {
    let archive = InputArchive(output: run.output.path)
    for file in results.ingested.files where isKept(file.source) && !file.isCorrections {
      try archive.keep(file)
    }
  }

  private func isKept(_ source: String) -> Bool {
    run.pipeline.sources.contains {
      $0.name == source && ($0.onMissing == .useLast || $0.delivery == .append)
    }
  }

  /// Removes the kept exports that the published run is not made of.
  func dropInputs() throws {
    let kept = results.watch.shapes.filter { isKept($0.source) }.map { ($0.source, $0.files) }
    try InputArchive(output: run.output.path).prune(
      keeping: Dictionary(uniqueKeysWithValues: kept))
  }
}
