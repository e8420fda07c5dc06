import { Ajv } from 'ajv'
import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack } from './cfstack.ts'

const faulty = `Parameters: { Unused: { Type: String } }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicNam: news }
  Queue:
    Type: AWS::SQS::Queue
    Metadata: { cfn-lint: { config: { ignore_checks: [E3002] } } }
    Properties: { QueueNam: jobs }
`
const guard = `let topics = Resources.*[ Type == 'AWS::SNS::Topic' ]
rule topic_has_name when %topics !empty {
  %topics.Properties.TopicName exists <<A topic needs a name>>
}
`

describe('findings, judged by what others publish', function () {
  this.timeout(180_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-reports-'))
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const packages = ['@aws/cloudformation-validate@1.9.0-beta', '@microsoft/jest-sarif@1.0.0-beta.0']
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--legacy-peer-deps']
    execFileSync('npm', ['install', ...flags, ...packages], { cwd: folder, stdio: 'ignore' })
    mkdirSync(join(folder, 'policies'))
    writeFileSync(join(folder, 'policies/names.guard'), guard)
    writeFileSync(join(folder, 'my topics.yaml'), faulty)
    writeFileSync(join(folder, 'broken.json'), '{"a": 1,\n "a": 2}')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it("--format sarif fits the standard's schema", async () => {
    const file = join(folder, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    const { $schema: _draft4, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
    const formats = { uri: true, 'uri-reference': true, 'date-time': true } as const
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats })
    const isSarif = ajv.compile(schema)
    const { stdout } = await cfstack(['validate', '.', '--format', 'sarif'], process.env, folder)
    const log = JSON.parse(stdout)
    expect(isSarif(log), JSON.stringify(isSarif.errors)).to.equal(true)
    expect(log.runs[0].results.map((one: { ruleId: string }) => one.ruleId)).to.have.members([
      'E3002',
      'W2001',
      'E3002',
    ])
    expect(isSarif({ ...log, version: '2.0.0' })).to.equal(false)
  })

  it("--deep adds what AWS's validator and Guard policies find, and says nothing twice", async () => {
    const args = ['validate', 'my topics.yaml', '--policies', 'policies', '--json']
    const { code, stdout } = await cfstack(args, process.env, folder)
    const [report] = JSON.parse(stdout).templates
    const codes = (list: readonly { code: string; path: readonly string[] }[]) =>
      list.map((one) => `${one.code} ${one.path.join('.')}`)
    expect(code).to.equal(2)
    expect(codes(report.findings)).to.deep.equal([
      'E3002 Resources.Topic.Properties.TopicNam',
      'topic_has_name Resources.Topic',
      'W2001 Parameters.Unused',
    ])
    expect(codes(report.suppressed)).to.deep.equal(['E3002 Resources.Queue.Properties.QueueNam'])
  })
})
