#!/usr/bin/env bash
# Limits of kernel and processes for hosts that hold many connections.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

put "$FILES/90-connections.conf" /etc/sysctl.d/90-connections.conf
put "$FILES/90-limits.conf" /etc/security/limits.d/90-limits.conf
put "$FILES/conntrack.conf" /etc/modules-load.d/conntrack.conf
run modprobe nf_conntrack
run sysctl --system
