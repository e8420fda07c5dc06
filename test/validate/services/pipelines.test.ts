import { itFinds, one } from '../finds.ts'

interface Action {
  readonly kind: readonly [owner: string, category: string, provider: string]
  readonly from?: readonly string[]
  readonly makes?: readonly string[]
  readonly configuration?: object
}

const named = (names: readonly string[] = []): readonly object[] => names.map((Name) => ({ Name }))
const pipeline = (...stages: readonly Action[]): object =>
  one('AWS::CodePipeline::Pipeline', {
    RoleArn: 'arn:aws:iam::123456789012:role/a',
    ArtifactStore: { Type: 'S3', Location: 'bucket' },
    Stages: stages.map(({ kind: [Owner, Category, Provider], from, makes, configuration }, index) => ({
      Name: `S${index}`,
      Actions: [
        {
          Name: 'a',
          ActionTypeId: { Owner, Category, Provider, Version: '1' },
          InputArtifacts: named(from),
          OutputArtifacts: named(makes),
          ...(configuration && { Configuration: configuration }),
        },
      ],
    })),
  })

const source: Action = { kind: ['AWS', 'Source', 'S3'], makes: ['code'] }
const build: Action = { kind: ['AWS', 'Build', 'CodeBuild'], from: ['code'] }
const deploy = (configuration: object): Action => ({
  kind: ['AWS', 'Deploy', 'CloudFormation'],
  from: ['code'],
  configuration,
})

describe('the checks of pipelines', () => {
  itFinds([
    ['E3700', pipeline(source, source), pipeline(source, build)],
    ['E3700', pipeline({ ...build, kind: ['AWS', 'Build', 'Other'] }, build), pipeline(source, build)],
    ['E3701', pipeline(source, { ...build, from: ['codes'] }), pipeline(source, build)],
    [
      'E3701',
      pipeline(source, { ...build, makes: ['code'] }),
      pipeline(source, { ...build, makes: ['built'] }, { ...build, from: ['built', 'code'] }),
    ],
    ['E3702', pipeline({ ...source, makes: ['a', 'b'] }, build), pipeline(source, build)],
    ['E3702', pipeline(source, { ...build, from: [] }), pipeline(source, build)],
    [
      'E3703',
      pipeline(source, deploy({ TemplatePath: 'built::a.json' })),
      pipeline(source, deploy({ TemplatePath: 'code::a.json' })),
    ],
    [
      'E3703',
      pipeline(source, deploy({ RoleArn: 'admin' })),
      pipeline(source, deploy({ RoleArn: 'arn:aws:iam::123456789012:role/admin' })),
    ],
  ])
})
