import { expect } from 'chai'
import { planFindings } from '../../../src/deploy/plan/plan-finding.ts'

describe('planFindings()', () => {
  it('gives early validation and hooks with place, source line and remediation', () => {
    const findings = planFindings(
      [
        {
          EventType: 'VALIDATION_ERROR',
          ValidationName: 'NAME_CONFLICT_VALIDATION',
          ValidationFailureMode: 'FAIL',
          ValidationStatusReason: 'Resource of type AWS::S3::Bucket with identifier logs already exists',
          ValidationPath: '/Resources/Logs/Properties/BucketName',
        },
        {
          EventType: 'VALIDATION_ERROR',
          ValidationName: 'BUCKET_EMPTINESS_VALIDATION',
          ValidationFailureMode: 'WARN',
          ValidationStatusReason: 'The bucket is not empty',
          LogicalResourceId: 'Old',
        },
        {
          EventType: 'HOOK_INVOCATION_ERROR',
          HookType: 'Acme::Rules::Hook',
          HookFailureMode: 'FAIL',
          HookStatusReason: 'No public bucket',
          LogicalResourceId: 'Logs',
        },
        { EventType: 'STACK_EVENT', ResourceStatus: 'CREATE_COMPLETE' },
      ],
      {
        sources: { Logs: 'stacks/web.ts:9' },
        annotations: [{ hook: 'Acme::Rules::Hook', message: 'public', remediation: 'Block public access' }],
      },
    )
    expect(findings).to.deep.equal([
      {
        level: 'error',
        code: 'NAME_CONFLICT_VALIDATION',
        message: 'Resource of type AWS::S3::Bucket with identifier logs already exists',
        logicalId: 'Logs',
        path: 'Properties.BucketName',
        source: 'stacks/web.ts:9',
      },
      {
        level: 'warning',
        code: 'BUCKET_EMPTINESS_VALIDATION',
        message: 'The bucket is not empty',
        logicalId: 'Old',
      },
      {
        level: 'error',
        code: 'Acme::Rules::Hook',
        message: 'No public bucket',
        logicalId: 'Logs',
        source: 'stacks/web.ts:9',
        hint: 'public: Block public access',
      },
    ])
  })
})
