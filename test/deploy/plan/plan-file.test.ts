import { expect } from 'chai'
import { lastOperationOf, parametersHash } from '../../../src/deploy/plan/plan-file.ts'

const parameter = (ParameterKey: string, ParameterValue: string) => ({ ParameterKey, ParameterValue })
const hash = (...Parameters: ReturnType<typeof parameter>[]) => parametersHash({ Parameters }, ['Secret'])

describe('parametersHash()', () => {
  it('does not depend on the order, does on values, and never on NoEcho ones', () => {
    const one = hash(parameter('A', '1'), parameter('B', '2'), parameter('Secret', 'x'))
    expect(hash(parameter('Secret', 'y'), parameter('B', '2'), parameter('A', '1'))).to.equal(one)
    expect(hash(parameter('A', '2'), parameter('B', '2'), parameter('Secret', 'x'))).not.to.equal(one)
    expect(hash(parameter('A', '1'), parameter('B', '2'))).not.to.equal(one)
  })
})

describe('lastOperationOf()', () => {
  const stack = { StackName: 'web', StackStatus: 'UPDATE_COMPLETE' as const, CreationTime: new Date(0) }
  it('is the last operation that is no change set, or its time', () => {
    const LastOperations = [
      { OperationType: 'CREATE_CHANGESET' as const, OperationId: 'c' },
      { OperationType: 'UPDATE_STACK' as const, OperationId: 'u' },
    ]
    expect(lastOperationOf({ ...stack, LastOperations })).to.equal('UPDATE_COMPLETE u')
    expect(lastOperationOf(stack)).to.equal('UPDATE_COMPLETE 1970-01-01T00:00:00.000Z')
    expect(lastOperationOf({ ...stack, StackStatus: 'REVIEW_IN_PROGRESS' })).to.equal('none')
    expect(lastOperationOf(undefined)).to.equal('none')
  })
})
