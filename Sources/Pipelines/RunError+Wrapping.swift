import Database
import Export
import Foundation
import Ingest
import Match
import Store

extension RunError {
  /// What any stage threw, as the one error that a run ends with.
  init(wrapping error: any Error, output: String) {
    switch error {
    case let error as RunError:
      self = error
    case let error as PipelineFileError:
      self.init(.usage, error.description)
    case let error as ExportError where error.reason == .locked:
      self.init(
        .locked, "\(output): error: another run holds this output; wait until it has ended")
    case let error as ExportError:
      self.init(.cannotFinish, error.description)
    case let error as IngestError:
      self.init(.cannotFinish, error.description)
    case let error as MatchError:
      self.init(.usage, error.description)
    case let error as StoreError:
      self.init(.cannotFinish, error.description)
    case let error as DatabaseError:
      self.init(.cannotFinish, error.description)
    case is CancellationError:
      self.init(.cannotFinish, "run: error: interrupted; the last published run is whole")
    default:
      self.init(.cannotFinish, "run: error: \(error.localizedDescription)")
    }
  }
}
