import { expect } from 'chai'
import { array, assert, asyncProperty, integer, nat } from 'fast-check'
import { runInOrder } from '../../src/deploy/flow/in-order.ts'

const needs: Readonly<Record<string, readonly string[]>> = {
  web: ['network', 'data'],
  data: ['network'],
  worker: ['data', 'elsewhere'],
  docs: [],
}
const names = ['network', 'data', 'web', 'worker', 'docs']

describe('runInOrder()', () => {
  it('runs what others need first, and all of them', async () => {
    const order: string[] = []
    const ended = await runInOrder(names, {
      needs: (name) => needs[name] ?? [],
      run: async (name) => order.push(name),
      isGood: () => true,
      concurrency: 2,
    })
    expect([...ended.keys()]).to.deep.equal(names)
    expect(order.indexOf('network')).to.be.below(order.indexOf('data'))
    expect(order.indexOf('data')).to.be.below(Math.min(order.indexOf('web'), order.indexOf('worker')))
  })

  it('skips only what needs a failure, in turn', async () => {
    const ended = await runInOrder(names, {
      needs: (name) => needs[name] ?? [],
      run: async (name) => {
        if (name === 'data') throw new Error('no')
        return name
      },
      isGood: () => true,
      concurrency: 8,
    })
    expect([...ended].map(([name, { kind }]) => `${name} ${kind}`)).to.deep.equal([
      'network done',
      'data failed',
      'web skipped',
      'worker skipped',
      'docs done',
    ])
    expect(ended.get('web')).to.deep.equal({ kind: 'skipped', because: 'data' })
  })

  it('takes a result that is not good for a failure', async () => {
    const ended = await runInOrder(['a', 'b'], {
      needs: (name) => (name === 'b' ? ['a'] : []),
      run: async (name) => name !== 'a',
      isGood: (result) => result,
      concurrency: 1,
    })
    expect(ended.get('b')).to.deep.equal({ kind: 'skipped', because: 'a' })
  })

  it('never runs more at a time than allowed, nor anything before what it needs', async () => {
    const graph = array(array(nat(9), { maxLength: 4 }), { minLength: 1, maxLength: 12 }).map((lists) =>
      lists.map((list, at) => list.filter((other) => other < at).map(String)),
    )
    await assert(
      asyncProperty(graph, integer({ min: 1, max: 4 }), async (lists, concurrency) => {
        let running = 0
        const done = new Set<string>()
        await runInOrder(
          lists.map((_list, at) => String(at)),
          {
            needs: (name) => lists[Number(name)] ?? [],
            isGood: () => true,
            concurrency,
            run: async (name) => {
              expect(++running).to.be.at.most(concurrency)
              for (const need of lists[Number(name)] ?? []) expect(done.has(need)).to.equal(true)
              await Promise.resolve()
              running--
              done.add(name)
            },
          },
        )
        expect(done.size).to.equal(lists.length)
      }),
    )
  })
})
