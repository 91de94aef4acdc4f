package import Export
import Foundation
package import Golden
package import Ingest
package import Normalize
package import Scorecard
package import Vocabulary

/// What a pipeline works on and how, as `pipeline.json` says it, every default filled in.
///
/// Paths are kept as the file writes them, relative to `directory`; `resolved(_:)` turns them into
/// paths that can be opened.
package struct PipelineFile: Hashable, Sendable {
  /// The file; absolute when it was read from disk, so that a run finds it from any folder.
  package var file: String
  /// The folder that holds the file; absolute.
  package var directory: String

  /// The format's version; 1 is the only one so far.
  package var version = 1
  package var name: String
  /// Whether the built-in customer schema is the base that `fields` extends.
  package var isCustomer = true
  package var schema = Schema.customer

  /// The region of phone numbers without a country code, ISO 3166-1 alpha-2.
  ///
  /// The default is CN.
  package var region = "CN"
  /// The time zone of timestamps without an offset.
  ///
  /// The default is Asia/Shanghai.
  package var timezone = "Asia/Shanghai"
  /// The language of reports.
  ///
  /// The default is zh-Hans.
  package var language = ReportLanguage.chinese

  /// The steward's own word files, read from the paths and globs that `words` names.
  ///
  /// The default is what lies in `words/*.tsv`.
  package var wordFiles: [WordFile] = []

  /// Words that stand for an empty cell, beside those that programs write.
  ///
  /// The default is none.
  package var nulls: [String] = []
  package var sources: [PipelineSource] = []
  /// The pipeline's own source profiles, read from the files that `profiles` names.
  package var profiles: [SourceProfile] = []
  /// The employees, read from the file that `roster` names; nil where people are known by name.
  package var roster: RosterFile?
  package var persons = MatchSettings()
  package var organizations = MatchSettings()
  package var golden = GoldenOptions()
  package var scorecard = ScorecardOptions()
  package var goals = ScorecardGoals()
  /// The number of questions that a night may put to the stewards.
  ///
  /// The default is 200.
  package var reviewBudget = 200
  /// The bounds that stop publishing: the file's, and the safe defaults of the metrics it leaves out.
  package var gates = GateKeeper.safeDefaults
  /// Paths or globs of decision files; a path without a file is no error.
  ///
  /// The default is `decisions/*.csv`.
  package var decisions = ["decisions/*.csv"]
  package var keep = KeepOptions()
  /// The output folder.
  ///
  /// The default is `../../out/` and the pipeline's name.
  package var output: String

  /// Settings of one kind of party.
  package func match(_ party: Party) -> MatchSettings {
    party == .person ? persons : organizations
  }

  /// A path of the file as one that can be opened.
  package func resolved(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return URL(fileURLWithPath: directory).appendingPathComponent(path).standardizedFileURL.path
  }
}

/// How one kind of party is matched.
package struct MatchSettings: Codable, Hashable, Sendable {
  /// Where the match model comes from.
  package enum Model: Codable, Hashable, Sendable {
    /// Trained on the first run, then kept in the state.
    case automatic
    /// A model file, relative to the pipeline file.
    case file(String)
  }

  /// The match probability that merges by itself.
  ///
  /// The default is 0.99.
  package var accept = Probability(0.99)
  /// The match probability from which a steward is asked.
  ///
  /// The default is 0.50.
  package var review = Probability(0.50)
  package var model = Model.automatic
  /// The blocking rules, each a list of fields that must agree; nil: derived from the field kinds.
  package var block: [[String]]?
  /// By field: the comparison levels, strongest first; nil: derived from the field kinds.
  ///
  /// Every text parses as a `ComparisonLevel`.
  package var compare: [String: [String]]?
}
