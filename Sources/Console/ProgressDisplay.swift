import Pipelines
import Synchronization

/// Shows how far a run has come.
///
/// On a terminal one line is rewritten with stage, rate and time left; elsewhere every stage says a
/// line when it begins and one when it ends. Nothing is shown when the terminal is quiet.
final class ProgressDisplay: Sendable {
  private struct State {
    var stage = ""
    var started = ContinuousClock.now
    var shown = ContinuousClock.now
  }

  /// A line is rewritten at most this often.
  private static let interval = Duration.milliseconds(100)

  private let terminal: Terminal
  private let state = Mutex(State())

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Takes note of progress; any thread may call.
  func update(_ progress: RunProgress) {
    guard !terminal.isQuiet else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      let isNew = state.stage != progress.stage
      if isNew {
        state.stage = progress.stage
        state.started = now
      }
      let elapsed = Self.seconds(now - state.started)
      if terminal.isInteractive {
        guard isNew || progress.isFinished || now - state.shown >= Self.interval else { return }
        state.shown = now
        let end = progress.isFinished ? "\n" : ""
        terminal.send("\r\u{1B}[K" + Self.line(progress, secondsElapsed: elapsed) + end)
      } else if progress.isFinished {
        terminal.send(Self.line(progress, secondsElapsed: elapsed) + "\n")
      } else if isNew {
        terminal.send("\(progress.stage): started\n")
      }
    }
  }

  /// One line, such as `match: 1,200,000 of 4,000,000 pairs, 2,400,000 a second, 2 s left`.
  static func line(_ progress: RunProgress, secondsElapsed: Double) -> String {
    var text = "\(progress.stage): "
    if progress.isFinished {
      return text + "\(grouped(progress.done)) \(progress.unit) in \(rounded(secondsElapsed)) s"
    }
    text += grouped(progress.done)
    if let total = progress.total { text += " of \(grouped(total))" }
    text += " \(progress.unit)"
    guard secondsElapsed > 0.2, progress.done > 0 else { return text }
    let rate = Double(progress.done) / secondsElapsed
    text += ", \(grouped(Int(rate))) a second"
    if let total = progress.total, total >= progress.done {
      text += ", \(rounded(Double(total - progress.done) / rate)) s left"
    }
    return text
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  private static func rounded(_ seconds: Double) -> String {
    seconds < 10 ? String((seconds * 10).rounded() / 10) : String(Int(seconds.rounded()))
  }
}

/// A whole number with a comma between thousands.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}
