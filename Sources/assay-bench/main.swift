import Foundation
import Pipelines

let subjects: [Subject] = [
  .ingest, .normalize, .match, .golden, .score, .run, .pairs, .decidedPairs,
  .phone, .name, .company, .email, .address, .date, .uscc, .residentID, .jaroWinkler,
]

ProcessMemory.returnsLargeArrays()
let status = await BenchmarkProgram(subjects: subjects).run(
  Array(CommandLine.arguments.dropFirst()))
exit(status)
