import Testing
import Vocabulary

/// How often two stewards agree.
@Suite struct StewardAgreementTests {
  struct Night: Sendable {
    /// Questions by the answers of the first and the second reader.
    var bothSame = 0
    var bothDifferent = 0
    var firstSame = 0
    var secondSame = 0
    var rate: Double
    var kappa: Double?
  }

  @Test(arguments: [
    Night(rate: 0, kappa: nil),
    Night(bothSame: 1, rate: 1, kappa: nil),
    Night(bothSame: 3, bothDifferent: 3, rate: 1, kappa: 1),
    Night(firstSame: 2, secondSame: 2, rate: 0, kappa: -1),
    // Chance alone brings 0.5, so 0.2 of the other 0.5 are left.
    Night(bothSame: 20, bothDifferent: 15, firstSame: 5, secondSame: 10, rate: 0.7, kappa: 0.4),
  ])
  func `agreement beyond chance is what Cohen defines`(_ night: Night) {
    var agreement = StewardAgreement()
    for _ in 0..<night.bothSame { agreement.add(firstSame: true, secondSame: true) }
    for _ in 0..<night.bothDifferent { agreement.add(firstSame: false, secondSame: false) }
    for _ in 0..<night.firstSame { agreement.add(firstSame: true, secondSame: false) }
    for _ in 0..<night.secondSame { agreement.add(firstSame: false, secondSame: true) }
    #expect(agreement.rate == night.rate)
    #expect((agreement.kappa == nil) == (night.kappa == nil))
    #expect(abs((agreement.kappa ?? 0) - (night.kappa ?? 0)) < 1e-9)
  }
}
