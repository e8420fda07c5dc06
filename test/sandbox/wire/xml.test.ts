import { expect } from 'chai'
import { element } from '../../../src/sandbox/wire/xml.ts'

describe('element()', () => {
  it('writes lists as members, leaves out what is undefined, keeps what is empty', () => {
    const value = { A: [{ B: 1, C: undefined }, { B: true }], D: [], E: '', F: null }
    expect(element('X', value)).to.equal(
      '<X><A><member><B>1</B></member><member><B>true</B></member></A><D/><E/></X>',
    )
  })

  it('escapes markup, keeps line ends, and drops what XML can not hold', () => {
    expect(element('X', '<a>&"\r\n\u0000\u001b[31m')).to.equal('<X>&lt;a&gt;&amp;&quot;&#xD;\n[31m</X>')
  })
})
