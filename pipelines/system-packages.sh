# Sourced by the scripts beside it: installs the system libraries that the build links.
#
# Nothing is done where pkg-config finds them all. On Debian and Ubuntu what is missing is installed;
# elsewhere the script says what to install and ends.

packages_missing() {
  command -v pkg-config >/dev/null 2>&1 || return 0
  ! pkg-config --exists sqlite3 zlib libcrypto
}

install_packages() {
  packages_missing || return 0
  packages="libsqlite3-dev zlib1g-dev libssl-dev pkg-config"
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "system packages are missing: install SQLite, zlib, OpenSSL (headers too) and pkg-config" >&2
    return 2
  fi
  if [ "$(id -u)" -eq 0 ]; then as_root=""; else as_root="sudo"; fi
  if [ -n "$as_root" ] && ! command -v sudo >/dev/null 2>&1; then
    echo "system packages are missing: as root, run: apt-get install $packages" >&2
    return 2
  fi
  echo "installing $packages" >&2
  $as_root apt-get update -q >&2
  # shellcheck disable=SC2086  # a list of words, and perhaps no sudo
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages >&2
}

require_swift() {
  command -v swift >/dev/null 2>&1 && return 0
  echo "no Swift toolchain: install Swift 6.2 or newer from https://www.swift.org/install" >&2
  return 2
}
