import Foundation
import Ingest

// libFuzzer makes up inputs, and this program reads each as an export. The package manager gives the
// main function of a program the name below, so that it takes the place of libFuzzer's own.

@_extern(c, "LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

@_cdecl("assay_fuzz_main")
func fuzzMain(
  _ argumentCount: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var argumentCount = argumentCount
  var arguments = unsafe arguments
  // Safe because libFuzzer hands out buffers of the length that goes with them.
  return unsafe runDriver(&argumentCount, &arguments) { bytes, count in
    let input = unsafe Data(UnsafeBufferPointer(start: bytes, count: count))
    // With a header and without one by turns.
    (count.isMultiple(of: 2) ? named : numbered).read(input)
    return 0
  }
}

private let named = reading(header: .auto, columns: ["name", "customer.phone", "items.email"])
private let numbered = reading(header: .none, columns: ["1", "2", "3"])

private func reading(header: SourceOptions.Header, columns: [String]) -> ExportReading {
  do {
    return try ExportReading(header: header, columns: columns)
  } catch {
    fatalError("the columns cannot be mapped: \(error)")
  }
}
