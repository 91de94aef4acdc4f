import Foundation
import Ingest
package import Normalize

extension PipelineFile {
  /// Reads the steward's own word files; that there is none yet is fine.
  mutating func readWords(_ top: PipelineFileObject) {
    let patterns = top.texts("words", example: "words/*.tsv") ?? ["words/*.tsv"]
    do throws(WordListError) {
      for pattern in patterns {
        let known = Set(wordFiles.map(\.path))
        wordFiles += try WordFile.read(matching: resolved(pattern)).filter {
          !known.contains($0.path)
        }
      }
      _ = try lexicon()
    } catch {
      let place = error.line.map { "\(error.path):\($0)" } ?? error.path
      top.report("words", "\(place): \(error.message)")
    }
  }

  /// What the word lists say, the steward's own words included.
  ///
  /// - Throws: `WordListError` where a file of his is wrong, which reading the pipeline file found.
  package func lexicon() throws(WordListError) -> Lexicon {
    guard !wordFiles.isEmpty else { return .shipped }
    return try Lexicon(WordLists(adding: wordFiles))
  }
}

extension WordFile {
  /// Reads the word files that a path or a glob names; a folder stands for the `.tsv` files in it.
  ///
  /// - Throws: `WordListError` where a file cannot be read.
  package static func read(matching pattern: String) throws(WordListError) -> [WordFile] {
    let folder = URL(filePath: pattern)
    let isFolder = (try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    let glob = isFolder ? pattern + "/*.tsv" : pattern
    var files: [WordFile] = []
    for path in ProfileFile.paths(matching: glob) {
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw WordListError(
          path: path, message: "cannot be read; correct the path, or the file's permissions")
      }
      files.append(WordFile(path: path, bytes: Array(bytes)))
    }
    return files
  }
}
