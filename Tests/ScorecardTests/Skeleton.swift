import Scorecard
import Testing
