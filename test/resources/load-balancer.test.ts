import { expect } from 'chai'
import { applicationLoadBalancer, classicLoadBalancer, logBucket } from '../../src/index.ts'
import { existing, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const certificate = 'arn:aws:acm:us-west-2:123456789012:certificate/1'
const attributes = (properties: Record<string, any>, list: string) =>
  Object.fromEntries(properties[list].map((one: { Key: string; Value: unknown }) => [one.Key, one.Value]))

describe('applicationLoadBalancer()', () => {
  const made = applicationLoadBalancer('Web', existing)

  it('is internal, idles 30 s, drains 15 s, and checks 2/2/5/30', () => {
    expect(propertiesOf(made, 'WebLoadBalancer')['Scheme']).to.equal('internal')
    expect(attributes(propertiesOf(made, 'WebLoadBalancer'), 'LoadBalancerAttributes')).to.deep.equal({
      'idle_timeout.timeout_seconds': '30',
      'routing.http.drop_invalid_header_fields.enabled': 'true',
    })
    expect(attributes(propertiesOf(made, 'WebTargetGroup'), 'TargetGroupAttributes')).to.deep.equal({
      'deregistration_delay.timeout_seconds': '15',
    })
    expect(propertiesOf(made, 'WebTargetGroup')).to.deep.include({
      TargetType: 'instance',
      HealthCheckPath: '/',
      HealthCheckPort: 'traffic-port',
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 2,
      HealthCheckTimeoutSeconds: 5,
      HealthCheckIntervalSeconds: 30,
    })
  })

  it('takes other numbers', () => {
    const other = applicationLoadBalancer('Web', {
      ...existing,
      idleTimeout: 60,
      drainingTimeout: 60,
      healthCheck: { path: '/health', interval: 10, timeout: 3, healthyThreshold: 3, unhealthyThreshold: 5 },
    })
    expect(attributes(propertiesOf(other, 'WebLoadBalancer'), 'LoadBalancerAttributes')).to.include({
      'idle_timeout.timeout_seconds': '60',
    })
    expect(propertiesOf(other, 'WebTargetGroup')).to.deep.include({
      HealthCheckPath: '/health',
      UnhealthyThresholdCount: 5,
    })
  })

  it('sends HTTP on to HTTPS with a certificate, or serves both', () => {
    const actions = (redirect: boolean) =>
      ['WebHttpListener', 'WebHttpsListener'].map(
        (id) =>
          propertiesOf(applicationLoadBalancer('Web', { ...existing, certificate, redirect }), id)[
            'DefaultActions'
          ][0].Type,
      )
    expect(actions(true)).to.deep.equal(['redirect', 'forward'])
    expect(actions(false)).to.deep.equal(['forward', 'forward'])
  })

  it('is made after the policy that lets it log', () => {
    const logs = logBucket('Logs')
    const template = templateOf({
      logs,
      web: applicationLoadBalancer('Web', { ...existing, accessLogs: logs }),
    })
    expect(template.Resources['WebLoadBalancer']?.DependsOn).to.equal('LogsBucketPolicy')
    const named = applicationLoadBalancer('Web', {
      ...existing,
      accessLogs: 'my-logs',
      accessLogPrefix: 'web',
    })
    expect(attributes(propertiesOf(named, 'WebLoadBalancer'), 'LoadBalancerAttributes')).to.include({
      'access_logs.s3.bucket': 'my-logs',
      'access_logs.s3.prefix': 'web',
    })
  })

  it('refuses one subnet, and checks that overlap', () => {
    expect(refusalOf(() => applicationLoadBalancer('Web', { ...existing, subnets: ['subnet-1'] }))).to.equal(
      'E_OPTION Cannot make application load balancer "Web": it has 1 subnets, expected two or more',
    )
    expect(
      refusalOf(() => applicationLoadBalancer('Web', { ...existing, healthCheck: { interval: 5 } })),
    ).to.equal('E_HEALTH_CHECK Cannot check the health of "Web": the interval is 5 s and the timeout 5 s')
  })
})

describe('classicLoadBalancer()', () => {
  it('has the numbers of the original', () => {
    expect(
      propertiesOf(classicLoadBalancer('Old', { ...existing, port: 3000 }), 'OldLoadBalancer'),
    ).to.deep.include({
      Scheme: 'internal',
      CrossZone: true,
      Listeners: [
        { LoadBalancerPort: '80', Protocol: 'HTTP', InstancePort: '3000', InstanceProtocol: 'HTTP' },
      ],
      HealthCheck: {
        Target: 'HTTP:3000/',
        HealthyThreshold: '2',
        UnhealthyThreshold: '2',
        Timeout: '5',
        Interval: '30',
      },
      ConnectionSettings: { IdleTimeout: 30 },
      ConnectionDrainingPolicy: { Enabled: true, Timeout: 15 },
    })
  })

  it('checks TCP without a path', () => {
    const tcp = classicLoadBalancer('Old', { ...existing, port: 6379, protocol: 'TCP' })
    expect(propertiesOf(tcp, 'OldLoadBalancer')['HealthCheck'].Target).to.equal('TCP:6379')
    expect(
      refusalOf(() =>
        classicLoadBalancer('Old', { ...existing, port: 1, protocol: 'TCP', healthCheck: { path: '/' } }),
      ),
    ).to.equal('E_HEALTH_CHECK Cannot check the health of "Old": a TCP check takes no path')
  })

  it('serves HTTPS with a certificate, TLS 1.2 at least', () => {
    const old = propertiesOf(
      classicLoadBalancer('Old', { ...existing, port: 3000, public: true, certificate }),
      'OldLoadBalancer',
    )
    expect(old['Scheme']).to.equal('internet-facing')
    expect(old['Listeners'][1]).to.deep.equal({
      LoadBalancerPort: '443',
      Protocol: 'HTTPS',
      InstancePort: '3000',
      InstanceProtocol: 'HTTP',
      SSLCertificateId: certificate,
      PolicyNames: ['Tls12'],
    })
  })
})
