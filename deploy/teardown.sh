#!/usr/bin/env bash
# Removes what deploy/deploy.sh and deploy/vertex.sh made. What was computed or written by people stays, unless it is
# asked for by name: DELETE_DATA=yes removes the database, the timing files and every conversation, for good.
#   PROJECT=my-project CONFIRM=my-project [DELETE_DATA=yes] deploy/teardown.sh
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/settings.sh
. deploy/settings.sh

[ "${CONFIRM:-}" = "$PROJECT" ] || fail "CONFIRM is not set: CONFIRM=$PROJECT says that this project is meant"

# Deletes what the first command finds.
remove() {
  local found="$1"
  shift
  # The words of a command are ours and hold no blanks.
  # shellcheck disable=SC2086
  ! exists gcloud $found || gcloud "$@"
}

VERTEX_REGION="${VERTEX_REGION:-europe-west4}"
name="${ENDPOINT_NAME:-kaizenlap-gemma}"

say 'the model: first, because its card costs the most'
for endpoint in $(gcloud ai endpoints list --region="$VERTEX_REGION" --filter="displayName=$name" --format='value(name)'); do
  for model in $(gcloud ai endpoints describe "$endpoint" --region="$VERTEX_REGION" --format='value(deployedModels[].id)' | tr ';' ' '); do
    gcloud ai endpoints undeploy-model "$endpoint" --region="$VERTEX_REGION" --deployed-model-id="$model"
  done
  gcloud ai endpoints delete "$endpoint" --region="$VERTEX_REGION"
done
for model in $(gcloud ai models list --region="$VERTEX_REGION" --filter="displayName=$name" --format='value(name)'); do
  gcloud ai models delete "$model" --region="$VERTEX_REGION"
done

say 'services, workflow, jobs'
for service in "$WEB" "$COACH"; do
  remove "run services describe $service --region=$REGION" run services delete "$service" --region="$REGION"
done
remove "scheduler jobs describe $WORKFLOW --location=$REGION" scheduler jobs delete "$WORKFLOW" --location="$REGION"
remove "workflows describe $WORKFLOW --location=$REGION" workflows delete "$WORKFLOW" --location="$REGION"
for job in "${JOBS[@]}"; do
  remove "run jobs describe kaizenlap-$job --region=$REGION" run jobs delete "kaizenlap-$job" --region="$REGION"
done

say 'images and what was built from'
remove "artifacts repositories describe kaizenlap --location=$REGION" \
  artifacts repositories delete kaizenlap --location="$REGION"
remove "storage buckets describe gs://$BUILD_BUCKET" storage rm "gs://$BUILD_BUCKET" --recursive

say 'accounts'
for account_name in web coach jobs workflow build; do
  remove "iam service-accounts describe $(account "$account_name")" \
    iam service-accounts delete "$(account "$account_name")"
done
remove "iam roles describe kaizenlapModelCaller --project=$PROJECT" \
  iam roles delete kaizenlapModelCaller --project="$PROJECT"

if [ "${DELETE_DATA:-no}" != yes ]; then
  echo "Kept: the database $DATABASE and gs://$BUCKET. DELETE_DATA=yes removes them, for good."
  exit 0
fi
say 'data'
remove "storage buckets describe gs://$BUCKET" storage rm "gs://$BUCKET" --recursive
if exists gcloud firestore databases describe --database="$DATABASE"; then
  gcloud firestore databases update --database="$DATABASE" --no-delete-protection
  gcloud firestore databases delete --database="$DATABASE"
fi
# A backup outlives its database by up to two weeks, with all that people wrote.
for backup in $(gcloud firestore backups list --filter="database=projects/$PROJECT/databases/$DATABASE" --format='value(name)'); do
  gcloud firestore backups delete --location="$FIRESTORE_LOCATION" --backup="${backup##*/}"
done
