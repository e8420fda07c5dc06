import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { cliFile } from '../e2e/cfstack.ts'

describe('cfstack start-up', () => {
  for (const flag of ['--help', '--version']) {
    it(`${flag} loads neither the SDK nor ajv nor yaml`, () => {
      const { status, stderr } = spawnSync(process.execPath, [cliFile, flag], {
        encoding: 'utf8',
        env: { ...process.env, NODE_DEBUG: 'esm,module' },
      })
      expect(status).to.equal(0)
      const heavy = stderr.match(/node_modules\/(@aws-sdk|@smithy|ajv|yaml|oxc-transform)\/[^'"\s]*/g) ?? []
      expect(heavy).to.deep.equal([])
    })
  }
})
