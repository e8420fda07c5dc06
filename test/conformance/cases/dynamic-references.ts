import { expect } from 'chai'
import type { Case } from '../case.ts'
import { guide, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { outputsOf, stored } from '../templates.ts'

const page = (kind: string): string => guide(`dynamic-references-${kind}`)
/** What a resource gets for a text. */
const resolved = async ({ create }: Stage, text: unknown): Promise<string | undefined> =>
  outputsOf(
    await create({
      Resources: { Note: stored(text) },
      Outputs: { Value: { Value: { 'Fn::GetAtt': ['Note', 'Value'] } } },
    }),
  )['Value']

export const dynamicReferences: readonly Case[] = [
  {
    name: 'reads the parameter store',
    source: page('ssm'),
    run: async (stage) => {
      const key = `/${stage.name()}`
      await stage.beside.putParameter(key, 'String', 'large')
      expect(await resolved(stage, `{{resolve:ssm:${key}}}`)).to.equal('large')
    },
  },
  {
    name: 'reads a version of the parameter store',
    source: page('ssm'),
    run: async (stage) => {
      const key = `/${stage.name()}`
      await stage.beside.putParameter(key, 'String', 'small')
      await stage.beside.putParameter(key, 'String', 'large')
      expect(await resolved(stage, `{{resolve:ssm:${key}:1}}`)).to.equal('small')
    },
  },
  {
    name: 'reads within a longer text, more than once',
    source: guide('dynamic-references'),
    run: async (stage) => {
      const key = `/${stage.name()}`
      await stage.beside.putParameter(key, 'String', 'x')
      const reference = `{{resolve:ssm:${key}}}`
      expect(await resolved(stage, { 'Fn::Sub': `\${AWS::Region}-${reference}-${reference}` })).to.equal(
        'eu-central-1-x-x',
      )
    },
  },
  {
    name: 'reads a secret',
    source: page('secretsmanager'),
    run: async (stage) => {
      const key = stage.name()
      await stage.beside.putSecret(key, 'hush')
      expect(await resolved(stage, `{{resolve:secretsmanager:${key}}}`)).to.equal('hush')
    },
  },
  {
    name: 'reads a key of a secret that holds JSON',
    source: page('secretsmanager'),
    run: async (stage) => {
      const key = stage.name()
      await stage.beside.putSecret(key, JSON.stringify({ user: 'ops', password: 'hush' }))
      expect(await resolved(stage, `{{resolve:secretsmanager:${key}:SecretString:password}}`)).to.equal(
        'hush',
      )
    },
  },
  {
    name: 'fails when the parameter store does not have it',
    source: page('ssm'),
    run: async (stage) => {
      const outcome = await stage
        .create({ Resources: { Note: stored(`{{resolve:ssm:/${stage.name()}}}`) } })
        .then(
          ({ StackStatus }) => StackStatus,
          (error: Error) => error.name,
        )
      expect(outcome).to.be.oneOf(['ROLLBACK_COMPLETE', 'ValidationError'])
    },
  },
  {
    name: 'fails when a secret has no such key',
    source: page('secretsmanager'),
    run: async (stage) => {
      const key = stage.name()
      await stage.beside.putSecret(key, JSON.stringify({ user: 'ops' }))
      const { StackStatus } = await stage.create({
        Resources: { Note: stored(`{{resolve:secretsmanager:${key}:SecretString:password}}`) },
      })
      expect(StackStatus).to.equal('ROLLBACK_COMPLETE')
    },
  },
  {
    name: 'leaves text alone that only looks like a reference',
    source: reference('aws-resource-ssm-parameter'),
    run: async (stage) =>
      expect(await resolved(stage, '{resolve} {not:resolve}')).to.equal('{resolve} {not:resolve}'),
  },
]
