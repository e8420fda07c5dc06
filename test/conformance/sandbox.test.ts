import { failureOf } from './run-cases.ts'
import { stageAt } from './stage.ts'
import { startSandbox } from './start-sandbox.ts'
import { subjects } from './subjects.ts'

describe('the sandbox', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>
  before(async () => {
    sandbox = await startSandbox()
  })
  after(() => sandbox.stop())

  for (const { title, cases } of subjects) {
    describe(title, () => {
      for (const each of cases) {
        it(each.name, async () => {
          const failure = await failureOf(stageAt(sandbox.url), each)
          if (failure !== undefined) throw new Error(failure)
        })
      }
    })
  }
})
