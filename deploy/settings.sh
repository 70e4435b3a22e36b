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
BUCKET="${BUCKET:-$PROJECT-kaizenlap-timing}"
BUILD_BUCKET="${BUILD_BUCKET:-$PROJECT-kaizenlap-build}"
IMAGES="${IMAGES:-$REGION-docker.pkg.dev/$PROJECT/kaizenlap}"

# Caps what a flood can cost: an instance holds 80 chats and as many requests beside them.
MAX_INSTANCES="${MAX_INSTANCES:-2}"
MIN_INSTANCES="${MIN_INSTANCES:-0}"
CONCURRENCY="${CONCURRENCY:-160}"
[[ "$MAX_INSTANCES" =~ ^[1-9][0-9]*$ ]] || fail "MAX_INSTANCES='$MAX_INSTANCES' is not a number from 1 up"

METRICS="${METRICS:-google-cloud}"
case "$METRICS" in
none | google-cloud) ;;
*) fail "METRICS='$METRICS' is not known: give none or google-cloud" ;;
esac

# The model's endpoint, as deploy/vertex.sh prints it. Without it the composer writes every answer.
VERTEX_ENDPOINT="${VERTEX_ENDPOINT:-}"
VERTEX_ENDPOINT_DNS="${VERTEX_ENDPOINT_DNS:-}"

# Who may review, such as group:coaches@example.com. Without it there is no service for coaches.
COACHES="${COACHES:-}"

# When the season is computed anew, as cron writes it, such as '0 5 * * 1'. Without it nobody but you starts it.
SCHEDULE="${SCHEDULE:-}"

WEB=kaizenlap-web
COACH=kaizenlap-coach
WORKFLOW=kaizenlap-season
# One job each, `season` for all of them in one task, and `publish` for the last step of the workflow.
JOBS=(composites sections weather patterns coaching publish season)
TASKS="${TASKS:-4}"

account() {
  echo "kaizenlap-$1@$PROJECT.iam.gserviceaccount.com"
}

export CLOUDSDK_CORE_PROJECT="$PROJECT" CLOUDSDK_CORE_DISABLE_PROMPTS=1
