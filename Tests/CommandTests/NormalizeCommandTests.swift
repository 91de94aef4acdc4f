import Foundation
import TestSupport
import Testing

@Suite struct NormalizeCommandTests {
  private let phone =
    #"{"values":[{"e164":"+8613524689713","type":"mobile","region":"CN","extension":null,"carrier":"中国移动","area":null}],"issues":[]}"#

  @Test(arguments: [["normalize", "phone"], ["normalize", "phone", "-"]])
  func `stdin comes out as one object a line, in order`(words: [String]) throws {
    let outcome = try AssayProcess.run(
      words, input: "135****9713\n\n13524689713", in: TemporaryFolder())
    #expect(outcome.status == 0)
    #expect(outcome.stderr.isEmpty)
    #expect(
      outcome.lines == [
        #"{"values":[],"issues":["masked"]}"#, #"{"values":[],"issues":[]}"#, phone,
      ])
  }

  @Test func `a file is read like stdin, byte order mark and carriage returns aside`() throws {
    let folder = try TemporaryFolder()
    try folder.write("phones.txt", "\u{feff}13524689713\r\n13524689713\r\n")
    let outcome = try AssayProcess.run(["normalize", "phone", "phones.txt"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.lines == [phone, phone])
  }

  @Test(arguments: [
    "phone", "name", "company", "uscc", "resident-id", "bank-account", "wechat", "email", "address",
    "place", "postcode", "date",
  ])
  func `nothing in, nothing out`(kind: String) throws {
    let outcome = try AssayProcess.run(["normalize", kind], in: TemporaryFolder())
    #expect(outcome.status == 0)
    #expect(outcome.stdout.isEmpty && outcome.stderr.isEmpty)
  }

  @Test func `without a region a national number is not read`() throws {
    let outcome = try AssayProcess.run(
      ["normalize", "phone", "--region", "none"], input: "13524689713\n+8613524689713\n",
      in: TemporaryFolder())
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines[0].hasPrefix(#"{"values":[],"#))
    #expect(outcome.lines[1] == phone)
  }

  @Test func `a closed pipe ends quietly with 0`() throws {
    let folder = try TemporaryFolder()
    let padding = String(repeating: " ", count: 200)
    let lines = (0..<10_000).map { "1352468\(1000 + $0 % 9000)\(padding)\n" }.joined()
    try folder.write("phones.txt", lines)
    let outcome = try AssayProcess.shell(
      #"{ "$ASSAY" normalize phone phones.txt; echo $? > status; } | head -n 1"#, in: folder)
    #expect(outcome.lines.count == 1)
    #expect(outcome.stderr.isEmpty)
    #expect(try folder.read("status") == "0\n")
  }

  @Test func `long input comes out in order for any thread count`() throws {
    let folder = try TemporaryFolder()
    let padding = String(repeating: " ", count: 200)
    let lines = (0..<20_000).map { "135\(10_000_000 + $0)\(padding)\n" }.joined()
    try folder.write("phones.txt", lines)
    let one = try AssayProcess.run(
      ["normalize", "phone", "phones.txt", "--threads", "1"], in: folder)
    let four = try AssayProcess.shell(
      #"cat phones.txt | "$ASSAY" normalize phone --threads 4"#, in: folder)
    #expect(one.status == 0 && four.status == 0)
    #expect(one.lines.count == 20_000)
    #expect(one.lines[123].contains("+8613510000123"))
    #expect(one.stdout == four.stdout)
  }

  @Test func `a line is answered before the next one comes`() throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.shell(
      #"""
      mkfifo in out
      "$ASSAY" normalize phone < in > out &
      exec 3> in 4< out
      echo 13524689713 >&3
      read -r first <&4
      echo "$first"
      exec 3>&-
      wait
      """#, in: folder)
    #expect(outcome.lines == [phone])
  }

  @Test func `a file that cannot be read ends with 2`() throws {
    let outcome = try AssayProcess.run(["normalize", "phone", "nope.txt"], in: TemporaryFolder())
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == "nope.txt: error: No such file or directory; name a readable text file\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk ends with 2`() throws {
    let folder = try TemporaryFolder()
    let outcome = try AssayProcess.shell(
      #"echo 13524689713 | "$ASSAY" normalize phone > /dev/full"#, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.stderr.hasPrefix("stdout: error: cannot be written: "))
  }

  @Test func `no value of a line is ever said on stderr`() throws {
    let folder = try TemporaryFolder()
    try folder.write("values.txt", "CANARY13524689713\n")
    for kind in ["phone", "name", "company", "email", "date"] {
      let outcome = try AssayProcess.run(["normalize", kind, "values.txt"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.stderr.isEmpty)
    }
  }
}

@Suite struct RunReaderCommandTests {
  @Test(arguments: [["show", "nowhere", "P1"], ["explain", "nowhere", "a/1", "a/2"]])
  func `a run that is not there ends with 2 and the way out`(words: [String]) throws {
    let outcome = try AssayProcess.run(words, in: TemporaryFolder())
    #expect(outcome.status == 2)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.hasPrefix("nowhere: error: no run here; name a run's folder"))
  }
}
