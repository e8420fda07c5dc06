import type { JsonObject } from '../world.ts'

type Word = (properties: JsonObject, text: (path: string) => string | undefined) => string | undefined

const functionName: Word = (_, text) => text('FunctionName')?.split(':function:').at(-1)?.split(':')[0]

/** Parts of physical ids that follow from properties, by `type.word`. */
export const wordsOfPhysicalIds: { readonly [word: string]: Word } = {
  'AWS::EC2::VPCGatewayAttachment.attachment': (_, text) =>
    text('VpnGatewayId') === undefined ? 'IGW' : 'VGW',
  'AWS::ECS::Service.clusterName': (_, text) => text('Cluster')?.split('/').at(-1),
  'AWS::ElasticLoadBalancingV2::Listener.loadBalancer': (_, text) =>
    text('LoadBalancerArn')?.split(':loadbalancer/').at(1),
  'AWS::ElasticLoadBalancingV2::ListenerRule.listener': (_, text) =>
    text('ListenerArn')?.split(':listener/').at(1),
  'AWS::ElasticLoadBalancingV2::LoadBalancer.loadBalancerKind': (_, text) =>
    ({ network: 'net', gateway: 'gwy' })[text('Type') ?? ''] ?? 'app',
  'AWS::Events::Rule.eventBus': (_, text) => {
    const bus = text('EventBusName')?.split('/').at(-1)
    return bus === undefined || bus === 'default' ? '' : `${bus}|`
  },
  'AWS::IAM::ManagedPolicy.path': (_, text) => text('Path') ?? '/',
  'AWS::IAM::OIDCProvider.host': (_, text) => text('Url')?.replace(/^https:\/\//, ''),
  'AWS::Route53Resolver::ResolverEndpoint.direction': (_, text) =>
    text('Direction') === 'OUTBOUND' ? 'rslvr-out' : 'rslvr-in',
  'AWS::Lambda::Alias.functionName': functionName,
  'AWS::Lambda::Url.functionName': (_, text) => text('TargetFunctionArn')?.split(':function:').at(-1),
  'AWS::Lambda::Version.functionName': functionName,
}
