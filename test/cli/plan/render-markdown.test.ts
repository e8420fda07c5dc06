import { expect } from 'chai'
import * as fc from 'fast-check'
import { commentLimit, renderMarkdown } from '../../../src/cli/plan/render-markdown.ts'
import type { Plan, PlannedChange } from '../../../src/deploy/plan/plan.ts'

const change = (fields: Partial<PlannedChange>): PlannedChange => ({
  action: 'modify',
  logicalId: 'Topic',
  type: 'AWS::SNS::Topic',
  replacement: 'no',
  stateful: false,
  properties: [],
  ...fields,
})

const plan = (fields: Partial<Plan>): Plan => ({
  stackName: 'web',
  operation: 'update',
  changeSet: 'arn:set',
  changes: [],
  access: [],
  hooks: [],
  findings: [],
  counts: { add: 0, modify: 1, replace: 1, remove: 0, import: 0, sync: 0 },
  ...fields,
})

describe('renderMarkdown()', () => {
  it('warns first, folds the properties, and ends with the counts', () => {
    const text = renderMarkdown(
      plan({
        changes: [
          change({
            action: 'replace',
            logicalId: 'Db',
            type: 'AWS::RDS::DBInstance',
            replacement: 'yes',
            stateful: true,
          }),
          change({
            source: 'stacks/web.ts:7',
            properties: [
              {
                path: 'Properties.DisplayName',
                before: '```a',
                after: 'b',
                recreation: 'no',
                cause: 'parameter Name',
              },
            ],
          }),
        ],
        access: [
          {
            logicalId: 'Group',
            type: 'AWS::EC2::SecurityGroup',
            widens: ['allow tcp 22 from 0.0.0.0/0'],
            narrows: [],
          },
        ],
        findings: [{ level: 'warning', code: 'X', message: 'ask @anna <b>', logicalId: 'Old' }],
      }),
      ['Termination protection: off → on'],
    )
    expect(text).to.equal(
      [
        '### update stack `web`',
        '> [!WARNING]\n> These hold data and are replaced or removed:\n> - **replace** `Db` (AWS::RDS::DBInstance)',
        '> [!CAUTION]\n> CloudFormation warns:\n> - `Old`: ask &#64;anna &lt;b&gt; (X)',
        '<details><summary>Access: <code>Group</code></summary>\n\n```diff\n+ allow tcp 22 from 0.0.0.0/0\n```\n\n</details>',
        '- Termination protection: off → on',
        '- ± replace <code>Db</code> AWS::RDS::DBInstance',
        '<details><summary>~ modify <code>Topic</code> AWS::SNS::Topic (stacks/web.ts:7)</summary>\n\n' +
          '````diff\n  Properties.DisplayName  (parameter Name)\n- ```a\n+ b\n````\n\n</details>',
        '`Plan: 0 add, 1 modify, 1 replace, 0 remove`',
      ].join('\n\n'),
    )
  })

  it('fits a comment whatever changes, and says how much is left out', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.boolean(), (count, stateful) => {
        const properties = [
          { path: 'Properties.A', before: 'x'.repeat(900), after: 'y', recreation: 'no' as const },
        ]
        const changes = Array.from({ length: count }, (_, index) =>
          change({ logicalId: `R${index}`, replacement: 'yes', stateful, properties }),
        )
        const text = renderMarkdown(plan({ changes }))
        expect(text.length).to.be.at.most(commentLimit)
        expect(text.endsWith('`Plan: 0 add, 1 modify, 1 replace, 0 remove`')).to.equal(true)
        const left = Number(/_(\d+) more did not fit here\._/.exec(text)?.[1] ?? 0)
        expect(text.split('<details>').length - 1 + left).to.equal(count)
      }),
      { numRuns: 30 },
    ))
})
