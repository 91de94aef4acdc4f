/// What this program is called in manifests and by `--version`.
package enum Release {
  package static let version = "0.1.0"
}
