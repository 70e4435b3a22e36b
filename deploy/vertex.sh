#!/usr/bin/env bash
# Gemma 3 4B on one L4 of Vertex AI, behind a dedicated endpoint, and the right to ask it. Run again, it changes
# nothing. Prints the settings that deploy/deploy.sh takes. Takes 15 to 60 minutes; from then on the card is paid for.
#   PROJECT=my-project [SCALE_TO_ZERO=yes] deploy/vertex.sh
# By deploying you accept the terms of use of Gemma: https://ai.google.dev/gemma/terms
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/settings.sh
. deploy/settings.sh

# Where there are L4 cards; the quota is custom_model_serving_nvidia_l4_gpus, often 0 until asked for.
VERTEX_REGION="${VERTEX_REGION:-europe-west4}"
name="${ENDPOINT_NAME:-kaizenlap-gemma}"
container="${VLLM_IMAGE:-us-docker.pkg.dev/vertex-ai/vertex-vision-model-garden-dockers/pytorch-vllm-serve:20251205_0916_RC01}"
weights="${GEMMA_WEIGHTS:-gs://vertex-model-garden-restricted-us/gemma3/gemma-3-4b-it}"
machine="${MACHINE_TYPE:-g2-standard-12}"
scale_to_zero="${SCALE_TO_ZERO:-no}"
max_replicas="${MAX_REPLICAS:-1}"
case "$scale_to_zero" in
yes | no) ;;
*) fail "SCALE_TO_ZERO='$scale_to_zero' is not known: give yes or no" ;;
esac

host="https://$VERTEX_REGION-aiplatform.googleapis.com/v1beta1"
here="projects/$PROJECT/locations/$VERTEX_REGION"

# Asks Vertex AI itself: dedicated endpoints and scale to zero are not in every gcloud. What it answers goes to stdout.
vertex() {
  local method="$1" path="$2" body="${3:-}"
  curl --silent --show-error --fail-with-body --request "$method" \
    --header "Authorization: Bearer $(gcloud auth print-access-token)" \
    --header 'Content-Type: application/json' ${body:+--data "$body"} "$host/$path"
}

# A field of a JSON on stdin, '' where it is not there.
field() {
  python3 -c 'import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = (value[int(name)] if isinstance(value, list) and int(name) < len(value) else value.get(name, "")) if value else ""
print(value if isinstance(value, str) else json.dumps(value))' "$1"
}

endpoint_id() {
  gcloud ai endpoints list --region="$VERTEX_REGION" --filter="displayName=$name" --format='value(name)' |
    head -n 1 | sed 's|.*/||'
}

# One model of at most 8,192 tokens a request and 16 requests at once: what is left of the card's 24 GB beside the
# weights holds nine such requests in the worst case. The prompt's beginning is always the same, so it is kept. This
# vLLM logs no requests; one before 0.10 would need --disable-log-requests.
deployment() {
  python3 - "$name" "$container" "$weights" "$machine" "$scale_to_zero" "$max_replicas" <<'END'
import json, sys
name, container, weights, machine, scale_to_zero, most = sys.argv[1:]
resources = {
    "machineSpec": {"machineType": machine, "acceleratorType": "NVIDIA_L4", "acceleratorCount": 1},
    "minReplicaCount": 1,
    "maxReplicaCount": int(most),
}
if scale_to_zero == "yes":
    resources["minReplicaCount"] = 0
    resources["initialReplicaCount"] = 1
    resources["scaleToZeroSpec"] = {"minScaleupPeriod": "300s", "idleScaledownPeriod": "1800s"}
print(json.dumps({
    "publisherModelName": "publishers/google/models/gemma3@gemma-3-4b-it",
    "modelConfig": {
        "acceptEula": True,
        "modelDisplayName": name,
        "containerSpec": {
            "imageUri": container,
            "args": [
                "python", "-m", "vllm.entrypoints.api_server",
                "--host=0.0.0.0", "--port=8080", f"--model={weights}", "--tensor-parallel-size=1",
                "--max-model-len=8192", "--max-num-seqs=16", "--gpu-memory-utilization=0.90",
                "--swap-space=16", "--enable-prefix-caching", "--disable-log-stats",
                '--limit-mm-per-prompt={"image":0}',
            ],
            "env": [{"name": "MODEL_ID", "value": "google/gemma-3-4b-it"}],
            "ports": [{"containerPort": 8080}],
            "predictRoute": "/generate",
            "healthRoute": "/ping",
            "sharedMemorySizeMb": "16384",
            "deploymentTimeout": "5400s",
        },
    },
    "endpointConfig": {"endpointDisplayName": name, "dedicatedEndpointEnabled": True},
    "deployConfig": {"dedicatedResources": resources},
}))
END
}

wait_for() {
  local operation="$1" told
  while true; do
    told="$(vertex GET "$operation")"
    [ "$(field "done" <<<"$told")" != true ] || break
    sleep "${POLL_S:-30}"
  done
  local problem
  problem="$(field error.message <<<"$told")"
  [ -z "$problem" ] || fail "The model was not deployed: $problem"
}

gcloud services enable aiplatform.googleapis.com iam.googleapis.com
# They are given the right to ask it below.
make_accounts
id="$(endpoint_id)"
if [ -z "$id" ]; then
  say "Gemma 3 4B on an L4 in $VERTEX_REGION; this takes 15 to 60 minutes"
  wait_for "$(vertex POST "$here:deploy" "$(deployment)" | field name)"
  id="$(endpoint_id)"
  [ -n "$id" ] || fail "There is no endpoint '$name' though its deployment ended: gcloud ai endpoints list --region=$VERTEX_REGION"
fi
dns="$(vertex GET "$here/endpoints/$id" | field dedicatedEndpointDns)"

say 'who may ask it'
role="projects/$PROJECT/roles/kaizenlapModelCaller"
if ! deleted="$(gcloud iam roles describe kaizenlapModelCaller --project="$PROJECT" --format='value(deleted)' 2>/dev/null)"; then
  gcloud iam roles create kaizenlapModelCaller --project="$PROJECT" \
    --title='KaizenLap: asks the model' --permissions=aiplatform.endpoints.predict --format=none
elif [ "$deleted" = True ]; then
  # A role that was deleted keeps its name for a week.
  gcloud iam roles undelete kaizenlapModelCaller --project="$PROJECT" --format=none
fi
policy="$(vertex POST "$here/endpoints/$id:getIamPolicy" '{}')"
patiently vertex POST "$here/endpoints/$id:setIamPolicy" "$(python3 - "$role" "$policy" \
  "$(account web)" "$(account coach)" "$(account jobs)" <<'END'
import json, sys
role, policy, accounts = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
others = [one for one in policy.get("bindings", []) if one["role"] != role]
members = [f"serviceAccount:{one}" for one in accounts]
print(json.dumps({"policy": {**policy, "bindings": [*others, {"role": role, "members": members}]}}))
END
)" >/dev/null

cat <<END
VERTEX_ENDPOINT=$here/endpoints/$id
VERTEX_ENDPOINT_DNS=$dns
END
