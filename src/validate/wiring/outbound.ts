import type { ResourceView, TemplateView } from '../template-view.ts'
import { ecsHosts } from './ecs-hosts.ts'
import { launchedWith } from './launched-with.ts'
import { textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { userDataOf, userDataText } from './user-data.ts'

/** Something that does not work unless it reaches AWS or the internet. */
export interface Outbound {
  readonly id: string
  /** What it is, for a message. */
  readonly shown: string
  /** Why it needs a way out. */
  readonly why: string
  readonly subnets: readonly Place[]
  /** Whether it has a public address of its own; `subnet` when the subnet decides. */
  readonly publicAddress: 'yes' | 'no' | 'subnet' | 'unknown'
  /** Whether an endpoint for S3 is enough. */
  readonly needsOnlyS3: boolean
}

/** Everything in the template that surely needs a way out of its subnets. */
export function outboundIn(template: TemplateView): readonly Outbound[] {
  return [...fargateServices(template), ...providers(template), ...hosts(template)]
}

function fargateServices(template: TemplateView): readonly Outbound[] {
  return resourcesOf(template, 'AWS::ECS::Service').flatMap((service) => {
    const place = placeOf(service)
    const types = read(place, 'Properties', 'LaunchType').map(({ value }) => value)
    const counts = read(place, 'Properties', 'DesiredCount').map(({ value }) => textIn(value))
    if (!types.every((type) => type === 'FARGATE') || counts.includes('0')) return []
    const network = ['Properties', 'NetworkConfiguration', 'AwsvpcConfiguration']
    const assigned = read(place, ...network, 'AssignPublicIp').map(({ value }) => value ?? 'DISABLED')
    const publicAddress = assigned.every((one) => one === 'ENABLED')
      ? 'yes'
      : assigned.every((one) => one === 'DISABLED')
        ? 'no'
        : 'unknown'
    return [
      {
        id: service.id,
        shown: 'Fargate service',
        why: 'its tasks fetch their images',
        subnets: readItems(place, ...network, 'Subnets'),
        publicAddress,
        needsOnlyS3: false,
      },
    ]
  })
}

/** Functions behind custom resources answer through S3. In a VPC, they never have a public address. */
function providers(template: TemplateView): readonly Outbound[] {
  return resourcesOf(template, 'AWS::Lambda::Function').flatMap((provider) => {
    const subnets = readItems(placeOf(provider), 'Properties', 'VpcConfig', 'SubnetIds')
    const served = referrersTo(provider.id, template).find(
      ({ path }) => path[0] === 'Resources' && path[3] === 'ServiceToken',
    )
    if (served === undefined || subnets.length === 0) return []
    const why = `it answers custom resource "${String(served.path[1])}" through S3`
    return [{ id: provider.id, shown: 'Function', why, subnets, publicAddress: 'no', needsOnlyS3: true }]
  })
}

/** Commands of user data that fail, or never end, without a way out. */
const needy =
  /cfn-(signal|init)\b|(?:^|[;&|\s])(?:(?:yum|dnf|apt|apt-get)\s+(?:-\S+\s+){0,8}(?:install|update|upgrade)|pip3?\s+install|npm\s+(?:i|install|ci)\b)/m

function hosts(template: TemplateView): readonly Outbound[] {
  const joined = new Set(ecsHosts(template).map(({ starter }) => starter))
  return resourcesOf(template, 'AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup').flatMap(
    (starter) => {
      const why = joined.has(starter) ? 'its hosts register with their cluster' : needOf(starter, template)
      if (why === undefined) return []
      const isGroup = starter.type === 'AWS::AutoScaling::AutoScalingGroup'
      const place = placeOf(starter)
      const interfaces = launchedWith(starter, 'NetworkInterfaces', template)
      const own = isGroup
        ? readItems(place, 'Properties', 'VPCZoneIdentifier')
        : read(place, 'Properties', 'SubnetId')
      const subnets = own.filter(({ value }) => value !== undefined)
      return [
        {
          id: starter.id,
          shown: isGroup ? 'Auto-scaling group' : 'Instance',
          why,
          subnets:
            subnets.length > 0
              ? subnets
              : interfaces.flatMap((list) => readItems(list)).flatMap((one) => read(one, 'SubnetId')),
          publicAddress: addressOf(starter, interfaces, template),
          needsOnlyS3: false,
        },
      ]
    },
  )
}

function needOf(starter: ResourceView, template: TemplateView): string | undefined {
  const texts = userDataOf(starter, template).map(({ value }) =>
    userDataText(value)
      .map((part) => (typeof part === 'string' ? part : ' '))
      .join(''),
  )
  const command =
    texts.length > 0 && texts.every((text) => needy.test(text)) ? needy.exec(texts[0] ?? '') : undefined
  return command === undefined || command === null
    ? undefined
    : `its user data runs "${command[0].replace(/^[;&|\s]+/, '')}"`
}

function addressOf(
  starter: ResourceView,
  interfaces: readonly Place[],
  template: TemplateView,
): Outbound['publicAddress'] {
  // An elastic IP address, or what sets one up at start.
  if (
    referrersTo(starter.id, template).some(({ path }) =>
      template.resources.get(String(path[1]))?.type.startsWith('AWS::EC2::EIP'),
    )
  )
    return 'yes'
  const flags = [
    ...launchedWith(starter, 'AssociatePublicIpAddress', template).filter(
      ({ value }) => value === undefined || textIn(value) !== undefined,
    ),
    ...interfaces
      .filter(({ value }) => value !== undefined)
      .flatMap((list) => readItems(list))
      .flatMap((one) => read(one, 'AssociatePublicIpAddress')),
  ]
  const texts = flags
    .filter(({ value }) => value !== undefined)
    .map(({ value }) => textIn(value)?.toLowerCase())
  if (texts.length === 0) return 'subnet'
  return texts.every((text) => text === 'true')
    ? 'yes'
    : texts.every((text) => text === 'false')
      ? 'no'
      : 'unknown'
}
