import Foundation

/// The rows of a file of `Fixtures/oracles`, without its header.
func oracleRows(_ name: String) throws -> [[String]] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/oracles")
  let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  return text.split(separator: "\n").dropFirst().map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
