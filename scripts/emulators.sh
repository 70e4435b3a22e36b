#!/usr/bin/env bash
# Installs what stands in for Google Cloud in tests, where it is missing: the emulator of Firestore, which needs Java, and
# the server for Cloud Storage, which needs Go. A minute or two the first time.
set -euo pipefail

# Sets up Google's own packages once, for the emulator is none of Debian's.
add_google_packages() {
  apt-cache show google-cloud-cli-firestore-emulator >/dev/null 2>&1 && return
  local key=/usr/share/keyrings/cloud.google.gpg
  curl --fail --silent --show-error https://packages.cloud.google.com/apt/doc/apt-key.gpg |
    gpg --dearmor --yes --output "$key" || return
  echo "deb [signed-by=$key] https://packages.cloud.google.com/apt cloud-sdk main" \
    >/etc/apt/sources.list.d/google-cloud-sdk.list
  apt-get update -qq
}

install_packages() {
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    echo "Install $*, or set FIRESTORE_EMULATOR_JAR to the emulator's jar and have java on the PATH" >&2
    exit 1
  fi
  echo "Installing $*" >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# One that runs already is used as it is.
if [ -z "${FIRESTORE_EMULATOR_HOST:-}" ]; then
  if ! command -v java >/dev/null; then
    apt-get update -qq || true
    install_packages default-jre-headless
  fi
  jar="${FIRESTORE_EMULATOR_JAR:-/usr/lib/google-cloud-sdk/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar}"
  if [ ! -f "$jar" ]; then
    add_google_packages || echo "Google's packages cannot be reached" >&2
    install_packages google-cloud-cli-firestore-emulator
  fi
  echo "Firestore's emulator is $jar"
fi

version='v1.56.1'

found="${FAKE_GCS_SERVER:-$(command -v fake-gcs-server || true)}"
if [ -z "$found" ] && command -v go >/dev/null; then
  folder="$(go env GOBIN)"
  found="${folder:-$(go env GOPATH)/bin}/fake-gcs-server"
fi
if [ -x "$found" ]; then
  echo "fake-gcs-server is $found"
  exit 0
fi

if ! command -v go >/dev/null; then
  echo 'fake-gcs-server is a Go program, and there is no Go: install Go, or set FAKE_GCS_SERVER to the program' >&2
  exit 1
fi
echo 'Installing fake-gcs-server' >&2
go install "github.com/fsouza/fake-gcs-server@$version"
echo "fake-gcs-server is $found"
