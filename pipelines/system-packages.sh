# Sourced by the scripts beside it: installs the system packages that the build and the tests need.
#
# Nothing is done where they are there. On Debian and Ubuntu what is missing is installed; elsewhere the
# script says what to install and ends.

libraries_missing() {
  command -v pkg-config >/dev/null 2>&1 || return 0
  ! pkg-config --exists sqlite3 zlib libcrypto
}

browser_missing() {
  ! command -v chromium >/dev/null 2>&1 || ! command -v chromedriver >/dev/null 2>&1
}

# The libraries that the build links.
install_packages() {
  libraries_missing || return 0
  install_missing "SQLite, zlib, OpenSSL (headers too) and pkg-config" \
    libsqlite3-dev zlib1g-dev libssl-dev pkg-config
}

# The browser in which the tests open the pages of a run.
install_browser() {
  browser_missing || return 0
  install_missing "Chromium and its chromedriver" chromium chromium-driver
}

# What to install in words, then the names of the packages.
install_missing() {
  words=$1
  shift
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "system packages are missing: install $words" >&2
    return 2
  fi
  if [ "$(id -u)" -eq 0 ]; then as_root=""; else as_root="sudo"; fi
  if [ -n "$as_root" ] && ! command -v sudo >/dev/null 2>&1; then
    echo "system packages are missing: as root, run: apt-get install $*" >&2
    return 2
  fi
  echo "installing $*" >&2
  $as_root apt-get update -q >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

require_swift() {
  command -v swift >/dev/null 2>&1 && return 0
  echo "no Swift toolchain: install Swift 6.2 or newer from https://www.swift.org/install" >&2
  return 2
}
