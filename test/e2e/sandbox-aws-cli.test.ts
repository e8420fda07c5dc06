import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolPaths } from './endpoints.ts'
import { runTool } from './run-tool.ts'
import { servedSandbox, type ServedSandbox } from './served-sandbox.ts'

const template = (delay: number): string => `
Parameters:
  Delay: { Type: Number, Default: ${delay} }
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: { QueueName: jobs, DelaySeconds: !Ref Delay }
  News:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !GetAtt Jobs.QueueName }
Outputs:
  JobsArn: { Value: !GetAtt Jobs.Arn, Export: { Name: jobs-arn } }
`

describe('`aws` against the sandbox', function () {
  this.timeout(120_000)
  let endpoint: ServedSandbox
  let folder = ''
  before(async () => {
    endpoint = await servedSandbox()
    folder = mkdtempSync(join(tmpdir(), 'cfstack-aws-'))
  })
  after(async () => {
    await endpoint.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(endpoint.bugs).to.deep.equal([])
  })

  const run = (...args: string[]) => runTool(endpoint, toolPaths.aws, args, folder)
  const aws = async (...args: string[]): Promise<unknown> => {
    const { code, out, err } = await run(...args, '--output', 'json')
    expect(code, err).to.equal(0)
    return out.trim() === '' ? undefined : (JSON.parse(out) as unknown)
  }
  const written = (text: string): string => {
    writeFileSync(join(folder, 'template.yaml'), text)
    return 'template.yaml'
  }

  it('knows who calls', async () => {
    expect(await aws('sts', 'get-caller-identity')).to.deep.equal({
      UserId: 'AIDASANDBOXSANDBOXSB',
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/sandbox',
    })
  })

  it('deploys, finds nothing to change, updates, and deletes with `aws cloudformation deploy` and its waiters', async () => {
    const deploy = (delay: number) =>
      run(
        'cloudformation',
        'deploy',
        '--stack-name',
        'web',
        '--template-file',
        written(template(delay)),
        '--no-fail-on-empty-changeset',
      )
    const made = await deploy(1)
    expect([made.code, made.out]).to.deep.equal([
      0,
      '\nWaiting for changeset to be created..\nWaiting for stack create/update to complete\nSuccessfully created/updated stack - web\n',
    ])
    expect((await deploy(1)).out).to.contain('No changes to deploy. Stack web is up to date')
    expect((await deploy(7)).out).to.contain('No changes to deploy. Stack web is up to date')
    await aws(
      'cloudformation',
      'update-stack',
      '--stack-name',
      'web',
      '--template-body',
      'file://template.yaml',
      '--parameters',
      'ParameterKey=Delay,ParameterValue=9',
    )
    await aws('cloudformation', 'wait', 'stack-update-complete', '--stack-name', 'web')
    const query = 'Stacks[0].[StackStatus,Parameters,Outputs]'
    expect(
      await aws('cloudformation', 'describe-stacks', '--stack-name', 'web', '--query', query),
    ).to.deep.equal([
      'UPDATE_COMPLETE',
      [{ ParameterKey: 'Delay', ParameterValue: '9' }],
      [
        {
          OutputKey: 'JobsArn',
          OutputValue: 'arn:aws:sqs:eu-central-1:123456789012:jobs',
          ExportName: 'jobs-arn',
        },
      ],
    ])
    await aws('cloudformation', 'delete-stack', '--stack-name', 'web')
    await aws('cloudformation', 'wait', 'stack-delete-complete', '--stack-name', 'web')
    const { code, err } = await run('cloudformation', 'describe-stacks', '--stack-name', 'web')
    expect([code, err.trim()]).to.deep.equal([
      255,
      'An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id web does not exist',
    ])
  })

  it('packages what a template points to, uploads, and deploys from the bucket', async () => {
    expect((await run('s3', 'mb', 's3://packages')).out).to.equal('make_bucket: packages\n')
    writeFileSync(join(folder, 'inner.yaml'), template(3))
    const outer =
      'Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: inner.yaml\n'
    await run(
      'cloudformation',
      'package',
      '--template-file',
      written(outer),
      '--s3-bucket',
      'packages',
      '--output-template-file',
      'packaged.yaml',
    )
    const deployed = await run(
      'cloudformation',
      'deploy',
      '--stack-name',
      'outer',
      '--template-file',
      'packaged.yaml',
      '--s3-bucket',
      'packages',
    )
    expect(deployed.code, deployed.err).to.equal(0)
    const query = 'StackSummaries[].[StackStatus,ParentId!=null]'
    const filter = ['--stack-status-filter', 'CREATE_COMPLETE']
    expect(await aws('cloudformation', 'list-stacks', ...filter, '--query', query)).to.deep.equal([
      ['CREATE_COMPLETE', true],
      ['CREATE_COMPLETE', false],
    ])
  })
})
