import { expect } from 'chai'
import { service, task, webService, worker, type ServiceOptions, type TaskOptions } from '../../src/index.ts'
import { existing, idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const zone = { zone: 'Z0123456789', domainName: 'stack.local' }
const nginx = (options: Partial<ServiceOptions> = {}) =>
  service('UserApi', {
    ...existing,
    cluster: 'main',
    image: 'public.ecr.aws/nginx/nginx:1.27',
    zone,
    ...options,
  })
const container = (options: Partial<TaskOptions>) =>
  propertiesOf(task('Job', { image: 'example/job:1', ...options }), 'JobTask')['ContainerDefinitions'][0]

describe('task()', () => {
  it('is one container with 512 CPU units and 512 MiB, and a log group that keeps 30 days', () => {
    const made = task('Job', { image: 'example/job', version: '7' })
    expect(templateOf(made).Resources).to.deep.equal({
      JobLogGroup: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
      JobTask: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: {
          NetworkMode: 'bridge',
          RequiresCompatibilities: ['EC2'],
          ContainerDefinitions: [
            {
              Name: 'job',
              Image: 'example/job:7',
              Essential: true,
              Cpu: 512,
              Memory: 512,
              LogConfiguration: {
                LogDriver: 'awslogs',
                Options: {
                  'awslogs-group': { Ref: 'JobLogGroup' },
                  'awslogs-region': { Ref: 'AWS::Region' },
                  'awslogs-stream-prefix': 'job',
                },
              },
            },
          ],
        },
      },
    })
  })

  it('takes what a container can have', () => {
    const made = container({
      command: ['run'],
      entryPoint: ['/bin/sh'],
      environment: { A: '1' },
      ports: [{ container: 53, host: 53, protocol: 'udp' }, { container: 53 }],
      ulimits: [{ Name: 'nofile', SoftLimit: 1024, HardLimit: 4096 }],
      volumes: [{ name: 'data', containerPath: '/data', hostPath: '/srv/data', readOnly: true }],
      log: { driver: 'journald', options: { tag: 'job' } },
    })
    expect(made).to.deep.include({
      Command: ['run'],
      EntryPoint: ['/bin/sh'],
      Environment: [{ Name: 'A', Value: '1' }],
      PortMappings: [
        { ContainerPort: 53, HostPort: 53, Protocol: 'udp' },
        { ContainerPort: 53, HostPort: 0, Protocol: 'tcp' },
      ],
      MountPoints: [{ SourceVolume: 'data', ContainerPath: '/data', ReadOnly: true }],
      LogConfiguration: { LogDriver: 'journald', Options: { tag: 'job' } },
    })
  })

  it('has a role that reads its secrets and no others', () => {
    const secret = 'arn:aws:secretsmanager:us-west-2:123456789012:secret:db'
    const made = task('Job', {
      image: 'example/job:1',
      secrets: {
        USER: { secret, key: 'user' },
        PASSWORD: { secret, key: 'password' },
        TOKEN: { parameter: '/job/token' },
      },
    })
    const parameter = {
      'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/job/token',
    }
    expect(propertiesOf(made, 'JobExecutionRole')['Policies'][0].PolicyDocument.Statement).to.deep.equal([
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: [secret] },
      { Effect: 'Allow', Action: 'ssm:GetParameters', Resource: [parameter] },
    ])
    expect(propertiesOf(made, 'JobTask')['ContainerDefinitions'][0].Secrets).to.deep.equal([
      { Name: 'USER', ValueFrom: `${secret}:user::` },
      { Name: 'PASSWORD', ValueFrom: `${secret}:password::` },
      { Name: 'TOKEN', ValueFrom: parameter },
    ])
    const given = task('Job', {
      image: 'a:1',
      secrets: { A: { secret } },
      executionRole: 'arn:aws:iam::123456789012:role/x',
    })
    expect(idsOfType(given, 'AWS::IAM::Role')).to.deep.equal([])
  })

  it('refuses an image without a version', () => {
    const message = (image: string) => refusalOf(() => task('Job', { image }))
    expect(message('example/job')).to.equal(
      'E_IMAGE Cannot make task "Job": the image "example/job" names no version',
    )
    expect(message('registry:5000/job')).to.contain('E_IMAGE')
    expect(message('registry:5000/job:1')).to.equal('nothing was thrown')
    expect(message(`job@sha256:${'0'.repeat(64)}`)).to.equal('nothing was thrown')
  })

  it('refuses ports that can’t be, and sizes', () => {
    const ports = (...list: NonNullable<TaskOptions['ports']>) => refusalOf(() => container({ ports: list }))
    expect(ports({ container: 80, host: 80 }, { container: 81, host: 80 })).to.equal(
      'E_PORTS Cannot make task "Job": host port 80/tcp is used twice',
    )
    expect(ports({ container: 80 }, { container: 80 })).to.contain('container port 80/tcp is used twice')
    expect(ports({ container: 70000 })).to.equal(
      'E_PORTS Cannot make task "Job": 70000 is not a port, expected 1 to 65535',
    )
    expect(refusalOf(() => container({ memory: 4 }))).to.contain('it is 4, expected a whole number from 6')
  })
})

