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

  /// Removes the kept exports that neither the published run nor one that can be gone back to is made of.
  func dropInputs(_ states: StateArchive) throws {
    let needed = results.watch.shapes.filter { isKept($0.source) }
    var kept = Dictionary(uniqueKeysWithValues: needed.map { ($0.source, $0.files.map(\.sha256)) })
    if !kept.isEmpty {
      for (source, digests) in try states.inputs() { kept[source]? += digests }
    }
    try InputArchive(output: run.output.path).prune(keeping: kept)
  }
}
