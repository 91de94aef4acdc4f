import Export
import Foundation
import Vocabulary

/// A blind, stratified sample of pairs for people to answer.
///
/// It says neither what the program thinks of a pair nor what it did with it, because who sees a score
/// follows it. The same run gives the same sample.
struct LabelSample {
  /// Indices into the pairs, in the order of the file.
  private(set) var chosen: [Int] = []

  /// The number of pairs, strata taken together.
  static let size = 240
  /// At least this many pairs of every stratum.
  private static let least = 12

  /// Draws the sample: of each stratum the more pairs, the more its answers can tell.
  ///
  /// - Parameters:
  ///   - pairs: All pairs.
  ///   - name: The record key of a mention.
  init(_ pairs: [EstimationPairs.Pair], name: (UInt32) -> String) {
    var strata = [[(rank: UInt64, index: Int)]](repeating: [], count: PairStratum.count)
    var spread = [Double](repeating: 0, count: PairStratum.count)
    for (index, pair) in pairs.enumerated() where !pair.isDecided {
      let stratum = PairStratum.index(pair)
      strata[stratum].append((Self.rank(name(pair.left), name(pair.right)), index))
      // A stratum of which the model is sure is still asked about: the model may be wrong.
      let doubt = max(0.000_5, Double(pair.middle * (1 - pair.middle)))
      spread[stratum] += doubt.squareRoot()
    }
    let total = spread.reduce(0, +)
    var ranked: [(rank: UInt64, index: Int)] = []
    for stratum in strata.indices where !strata[stratum].isEmpty {
      let share = Int((Double(Self.size) * spread[stratum] / total).rounded())
      strata[stratum].sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
      ranked += strata[stratum].prefix(max(Self.least, share))
    }
    // In the order of the ranks strata are mixed, so that a place in the file says nothing.
    chosen = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
  }

  /// A number that depends on the two records alone.
  private static func rank(_ left: String, _ right: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (left + "\u{1F}" + right).utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // The last letters must move the first bits, too.
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return state ^ (state >> 31)
  }
}

extension LabelSample {
  /// Writes the sample of each kind of party into one file that only its owner can read.
  ///
  /// - Parameters:
  ///   - estimators: One for each kind of party.
  ///   - path: The file; nothing must be there.
  /// - Returns: The number of pairs.
  /// - Throws: `RunError` when the file is there or cannot be written.
  static func write(_ estimators: [QualityEstimator], to path: String) throws -> Int {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RunError(
        .cannotFinish,
        "\(path): error: is there already, perhaps with answers; name another file")
    }
    let columns = columns(of: estimators)
    var writer = try CSVWriter(
      path: path,
      header: ["party", "left", "right"] + columns.flatMap { [$0 + "_left", $0 + "_right"] }
        + ["answer"])
    var count = 0
    for estimator in estimators {
      let evidence = estimator.published.evidence
      let sample = LabelSample(estimator.pairs) { estimator.name($0) }
      for index in sample.chosen {
        let pair = estimator.pairs[index]
        writer.append(evidence.party.rawValue)
        writer.append(estimator.name(pair.left))
        writer.append(estimator.name(pair.right))
        for column in columns {
          writer.append(evidence.text(of: column, Int(pair.left)))
          writer.append(evidence.text(of: column, Int(pair.right)))
        }
        writer.appendEmpty()
        writer.endRow()
        count += 1
      }
    }
    _ = try writer.finish()
    return count
  }

  /// The columns of evidence that a person can read, each once.
  private static func columns(of estimators: [QualityEstimator]) -> [String] {
    var names: [String] = []
    for column in estimators.flatMap(\.published.evidence.columns)
    where column.kind != .entity && !names.contains(column.name) { names.append(column.name) }
    return names
  }
}
