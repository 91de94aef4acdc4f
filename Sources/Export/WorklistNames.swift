import Foundation
import Vocabulary

/// Names of files and folders that are safe on every system and never meet.
///
/// A name keeps its text as far as it can: what a path or Windows would take for something else
/// becomes `_`, and of two names that a file system may hold for one the later is numbered.
struct WorklistNames {
  private var taken: Set<String> = []

  /// A path below `folder` that no earlier call gave.
  mutating func path(folder: String, name: String) -> String {
    let base = folder + "/" + name
    var path = base
    var number = 2
    while !taken.insert(Self.folded(path)).inserted {
      path = base + "-\(number)"
      number += 1
    }
    return path
  }

  /// The name as one component of a path.
  static func safe(_ name: String) -> String {
    var safe = ""
    for character in name {
      let isUnsafe = character.unicodeScalars.contains {
        $0.value < 0x20 || $0.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains($0)
          || $0.properties.generalCategory == .format
      }
      let next = isUnsafe ? "_" : String(character)
      guard safe.utf8.count + next.utf8.count <= 120 else { break }
      safe += next
    }
    safe = safe.trimmingCharacters(in: .whitespaces)
    while safe.hasSuffix(".") || safe.hasSuffix(" ") { safe = String(safe.dropLast()) + "_" }
    if safe.hasPrefix(".") { safe = "_" + safe.dropFirst() }
    let stem = safe.prefix { $0 != "." }.uppercased()
    if reserved.contains(stem) { safe = "_" + safe }
    return safe.isEmpty ? "_" : safe
  }

  private static func folded(_ path: String) -> String {
    path.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// The names of devices on Windows.
  private static let reserved: Set<String> = {
    let numbered = ["COM", "LPT"].flatMap { name in (1...9).map { "\(name)\($0)" } }
    return Set(["CON", "PRN", "AUX", "NUL"] + numbered)
  }()
}
