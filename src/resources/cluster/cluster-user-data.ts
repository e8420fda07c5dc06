import { sub } from '../../model/functions.ts'
import { region, stackName } from '../../model/pseudo.ts'
import type { Intrinsic, Value } from '../../model/value.ts'
import { text } from '../text.ts'
import { userData, type UserDataPart } from './user-data.ts'

/** What the hosts of a cluster are told when they start. */
export interface HostSettings {
  /** The name of the cluster to join. */
  readonly cluster: Value<string>
  /** The group that their signal goes to, by logical id. */
  readonly groupId: string
  /** Whether CloudFormation waits for the signal. */
  readonly waitForHosts: boolean
  readonly environment: Value<string>
  readonly serverGroup: string
  readonly dockerAuthType?: Value<string> | undefined
  readonly dockerAuthData?: Value<string> | undefined
  readonly extra?: UserDataPart | undefined
}

/**
 * Writes the environment and the ECS agent's settings, moves Docker to its own volume, and signals CloudFormation once the agent
 * has joined the cluster. For Amazon Linux 2023 and 2, and for the images of `packer/`.
 */
export function clusterUserData(settings: HostSettings): Intrinsic<string> {
  const script = [
    '#!/bin/bash',
    'set -euo pipefail',
    ...environment(settings),
    ...agent(settings),
    ...volume,
    ...(settings.waitForHosts ? signal(settings) : []),
  ]
  return userData(script, settings.extra === undefined ? [] : [settings.extra])
}

function environment({ environment, serverGroup }: HostSettings): readonly Value<string>[] {
  return [
    '',
    "cat >> /etc/environment <<'END'",
    text`SERVER_ENVIRONMENT=${environment}`,
    `SERVER_GROUP=${serverGroup}`,
    sub`SERVER_REGION=${region}`,
    'END',
  ]
}

function agent({ cluster, dockerAuthType, dockerAuthData }: HostSettings): readonly Value<string>[] {
  return [
    '',
    "cat >> /etc/ecs/ecs.config <<'END'",
    text`ECS_CLUSTER=${cluster}`,
    ...(dockerAuthType === undefined ? [] : [text`ECS_ENGINE_AUTH_TYPE=${dockerAuthType}`]),
    ...(dockerAuthData === undefined ? [] : [text`ECS_ENGINE_AUTH_DATA=${dockerAuthData}`]),
    'END',
  ]
}

/** Formats the volume only when it is blank. To stop Docker cancels the agent's start, which waits for cloud-init: asked for again. */
const volume = [
  '',
  'blkid /dev/xvdcz || mkfs -t ext4 /dev/xvdcz',
  'systemctl stop docker.socket docker',
  'mkdir -p /var/lib/docker',
  "echo '/dev/xvdcz /var/lib/docker ext4 defaults,noatime,nofail 0 2' >> /etc/fstab",
  'mount /var/lib/docker',
  'systemctl start docker.socket docker',
  'systemctl start --no-block ecs',
]

/** The agent starts after cloud-init, so a unit of its own waits for it; no agent in ten minutes is a failure. */
function signal({ groupId }: HostSettings): readonly Value<string>[] {
  return [
    '',
    "cat > /usr/local/bin/signal-when-joined <<'END'",
    '#!/bin/bash',
    'joined() {',
    `  curl -sf http://localhost:51678/v1/metadata | grep -Eq '"ContainerInstanceArn": *"arn'`,
    '}',
    '[ -x /opt/aws/bin/cfn-signal ] || for attempt in {1..30}; do yum install -y aws-cfn-bootstrap && break; sleep 10; done',
    'for attempt in {1..120}; do joined && break; sleep 5; done',
    'joined && result=0 || result=1',
    sub`/opt/aws/bin/cfn-signal -e $result --stack ${stackName} --resource ${groupId} --region ${region}`,
    'END',
    'chmod +x /usr/local/bin/signal-when-joined',
    'systemd-run --unit=signal-when-joined --no-block /usr/local/bin/signal-when-joined',
  ]
}
