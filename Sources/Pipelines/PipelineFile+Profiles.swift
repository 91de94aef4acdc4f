import Ingest
import Vocabulary

extension PipelineFile {
  /// Reads the pipeline's own source profiles.
  mutating func readProfiles(_ top: PipelineFileObject) {
    guard let patterns = top.texts("profiles", example: "profiles/*.json") else { return }
    var pathOf: [String: String] = [:]
    for pattern in patterns {
      let paths = ProfileFile.paths(matching: resolved(pattern))
      if paths.isEmpty {
        top.report("profiles", "'\(pattern)' matches no file; correct it, or put the profile there")
      }
      for path in paths.filter({ !pathOf.values.contains($0) }) {
        let profile: SourceProfile
        do throws(ProfileError) {
          profile = try ProfileFile.read(path: path)
        } catch {
          top.report("profiles", Self.message(error))
          continue
        }
        checkFields(of: profile, path: path, top)
        if let other = pathOf.updateValue(path, forKey: profile.name) {
          top.report(
            "profiles",
            "\(path): the profile '\(profile.name)' stands in \(other), too; give one another name")
        }
        profiles.append(profile)
      }
    }
  }

  private func checkFields(
    of profile: SourceProfile, path: String, _ top: PipelineFileObject
  ) {
    let own = PipelineFileProblems()
    for (index, column) in profile.columns.enumerated() {
      _ = checkField(column.field, at: "columns[\(index)].field", problems: own)
    }
    for problem in own.all {
      top.report("profiles", "\(path): \(problem.place): \(problem.message)")
    }
  }

  private static func message(_ error: ProfileError) -> String {
    let place = error.place.isEmpty ? "" : error.place + ": "
    return "\(error.path): \(place)\(error.message)"
  }
}
