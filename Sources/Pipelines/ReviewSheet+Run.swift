import Export
import Foundation
package import Vocabulary

extension ReviewSheet {
  /// The questions of a finished run, as its review page holds them.
  ///
  /// - Throws: `RunError` when the page is not there or holds no questions.
  package init(run: RunFolderReference) throws {
    let path = run.path("report/review.html")
    let wayOut = "run the pipeline again, which writes it"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RunError(.cannotFinish, "\(path): error: cannot be read; \(wayOut)")
    }
    // What the decoder says would quote the page.
    guard let sheet = try? ReviewSheet(page: String(decoding: data, as: UTF8.self)) else {
      throw RunError(.cannotFinish, "\(path): error: holds no questions; \(wayOut)")
    }
    self = sheet
  }
}
