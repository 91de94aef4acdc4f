package import Match
package import Vocabulary

/// What a training did, for the person or program that asked for it.
package struct TrainingReport: Hashable, Sendable, Codable {
  /// A pair that is different by one label and the same by others.
  package struct Contradiction: Hashable, Sendable, Codable {
    package var left: String
    package var right: String
  }

  /// The labels about one kind of party.
  package struct Labels: Hashable, Sendable, Codable {
    /// Of stewards' decisions, of samples with answers, and of what systems' users merged.
    package var decisions = 0
    package var answers = 0
    package var merges = 0
    /// Trained with, and held back to measure.
    package var training = 0
    package var held = 0
    /// About records that tonight's exports do not hold.
    package var unused = 0
    /// Left out, because they contradict each other.
    package var contradicted = 0
    package var contradictions: [Contradiction] = []

    init() {}

    mutating func add(_ label: LabelSet.Label) {
      switch label.origin {
      case .decision: decisions += 1
      case .answer: answers += 1
      case .merge: merges += 1
      }
    }
  }

  /// How one model judges the labels that were held back.
  package struct Judgement: Hashable, Sendable, Codable {
    /// Of the pairs that are the same: those at or above `accept`.
    package var found = 0
    /// Of the pairs that are different, likewise.
    package var wrong = 0
    /// Nil where the model accepts none.
    package var precision: Double?
    /// Nil where none is the same.
    package var recall: Double?
  }

  /// How the labels that were held back are judged.
  package struct Measurement: Hashable, Sendable, Codable {
    package var same: Int
    package var different: Int
    /// By the model of before; nil where there is none.
    package var before: Judgement?
    package var after: Judgement
  }

  /// What the new model changes about tonight's records.
  package struct Effect: Hashable, Sendable, Codable {
    package var linksBefore: Int
    package var linksAfter: Int
    package var newLinks: Int
    package var lostLinks: Int
    package var partiesBefore: Int
    package var partiesAfter: Int
    /// Those whose party gains or loses a record.
    package var recordsAffected: Int
  }

  package struct PartyTraining: Hashable, Sendable, Codable {
    package var party: Party
    package var training: MatchModel.Training
    package var priorBefore: Double?
    package var prior: Double
    package var columns: [MatchModel.Column]
    package var labels: Labels
    /// Nil where no label was held back.
    package var measured: Measurement?
    /// Against the model of before; nil where there is none.
    package var effect: Effect?
    /// How far tonight's data is from what the model of before was trained on; nil where there is no
    /// telling.
    package var drift: ModelDrift?
  }

  package var pipeline: String
  /// The file that the models went to; nil where they went to none.
  package var model: String?
  /// The state that keeps them for the next run; nil where none does.
  package var state: String?
  /// In the order in which they were trained.
  package var parties: [PartyTraining] = []

  /// Whether all trainings came to rest.
  package var hasConverged: Bool { parties.allSatisfy(\.training.hasConverged) }
}
