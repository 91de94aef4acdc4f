import Ingest
import Vocabulary

// Time and memory grow with the records, their cells and their text. The rates were measured on two
// cores of a virtual machine; another machine is faster or slower by what its cores are.

extension RunForecast {
  /// Processor time and memory for one of each.
  private enum Rate {
    static let seconds = (start: 0.3, record: 1.6e-6, cell: 1.5e-6, byte: 2.6e-8)
    static let bytes = (start: 60e6, record: 150.0, cell: 45.0, byte: 2.2)
    /// How many cores are busy of all, on average.
    static let busy = 0.85
    /// More cores than this are not kept busy by what no one else can do meanwhile.
    static let mostThreads = 8
  }

  /// - Parameters:
  ///   - records: The rows of all sources.
  ///   - cells: The cells that fields are filled from.
  ///   - inputBytes: The text that they stand in.
  ///   - threads: How many the run may use.
  init(records: Int, cells: Int, inputBytes: Int, threads: Int) {
    let (records, cells, text) = (records, Double(cells), Double(inputBytes))
    let count = Double(records)
    let work =
      Rate.seconds.start + Rate.seconds.record * count + Rate.seconds.cell * cells
      + Rate.seconds.byte * text
    let cores = threads == 1 ? 1 : Double(min(threads, Rate.mostThreads)) * Rate.busy
    let memory =
      Rate.bytes.start + Rate.bytes.record * count + Rate.bytes.cell * cells
      + Rate.bytes.byte * text
    self.init(
      records: records, seconds: work / cores, memoryBytes: Int(memory),
      availableMemoryBytes: ProcessMemory.availableBytes)
  }

  /// What stands before a run whose rows have been read.
  init(_ result: IngestResult, threads: Int) {
    let cells = zip(result.records.sources, result.accounting).reduce(0) { sum, source in
      sum + source.0.columns.count * source.1.read
    }
    self.init(
      records: result.rowsRead, cells: cells,
      inputBytes: result.files.reduce(0) { $0 + $1.byteCount }, threads: threads)
  }
}
