#!/usr/bin/env bash
# Installs the server that stands in for Cloud Storage in tests, where it is missing. Needs Go; a minute the first time.
set -euo pipefail

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
