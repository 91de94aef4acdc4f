import Console
import Foundation

// Exports, state and temporary files hold customers: whatever is created is for the owner alone.
umask(0o077)
let status = await CommandLineProgram.run(Array(CommandLine.arguments.dropFirst()))
exit(status.rawValue)
