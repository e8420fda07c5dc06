#!/usr/bin/env bash
# Brings the system up to date, and lets it do so by itself.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

if has dnf; then
  run dnf upgrade --refresh --assumeyes
  run dnf install --assumeyes chrony jq nvme-cli
  run systemctl enable chronyd
else
  export DEBIAN_FRONTEND=noninteractive
  run apt-get update
  run apt-get upgrade --yes
  run apt-get install --yes chrony jq nvme-cli unattended-upgrades
  run systemctl enable chrony
fi
