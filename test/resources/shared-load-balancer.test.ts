import { expect } from 'chai'
import {
  loadBalancerAlarms,
  routedService,
  serviceAlarms,
  serviceScaling,
  sharedLoadBalancer,
  type RoutedServiceOptions,
} from '../../src/index.ts'
import { validate } from '../../src/validate/validate.ts'
import { existing, idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const certificate = 'arn:aws:acm:us-west-2:123456789012:certificate/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f'
const edge = sharedLoadBalancer('Edge', { ...existing, public: true, certificate })
const routed = (name: string, options: Partial<RoutedServiceOptions> = {}) =>
  routedService(name, {
    on: edge,
    vpc: existing.vpc,
    cluster: 'main',
    image: 'example/api:1',
    priority: 10,
    paths: ['/api/*'],
    ...options,
  })

describe('sharedLoadBalancer()', () => {
  it('answers 404 to what no rule takes, and sends HTTP on to HTTPS', () => {
    expect(propertiesOf(edge, 'EdgeHttpsListener')['DefaultActions'][0]).to.deep.include({
      Type: 'fixed-response',
    })
    expect(propertiesOf(edge, 'EdgeHttpListener')['DefaultActions'][0]).to.deep.include({ Type: 'redirect' })
    expect(edge.serving.map((listener) => listener.id)).to.deep.equal(['EdgeHttpsListener'])
  })
})

describe('routedService()', () => {
  const both = {
    edge,
    api: routed('Api'),
    site: routed('Site', { hosts: ['a.com'], paths: ['/'], priority: 20 }),
  }

  it('puts several services behind one load balancer, each waiting for its rule', () => {
    expect(propertiesOf(both, 'ApiRule')).to.deep.equal({
      ListenerArn: { Ref: 'EdgeHttpsListener' },
      Priority: 10,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'ApiTargetGroup' } }],
    })
    expect(propertiesOf(both, 'SiteRule')['Conditions']).to.deep.equal([
      { Field: 'path-pattern', PathPatternConfig: { Values: ['/'] } },
      { Field: 'host-header', HostHeaderConfig: { Values: ['a.com'] } },
    ])
    expect(templateOf(both).Resources['ApiService']?.DependsOn).to.equal('ApiRule')
    expect(idsOfType(both, 'AWS::ElasticLoadBalancingV2::LoadBalancer')).to.deep.equal(['EdgeLoadBalancer'])
    expect(validate(templateOf(both)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('has a rule on each listener that serves, and a name where asked', () => {
    const open = sharedLoadBalancer('Open', { ...existing, certificate, redirect: false })
    const zone = { zone: 'Z0123456789ABCDEFGHIJ', domainName: 'example.com' }
    const made = { open, api: routed('Api', { on: open, zone }) }
    expect(idsOfType(made, 'AWS::ElasticLoadBalancingV2::ListenerRule')).to.deep.equal([
      'ApiRule',
      'ApiRule2',
    ])
    expect(propertiesOf(made, 'ApiRecord')['Name']).to.equal('api.example.com')
  })

  it('moves requests to a second target group when it is blue/green', () => {
    const made = { edge, api: routed('Api', { blueGreen: { bakeMinutes: 5 } }) }
    expect(propertiesOf(made, 'ApiRule')['Actions']).to.deep.equal([
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: { Ref: 'ApiTargetGroup' }, Weight: 1 },
            { TargetGroupArn: { Ref: 'ApiOtherTargetGroup' }, Weight: 0 },
          ],
        },
      },
    ])
    const { LoadBalancers, DeploymentConfiguration } = propertiesOf(made, 'ApiService')
    expect(LoadBalancers[0].AdvancedConfiguration).to.deep.equal({
      AlternateTargetGroupArn: { Ref: 'ApiOtherTargetGroup' },
      ProductionListenerRule: { Ref: 'ApiRule' },
      RoleArn: { 'Fn::GetAtt': ['ApiDeploymentRole', 'Arn'] },
    })
    expect(DeploymentConfiguration).to.include({ Strategy: 'BLUE_GREEN', BakeTimeInMinutes: 5 })
    expect(validate(templateOf(made)).filter(({ level }) => level === 'error')).to.deep.equal([])
    const open = sharedLoadBalancer('Open', { ...existing, certificate, redirect: false })
    expect(refusalOf(() => routed('Api', { on: open, blueGreen: {} }))).to.contain('serves on 2 listeners')
  })

  it('refuses a rule that takes nothing, or too much', () => {
    expect(refusalOf(() => routed('Api', { paths: [] }))).to.equal(
      'E_OPTION Cannot make rule "ApiRule": it has 0 paths and hosts, expected 1 to 5',
    )
    expect(refusalOf(() => routed('Api', { paths: ['1', '2', '3', '4', '5', '6'] }))).to.contain('it has 6')
    expect(refusalOf(() => routed('Api', { priority: 0 }))).to.contain(
      'expected a whole number from 1 to 50000',
    )
    const on = { serving: ['arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app/a/b/c'] }
    const zone = { zone: 'Z0123456789ABCDEFGHIJ', domainName: 'example.com' }
    expect(refusalOf(() => routed('Api', { on, zone }))).to.contain('its load balancer has no alias')
  })
})

