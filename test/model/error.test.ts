import { expect } from 'chai'
import { CfstackError } from '../../src/model/error.ts'
import { TemplateSyntaxError } from '../../src/validate/template-syntax-error.ts'

describe('CfstackError', () => {
  it('counts errors of another copy of it as its own, and no others', () => {
    class Other extends Error {
      readonly code = 'E_OTHER'
      readonly hint = undefined
      readonly exitCode = 2
    }
    expect(new Other()).to.be.instanceOf(CfstackError)
    expect(new Error('E')).not.to.be.instanceOf(CfstackError)
    expect({ code: '', hint: '', exitCode: 2 }).not.to.be.instanceOf(CfstackError)
  })

  it('is not each of its kinds', () => {
    expect(new CfstackError('E_USAGE', '')).not.to.be.instanceOf(TemplateSyntaxError)
  })
})
