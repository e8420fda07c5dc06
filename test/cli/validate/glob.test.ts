import { expect } from 'chai'
import { globRoot, globToRegExp, isGlob } from '../../../src/cli/validate/glob.ts'

describe('globToRegExp()', () => {
  for (const [pattern, matched, others] of [
    ['*.yaml', ['a.yaml', '.yaml'], ['a/b.yaml', 'a.yml', 'axyaml']],
    ['./a/*.json', ['a/b.json'], ['b.json']],
    [
      'infra/**/*.{json,yaml}',
      ['infra/a.json', 'infra/a/b/c.yaml'],
      ['infra.json', 'infra/a.yml', 'x/a.json'],
    ],
    ['**/stack.json', ['stack.json', 'a/b/stack.json'], ['a/mystack.json']],
    ['a/**', ['a/b', 'a/b/c.d'], ['a', 'b/a']],
    ['v[0-9].json', ['v1.json'], ['va.json', 'v10.json']],
    ['v[!0-9^].json', ['va.json'], ['v1.json', 'v^.json']],
    ['??.json', ['ab.json'], ['a.json', 'a/.json', 'abc.json']],
    ['a+(b)|c$.{x,y{1,2}}', ['a+(b)|c$.x', 'a+(b)|c$.y2'], ['aab.x', 'a+(b)|c$.y']],
    ['a[b', ['a[b'], ['ab']],
    ['a,b}', ['a,b}'], ['a']],
  ] as const) {
    it(`${pattern} matches ${matched.join(', ')}, and not ${others.join(', ')}`, () => {
      const matcher = globToRegExp(pattern)
      expect([...matched, ...others].filter((path) => matcher.test(path))).to.deep.equal(matched)
    })
  }
})

describe('globRoot()', () => {
  it('is the folders before the first wildcard', () => {
    const patterns = ['*.json', 'a/b/*.json', 'a/*/b/c', '/etc/*', '/*', '../x/?']
    expect(patterns.map(globRoot)).to.deep.equal(['.', 'a/b', 'a', '/etc', '/', '../x'])
  })
})

describe('isGlob()', () => {
  it('tells patterns from names', () => {
    expect(['a.json', 'a-b_c (1).json', '*.json', 'a?', '[a]', '{a}'].map(isGlob)).to.deep.equal([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
  })
})
