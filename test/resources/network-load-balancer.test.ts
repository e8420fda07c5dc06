import { expect } from 'chai'
import {
  discoveryNamespace,
  networkLoadBalancer,
  service,
  worker,
  type ServiceOptions,
} from '../../src/index.ts'
import { validate } from '../../src/validate/validate.ts'
import { existing, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const errors = (fragment: object) => validate(templateOf(fragment)).filter(({ level }) => level === 'error')
const broker = (options: Partial<ServiceOptions> = {}) =>
  service('Broker', {
    ...existing,
    cluster: 'main',
    image: 'example/broker:2',
    containerPort: 1883,
    balancer: 'network',
    ...options,
  })

describe('networkLoadBalancer()', () => {
  it('passes connections on, and checks by connecting', () => {
    const made = networkLoadBalancer('Broker', { ...existing, port: 1883 })
    expect(propertiesOf(made, 'BrokerListener')).to.deep.equal({
      LoadBalancerArn: { Ref: 'BrokerLoadBalancer' },
      Port: 1883,
      Protocol: 'TCP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'BrokerTargetGroup' } }],
    })
    expect(propertiesOf(made, 'BrokerTargetGroup')).to.include({
      Protocol: 'TCP',
      HealthCheckProtocol: 'TCP',
    })
    expect(propertiesOf(made, 'BrokerTargetGroup')).to.not.have.property('HealthCheckPath')
    expect(errors(made)).to.deep.equal([])
  })

  it('speaks TLS with a certificate, and checks over HTTP with a path', () => {
    const certificate = 'arn:aws:acm:us-west-2:123456789012:certificate/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f'
    const made = networkLoadBalancer('Broker', {
      ...existing,
      port: 8883,
      certificate,
      healthCheck: { path: '/health' },
    })
    expect(propertiesOf(made, 'BrokerListener')).to.deep.include({
      Protocol: 'TLS',
      Certificates: [{ CertificateArn: certificate }],
    })
    expect(propertiesOf(made, 'BrokerTargetGroup')).to.include({
      HealthCheckProtocol: 'HTTP',
      HealthCheckPath: '/health',
    })
  })
})

describe('service() behind a network load balancer', () => {
  it('listens where its containers do', () => {
    expect(propertiesOf(broker(), 'BrokerListener')['Port']).to.equal(1883)
    expect(propertiesOf(broker({ port: 2000 }), 'BrokerListener')['Port']).to.equal(2000)
    expect(errors(broker())).to.deep.equal([])
    expect(refusalOf(() => broker({ protocol: 'HTTP' }))).to.contain(
      'network load balancers do not speak HTTP',
    )
  })
})

describe('services in Cloud Map', () => {
  const found = discoveryNamespace('Found', { vpc: existing.vpc, domainName: 'tasks.stack.local' })
  const network = { subnets: existing.subnets, securityGroups: existing.securityGroups }

  it('are found by address where copies have one, by host and port where they don’t', () => {
    const job = worker('Job', {
      cluster: 'main',
      image: 'a:1',
      fargate: true,
      network,
      namespace: found.namespace,
    })
    const made = { found, job, broker: broker({ namespace: found.namespace, discoveryName: 'mqtt' }) }
    expect(propertiesOf(made, 'JobRegistry')).to.deep.include({
      Name: 'job',
      DnsConfig: {
        NamespaceId: { Ref: 'FoundNamespace' },
        RoutingPolicy: 'MULTIVALUE',
        DnsRecords: [{ Type: 'A', TTL: 10 }],
      },
    })
    expect(propertiesOf(made, 'JobService')['ServiceRegistries']).to.deep.equal([
      { RegistryArn: { 'Fn::GetAtt': ['JobRegistry', 'Arn'] } },
    ])
    expect(propertiesOf(made, 'BrokerRegistry')['DnsConfig'].DnsRecords).to.deep.equal([
      { Type: 'SRV', TTL: 10 },
    ])
    expect(propertiesOf(made, 'BrokerService')['ServiceRegistries']).to.deep.equal([
      {
        RegistryArn: { 'Fn::GetAtt': ['BrokerRegistry', 'Arn'] },
        ContainerName: 'broker',
        ContainerPort: 1883,
      },
    ])
    expect(errors(made)).to.deep.equal([])
  })

  it('refuses copies that can’t be found', () => {
    const job = () => worker('Job', { cluster: 'main', image: 'a:1', namespace: 'ns-0123456789abcdef' })
    expect(refusalOf(job)).to.contain('no address of their own and no port')
  })
})
