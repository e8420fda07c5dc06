import { expect } from 'chai'
import { paletteFor } from '../../../src/cli/colour.ts'
import { paintPlan, paintStatus } from '../../../src/cli/plan/paint-plan.ts'

const lines = [
  '  - remove  Logs  AWS::S3::Bucket  (is deleted)',
  '  ± replace Db  AWS::RDS::DBInstance',
  '  ~ modify  Topic  AWS::SNS::Topic  (may be replaced)',
  '      + allow tcp 22 from 0.0.0.0/0',
  '      + allow tcp 22 from 10.0.0.0/8',
  '  + add     News  AWS::SNS::Topic',
]
const colours = paletteFor({ isTTY: true, env: {} })

/** The number of the colour that a text begins with. */
const colourOf = (text: string): string | undefined =>
  text.startsWith(String.fromCharCode(27)) ? text.slice(2, text.indexOf('m')) : undefined

describe('paintPlan()', () => {
  it('colours what is lost and whom it lets in, and nothing else', () => {
    const painted = paintPlan(lines.join('\n'), colours).split('\n')
    expect(painted.map((line) => colourOf(line))).to.deep.equal([
      '31',
      '31',
      '33',
      '33',
      undefined,
      undefined,
    ])
  })

  it('changes nothing without colours', () => {
    const plain = paletteFor({ isTTY: true, env: { NO_COLOR: '1' } })
    expect(paintPlan(lines.join('\n'), plain)).to.equal(lines.join('\n'))
    expect(paintStatus('ROLLBACK_COMPLETE', plain)).to.equal('ROLLBACK_COMPLETE')
  })
})

describe('paintStatus()', () => {
  it('tells failed, busy and absent stacks apart', () => {
    const statuses = ['UPDATE_ROLLBACK_COMPLETE', 'CREATE_IN_PROGRESS', 'not deployed', 'CREATE_COMPLETE']
    expect(statuses.map((one) => colourOf(paintStatus(one, colours)))).to.deep.equal([
      '31',
      '33',
      '2',
      undefined,
    ])
  })
})
