import { expect } from 'chai'
import { cluster, securityGroup, service, task, worker, type WorkerOptions } from '../../src/index.ts'
import { validate } from '../../src/validate/validate.ts'
import { existing, idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const network = { subnets: existing.subnets, securityGroups: existing.securityGroups }
const job = (options: Partial<WorkerOptions>) =>
  worker('Job', { cluster: 'main', image: 'example/job:1', ...options })

describe('a service on Fargate', () => {
  const api = service('Api', { ...existing, cluster: 'main', image: 'example/api:1', fargate: true, network })

  it('has a task of its own size, addresses of its own, and a role to pull images and write logs', () => {
    const made = propertiesOf(api, 'ApiTask')
    expect(made).to.deep.include({
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      Cpu: '512',
      Memory: '1024',
      RuntimePlatform: { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' },
      ExecutionRoleArn: { 'Fn::GetAtt': ['ApiExecutionRole', 'Arn'] },
    })
    expect(made['ContainerDefinitions'][0]).to.not.have.any.keys('Cpu', 'Memory')
    expect(made['ContainerDefinitions'][0].PortMappings).to.deep.equal([
      { ContainerPort: 3000, Protocol: 'tcp' },
    ])
    expect(propertiesOf(api, 'ApiExecutionRole')).to.not.have.property('Policies')
  })

  it('is reached by address, and placed by AWS', () => {
    expect(propertiesOf(api, 'ApiTargetGroup')['TargetType']).to.equal('ip')
    const made = propertiesOf(api, 'ApiService')
    expect(made).to.deep.include({
      LaunchType: 'FARGATE',
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: existing.subnets,
          SecurityGroups: existing.securityGroups,
          AssignPublicIp: 'DISABLED',
        },
      },
    })
    expect(made).to.not.have.property('PlacementStrategies')
    expect(validate(templateOf(api)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('refuses sizes that Fargate does not offer, and what contradicts it', () => {
    expect(refusalOf(() => job({ fargate: true, network, cpu: 256, memory: 4096 }))).to.equal(
      'E_OPTION Cannot make task "Job": Fargate has no 256 CPU units with 4096 MiB',
    )
    expect(refusalOf(() => job({ fargate: true, network, cpu: 300 }))).to.contain('no 300 CPU units')
    expect(refusalOf(() => job({ fargate: true, network, cpu: 16384, memory: 40960 }))).to.equal(
      'nothing was thrown',
    )
    expect(refusalOf(() => job({ fargate: true }))).to.equal(
      'E_OPTION Cannot make service "Job": it runs on Fargate and has no network',
    )
    const role = 'ecs-role'
    const withRole = () =>
      service('Api', {
        ...existing,
        cluster: 'main',
        image: 'example/api:1',
        network,
        serviceRole: role,
      })
    expect(refusalOf(withRole)).to.contain('it has a service role')
    const port = { container: 80, host: 8080 }
    expect(refusalOf(() => task('Job', { image: 'a:1', network, ports: [port] }))).to.contain('E_PORTS')
  })
})

describe('task() with sidecars', () => {
  it('runs them beside the main container, which waits as asked', () => {
    const made = task('Job', {
      image: 'example/job:1',
      log: { driver: 'awsfirelens', options: { Name: 'cloudwatch' } },
      sidecars: [
        { name: 'router', image: 'example/fluent-bit:3', logRouter: 'fluentbit', essential: true },
        {
          name: 'migrate',
          image: 'example/migrate:1',
          before: 'SUCCESS',
          memory: 64,
          secrets: { TOKEN: { parameter: 'token' } },
          containerHealthCheck: { command: 'true', startPeriod: 10 },
          volumes: [{ name: 'work', containerPath: '/work' }],
        },
      ],
    })
    const { ContainerDefinitions, Volumes } = propertiesOf(made, 'JobTask')
    expect(ContainerDefinitions[0].DependsOn).to.deep.equal([
      { ContainerName: 'migrate', Condition: 'SUCCESS' },
    ])
    expect(ContainerDefinitions[1]).to.deep.include({
      Essential: true,
      Memory: 128,
      FirelensConfiguration: { Type: 'fluentbit' },
    })
    expect(ContainerDefinitions[2]).to.deep.include({
      Essential: false,
      Memory: 64,
      HealthCheck: { Command: ['CMD-SHELL', 'true'], Interval: 30, Timeout: 5, Retries: 3, StartPeriod: 10 },
      MountPoints: [{ SourceVolume: 'work', ContainerPath: '/work', ReadOnly: false }],
    })
    expect(Volumes).to.deep.equal([{ Name: 'work' }])
    expect(idsOfType(made, 'AWS::IAM::Role')).to.deep.equal(['JobExecutionRole'])
  })
})

describe('cluster() with managedScaling', () => {
  const main = cluster('Main', { ...existing, managedScaling: true, targetCapacity: 80 })

  it('has a capacity provider that drains hosts, and no alarms', () => {
    expect(propertiesOf(main, 'MainCapacityProvider')['AutoScalingGroupProvider']).to.deep.equal({
      AutoScalingGroupArn: { Ref: 'MainHosts' },
      ManagedScaling: { Status: 'ENABLED', TargetCapacity: 80, InstanceWarmupPeriod: 300 },
      ManagedDraining: 'ENABLED',
      ManagedTerminationProtection: 'DISABLED',
    })
    expect(idsOfType(main, 'AWS::CloudWatch::Alarm')).to.deep.equal([])
  })

  it('gives its services room, once it knows the provider', () => {
    const made = { main, job: job({ cluster: main.cluster, capacityProvider: main }) }
    expect(propertiesOf(made, 'JobService')['CapacityProviderStrategy']).to.deep.equal([
      { CapacityProvider: { Ref: 'MainCapacityProvider' }, Weight: 1 },
    ])
    expect(propertiesOf(made, 'JobService')).to.not.have.property('LaunchType')
    expect(templateOf(made).Resources['JobService']?.DependsOn).to.equal('MainCapacityProviders')
    expect(refusalOf(() => job({ capacityProvider: cluster('Plain', existing) }))).to.contain(
      'has no capacity provider',
    )
    expect(
      propertiesOf(job({ fargate: true, network, capacityProvider: 'FARGATE_SPOT' }), 'JobService')[
        'CapacityProviderStrategy'
      ],
    ).to.deep.equal([{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }])
  })
})

describe('securityGroup()', () => {
  it('lets each source in on each port', () => {
    const made = {
      group: securityGroup('Api', {
        vpc: existing.vpc,
        from: existing.securityGroups,
        fromBlocks: ['10.0.0.0/8'],
        ports: [3000],
      }),
    }
    const rule = { IpProtocol: 'tcp', FromPort: 3000, ToPort: 3000 }
    expect(propertiesOf(made, 'ApiSecurityGroup')['SecurityGroupIngress']).to.deep.equal([
      { ...rule, SourceSecurityGroupId: 'sg-0a1b2c3d4e5f60718' },
      { ...rule, CidrIp: '10.0.0.0/8' },
    ])
  })
})