describe('serviceScaling()', () => {
  const api = routed('Api')
  const scaling = (options: object) =>
    serviceScaling('Api', { cluster: 'main', service: api.service, max: 20, ...options })

  it('aims for CPU, memory and requests', () => {
    const requests = { perCopy: 500, loadBalancer: edge.loadBalancer, targetGroup: api.targetGroup }
    const made = { edge, api, scaling: scaling({ cpu: 60, memory: 70, requests }) }
    expect(propertiesOf(made, 'ApiScalableTarget')).to.deep.equal({
      ServiceNamespace: 'ecs',
      ScalableDimension: 'ecs:service:DesiredCount',
      ResourceId: { 'Fn::Sub': 'service/main/${ApiService.Name}' },
      MinCapacity: 2,
      MaxCapacity: 20,
    })
    expect(idsOfType(made, 'AWS::ApplicationAutoScaling::ScalingPolicy')).to.deep.equal([
      'ApiCPUUtilizationScaling',
      'ApiMemoryUtilizationScaling',
      'ApiRequestCountPerTargetScaling',
    ])
    expect(
      propertiesOf(made, 'ApiRequestCountPerTargetScaling')['TargetTrackingScalingPolicyConfiguration'],
    ).to.deep.equal({
      PredefinedMetricSpecification: {
        PredefinedMetricType: 'ALBRequestCountPerTarget',
        ResourceLabel: {
          'Fn::Sub': '${EdgeLoadBalancer.LoadBalancerFullName}/${ApiTargetGroup.TargetGroupFullName}',
        },
      },
      TargetValue: 500,
      ScaleOutCooldown: 60,
      ScaleInCooldown: 300,
    })
    expect(validate(templateOf(made)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('adds and removes copies in steps', () => {
    const steps = {
      out: [
        { at: 90, by: 3 },
        { at: 70, by: 1 },
      ],
      in: [{ at: 30, by: 1 }],
    }
    const made = { edge, api, scaling: scaling({ steps }) }
    expect(propertiesOf(made, 'ApiStepsOut')['StepScalingPolicyConfiguration'].StepAdjustments).to.deep.equal(
      [
        { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 20, ScalingAdjustment: 1 },
        { MetricIntervalLowerBound: 20, ScalingAdjustment: 3 },
      ],
    )
    expect(propertiesOf(made, 'ApiStepsIn')['StepScalingPolicyConfiguration'].StepAdjustments).to.deep.equal([
      { MetricIntervalUpperBound: 0, ScalingAdjustment: -1 },
    ])
    expect(propertiesOf(made, 'ApiStepsOutAlarm')).to.deep.include({
      MetricName: 'CPUUtilization',
      Threshold: 70,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [{ Ref: 'ApiStepsOut' }],
    })
    expect(propertiesOf(made, 'ApiStepsInAlarm')).to.include({ Threshold: 30 })
    expect(validate(templateOf(made)).filter(({ level }) => level === 'error')).to.deep.equal([])
    const crossed = { out: [{ at: 20, by: 1 }], in: [{ at: 30, by: 1 }] }
    expect(refusalOf(() => scaling({ steps: crossed }))).to.contain('its steps contradict each other')
  })

  it('refuses to scale towards nothing', () => {
    expect(refusalOf(() => scaling({}))).to.equal('E_OPTION Cannot make scaling "Api": it has no target')
    expect(refusalOf(() => scaling({ cpu: 50, min: 30 }))).to.contain('min 30 is more than max 20')
  })
})

describe('alarms', () => {
  const api = routed('Api')
  const topics = {
    warnings: 'arn:aws:sns:us-west-2:123456789012:chat',
    critical: 'arn:aws:sns:us-west-2:123456789012:pager',
  }

  it('of a service tell chat first and then the pager', () => {
    const made = { edge, api, a: serviceAlarms('Api', { cluster: 'main', service: api.service, ...topics }) }
    expect(propertiesOf(made, 'ApiCpuCritical')).to.deep.equal({
      AlarmDescription: 'Critical: CPU of the service, per cent',
      Namespace: 'AWS/ECS',
      MetricName: 'CPUUtilization',
      Dimensions: [
        { Name: 'ClusterName', Value: 'main' },
        { Name: 'ServiceName', Value: { 'Fn::GetAtt': ['ApiService', 'Name'] } },
      ],
      Statistic: 'Average',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 95,
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 3,
      TreatMissingData: 'notBreaching',
      AlarmActions: [topics.critical],
      OKActions: [topics.critical],
    })
    expect(propertiesOf(made, 'ApiMemoryWarning')['AlarmActions']).to.deep.equal([topics.warnings])
  })

  it('of a load balancer: unhealthy targets, errors, slow answers', () => {
    const { loadBalancer } = edge
    const made = { edge, api, a: loadBalancerAlarms('Api', { loadBalancer, targetGroup: api.targetGroup }) }
    expect(idsOfType(made, 'AWS::CloudWatch::Alarm')).to.deep.equal([
      'ApiUnhealthyCritical',
      'ApiErrorsWarning',
      'ApiErrorsCritical',
      'ApiLatencyWarning',
      'ApiLatencyCritical',
    ])
    expect(propertiesOf(made, 'ApiLatencyWarning')).to.include({ ExtendedStatistic: 'p95', Threshold: 1 })
    expect(validate(templateOf(made)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })
})
