import { expect } from 'chai'
import { fileURLToPath } from 'node:url'
import { toolPaths } from './endpoints.ts'
import { runTool } from './run-tool.ts'
import { servedSandbox } from './served-sandbox.ts'

describe('boto3 against the sandbox', function () {
  this.timeout(120_000)

  it('reads every answer of the life of a stack', async () => {
    const endpoint = await servedSandbox()
    const script = fileURLToPath(new URL('sandbox-boto3.py', import.meta.url))
    const { code, out, err } = await runTool(endpoint, toolPaths.python, [script])
    await endpoint.stop()
    expect(endpoint.bugs).to.deep.equal([])
    expect(code, err).to.equal(0)
    expect(JSON.parse(out)).to.deep.equal({
      changes: [true, 130],
      stack: ['CREATE_COMPLETE', 'Queues <&> "more"', [{ Key: 'team', Value: 'a&b' }], true],
      events: [true, 'CREATE_COMPLETE', 'REVIEW_IN_PROGRESS', true],
      resources: 130,
      unchanged: ['ValidationError', 'No updates are to be performed.'],
      failed: 'UPDATE_ROLLBACK_COMPLETE',
      drift: ['DETECTION_COMPLETE', 'IN_SYNC', 0],
      template: 'Queues <&> "more"',
      summary: ['AWS::SQS::Queue'],
      invalid: ['ValidationError', 'Template format error: At least one Resources member must be defined.'],
      unknown: ['ValidationError', 'Stack with id nothing does not exist'],
      protected: ['ValidationError', 'Stack [many] cannot be deleted while TerminationProtection is enabled'],
      deleted: ['DELETE_COMPLETE'],
      resolved: [{ ParameterKey: 'Delay', ParameterValue: '/web/delay', ResolvedValue: '7' }],
      elsewhere: [0, 1],
    })
  })
})
