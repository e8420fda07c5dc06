#!/usr/bin/env bash
# The way in without SSH: Systems Manager's agent.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

if has dnf; then
  run dnf install --assumeyes amazon-ssm-agent
  run systemctl enable amazon-ssm-agent
else
  run snap install amazon-ssm-agent --classic
fi
