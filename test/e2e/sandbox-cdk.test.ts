import { expect } from 'chai'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolPaths } from './endpoints.ts'
import { runTool, type ToolRun } from './run-tool.ts'
import { servedSandbox, type ServedSandbox } from './served-sandbox.ts'

const template = (delay: number) => ({
  Resources: {
    Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: delay } },
    News: { Type: 'AWS::SNS::Topic', DependsOn: 'Jobs' },
  },
  Outputs: { JobsUrl: { Value: { Ref: 'Jobs' } } },
})

describe('`cdk` against the sandbox', function () {
  this.timeout(120_000)
  let endpoint: ServedSandbox
  let folder = ''
  before(async () => {
    endpoint = await servedSandbox()
    folder = mkdtempSync(join(tmpdir(), 'cfstack-cdk-'))
  })
  after(async () => {
    await endpoint.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(endpoint.bugs).to.deep.equal([])
  })

  // It remembers accounts by key in the home folder.
  const cdk = (...args: string[]): Promise<ToolRun> =>
    runTool(
      { env: { ...endpoint.env, HOME: folder } },
      process.execPath,
      [toolPaths.cdk, ...args, '--ci', '--no-color', '--no-notices'],
      folder,
    )

  /** A cloud assembly as `cdk synth` leaves it, whose template is an asset that goes to the bootstrap bucket. */
  function assembly(body: object): string {
    const out = join(folder, 'cdk.out')
    mkdirSync(out, { recursive: true })
    const place = 'aws://123456789012/eu-central-1'
    const role = (name: string): string =>
      `arn:\${AWS::Partition}:iam::123456789012:role/cdk-hnb659fds-${name}-role-123456789012-eu-central-1`
    const bucket = 'cdk-hnb659fds-assets-123456789012-eu-central-1'
    const file = (name: string, content: object): void =>
      writeFileSync(join(out, name), JSON.stringify(content))
    const key = `template-${JSON.stringify(body).length}-${JSON.stringify(body).replaceAll(/\D/g, '')}.json`
    file('web.template.json', body)
    file('web.assets.json', {
      version: '36.0.0',
      dockerImages: {},
      files: {
        template: {
          source: { path: 'web.template.json', packaging: 'file' },
          destinations: {
            here: {
              bucketName: bucket,
              objectKey: key,
              region: 'eu-central-1',
              assumeRoleArn: role('file-publishing'),
            },
          },
        },
      },
    })
    file('manifest.json', {
      version: '36.0.0',
      artifacts: {
        'web.assets': {
          type: 'cdk:asset-manifest',
          properties: {
            file: 'web.assets.json',
            requiresBootstrapStackVersion: 6,
            bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version',
          },
        },
        web: {
          type: 'aws:cloudformation:stack',
          environment: place,
          dependencies: ['web.assets'],
          properties: {
            templateFile: 'web.template.json',
            stackName: 'web',
            terminationProtection: false,
            validateOnSynth: false,
            assumeRoleArn: role('deploy'),
            cloudFormationExecutionRoleArn: role('cfn-exec'),
            stackTemplateAssetObjectUrl: `s3://${bucket}/${key}`,
            requiresBootstrapStackVersion: 6,
            bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version',
          },
        },
      },
    })
    return out
  }

  it('bootstraps an environment, deploys through its roles and bucket, updates, and destroys', async () => {
    const bootstrapped = await cdk('bootstrap', 'aws://123456789012/eu-central-1')
    expect(bootstrapped.code, bootstrapped.err + bootstrapped.out).to.equal(0)

    const deploy = (delay: number): Promise<ToolRun> =>
      cdk('deploy', 'web', '--app', assembly(template(delay)), '--require-approval', 'never')
    const created = await deploy(1)
    expect(created.code, created.err + created.out).to.equal(0)
    expect(created.out + created.err).to.match(/web\.JobsUrl = https:\/\/sqs\.eu-central-1\.amazonaws\.com\//)

    expect(await deploy(1)).to.deep.include({ code: 0 })
    const updated = await deploy(5)
    expect(updated.code, updated.err + updated.out).to.equal(0)
    const { stacks } = endpoint.sandbox.control.world()
    const web = Object.values(stacks).find(({ name }) => name === 'web')!
    expect([web.status, web.resources['Jobs']!.properties]).to.deep.equal([
      'UPDATE_COMPLETE',
      { DelaySeconds: 5 },
    ])

    const destroyed = await cdk('destroy', 'web', '--app', join(folder, 'cdk.out'), '--force')
    expect(destroyed.code, destroyed.err + destroyed.out).to.equal(0)
    const after = endpoint.sandbox.control.world().stacks[web.id]!
    expect(after.status).to.equal('DELETE_COMPLETE')
  })

  it('says why a deployment failed and was rolled back', async () => {
    endpoint.sandbox.control.addFault({
      kind: 'fail',
      logicalId: 'News',
      reason: 'No topics today',
      times: 1,
    })
    const failed = await cdk('deploy', 'web', '--app', assembly(template(9)), '--require-approval', 'never')
    expect(failed.code).to.equal(1)
    expect(failed.out + failed.err).to.contain('No topics today')
  })
})
