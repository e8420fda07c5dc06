import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'
import { itFinds, one } from '../finds.ts'

const role = 'arn:aws:iam::123456789012:role/a'
const machine = (properties: object): object =>
  one('AWS::StepFunctions::StateMachine', { RoleArn: role, ...properties })
const states = (States: object, StartAt = 'A'): object => machine({ Definition: { StartAt, States } })
const task = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true }
const text = (States: object, more: object = {}): object =>
  machine({ DefinitionString: JSON.stringify({ StartAt: 'A', States }), ...more })
const inner = (StartAt: string): object =>
  states({ A: { Type: 'Parallel', End: true, Branches: [{ StartAt, States: { B: task } }] } })
const document = (Content: unknown): object => one('AWS::SSM::Document', { Content, DocumentType: 'Command' })

describe('the checks of documents', () => {
  itFinds([
    ['E3601', states({ A: { ...task, Typ: 'a' } }), states({ A: task })],
    [
      'E3601',
      states({ A: { Type: 'Wait', Seconds: 'soon', End: true } }),
      states({ A: { Type: 'Wait', Seconds: 1, End: true } }),
    ],
    ['E3601', states({ B: task }), states({ B: task }, 'B')],
    ['E3601', inner('C'), inner('B')],
    ['E3601', text({ A: { ...task, End: 'yes' } }), text({ A: task })],
    [
      'E3601',
      text({ A: { ...task, Resource: '${Function}' } }, { DefinitionSubstitutions: { Other: 'a' } }),
      text({ A: { ...task, Resource: '${Function}' } }, { DefinitionSubstitutions: { Function: 'a' } }),
    ],
    ['E3051', document({ mainSteps: [] }), document({ schemaVersion: '2.2', mainSteps: [] })],
    ['E3051', document({ schemaVersion: 2.2 }), document({ schemaVersion: { 'Fn::Sub': '2.2' } })],
    ['E3051', document('schemaVersion: 2.2\n'), document('schemaVersion: "2.2"\n')],
    ['E3051', document('{ "a": 1 }'), document('{ "schemaVersion": "2.2" }')],
  ])

  it('a state machine in a string is placed where the string is, and says where in it', () => {
    const findings = validate(text({ A: { ...task, Typ: 'a' } })).filter(({ code }) => code === 'E3601')
    expect(findings.map(({ path, message }) => ({ path, message }))).to.deep.equal([
      {
        path: ['Resources', 'A', 'Properties', 'DefinitionString'],
        message: 'Property "Typ" is not known here (at States/A)',
      },
    ])
  })
})
