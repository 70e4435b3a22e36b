#!/usr/bin/env bash
# From an empty project to a working address; run again, it changes what is different. docs/DEPLOYMENT.md has the
# same step by step. Settings: deploy/settings.sh.
#   PROJECT=my-project [DATA_FOLDER=timing] [COACHES=group:…] [VERTEX_ENDPOINT=…] deploy/deploy.sh
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/settings.sh
. deploy/settings.sh

# Timing files; without them an invented season is made, and marked as such.
data="${DATA_FOLDER:-}"
[ -z "$data" ] || [ -e "$data" ] || fail "DATA_FOLDER='$data' is not there: give a folder or a zip of timing files"

[ -x node_modules/.bin/node ] || fail 'Its packages are not installed: npm install'

# With the wrong account nothing works, and the messages that follow do not say so.
gcloud auth list --filter=status:ACTIVE --format='value(account)' | grep -q . ||
  fail 'Nobody is signed in: gcloud auth login'
# Timing files are uploaded by a program of ours, which has a sign-in of its own.
exists gcloud auth application-default print-access-token ||
  fail 'Nobody is signed in for programs: gcloud auth application-default login'

enable_services() {
  say 'services of Google Cloud'
  gcloud services enable run.googleapis.com firestore.googleapis.com storage.googleapis.com \
    artifactregistry.googleapis.com cloudbuild.googleapis.com workflows.googleapis.com \
    iam.googleapis.com iap.googleapis.com aiplatform.googleapis.com logging.googleapis.com \
    monitoring.googleapis.com telemetry.googleapis.com cloudscheduler.googleapis.com
}

# A role on the project, for one of our accounts.
grant() {
  patiently gcloud projects add-iam-policy-binding "$PROJECT" --condition=None --format=none \
    --member="serviceAccount:$(account "$1")" --role="$2"
}

# Firestore, but of the one database only, whatever else the project keeps.
grant_database() {
  patiently gcloud projects add-iam-policy-binding "$PROJECT" --format=none \
    --member="serviceAccount:$(account "$1")" --role=roles/datastore.user \
    --condition="expression=resource.name==\"projects/$PROJECT/databases/$DATABASE\",title=kaizenlap"
}

grant_roles() {
  say 'roles'
  for name in web coach jobs; do
    grant_database "$name"
  done
  if [ "$METRICS" = google-cloud ]; then
    for name in web coach; do
      grant "$name" roles/telemetry.metricsWriter
      grant "$name" roles/serviceusage.serviceUsageConsumer
    done
  fi
  grant workflow roles/logging.logWriter
  grant build roles/logging.logWriter
  grant build roles/run.developer
  for name in web coach jobs; do
    patiently gcloud iam service-accounts add-iam-policy-binding "$(account "$name")" --format=none \
      --member="serviceAccount:$(account build)" --role=roles/iam.serviceAccountUser
  done
}

make_buckets() {
  say 'buckets'
  for bucket in "$BUCKET" "$BUILD_BUCKET"; do
    exists gcloud storage buckets describe "gs://$bucket" ||
      gcloud storage buckets create "gs://$bucket" --location="$REGION" \
        --uniform-bucket-level-access --public-access-prevention
  done
  # What was uploaded over can be had again.
  gcloud storage buckets update "gs://$BUCKET" --versioning
  patiently gcloud storage buckets add-iam-policy-binding "gs://$BUCKET" --format=none \
    --member="serviceAccount:$(account jobs)" --role=roles/storage.objectViewer
  patiently gcloud storage buckets add-iam-policy-binding "gs://$BUILD_BUCKET" --format=none \
    --member="serviceAccount:$(account build)" --role=roles/storage.objectViewer
}

make_database() {
  say 'Firestore'
  exists gcloud firestore databases describe --database="$DATABASE" ||
    gcloud firestore databases create --database="$DATABASE" --location="$FIRESTORE_LOCATION" \
      --type=firestore-native --delete-protection
  # Indexes, exemptions and times to live.
  ACCESS_TOKEN="$(gcloud auth print-access-token)" \
    node_modules/.bin/node deploy/firestore/main.ts "$PROJECT" "$DATABASE"
  [ -n "$(gcloud firestore backups schedules list --database="$DATABASE" --format='value(name)')" ] ||
    gcloud firestore backups schedules create --database="$DATABASE" --recurrence=daily --retention=14d
}

make_image() {
  say 'image'
  exists gcloud artifacts repositories describe kaizenlap --location="$REGION" ||
    gcloud artifacts repositories create kaizenlap --repository-format=docker --location="$REGION"
  gcloud artifacts repositories set-cleanup-policies kaizenlap --location="$REGION" --policy=deploy/image-cleanup.json
  patiently gcloud artifacts repositories add-iam-policy-binding kaizenlap --location="$REGION" --format=none \
    --member="serviceAccount:$(account build)" --role=roles/artifactregistry.writer
  image="${IMAGE:-}"
  if [ -z "$image" ]; then
    image="$IMAGES/kaizenlap:$(date -u +%Y%m%d-%H%M%S)"
    gcloud builds submit --config=deploy/build-image.yaml --region="$REGION" \
      --gcs-source-staging-dir="gs://$BUILD_BUCKET/source" \
      --service-account="projects/$PROJECT/serviceAccounts/$(account build)" \
      --substitutions="_IMAGE=$image"
  fi
}

