import Match
import Testing
