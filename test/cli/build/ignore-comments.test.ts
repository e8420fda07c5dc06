import { expect } from 'chai'
import { ignoreComments } from '../../../src/cli/build/ignore-comments.ts'

const of = (...lines: readonly string[]) => ignoreComments(lines.join('\n'))

describe('ignoreComments()', () => {
  it('reads codes and reason, on the line itself and above, past other comments and where formatters break', () => {
    expect(
      of(
        '// cfstack-ignore E3002, W30: known: see the issue',
        '// more',
        '',
        'const a =',
        '  b(',
        "    'c',",
        ')',
        "const d = e('f') // cfstack-ignore CFS1301: why",
        '/* cfstack-ignore W1: x */',
        'g()',
      ),
    ).to.deep.equal([
      { line: 1, codes: ['E3002', 'W30'], reason: 'known: see the issue', at: [4, 5, 6], inside: [] },
      { line: 8, codes: ['CFS1301'], reason: 'why', at: [8], inside: [] },
      { line: 9, codes: ['W1'], reason: 'x', at: [10], inside: [] },
    ])
  })

  it('knows the calls around it, the innermost first', () => {
    expect(
      of(
        'function f() {',
        '  return b("A", {',
        '    P: 1,',
        '',
        '    Q: {',
        '      // cfstack-ignore E1: r',
        '      R: 1,',
      ),
    ).to.deep.equal([{ line: 6, codes: ['E1'], reason: 'r', at: [7], inside: [5, 2, 1] }])
  })

  it('leaves the reason out when there is none, and reads nothing else', () => {
    expect(of('// cfstack-ignore E1', 'a()', '// cfstack-ignore E2:  ', 'b()')).to.deep.equal([
      { line: 1, codes: ['E1'], at: [2], inside: [] },
      { line: 3, codes: ['E2'], at: [4], inside: [] },
    ])
    expect(
      of(
        'const cfstack_ignore = 1',
        '// cfstack-ignore',
        '// see cfstack-ignore E1',
        '// cfstack-ignored E1',
      ),
    ).to.deep.equal([])
  })
})