# The environment of all processes, as gcloud takes it: ^;^ lets values hold commas.
environment() {
  local store=firestore
  [ "$DATABASE" = '(default)' ] || store="firestore:$DATABASE"
  local values="GOOGLE_CLOUD_PROJECT=$PROJECT;REGION=$REGION;STORE=$store"
  if [ -n "$VERTEX_ENDPOINT" ]; then
    values+=";MODEL=vertex-endpoint;VERTEX_ENDPOINT=$VERTEX_ENDPOINT"
    [ -z "$VERTEX_ENDPOINT_DNS" ] || values+=";VERTEX_ENDPOINT_DNS=$VERTEX_ENDPOINT_DNS"
  fi
  echo "^;^$values${1:+;$1}"
}

make_jobs() {
  say 'jobs'
  for job in "${JOBS[@]}"; do
    local tasks="$TASKS" args="job,$job"
    case "$job" in
    season) tasks=1 args=season ;;
    publish) tasks=1 ;;
    esac
    gcloud run jobs deploy "kaizenlap-$job" --image="$image" --region="$REGION" \
      --service-account="$(account jobs)" --tasks="$tasks" --parallelism="$tasks" \
      --max-retries=2 --task-timeout=3600 --cpu=2 --memory=2Gi \
      --command='node,--no-turbofan,--min-semi-space-size=16,--max-semi-space-size=16,--initial-old-space-size=128,--import,./compile-cache.js,jobs/main.ts' --args="$args" \
      --set-env-vars="$(environment "DATA=gs://$BUCKET/season")"
  done
}

make_workflow() {
  say 'workflow'
  for job in "${JOBS[@]}"; do
    for role in roles/run.jobsExecutorWithOverrides roles/run.viewer; do
      gcloud run jobs add-iam-policy-binding "kaizenlap-$job" --region="$REGION" --format=none \
        --member="serviceAccount:$(account workflow)" --role="$role"
    done
  done
  gcloud workflows deploy "$WORKFLOW" --location="$REGION" --source=deploy/workflow.yaml \
    --service-account="$(account workflow)"
  [ -n "$SCHEDULE" ] || return 0
  local verb=create
  ! exists gcloud scheduler jobs describe "$WORKFLOW" --location="$REGION" || verb=update
  grant workflow roles/workflows.invoker
  gcloud scheduler jobs "$verb" http "$WORKFLOW" --location="$REGION" --schedule="$SCHEDULE" \
    --uri="https://workflowexecutions.googleapis.com/v1/projects/$PROJECT/locations/$REGION/workflows/$WORKFLOW/executions" \
    --http-method=POST --oauth-service-account-email="$(account workflow)"
}

# Only where there is none yet, or where timing files were named.
publish_season() {
  if [ -z "$data" ] && exists gcloud run services describe "$WEB" --region="$REGION"; then
    return 0
  fi
  say 'season'
  local files="$data"
  if [ -z "$files" ]; then
    files="$(mktemp -d)/demo-season"
    npm run --silent demo-season -- --out "$files"
  fi
  GOOGLE_CLOUD_PROJECT="$PROJECT" npm run --silent upload -- "$files" "gs://$BUCKET/season"
  gcloud run jobs execute kaizenlap-season --region="$REGION" --wait
}

# What both services are given. The timeout is that of a socket; requests have one of their own, 60 s.
service_flags() {
  flags=(
    --service-account="$(account "$1")" --timeout=3600 --session-affinity --concurrency="$CONCURRENCY"
    --max-instances="$MAX_INSTANCES" --min-instances="$MIN_INSTANCES" --cpu=1 --memory=1Gi --cpu-boost
    --startup-probe='httpGet.path=/health,periodSeconds=2,timeoutSeconds=2,failureThreshold=60'
    --liveness-probe='httpGet.path=/health/live,periodSeconds=30,timeoutSeconds=5,failureThreshold=3'
    --set-env-vars="$(environment "$2;METRICS=$METRICS")"
  )
}

make_services() {
  service_flags web SURFACE=public
  PROJECT="$PROJECT" deploy/release.sh "$WEB" "$image" "${flags[@]}" --allow-unauthenticated
  [ -n "$COACHES" ] || return 0
  local number
  number="$(gcloud projects describe "$PROJECT" --format='value(projectNumber)')"
  gcloud beta services identity create --service=iap.googleapis.com
  service_flags coach "SURFACE=coach;COACH_AUTH=iap;IAP_AUDIENCE=/projects/$number/locations/$REGION/services/$COACH"
  PROJECT="$PROJECT" deploy/release.sh "$COACH" "$image" "${flags[@]}" --no-allow-unauthenticated --iap
  patiently gcloud run services add-iam-policy-binding "$COACH" --region="$REGION" --format=none \
    --member="serviceAccount:service-$number@gcp-sa-iap.iam.gserviceaccount.com" --role=roles/run.invoker
  gcloud beta iap web add-iam-policy-binding --resource-type=cloud-run --service="$COACH" --region="$REGION" \
    --member="$COACHES" --role=roles/iap.httpsResourceAccessor --condition=None
}

address_of() {
  gcloud run services describe "$1" --region="$REGION" --format='value(status.url)'
}

enable_services
make_accounts
grant_roles
make_buckets
make_database
make_image
make_jobs
make_workflow
publish_season
make_services

echo "Drivers:  $(address_of "$WEB")"
if [ -n "$COACHES" ]; then
  echo "Coaches:  $(address_of "$COACH")"
else
  echo 'Coaches:  no service; give COACHES=group:coaches@example.com and run this again'
fi
[ -n "$VERTEX_ENDPOINT" ] || echo 'Model:    none, the composer writes; deploy/vertex.sh deploys Gemma'
