import Foundation

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
    readExport(unsafe Data(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
}
