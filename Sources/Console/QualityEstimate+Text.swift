import Pipelines

extension QualityEstimate {
  /// The estimate for a person.
  var text: String {
    let basis = basis == .model ? "from the model alone" : "from \(grouped(answered)) answers"
    let head =
      "\(party), estimated \(basis): \(grouped(records)) records, \(grouped(clusters)) clusters"
    var rates = TextTable(["", "estimate", "from", "to"], [.left, .right, .right, .right])
    for (name, interval) in [("precision", precision), ("recall", recall), ("F1", f1)] {
      rates.add([name] + [interval.value, interval.low, interval.high].map { decimals($0, 4) })
    }
    var pairs = TextTable(["pairs", "number", ""], [.left, .right, .left])
    pairs.add(["put together", grouped(madePairs), ""])
    pairs.add(["of these right", grouped(Int(rightPairs.rounded())), "expected"])
    pairs.add(["missed, compared", grouped(Int(apartPairs.rounded())), "expected"])
    pairs.add(["missed, never compared", grouped(Int(unseenPairs.rounded())), "expected"])
    let unused =
      unusedAnswers > 0 ? "\(grouped(unusedAnswers)) answers are about pairs of another run\n" : ""
    let parts = [head + "\n" + rates.text, pairs.text] + (self.basis == .labels ? [table] : [])
    return parts.joined(separator: "\n") + unused
  }

  private var answered: Int { strata.reduce(0) { $0 + $1.answered } }

  /// What the answers say, stratum by stratum.
  private var table: String {
    var table = TextTable(
      ["match probability", "pairs", "answered", "same", "model"],
      [.left, .right, .right, .right, .right])
    for stratum in strata {
      table.add([
        (stratum.isTogether ? "together" : "apart") + ", from \(stratum.atLeast)",
        grouped(stratum.pairs), grouped(stratum.answered),
        stratum.answered > 0
          ? percent(Double(stratum.same) / Double(stratum.answered)) : "",
        percent(stratum.modelShare),
      ])
    }
    return table.text
  }
}
