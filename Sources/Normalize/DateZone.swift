import Foundation

/// The offsets of a time zone, looked up once.
struct ZoneOffsets: Sendable {
  /// The first second of UTC at which each offset holds, ascending.
  private var starts: [Int64] = [.min]
  private var offsets: [Int64]

  init(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else {
      offsets = [0]
      return
    }
    var moment = Date(timeIntervalSince1970: 0)
    offsets = [Int64(zone.secondsFromGMT(for: moment))]
    let end = Date(timeIntervalSince1970: 4_102_444_800)  // 2100
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment, next < end
    {
      starts.append(Int64(next.timeIntervalSince1970))
      offsets.append(Int64(zone.secondsFromGMT(for: next.addingTimeInterval(1))))
      moment = next
    }
  }

  /// Whether a time of day is that of the first second of Unix time, in this zone or in UTC.
  func isEpoch(clock: Int) -> Bool { clock == 0 || Int64(clock) == wallClock(utc: 0) }

  /// Seconds on the zone's wall clock.
  func wallClock(utc: Int64) -> Int64 {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= utc { low = middle } else { high = middle }
    }
    return utc + offsets[low]
  }
}
