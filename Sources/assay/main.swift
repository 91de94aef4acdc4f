import Console
import Foundation

let status = await CommandLineProgram.run(Array(CommandLine.arguments.dropFirst()))
exit(status.rawValue)
