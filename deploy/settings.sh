# shellcheck shell=bash disable=SC2034
# What is deployed where, for the scripts beside this one. Each name can be set from outside; PROJECT has to be.

fail() {
  echo "$1" >&2
  exit 1
}

say() {
  echo "== $1" >&2
}

# Whether something is there: asks and is silent.
exists() {
  "$@" >/dev/null 2>&1
}

[ -n "${PROJECT:-}" ] || fail 'PROJECT is not set: give the id of a Google Cloud project, PROJECT=my-project deploy/deploy.sh'
[[ "$PROJECT" =~ ^[a-z][a-z0-9-]{4,28}[a-z0-9]$ ]] || fail "PROJECT='$PROJECT' is not the id of a project: 6 to 30 letters, digits and dashes"

REGION="${REGION:-europe-west1}"
[[ "$REGION" =~ ^[a-z]+-[a-z]+[0-9]+$ ]] || fail "REGION='$REGION' is not a region: give for example europe-west1"

# Firestore's place cannot be changed once it is made. The default database has the free tier.
FIRESTORE_LOCATION="${FIRESTORE_LOCATION:-$REGION}"
DATABASE="${DATABASE:-(default)}"
[[ "$DATABASE" =~ ^(\(default\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$ ]] ||
  fail "DATABASE='$DATABASE' is not the name of a database: give 4 to 63 small letters, digits and dashes, or nothing"
BUCKET="${BUCKET:-$PROJECT-kaizenlap-timing}"
BUILD_BUCKET="${BUILD_BUCKET:-$PROJECT-kaizenlap-build}"
IMAGES="${IMAGES:-$REGION-docker.pkg.dev/$PROJECT/kaizenlap}"

# Caps what a flood can cost: an instance holds 80 chats and as many requests beside them.
MAX_INSTANCES="${MAX_INSTANCES:-2}"
MIN_INSTANCES="${MIN_INSTANCES:-0}"
CONCURRENCY="${CONCURRENCY:-160}"
TASKS="${TASKS:-4}"
for name in MAX_INSTANCES CONCURRENCY TASKS; do
  [[ "${!name}" =~ ^[1-9][0-9]*$ ]] || fail "$name='${!name}' is not a number: give one from 1 up"
done
[[ "$MIN_INSTANCES" =~ ^[0-9]+$ ]] || fail "MIN_INSTANCES='$MIN_INSTANCES' is not a number: give one from 0 up"

METRICS="${METRICS:-google-cloud}"
case "$METRICS" in
none | google-cloud) ;;
*) fail "METRICS='$METRICS' is not known: give none or google-cloud" ;;
esac

# The model's endpoint, as deploy/vertex.sh prints it. Without it the composer writes every answer.
VERTEX_ENDPOINT="${VERTEX_ENDPOINT:-}"
VERTEX_ENDPOINT_DNS="${VERTEX_ENDPOINT_DNS:-}"
[[ "$VERTEX_ENDPOINT" =~ ^(projects/[^/]+/locations/[^/]+/endpoints/[^/]+)?$ ]] ||
  fail "VERTEX_ENDPOINT='$VERTEX_ENDPOINT' is not an endpoint: give projects/…/locations/…/endpoints/…, as deploy/vertex.sh prints it"
[ -z "$VERTEX_ENDPOINT_DNS" ] || [ -n "$VERTEX_ENDPOINT" ] ||
  fail 'VERTEX_ENDPOINT is not set: VERTEX_ENDPOINT_DNS needs it; deploy/vertex.sh prints both'

# Who may review, such as group:coaches@example.com. Without it there is no service for coaches.
COACHES="${COACHES:-}"
[[ "$COACHES" =~ ^((user|group|domain|serviceAccount):[^[:space:]]+)?$ ]] ||
  fail "COACHES='$COACHES' is nobody: give group:…, user:… or domain:…"

# When the season is computed anew, as cron writes it, such as '0 5 * * 1'. Without it nobody but you starts it.
SCHEDULE="${SCHEDULE:-}"

WEB=kaizenlap-web
COACH=kaizenlap-coach
WORKFLOW=kaizenlap-season
# One job each, `season` for all of them in one task, and `publish` for the last step of the workflow.
JOBS=(composites sections weather patterns coaching publish season)

account() {
  echo "kaizenlap-$1@$PROJECT.iam.gserviceaccount.com"
}

# An account that was just made is not known everywhere for some seconds.
patiently() {
  local tries=6
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep "${WAIT_S:-5}"
  done
}

# One for each kind of process. Who binds a role needs them.
make_accounts() {
  local name
  say 'service accounts'
  for name in web coach jobs workflow build; do
    exists gcloud iam service-accounts describe "$(account "$name")" ||
      gcloud iam service-accounts create "kaizenlap-$name" --display-name="KaizenLap $name" --format=none
  done
}

export CLOUDSDK_CORE_PROJECT="$PROJECT" CLOUDSDK_CORE_DISABLE_PROMPTS=1
