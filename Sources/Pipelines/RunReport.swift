package import Vocabulary

/// What a run did, for the person or program that started it.
package struct RunReport: Hashable, Sendable {
  package enum Status: String, Codable, Hashable, Sendable {
    case published
    /// A gate failed; the run's folder stays, and nothing was published.
    case gated
    /// Nothing was written.
    case dryRun = "dry_run"
  }

  /// What became of one source.
  package struct Source: Hashable, Sendable {
    package var name: String
    package var rows: RowAccounting
    /// 0...1; nil where nothing was measured.
    package var completeness: Double?
    /// 0...1; nil where nothing was measured.
    package var conformity: Double?

    package init(
      name: String, rows: RowAccounting, completeness: Double? = nil, conformity: Double? = nil
    ) {
      self.name = name
      self.rows = rows
      self.completeness = completeness
      self.conformity = conformity
    }
  }

  /// The mentions of one kind of party, and the parties that they turned out to be.
  package struct Parties: Hashable, Sendable {
    package var mentions: Int
    package var parties: Int

    package init(mentions: Int = 0, parties: Int = 0) {
      self.mentions = mentions
      self.parties = parties
    }

    /// The mentions beyond the first of their party.
    package var duplicates: Int { mentions - parties }
  }

  /// The findings of one class.
  package struct FindingCount: Codable, Hashable, Sendable {
    /// 错 wrong, 漏 missing, 重 duplicate or 迟 late.
    package var `class`: String
    package var count: Int

    package init(class name: String, count: Int) {
      self.class = name
      self.count = count
    }
  }

  /// The match model of one kind of party.
  package struct Model: Hashable, Sendable {
    package enum Origin: String, Codable, Hashable, Sendable {
      case trained
      /// Trained anew, since the kept one no longer fitted the data.
      case retrained
      /// Kept from an earlier run.
      case reused
      /// Read from a model file.
      case file
      /// The shipped parameters, because there was too little data to train on.
      case prior
    }

    package var party: Party
    package var origin: Origin
    /// How training ended, such as "converged after 11 passes".
    package var convergence: String
    /// How far the data is from what a kept model was trained on; nil where there is no telling.
    package var drift: ModelDrift?

    package init(
      party: Party, origin: Origin, convergence: String, drift: ModelDrift? = nil
    ) {
      self.party = party
      self.origin = origin
      self.convergence = convergence
      self.drift = drift
    }
  }

  package var runID: String
  package var pipeline: String
  package var language = ReportLanguage.chinese
  package var status: Status
  /// The run's folder; nil when nothing was written.
  package var folder: String?
  package var asOf: CivilDay
  package var sources: [Source] = []
  /// How the sources differ from the last published run.
  package var drift: [SourceDrift] = []
  package var persons = Parties()
  package var organizations = Parties()
  package var reviewQuestions = 0
  /// What became of the stewards' decisions: how many have which status of decisions.csv.
  package var decisions: [String: Int] = [:]
  /// How often two stewards who read the same question agreed; nil while none was read twice.
  package var agreement: StewardAgreement?
  /// Findings by class, in the order 错, 漏, 重, 迟.
  package var findings: [FindingCount] = []
  package var gates: [GateResult] = []
  /// The pipeline file's targets, in the order of the dimensions.
  package var targets: [TargetResult] = []
  package var models: [Model] = []
  /// What the run was expected to need once its rows were read.
  package var forecast: RunForecast?
  package var secondsElapsed = 0.0
  package var peakMemoryBytes = 0

  package init(
    runID: String, pipeline: String, status: Status, folder: String?, asOf: CivilDay
  ) {
    self.runID = runID
    self.pipeline = pipeline
    self.status = status
    self.folder = folder
    self.asOf = asOf
  }

  package var failedGates: [GateResult] { gates.filter { !$0.passed } }
}

/// How far a stage has come.
///
/// A stage reports itself once at its start with `done` 0, any number of times on the way, and once at
/// its end with `isFinished`. Never holds a value of a record.
package struct RunProgress: Hashable, Sendable {
  /// The stage in one word, such as `ingest`.
  package var stage: String
  package var done: Int
  /// Nil while unknown.
  package var total: Int?
  /// What is counted, such as `rows`, `pairs` or `bytes`.
  package var unit: String
  package var isFinished: Bool

  package init(stage: String, done: Int, total: Int?, unit: String, isFinished: Bool = false) {
    self.stage = stage
    self.done = done
    self.total = total
    self.unit = unit
    self.isFinished = isFinished
  }
}

/// What a look into the sources of a pipeline found.
package struct CheckReport: Codable, Hashable, Sendable {
  package struct Source: Codable, Hashable, Sendable {
    package var name: String
    /// The files that a run would read, as the pipeline file writes them.
    package var files: [String]
    package var format: String
    package var encoding: String
    /// Nil for JSON.
    package var delimiter: String?
    package var profile: String?
    /// Whether a source confirmed the header that the profile expects; nil without a profile.
    package var isProfileConfirmed: Bool?
    /// The physical line of the header; nil for JSON and for files without one.
    package var headerLine: Int?
    /// Fields that are filled from a column: `field` ← `header`.
    package var mapped: [Mapping]
    /// Columns that no field is filled from; their values never enter a run.
    package var unmapped: [String]
    /// What would stop or worsen a run: `file: error: what; way out`.
    package var problems: [String]
    /// What the text came in: gz, zip or xlsx; nil where the file is its text.
    package var container: String?
    /// The sheet of a workbook.
    package var sheet: String?

    package init(
      name: String, files: [String], format: String, encoding: String, delimiter: String? = nil,
      profile: String? = nil, headerLine: Int? = nil, mapped: [Mapping] = [],
      unmapped: [String] = [], problems: [String] = [], container: String? = nil,
      sheet: String? = nil
    ) {
      self.name = name
      self.files = files
      self.format = format
      self.encoding = encoding
      self.delimiter = delimiter
      self.profile = profile
      self.headerLine = headerLine
      self.mapped = mapped
      self.unmapped = unmapped
      self.problems = problems
      self.container = container
      self.sheet = sheet
    }
  }

  package struct Mapping: Codable, Hashable, Sendable {
    package var field: String
    package var column: String
    /// False where the profile knows the column's label from nobody who has seen it.
    package var isConfirmed: Bool

    package init(field: String, column: String, isConfirmed: Bool = true) {
      self.field = field
      self.column = column
      self.isConfirmed = isConfirmed
    }
  }

  package var pipeline: String
  /// SHA-256 of the effective settings, hexadecimal.
  package var configurationHash: String
  package var sources: [Source]
  /// How the sources differ from the last published run; empty before the first.
  package var drift: [SourceDrift] = []
  /// The gates on sources that would stop a run, each as one phrase.
  package var failedGates: [String] = []
  /// What a run is expected to need; nil where the rows of a source cannot be told without reading it.
  package var forecast: RunForecast?

  package init(pipeline: String, configurationHash: String, sources: [Source]) {
    self.pipeline = pipeline
    self.configurationHash = configurationHash
    self.sources = sources
  }

  /// Whether a run could read every source.
  package var isUsable: Bool { sources.allSatisfy(\.problems.isEmpty) }
}

/// Why a run ended before its end.
package struct RunError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    /// Another run holds the lock of the output folder.
    case locked
    /// The command line asks for what cannot be.
    case usage
    case cannotFinish
  }

  package var reason: Reason
  /// `where: error: what; way out`, without any value of a record.
  package var description: String

  package init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
