import { assert } from 'chai'
import * as fc from 'fast-check'
import type { ResourceState, World } from '../../../src/sandbox/world.ts'
import { behindItsBack, life, live } from './random-life.ts'

const runs = Number(process.env['CFSTACK_LIVES'] ?? 100)

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

function isThere({ physicalId, status }: ResourceState): boolean {
  return physicalId !== undefined && status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED'
}

function owned({ live }: World, stackId: string): string[] {
  return Object.values(live).flatMap(({ owner, physicalId }) =>
    owner?.stackId === stackId ? [`${owner.logicalId} ${physicalId}`] : [],
  )
}

describe('whatever happens to stacks', function () {
  this.timeout(60_000)

  it('every operation ends, and in a status that lasts', () => {
    fc.assert(
      fc.property(life, (one) => {
        const world = live(one)
        for (const { name, status, running, operations } of Object.values(world.stacks)) {
          assert.match(status, /_(COMPLETE|FAILED)$/, name)
          assert.isUndefined(running, name)
          assert.isEmpty(operations.filter(({ status }) => status === 'IN_PROGRESS'))
        }
      }),
      { numRuns: runs },
    )
  })

  it('a stack has what it says it has', () => {
    fc.assert(
      fc.property(life, (one) => {
        const world = live(one)
        for (const { id, resources, former = [] } of Object.values(world.stacks)) {
          const said = [...Object.values(resources).filter(isThere), ...former]
          const names = said.map(({ logicalId, physicalId }) => `${logicalId} ${physicalId}`)
          if (one.deeds.some(({ action }) => action === behindItsBack))
            assert.includeMembers(names, owned(world, id))
          else assert.sameMembers(names, owned(world, id))
        }
      }),
      { numRuns: runs },
    )
  })

  it('a world that is written and read at any time goes on as it would have', () => {
    fc.assert(
      fc.property(life, (one) => {
        assert.deepEqual(plain(live(one, plain)), plain(live(one)))
      }),
      { numRuns: runs },
    )
  })
})
