import Foundation

let subjects: [Subject] = [
  .ingest, .normalize, .match, .golden, .score, .run,
  .phone, .name, .company, .email, .address, .date, .uscc, .residentID, .jaroWinkler,
]

let status = await BenchmarkProgram(subjects: subjects).run(
  Array(CommandLine.arguments.dropFirst()))
exit(status)
