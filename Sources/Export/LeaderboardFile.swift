import Vocabulary

extension ScorecardTables {
  /// Writes leaderboard.csv: everybody's place among the peers, provisional until it is signed.
  func writeLeaderboard(to path: String) throws(ExportError) -> WrittenFile {
    var writer = try CSVWriter(
      path: path,
      header: [
        "period", "population", "peer_group", "rank", "owner", "employee_no", "team", "units",
        "excluded", "score", "lower", "upper", "suspect_units", "late_units", "eligible",
        "reason", "award", "provisional",
      ])
    for row in leaderboard {
      writer.append(period)
      writer.append(row.population.rawValue)
      writer.append(row.peerGroup)
      writer.append(row.rank)
      writer.append(row.owner)
      writer.append(row.employeeNumber)
      writer.append(row.team)
      writer.append(row.units)
      writer.append(row.excluded)
      writer.append(row.score, decimals: 6)
      writer.append(row.bounds?.lower, decimals: 6)
      writer.append(row.bounds?.upper, decimals: 6)
      writer.append(row.suspectUnits)
      writer.append(row.lateUnits)
      writer.append(row.isEligible)
      writer.append(row.reason)
      writer.append(row.award)
      writer.append(row.isProvisional)
      writer.endRow()
    }
    return try writer.finish()
  }
}
