import { expect } from 'chai'
import { duration } from '../../../src/cli/progress/duration.ts'
import { signOfLife } from '../../../src/cli/progress/plain-view.ts'
import { renderLive } from '../../../src/cli/progress/render-live.ts'
import { renderTimeline } from '../../../src/cli/progress/render-timeline.ts'
import type { StackEvent } from '../../../src/deploy/calls/client.ts'
import { advance, progressOf } from '../../../src/deploy/events/progress.ts'
import { timelineOf } from '../../../src/deploy/events/timeline.ts'

const event = (logicalId: string, status: string, second: number): StackEvent => ({
  StackId: 'arn:web',
  EventId: `${logicalId} ${status}`,
  StackName: 'web',
  Timestamp: new Date(second * 1000),
  LogicalResourceId: logicalId,
  PhysicalResourceId: logicalId === 'web' ? 'arn:web' : logicalId,
  ResourceType: logicalId === 'web' ? 'AWS::CloudFormation::Stack' : 'AWS::RDS::DBCluster',
  ResourceStatus: status as never,
})
const events = [
  event('web', 'CREATE_IN_PROGRESS', 0),
  event('Network', 'CREATE_IN_PROGRESS', 1),
  event('Network', 'CREATE_COMPLETE', 5),
  event('Database', 'CREATE_IN_PROGRESS', 6),
  event('Cluster', 'CREATE_IN_PROGRESS', 7),
]
const start = progressOf('web', { total: 4, began: 0, expectedSeconds: 300 })
const progress = events.reduce(advance, start)

describe('renderLive()', () => {
  it('is a bar over all resources, and a line for each active one', () => {
    expect(renderLive([progress], { columns: 100, now: 70_000 })).to.deep.equal([
      `web ${'█'.repeat(8)}${'░'.repeat(22)} 1/4  1:10 min of about 5:00 min`,
      '├─ Database 1:04 min  create  AWS::RDS::DBCluster',
      '└─ Cluster  1:03 min  create  AWS::RDS::DBCluster',
    ])
  })

  it('is never wider than the window', () => {
    for (const columns of [10, 20, 40, 60]) {
      const lines = renderLive([progress, start], { columns, now: 70_000 })
      expect(Math.max(...lines.map(({ length }) => length))).to.be.below(columns)
    }
  })

  it('names eight of many, and says that it goes back', () => {
    const many = Array.from({ length: 12 }, (_, at) => event(`R${at}`, 'DELETE_IN_PROGRESS', at))
    const lines = renderLive([[...many, event('web', 'ROLLBACK_IN_PROGRESS', 13)].reduce(advance, start)], {
      columns: 100,
      now: 20_000,
    })
    expect([lines.length, lines.at(-1)]).to.deep.equal([10, '└─ and 4 more'])
    expect(lines[0]).to.contain('going back')
  })
})

describe('signOfLife()', () => {
  it('says how far it is and what it waits for', () => {
    expect(signOfLife(progress, 150_000)).to.equal(
      'Still deploying stack "web": 1 of 4 resources, 2:30 min; waiting for Database, Cluster',
    )
  })
})

describe('timelineOf()', () => {
  it('has the slowest resource first, as bars', () => {
    const times = timelineOf([...events, event('Database', 'CREATE_COMPLETE', 66)])
    expect(times.map(({ logicalId, start, seconds }) => [logicalId, start, seconds])).to.deep.equal([
      ['Database', 6, 60],
      ['Network', 1, 4],
      ['Cluster', 7, 0],
    ])
    expect(renderTimeline(times).slice(0, 2)).to.deep.equal([
      'Slowest resources:',
      `  Database  ${' '.repeat(2)}${'█'.repeat(29)}   1:00 min  AWS::RDS::DBCluster`,
    ])
  })
})

describe('duration()', () => {
  it('is seconds, minutes or hours', () => {
    expect([0.4, 59.4, 60, 185, 3723].map(duration)).to.deep.equal([
      '0 s',
      '59 s',
      '1:00 min',
      '3:05 min',
      '1:02:03 h',
    ])
  })
})
