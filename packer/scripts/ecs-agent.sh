#!/usr/bin/env bash
# The ECS agent with its settings; which cluster to join is told by user data.
set -euo pipefail
# shellcheck source=packer/files/run.sh
source "${FILES:?}/run.sh"

put "$FILES/ecs.config" /etc/ecs/ecs.config
if has dnf; then
  run dnf install --assumeyes ecs-init aws-cfn-bootstrap
else
  package="amazon-ecs-init-latest.$(dpkg --print-architecture).deb"
  bucket="https://s3.${AWS_REGION:?}.amazonaws.com/amazon-ecs-agent-${AWS_REGION}"
  export DEBIAN_FRONTEND=noninteractive
  run apt-get install --yes curl gnupg python3-pip
  run curl --fail --silent --show-error --output "/tmp/$package" "$bucket/$package"
  run curl --fail --silent --show-error --output "/tmp/$package.asc" "$bucket/$package.asc"
  run gpg --keyserver hkps://keyserver.ubuntu.com --recv-keys BCE9D9A42D51784F
  run gpg --verify "/tmp/$package.asc" "/tmp/$package"
  run apt-get install --yes "/tmp/$package"
  run pip3 install --break-system-packages https://s3.amazonaws.com/cloudformation-examples/aws-cfn-bootstrap-py3-latest.tar.gz
  run mkdir -p /opt/aws
  run ln -sfn /usr/local/bin /opt/aws/bin
fi
run systemctl enable ecs
