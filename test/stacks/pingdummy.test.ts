import { expect } from 'chai'
import { compose } from 'cfstack'
import { production, staging } from '../../stacks/pingdummy.ts'

/** Sizes and counts: all that may differ between environments, besides their names. */
const sizes = [
  /^Resources\.MainLaunchTemplate\.Properties\.LaunchTemplateData\.(InstanceType|ImageId)$/,
  /^Resources\.MainHosts\.Properties\.(MinSize|MaxSize|DesiredCapacity)$/,
  /^Resources\.MainHosts\.CreationPolicy\.ResourceSignal\.Count$/,
  /^Resources\.MainHosts\.UpdatePolicy\.AutoScalingRollingUpdate\.MinInstancesInService$/,
  /^Resources\.DatabaseInstance\d+\.Properties\.DBInstanceClass$/,
  /^Resources\.DatabaseInstance[2-9]$/,
  /^Resources\.(Web|Pinger|Beacon)Service\.Properties\.DesiredCount$/,
]

describe('pingdummy', () => {
  const templates = compose([...staging, ...production])
  const template = (name: string, environment: string) => {
    const found = templates.find((composed) => composed.stack.name === name)
    return JSON.parse(JSON.stringify(found?.template).replaceAll(environment, 'ENVIRONMENT')) as object
  }

  for (const suffix of ['-base', '']) {
    it(`is the same in staging and production but for sizes and counts: pingdummy-*${suffix}`, () => {
      const places = differences(
        template(`pingdummy-staging${suffix}`, 'staging'),
        template(`pingdummy-production${suffix}`, 'production'),
      )
      expect(places).to.not.deep.equal([])
      expect(places.filter((place) => !sizes.some((size) => size.test(place)))).to.deep.equal([])
    })
  }

  it('has the parts of the original', () => {
    const types = Object.values(
      templates.find((composed) => composed.stack.name === 'pingdummy-production')?.template.Resources ?? {},
    ).map((made) => made.Type)
    const count = (type: string) => types.filter((one) => one === `AWS::${type}`).length
    expect({
      services: count('ECS::Service'),
      loadBalancers: count('ElasticLoadBalancingV2::LoadBalancer'),
      zones: count('Route53::HostedZone'),
      records: count('Route53::RecordSet'),
      keys: count('IAM::AccessKey'),
    }).to.deep.equal({ services: 3, loadBalancers: 2, zones: 1, records: 4, keys: 1 })
  })

  it('has no password and no key in plain text or outputs', () => {
    for (const { template: made } of templates) {
      expect(JSON.stringify(made)).to.not.match(/"MasterUserPassword"/)
      expect(JSON.stringify(made.Outputs ?? {})).to.not.match(/SecretAccessKey|Password/)
    }
  })
})

/** Paths at which two values differ. */
function differences(a: unknown, b: unknown, path = ''): readonly string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? [] : [path]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].flatMap((key) =>
    differences(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  )
}
