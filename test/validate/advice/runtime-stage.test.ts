import { expect } from 'chai'
import { runtimeStage } from '../../../src/validate/checks/advice/runtime-stage.ts'

const life = {
  deprecated: '2030-01-01',
  'create-block': '2030-02-01',
  'update-block': '2030-03-01',
  successor: 'nodejs99.x',
}

describe('runtimeStage()', () => {
  it('finds nothing before the runtime is deprecated', () => {
    expect(runtimeStage(life, '2029-12-31')).to.equal(undefined)
  })

  it('tells the last stage that has been reached, from its first day on', () => {
    const days = ['2030-01-01', '2030-02-01', '2030-02-28', '2030-03-01']
    expect(days.map((day) => runtimeStage(life, day)?.code)).to.deep.equal([
      'W2531',
      'E2531',
      'E2531',
      'E2533',
    ])
  })

  it('takes a stage without a date for one that has not come', () => {
    expect(runtimeStage({ ...life, 'create-block': null, 'update-block': null }, '2031-01-01')).to.deep.equal(
      {
        code: 'W2531',
        since: '2030-01-01',
        says: 'the runtime is no longer looked after',
      },
    )
  })
})
