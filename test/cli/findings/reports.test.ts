import { expect } from 'chai'
import { paletteFor } from '../../../src/cli/colour.ts'
import { renderGithub } from '../../../src/cli/findings/render-github.ts'
import { sarifOf } from '../../../src/cli/findings/render-sarif.ts'
import { renderReport, renderTotal } from '../../../src/cli/findings/render-text.ts'
import type { PlacedFinding, Report } from '../../../src/cli/findings/report.ts'

const unknown = (id: string, line: number): PlacedFinding => ({
  code: 'E3002',
  level: 'error',
  path: ['Resources', id, 'Properties', 'Nam'],
  logicalId: id,
  message: 'Property "Nam" is not known here',
  hint: 'Did you mean "Name"?',
  line,
  column: 7,
  value: id.toLowerCase(),
})
const secret: PlacedFinding = {
  code: 'W2001',
  level: 'warning',
  path: ['Parameters', '100%, a:b'],
  message: 'The parameter\nis not used',
  source: 'stacks/web.ts:7',
}
const report: Report = {
  file: 'infra/my web.yaml',
  findings: [unknown('A', 5), unknown('B', 9), secret],
  suppressed: [
    { ...unknown('C', 12), suppression: { code: 'E3', reason: 'known', source: 'stacks/web.ts:6' } },
  ],
}

describe('renderReport()', () => {
  it('says repeated findings once, with their places and values, and counts at the end', () => {
    expect(renderReport(report)).to.equal(
      [
        'error E3002  Property "Nam" is not known here  (2 places)',
        '  infra/my web.yaml:5:7  Resources.A.Properties.Nam = "a"',
        '  infra/my web.yaml:9:7  Resources.B.Properties.Nam = "b"',
        '  hint: Did you mean "Name"?',
        'stacks/web.ts:7  warning W2001  The parameter\nis not used',
        '  at Parameters.100%, a:b',
        'infra/my web.yaml: 2 errors, 1 warning, 1 suppressed',
      ].join('\n'),
    )
  })

  it('lists eight places of a repeated finding and counts the others', () => {
    const findings = Array.from({ length: 11 }, (_, i) => unknown(`R${i}`, i + 1))
    expect(renderReport({ ...report, findings })).to.match(
      /\(11 places\)(\n {2}infra.*){8}\n {2}and 3 more\n/,
    )
  })

  it('shows control characters of a template instead of sending them to the terminal', () => {
    const message = 'a \u001B[2Jb\rc\u001B]0;title\u0007'
    const shown = renderReport({ ...report, findings: [{ ...secret, message }] }, paletteFor(terminal))
    expect(shown).to.contain('a \\u001b[2Jb\\u000dc\\u001b]0;title\\u0007')
    expect(shown).to.contain('\u001B[33mwarning W2001\u001B[0m')
  })
})

describe('renderTotal()', () => {
  it('counts templates and findings', () => {
    const clean = { file: 'b', findings: [], suppressed: [] }
    expect(renderTotal([report, clean])).to.equal(
      '2 templates, 1 without findings: 2 errors, 1 warning, 1 suppressed',
    )
  })
})

const terminal = { isTTY: true, env: { TERM: 'xterm' } }

describe('paletteFor()', () => {
  const isColoured = (isTTY: boolean, env: Record<string, string>): boolean =>
    paletteFor({ isTTY, env }).level('error')('x') === '\u001B[31mx\u001B[0m'

  for (const [isTTY, env, coloured] of [
    [true, { TERM: 'xterm' }, true],
    [false, { TERM: 'xterm' }, false],
    [true, { TERM: 'dumb' }, false],
    [true, { TERM: 'xterm', NO_COLOR: '1' }, false],
    [true, { TERM: 'xterm', NO_COLOR: '' }, true],
    [true, { TERM: 'xterm', CI: 'true' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { TERM: 'xterm', FORCE_COLOR: '0' }, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ] as const) {
    it(`${isTTY ? 'terminal' : 'pipe'}, ${JSON.stringify(env)}: ${coloured ? 'on' : 'off'}`, () => {
      expect(isColoured(isTTY, env)).to.equal(coloured)
    })
  }
})

describe('renderGithub()', () => {
  it('prints an annotation per finding, escaped, at the code that made it, and counts', () => {
    expect(renderGithub([{ ...report, findings: [unknown('A', 5), secret] }])).to.equal(
      [
        '::error file=infra/my web.yaml,line=5,col=7,title=E3002 Resources.A.Properties.Nam::' +
          'Property "Nam" is not known here%0Ahint: Did you mean "Name"?',
        '::warning file=stacks/web.ts,line=7,title=W2001 Parameters.100%25%2C a%3Ab::The parameter%0Ais not used',
        '1 error, 1 warning, 1 suppressed',
      ].join('\n'),
    )
  })
})

describe('sarifOf()', () => {
  it('has a rule per code, a result per finding, and what is suppressed with its reason', () => {
    const rules = [
      {
        code: 'E3002',
        level: 'error',
        title: 'Properties are known',
        help: 'Spell it.',
        source: 'https://a.b/',
      },
      { code: 'W9999', level: 'warning', title: 'Not met' },
    ] as const
    const at = (line: number) => ({
      artifactLocation: { uri: 'infra/my%20web.yaml' },
      region: { startLine: line, startColumn: 7 },
    })
    const result = (id: string, line: number) => ({
      ruleId: 'E3002',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Property "Nam" is not known here\nhint: Did you mean "Name"?' },
      locations: [
        {
          physicalLocation: at(line),
          logicalLocations: [{ fullyQualifiedName: `Resources.${id}.Properties.Nam` }],
        },
      ],
      partialFingerprints: { 'codeAndPath/v1': `E3002/infra/my web.yaml/Resources/${id}/Properties/Nam` },
    })
    expect(
      sarifOf([{ ...report, findings: [unknown('A', 5), secret] }], { version: '1.2.3', rules }),
    ).to.deep.equal({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'cfstack',
              version: '1.2.3',
              rules: [
                {
                  id: 'E3002',
                  shortDescription: { text: 'Properties are known' },
                  fullDescription: { text: 'Spell it.' },
                  help: { text: 'Spell it.' },
                  helpUri: 'https://a.b/',
                },
                { id: 'W2001', shortDescription: { text: 'W2001' } },
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            result('A', 5),
            {
              ruleId: 'W2001',
              ruleIndex: 1,
              level: 'warning',
              message: { text: 'The parameter\nis not used' },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'stacks/web.ts' }, region: { startLine: 7 } },
                  logicalLocations: [{ fullyQualifiedName: 'Parameters.100%, a:b' }],
                },
              ],
              partialFingerprints: { 'codeAndPath/v1': 'W2001/infra/my web.yaml/Parameters/100%, a:b' },
            },
            { ...result('C', 12), suppressions: [{ kind: 'inSource', justification: 'known' }] },
          ],
        },
      ],
    })
  })
})
