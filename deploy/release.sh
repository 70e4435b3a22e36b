#!/usr/bin/env bash
# Puts an image into a Cloud Run service: beside the revision that serves, checked there, then before it. Where the
# new one fails, the old one serves on.
#   PROJECT=… deploy/release.sh SERVICE IMAGE [flags of `gcloud run deploy`]…
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/settings.sh
. deploy/settings.sh

[ $# -ge 2 ] || fail 'Give a service and an image: deploy/release.sh SERVICE IMAGE'
service="$1" image="$2"
shift 2
tries="${HEALTH_TRIES:-30}"
wait_s="${HEALTH_WAIT_S:-2}"

of_service() {
  gcloud run services describe "$service" --region="$REGION" --format="$1"
}

# 200, or the sign-in of Identity-Aware Proxy: behind it only the startup probe can look.
is_healthy() {
  local status
  for ((try = 0; try < tries; try++)); do
    status="$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' "$1/health" || true)"
    case "$status" in
    200 | 302 | 401 | 403) return 0 ;;
    esac
    sleep "$wait_s"
  done
  echo "$1/health answers ${status:-nothing}" >&2
  return 1
}

if ! exists of_service 'value(metadata.name)'; then
  say "$service: the first revision"
  gcloud beta run deploy "$service" --image="$image" --region="$REGION" "$@"
  address="$(of_service 'value(status.url)')"
  is_healthy "$address" || fail "$service does not answer at $address: read its log"
  exit 0
fi

serving="$(of_service 'value(status.traffic.filter("percent:100").extract("revisionName").flatten())')"
[ -n "$serving" ] || fail "No revision of $service has all of the traffic: finish what was begun with gcloud run services update-traffic"

say "$service: a new revision, beside $serving"
gcloud beta run deploy "$service" --image="$image" --region="$REGION" --no-traffic --tag=candidate "$@"
new="$(of_service 'value(status.latestCreatedRevisionName)')"
candidate="$(of_service 'value(status.traffic.filter("tag:candidate").extract("url").flatten())')"
is_healthy "$candidate" || fail "$new is not healthy; $serving serves on"

say "$service: traffic goes to $new"
gcloud run services update-traffic "$service" --region="$REGION" --to-revisions="$new=100"
if ! is_healthy "$(of_service 'value(status.url)')"; then
  say "$service: back to $serving"
  gcloud run services update-traffic "$service" --region="$REGION" --to-revisions="$serving=100"
  fail "$new did not serve; $serving serves again"
fi
