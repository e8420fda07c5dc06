import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect } from 'chai'
import { cfstack, root } from './cfstack.ts'
import { startMoto, toolPaths, type Endpoint } from './endpoints.ts'

/** Makes images as Packer would, in moto: one tagged with the template's name for each `packer build`. */
const fakePacker = `#!${toolPaths.python}
import boto3, json, os, sys
print('packer', *sys.argv[1:], file=sys.stderr)
if sys.argv[1] == 'build':
    image = next(a for a in sys.argv if a.startswith('-only=')).removeprefix('-only=').removesuffix('.*')
    ec2 = boto3.client('ec2')
    instance = ec2.run_instances(ImageId='ami-12c6146b', MinCount=1, MaxCount=1)['Instances'][0]['InstanceId']
    made = ec2.create_image(InstanceId=instance, Name=image)['ImageId']
    ec2.create_tags(Resources=[made], Tags=[{'Key': 'Image', 'Value': image}])
    builds = [{'packer_run_uuid': 'x', 'artifact_id': os.environ['AWS_REGION'] + ':' + made}]
    json.dump({'builds': builds, 'last_run_uuid': 'x'}, open('packer-manifest.json', 'w'))
if sys.argv[1] == 'validate' and 'ssh_from=nobody' in sys.argv: sys.exit(1)
`

/** Three newer images, and an instance on the first, whose id it prints. */
const threeMore = `
ec2 = boto3.client('ec2')
run = lambda image: ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1)['Instances'][0]['InstanceId']
made = [ec2.create_image(InstanceId=run('ami-12c6146b'), Name=f'more {n}')['ImageId'] for n in range(3)]
ec2.create_tags(Resources=made, Tags=[{'Key': 'Image', 'Value': 'ecs-ubuntu'}])
first = boto3.client('ssm').get_parameter(Name='/images/ecs-ubuntu')['Parameter']['Value']
run(first)
print(first)`

describe('cfstack packer', function () {
  this.timeout(60_000)

  let endpoint: Endpoint
  let folder = ''
  let env: NodeJS.ProcessEnv = {}

  before(async () => {
    endpoint = await startMoto()
    folder = mkdtempSync(join(tmpdir(), 'packer-command-'))
    cpSync(join(root, 'packer'), join(folder, 'packer'), { recursive: true })
    writeFileSync(join(folder, 'packer-command'), fakePacker)
    cpSync(join(folder, 'packer-command'), join(folder, 'bin/packer'))
    chmodSync(join(folder, 'bin/packer'), 0o755)
    const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`
    env = { ...endpoint.env, AWS_DEFAULT_REGION: 'eu-central-1', PATH: path }
  })
  after(async () => {
    await endpoint.stop()
    rmSync(folder, { recursive: true })
  })

  const run = (...args: string[]) => cfstack(['packer', ...args], env, folder)
  const ask = (code: string) =>
    execFileSync(toolPaths.python, ['-c', `import boto3\n${code}`], { encoding: 'utf8', env }).trim()
  const imageIds = () =>
    ask(
      "print(*[i['ImageId'] for i in boto3.client('ec2').describe_images(Owners=['self'])['Images']])",
    ).split(' ')

  it('plans without asking anybody: parents first, what runs, where the id goes', async () => {
    const { code, stdout } = await run('plan', 'ecs-ubuntu', 'base-ubuntu', '--region', 'eu-west-1')
    expect(code).to.equal(0)
    expect(stdout).to.equal(
      [
        'base-ubuntu',
        '  runs updates.sh, kernel.sh, session-manager.sh, cleanup.sh',
        '  packer build -only=base-ubuntu.* -var region=eu-west-1 .',
        '  its id goes into /images/base-ubuntu',
        'ecs-ubuntu, on the newest base-ubuntu',
        '  runs docker.sh, ecs-agent.sh, cleanup.sh',
        '  packer build -only=ecs-ubuntu.* -var region=eu-west-1 .',
        '  its id goes into /images/ecs-ubuntu',
        '',
      ].join('\n'),
    )
  })

  it('builds an image and what is made on it, and stores their ids', async () => {
    const { code, stdout, stderr } = await run(
      'build',
      'base-ubuntu',
      '--children',
      '--var',
      'ssh_from=["1.2.3.4/32"]',
    )
    expect(stderr).to.contain('packer build -only=base-ubuntu.* -var ssh_from=["1.2.3.4/32"] .')
    expect(code).to.equal(0)
    const stored = ask(
      "print(boto3.client('ssm').get_parameter(Name='/images/ecs-ubuntu')['Parameter']['Value'])",
    )
    expect(stdout).to.contain(`ecs-ubuntu: ${stored} in eu-central-1, stored in /images/ecs-ubuntu`)
  })

  it('removes old images with their snapshots, but none that instances run on', async () => {
    const used = ask(threeMore)
    const before = imageIds().length
    const refused = await run('clean', 'ecs-ubuntu', '--keep', '0')
    expect(refused.code).to.equal(4)
    expect(imageIds()).to.have.length(before)
    const { code, stdout } = await run('clean', 'ecs-ubuntu', '--keep', '0', '--yes', '--json')
    expect(code).to.equal(0)
    const { removed, inUse } = JSON.parse(stdout) as { removed: { id: string }[]; inUse: { id: string }[] }
    expect(imageIds()).to.have.length(before - removed.length)
    expect(removed.map(({ id }) => id)).to.not.include(used)
    expect({ removed: removed.length, inUse: inUse.length }).to.deep.equal({ removed: 3, inUse: 1 })
  })

  it('says what is wrong: an image, a template, a folder, no Packer', async () => {
    const answers = [
      await run('plan', 'ecs-ubunt'),
      await run('validate', 'ecs-ubuntu', '--var', 'ssh_from=nobody'),
      await run('plan', '--folder', 'bin'),
      await cfstack(['packer', 'validate'], { ...env, PATH: join(folder, 'packer') }, folder),
    ]
    expect(answers.map(({ code, stderr }) => [code, /E_[A-Z_]+/.exec(stderr)?.[0]])).to.deep.equal([
      [2, 'E_NO_IMAGE'],
      [1, 'E_PACKER'],
      [2, 'E_NO_IMAGES'],
      [2, 'E_NO_PACKER'],
    ])
    expect(answers[0]?.stderr).to.contain('Did you mean "ecs-ubuntu"?')
  })
})
