import Normalize
import Testing