describe('service()', () => {
  it('runs two copies behind an application load balancer, each on a free port', () => {
    expect(templateOf(nginx()).Resources['UserApiService']).to.deep.equal({
      Type: 'AWS::ECS::Service',
      DependsOn: 'UserApiHttpListener',
      Properties: {
        Cluster: 'main',
        TaskDefinition: { Ref: 'UserApiTask' },
        LaunchType: 'EC2',
        DesiredCount: 2,
        LoadBalancers: [
          { ContainerName: 'user-api', ContainerPort: 3000, TargetGroupArn: { Ref: 'UserApiTargetGroup' } },
        ],
        HealthCheckGracePeriodSeconds: 120,
        DeploymentConfiguration: {
          MinimumHealthyPercent: 100,
          MaximumPercent: 200,
          DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        },
        PlacementStrategies: [
          { Type: 'spread', Field: 'attribute:ecs.availability-zone' },
          { Type: 'spread', Field: 'instanceId' },
        ],
      },
    })
    expect(propertiesOf(nginx(), 'UserApiTask')['ContainerDefinitions'][0].PortMappings).to.deep.equal([
      { ContainerPort: 3000, HostPort: 0, Protocol: 'tcp' },
    ])
  })

  it('is found by its name in the zone', () => {
    expect(propertiesOf(nginx(), 'UserApiRecord')).to.deep.equal({
      HostedZoneId: 'Z0123456789',
      Name: 'user-api.stack.local',
      Type: 'A',
      AliasTarget: {
        DNSName: { 'Fn::GetAtt': ['UserApiLoadBalancer', 'DNSName'] },
        HostedZoneId: { 'Fn::GetAtt': ['UserApiLoadBalancer', 'CanonicalHostedZoneID'] },
        EvaluateTargetHealth: false,
      },
    })
    expect(propertiesOf(nginx({ dnsName: 'api' }), 'UserApiRecord')['Name']).to.equal('api.stack.local')
  })

  it('has a fixed port of the host behind a classic load balancer', () => {
    const classic = nginx({ balancer: 'classic', containerPort: 80, port: 8080 })
    expect(propertiesOf(classic, 'UserApiTask')['ContainerDefinitions'][0].PortMappings).to.deep.equal([
      { ContainerPort: 80, HostPort: 8080, Protocol: 'tcp' },
    ])
    expect(propertiesOf(classic, 'UserApiLoadBalancer')['HealthCheck'].Target).to.equal('HTTP:8080/')
    expect(propertiesOf(classic, 'UserApiService')['LoadBalancers']).to.deep.equal([
      { ContainerName: 'user-api', ContainerPort: 80, LoadBalancerName: { Ref: 'UserApiLoadBalancer' } },
    ])
  })

  it('refuses what an application load balancer can’t do', () => {
    expect(refusalOf(() => nginx({ protocol: 'TCP' }))).to.equal(
      'E_OPTION Cannot make service "UserApi": application load balancers do not speak TCP',
    )
    expect(refusalOf(() => nginx({ port: 8080 }))).to.equal(
      'E_OPTION Cannot make service "UserApi": `port` is for classic and network load balancers',
    )
    expect(refusalOf(() => nginx({ minimumHealthyPercent: 100, maximumPercent: 50 }))).to.equal(
      'E_OPTION Cannot make service "UserApi": minimumHealthyPercent 100 is more than maximumPercent 50',
    )
  })
})

describe('webService()', () => {
  const site = (redirect?: boolean) =>
    webService('Site', {
      ...existing,
      cluster: 'main',
      image: 'example/site:12',
      certificate: 'arn:aws:acm:us-west-2:123456789012:certificate/1',
      externalZone: { zone: 'Z1', domainName: 'example.com' },
      externalDnsName: 'www',
      internalZone: zone,
      ...(redirect !== undefined && { redirect }),
    })

  it('listens on 80 and 443, and waits for both', () => {
    expect(propertiesOf(site(), 'SiteLoadBalancer')['Scheme']).to.equal('internet-facing')
    expect(templateOf(site()).Resources['SiteService']?.DependsOn).to.deep.equal([
      'SiteHttpListener',
      'SiteHttpsListener',
    ])
    expect(propertiesOf(site(), 'SiteHttpListener')['DefaultActions'][0].Type).to.equal('redirect')
    expect(propertiesOf(site(false), 'SiteHttpListener')['DefaultActions'][0].Type).to.equal('forward')
  })

  it('has a record outside and one inside', () => {
    expect(
      ['SiteExternalRecord', 'SiteInternalRecord'].map((id) => propertiesOf(site(), id)['Name']),
    ).to.deep.equal(['www.example.com', 'site.stack.local'])
  })
})

describe('worker()', () => {
  it('runs one copy, with no load balancer', () => {
    const made = worker('Mailer', { cluster: 'main', image: 'example/mailer:4' })
    expect(Object.keys(templateOf(made).Resources)).to.deep.equal([
      'MailerLogGroup',
      'MailerTask',
      'MailerService',
    ])
    expect(propertiesOf(made, 'MailerService')['DesiredCount']).to.equal(1)
  })
})
