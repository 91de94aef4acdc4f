import Vocabulary
import Testing
