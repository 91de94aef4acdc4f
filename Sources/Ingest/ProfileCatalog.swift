import Foundation

/// The profiles that a source may have: those that ship with the program, and the user's own.
struct ProfileCatalog: Sendable {
  /// By name; without the general one.
  let profiles: [SourceProfile]
  /// Labels that many exports share; used where no profile fits.
  let general: SourceProfile

  var all: [SourceProfile] { profiles + [general] }

  /// Adds the user's own profiles; one of the same name takes the shipped one's place.
  ///
  /// - Throws: `ProfileError` where the shipped ones cannot be read.
  init(own: [SourceProfile]) throws(ProfileError) {
    var byName: [String: SourceProfile] = [:]
    for profile in try Self.shipped.get() + own { byName[profile.name] = profile }
    guard let general = byName.removeValue(forKey: SourceProfile.generalName) else {
      throw ProfileError(
        path: Self.folder, place: "",
        message: "the profile '\(SourceProfile.generalName)' is missing; install the program again")
    }
    self.general = general
    profiles = byName.values.sorted { $0.name < $1.name }
  }

  /// The folder of the shipped profiles: beside the program, where the build puts it.
  static let folder = Bundle.main.bundleURL.appending(path: "assay_Ingest.resources/Profiles").path

  /// Read on first use, by name.
  private static let shipped = Result { () throws(ProfileError) -> [SourceProfile] in
    try read(folder: folder)
  }

  /// Reads every profile of a folder, in the order of their names.
  static func read(folder: String) throws(ProfileError) -> [SourceProfile] {
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw ProfileError(
        path: folder, place: "",
        message: "the profiles that ship with the program cannot be read; "
          + "install this folder beside the program")
    }
    var profiles: [SourceProfile] = []
    for file in files.sorted() where file.hasSuffix(".json") {
      profiles.append(try ProfileFile.read(path: folder + "/" + file))
    }
    return profiles
  }
}
