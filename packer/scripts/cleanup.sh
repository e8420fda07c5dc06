#!/usr/bin/env bash
# Leaves nothing of the instance that the image was made on.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

if has dnf; then
  run dnf clean all
else
  run apt-get clean
fi
run cloud-init clean --logs --machine-id
run rm -rf /tmp/files /root/.ssh /home/ec2-user/.ssh /home/ubuntu/.ssh /var/lib/ecs/data
run find /etc/ssh -name 'ssh_host_*' -delete
