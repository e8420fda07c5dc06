import { expect } from 'chai'
import {
  assert,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  oneof,
  property,
  string,
  tuple,
} from 'fast-check'
import { stringify } from 'yaml'
import type { Path } from '../../src/validate/finding.ts'
import { plainValue } from '../../src/validate/plain-values.ts'
import { parsePlainYaml } from '../../src/validate/plain-yaml.ts'
import { positionsOf, yamlPositions } from '../../src/validate/positions.ts'
import { readYaml } from '../../src/validate/read-template.ts'

/** What the fast reader makes of a text; undefined when it leaves it to the careful one. */
function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  const node = parsePlainYaml(text)
  return node && { value: plainValue(node) }
}

/** What the careful reader makes of a text; undefined when it refuses it. */
function carefully(text: string): unknown {
  try {
    return readYaml(text, 't')
  } catch {
    return undefined
  }
}

const scalars = [
  'null',
  'Null',
  '~',
  '',
  'true',
  'TRUE',
  'False',
  'yes',
  'no',
  'on',
  'Off',
  'y',
  'N',
  '0',
  '-0',
  '+12',
  '007',
  '0o14',
  '0x1F',
  '0b11',
  '1_000',
  '190:20:30',
  '1.5',
  '.5',
  '5.',
  '-.5e3',
  '1e3',
  '1E+3',
  '.inf',
  '-.INF',
  '.nan',
  '2010-09-09',
  '2012-10-17T00:00:00Z',
  '123456789012',
  '12345678901234567890',
  '0123456789012',
  "'12'",
  '"12"',
  '"a\\u0041\\n"',
  '=',
  '<',
  '!Ref A',
  '!Ref 12',
  '!GetAtt A.B.C',
  '!Sub "${A}"',
  '!GetAZs',
  "!GetAZs ''",
  '!Base64 true',
  '!Cidr [!Ref A, 4, 5]',
  '!If [a, !Ref b, {c: !Sub d}]',
  '!Sub [a, {b: c}]',
  '!Transform {Name: a, Parameters: {b: 1}}',
  '!GetAtt [A, B]',
  '!Condition a',
  '!Rain::Embed x',
  '! a',
  '!!str 12',
  '!!int "12"',
]

describe('parsePlainYaml()', () => {
  for (const scalar of scalars) {
    it(`agrees with the careful reader, or leaves to it: ${scalar === '' ? 'nothing' : scalar}`, () => {
      for (const text of [`a: ${scalar}\nb: c\n`, `- ${scalar}\n- x\n`, `a: {b: [${scalar || 'null'}]}\n`]) {
        const plain = readPlainYaml(text)
        if (plain !== undefined) expect(plain.value, text).to.deep.equal(carefully(text))
      }
    })
  }

  it('reads what most templates write', () => {
    const text =
      "A:\n  - !Ref B # why\n  - Fn::Sub: |\n      x ${y}\n        z\n  - >-\n    folded\n    text\n\"q\": 'it''s'\n"
    expect(readPlainYaml(text)).to.deep.equal({
      value: { A: [{ Ref: 'B' }, { 'Fn::Sub': 'x ${y}\n  z\n' }, 'folded text'], q: "it's" },
    })
  })

  for (const [what, text] of [
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['anchors', 'a: &x [1]\nb: *x\n'],
    ['merged keys', 'a: {<<: {b: 1}}\n'],
    ['a version of YAML', '%YAML 1.1\n---\na: yes\n'],
    ['other tags', 'a: !!binary aGk=\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['what is broken', 'a: [1\n'],
    ['text that goes on too far left', "a:\n    b: 'one,\n  two'\n    c: 1\n"],
  ] as const) {
    it(`leaves ${what} to the careful reader`, () => {
      expect(parsePlainYaml(text)).to.equal(undefined)
    })
  }

  it('keeps keys that are names of the language as members', () => {
    const plain = readPlainYaml('__proto__: {polluted: 1}\nconstructor: 2\n')?.value as object
    expect(Object.keys(plain)).to.deep.equal(['__proto__', 'constructor'])
    expect(({} as { polluted?: number }).polluted).to.equal(undefined)
  })

  it('agrees with the careful reader on any text that it takes', () => {
    const leaf = oneof(constantFrom(...scalars), string())
    const values = dictionary(string(), oneof(jsonValue(), leaf))
    const edit = tuple(
      integer({ min: 0, max: 400 }),
      constantFrom('', ' ', '\n', '\t', ':', '#', '-', '"', "'", '{', ',', '!', '&', '*', '|'),
    )
    assert(
      property(values, edit, (value, [place, put]) => {
        const written = stringify(value)
        const text = `${written.slice(0, place)}${put}${written.slice(place + 1)}`
        for (const one of [written, text]) {
          const plain = readPlainYaml(one)
          if (plain !== undefined) expect(plain.value ?? {}, one).to.deep.equal(carefully(one))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('places every key and every item that is no text where the careful reader does', () => {
    const text = `# a template
"Resources":
  A:
    Type: 'x'
    List: [!Ref B, {c: d}, !Sub ['e', {f: 1}], "g"]
    Block:
    - h
    - !If [i, {j: k}, l]
    -
      m: |
        n
      'o': >-
        p
    Empty:
`
    const paths = pathsOf(readPlainYaml(text)?.value).filter((path) => !path.includes('Fn::GetAtt'))
    expect(paths.length).to.be.above(20)
    expect(positionsOf(text, paths)).to.deep.equal(yamlPositions(text, paths))
  })
})

/** Every path of a value. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const inner = steps.flatMap((step) => {
    const part = (value as { readonly [key: string | number]: unknown })[step]
    return pathsOf(part).map((path) => [step, ...path])
  })
  return [[], ...inner]
}
