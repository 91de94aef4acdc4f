import Digests
import Foundation
import Match
import Store
import Vocabulary

/// Where the match model of a run comes from: a file, an earlier run, or training.
enum ModelSource {
  /// What a model is for: the columns that are compared, how, and by which rules pairs are found.
  ///
  /// A model of another fingerprint is trained anew.
  static func fingerprint(of evidence: EvidenceTable, _ settings: MatchSettings) throws -> String {
    let columns = evidence.columns.map { $0.name + ":" + $0.kind.rawValue }
    let compare = (settings.compare ?? [:]).sorted { $0.key < $1.key }.map {
      $0.key + "=" + $0.value.joined(separator: ",")
    }
    let block = (settings.block ?? []).map { $0.joined(separator: "+") }
    var text = [columns, compare, block].map { $0.joined(separator: ";") }
    // Which pairs can be matches decides how rare they are.
    if !evidence.duplicateFree.isEmpty { text.append("link") }
    return SHA256.digest(of: text.joined(separator: "|")).hex
  }

  /// The model to use; nil when one must be trained.
  static func find(
    _ party: Party, _ settings: MatchSettings, pipeline: PipelineFile, memory: RunMemory,
    fingerprint: String
  ) throws -> (model: MatchModel, origin: RunReport.Model.Origin)? {
    if case .file(let name) = settings.model {
      return (try read(pipeline.resolved(name), party: party), .file)
    }
    guard let stored = try memory.state?.model(of: party), stored.fingerprint == fingerprint
    else { return nil }
    let model = try JSONDecoder().decode(MatchModel.self, from: Data(stored.json.utf8))
    // The shipped parameters wait for enough data to train on.
    return model.training.isPrior ? nil : (model, .reused)
  }

  /// Whether the model that the state keeps is to be trained again.
  ///
  /// One that people's labels went into would lose them, so it is only said of it that it drifts.
  static func wantsTraining(
    _ model: MatchModel, _ origin: RunReport.Model.Origin, _ drift: ModelDrift?,
    _ settings: MatchSettings
  ) -> Bool {
    settings.retrain == .drift && origin == .reused && model.training.labels == nil
      && drift?.isBeyond == true
  }

  private static func read(_ path: String, party: Party) throws -> MatchModel {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RunError(
        .cannotFinish, "\(path): error: no readable model; correct 'model', or set it to \"auto\"")
    }
    let models: [MatchModel]
    do {
      // One model as a run writes it, or a list with one for each kind of party.
      let decoder = JSONDecoder()
      let isList = data.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "[")
      models =
        try isList
        ? decoder.decode([MatchModel].self, from: data)
        : [decoder.decode(MatchModel.self, from: data)]
    } catch let error as MatchError {
      throw RunError(.cannotFinish, "\(path): \(error.description)")
    } catch {
      throw RunError(
        .cannotFinish,
        "\(path): error: not a model of this program; train it again with assay train, or set "
          + "'model' to \"auto\"")
    }
    guard let model = models.first(where: { $0.party == party }) else {
      throw RunError(
        .cannotFinish, "\(path): error: holds no model for the party '\(party.rawValue)'")
    }
    return model
  }
}
