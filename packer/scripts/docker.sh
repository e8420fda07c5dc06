#!/usr/bin/env bash
# Docker, reached by its socket alone: it listens on no port.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

put "$FILES/daemon.json" /etc/docker/daemon.json
put "$FILES/docker-limits.conf" /etc/systemd/system/docker.service.d/limits.conf
if has dnf; then
  run dnf install --assumeyes docker
else
  export DEBIAN_FRONTEND=noninteractive
  run apt-get update
  run apt-get install --yes docker.io
fi
run systemctl daemon-reload
run systemctl enable docker.service
