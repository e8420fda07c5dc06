import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, topic } from '../templates.ts'
import { until } from '../until.ts'

const page = guide('detect-drift-stack')
/** Looks for drift and gives the answer. */
const detected = async ({ cfn }: Stage, StackName: string | undefined) => {
  const { StackDriftDetectionId } = await cfn.detectStackDrift({ StackName })
  return until(
    'drift detection ends',
    () => cfn.describeStackDriftDetectionStatus({ StackDriftDetectionId }),
    ({ DetectionStatus = '' }) => [DetectionStatus !== 'DETECTION_IN_PROGRESS', DetectionStatus],
  )
}
/** A stack with a parameter whose value somebody has changed. */
const changed = async ({ beside, create, name }: Stage): Promise<string | undefined> => {
  const Name = `/${name()}`
  const { StackId } = await create({
    Resources: {
      Note: { Type: 'AWS::SSM::Parameter', Properties: { Name, Type: 'String', Value: 'as written' } },
    },
  })
  await beside.putParameter(Name, 'String', 'by hand')
  return StackId
}

export const drift: readonly Case[] = [
  {
    name: 'has not looked for drift before it is asked to',
    source: api('StackDriftInformation'),
    run: async ({ create }) =>
      expect((await create(one)).DriftInformation).to.include({ StackDriftStatus: 'NOT_CHECKED' }),
  },
  {
    name: 'finds a stack as it should be',
    source: page,
    run: async (stage) => {
      const { StackId } = await stage.create(one)
      expect(await detected(stage, StackId)).to.include({
        DetectionStatus: 'DETECTION_COMPLETE',
        StackDriftStatus: 'IN_SYNC',
        DriftedStackResourceCount: 0,
        StackId,
      })
    },
  },
  {
    name: 'shows at the stack what was found, and when',
    source: api('StackDriftInformation'),
    run: async (stage) => {
      const { StackId } = await stage.create(one)
      await detected(stage, StackId)
      const [stack] = (await stage.cfn.describeStacks({ StackName: StackId })).Stacks ?? []
      expect(stack?.DriftInformation?.StackDriftStatus).to.equal('IN_SYNC')
      expect(stack?.DriftInformation?.LastCheckTimestamp).to.be.instanceOf(Date)
    },
  },
  {
    name: 'finds what was changed by hand',
    source: page,
    run: async (stage) => {
      const StackName = await changed(stage)
      expect(await detected(stage, StackName)).to.include({
        StackDriftStatus: 'DRIFTED',
        DriftedStackResourceCount: 1,
      })
    },
  },
  {
    name: 'names the property that differs, with both values',
    source: api('PropertyDifference'),
    run: async (stage) => {
      const StackName = await changed(stage)
      await detected(stage, StackName)
      const { StackResourceDrifts = [] } = await stage.cfn.describeStackResourceDrifts({
        StackName,
        StackResourceDriftStatusFilters: ['MODIFIED'],
      })
      expect(
        StackResourceDrifts.map(({ LogicalResourceId, PropertyDifferences }) => [
          LogicalResourceId,
          PropertyDifferences,
        ]),
      ).to.deep.equal([
        [
          'Note',
          [
            {
              PropertyPath: '/Value',
              ExpectedValue: 'as written',
              ActualValue: 'by hand',
              DifferenceType: 'NOT_EQUAL',
            },
          ],
        ],
      ])
    },
  },
  {
    name: 'looks at a single resource',
    source: api('DetectStackResourceDrift'),
    run: async (stage) => {
      const StackName = await changed(stage)
      const { StackResourceDrift } = await stage.cfn.detectStackResourceDrift({
        StackName,
        LogicalResourceId: 'Note',
      })
      expect(StackResourceDrift).to.include({
        StackResourceDriftStatus: 'MODIFIED',
        LogicalResourceId: 'Note',
        ResourceType: 'AWS::SSM::Parameter',
      })
    },
  },
  {
    name: 'lists resources in sync with their properties',
    source: api('DescribeStackResourceDrifts'),
    run: async (stage) => {
      const { StackId } = await stage.create({ Resources: { News: topic({ DisplayName: 'News' }) } })
      await detected(stage, StackId)
      const { StackResourceDrifts = [] } = await stage.cfn.describeStackResourceDrifts({ StackName: StackId })
      expect(
        StackResourceDrifts.map(({ LogicalResourceId, StackResourceDriftStatus }) => [
          LogicalResourceId,
          StackResourceDriftStatus,
        ]),
      ).to.deep.equal([['News', 'IN_SYNC']])
      expect(JSON.parse(StackResourceDrifts[0]?.ExpectedProperties ?? '{}')).to.deep.include({
        DisplayName: 'News',
      })
    },
  },
  {
    name: 'takes drift back with a change set that is aware of it',
    source: guide('drift-aware-change-sets'),
    run: async (stage) => {
      const StackName = (await changed(stage)) ?? ''
      const { TemplateBody = '' } = await stage.cfn.getTemplate({ StackName })
      const set = await stage.changeSet(StackName, TemplateBody, { DeploymentMode: 'REVERT_DRIFT' })
      expect(set.Changes?.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).to.deep.equal([
        'Note',
      ])
      await stage.execute(set)
      expect(await detected(stage, StackName)).to.include({ StackDriftStatus: 'IN_SYNC' })
    },
  },
  {
    name: 'says that a detection does not exist',
    source: api('DescribeStackDriftDetectionStatus'),
    run: ({ cfn }) =>
      refused(
        cfn.describeStackDriftDetectionStatus({
          StackDriftDetectionId: 'b78ac9b0-dec1-11e7-a451-503a3example',
        }),
        'ValidationError',
      ),
  },
  {
    name: 'refuses to look for drift in a stack that does not exist',
    source: api('DetectStackDrift'),
    run: ({ cfn, name }) =>
      refused(cfn.detectStackDrift({ StackName: name() }), 'ValidationError', /does not exist/),
  },
]
