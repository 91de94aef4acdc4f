import Golden
import Testing
