// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order of the data: vocabulary, stages, pipelines, console, executables.

// ASSAY_FUZZ=1 adds the fuzz target, and watches which code its inputs reach.
let isFuzzing = Context.environment["ASSAY_FUZZ"] == "1"
let fuzzFlags = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (isFuzzing ? [.unsafeFlags(fuzzFlags + ["-enable-testing"])] : [])

func stage(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "CTables", exclude: ["Data", "Words"],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

    stage("Vocabulary", []),
    stage("Digests", ["CCrypto"]),
    stage("Database", ["CSQLite"]),
    stage("Store", ["Database", "Digests", "Vocabulary"]),
    stage(
      "Ingest", ["CZlib", "Digests", "Vocabulary"], resources: [.copy("Profiles")]),
    stage("Normalize", ["CTables", "Digests", "Vocabulary"]),
    stage("Match", ["CTables", "Vocabulary"]),
    stage("Cluster", ["Vocabulary"]),
    stage("Golden", ["Vocabulary"]),
    stage("Scorecard", ["Vocabulary"]),
    stage("Export", ["CZlib", "Database", "Digests", "Vocabulary"]),
    stage(
      "Pipelines",
      [
        "Database", "Store", "Ingest", "Normalize", "Match", "Cluster", "Golden", "Scorecard",
        "Export", "CMalloc", "Digests", "Vocabulary",
      ]),
    stage("Console", ["Pipelines", "Normalize", "Vocabulary"]),
    .executableTarget(name: "assay", dependencies: ["Console"], swiftSettings: settings),
    .executableTarget(
      name: "assay-bench",
      dependencies: ["Pipelines", "Ingest", "Normalize", "Match", "Cluster", "Vocabulary"],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Vocabulary"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Vocabulary", ["Vocabulary"]),
    tests("Database", ["Database"]),
    tests("Store", ["Database", "Store"]),
    tests("Ingest", ["Ingest"]),
    tests("Normalize", ["Normalize"]),
    tests("Match", ["Match"]),
    tests("Cluster", ["Cluster"]),
    tests("Golden", ["Golden"]),
    tests("Scorecard", ["Scorecard"]),
    tests("Export", ["Export", "Digests"]),
    tests("Pipelines", ["Pipelines"]),
    tests("Console", ["Console"]),
    tests("Browser", ["Pipelines", "Export"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Database", "TestSupport", "assay"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "assay-fuzz", dependencies: ["Ingest", "Vocabulary"],
      swiftSettings: settings + [.enableExperimentalFeature("Extern")],
      linkerSettings: [.unsafeFlags(fuzzFlags + ["-use-ld=lld"])]))
}
