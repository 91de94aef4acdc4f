import Testing
import Vocabulary

@testable import Pipelines

@Suite struct RunForecastTests {
  private func forecast(_ records: Int, threads: Int = 2) -> RunForecast {
    RunForecast(records: records, cells: 8 * records, inputBytes: 100 * records, threads: threads)
  }

  @Test func `ten times the records take about ten times the time and memory`() {
    let (one, ten) = (forecast(1_000_000), forecast(10_000_000))
    #expect((8.5...10).contains(ten.seconds / one.seconds))
    #expect((8.5...10).contains(Double(ten.memoryBytes) / Double(one.memoryBytes)))
  }

  @Test func `nothing to read takes next to nothing`() {
    #expect(forecast(0).seconds < 1)
    #expect(forecast(0).memoryBytes < 100_000_000)
  }

  @Test func `threads make a run shorter, and no smaller`() {
    #expect(forecast(1_000_000, threads: 4).seconds < forecast(1_000_000).seconds)
    #expect(forecast(1_000_000).seconds < forecast(1_000_000, threads: 1).seconds)
    #expect(forecast(1_000_000, threads: 4).memoryBytes == forecast(1_000_000).memoryBytes)
  }

  @Test func `more memory than there is shows`() {
    var forecast = RunForecast(records: 1, seconds: 1, memoryBytes: 100)
    #expect(!forecast.exceedsMemory)
    forecast.availableMemoryBytes = 100
    #expect(!forecast.exceedsMemory)
    forecast.availableMemoryBytes = 99
    #expect(forecast.exceedsMemory)
  }
}
