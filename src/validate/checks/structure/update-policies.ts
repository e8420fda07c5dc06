import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const bool: Shape = { kinds: ['boolean'] }
const whole: Shape = { kinds: ['integer'] }
const text: Shape = { kinds: ['string'] }
const fields = (inner: { readonly [name: string]: Shape }): Shape => ({ kinds: ['object'], fields: inner })

/** The processes that an update may suspend. */
const processes = [
  'Launch',
  'Terminate',
  'AddToLoadBalancer',
  'AlarmNotification',
  'AZRebalance',
  'HealthCheck',
  'InstanceRefresh',
  'ReplaceUnhealthy',
  'ScheduledActions',
]
const search = fields({ EnableVersionUpgrade: bool })
const updatePolicies: { readonly [type: string]: Shape } = {
  'AWS::AutoScaling::AutoScalingGroup': fields({
    AutoScalingReplacingUpdate: fields({ WillReplace: bool }),
    AutoScalingRollingUpdate: fields({
      MaxBatchSize: whole,
      MinActiveInstancesPercent: whole,
      MinInstancesInService: whole,
      MinSuccessfulInstancesPercent: whole,
      PauseTime: text,
      SuspendProcesses: { kinds: ['list'], items: { kinds: ['string'], among: processes } },
      WaitOnResourceSignals: bool,
    }),
    AutoScalingScheduledAction: fields({ IgnoreUnmodifiedGroupSizeProperties: bool }),
  }),
  'AWS::Lambda::Alias': {
    kinds: ['object'],
    fields: {
      CodeDeployLambdaAliasUpdate: fields({
        AfterAllowTrafficHook: text,
        ApplicationName: text,
        BeforeAllowTrafficHook: text,
        DeploymentGroupName: text,
      }),
    },
    others: {},
  },
  'AWS::Elasticsearch::Domain': search,
  'AWS::OpenSearchService::Domain': search,
  'AWS::ElastiCache::ReplicationGroup': fields({ UseOnlineResharding: bool }),
  'AWS::AppStream::Fleet': fields({
    StartAfterUpdate: fields({ Type: bool }),
    StopBeforeUpdate: fields({ Type: bool }),
  }),
}

const signal = fields({ Timeout: text, Count: whole })
const creationPolicies: { readonly [type: string]: Shape } = {
  'AWS::AppStream::Fleet': fields({ StartFleet: bool }),
  'AWS::AutoScaling::AutoScalingGroup': fields({
    AutoScalingCreationPolicy: fields({ MinSuccessfulInstancesPercent: whole }),
    ResourceSignal: signal,
  }),
  'AWS::CloudFormation::WaitCondition': fields({ ResourceSignal: signal }),
  'AWS::EC2::Instance': fields({ ResourceSignal: signal }),
}

const pages = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/'

export const updatePolicy: Check = {
  rules: [
    {
      code: 'E3016',
      level: 'error',
      title: 'UpdatePolicy stands on a type that has one, with what that type knows',
      help: 'Only Auto Scaling groups, aliases of functions, search domains, replication groups and AppStream fleets have an update policy; CloudFormation refuses it elsewhere, and fields that it does not know.',
      source: `${pages}aws-attribute-updatepolicy.html`,
    },
    {
      code: 'E3055',
      level: 'error',
      title: 'CreationPolicy has what the type knows',
      help: 'A creation policy waits for signals, with a Count and a Timeout such as PT15M. Check the names and the kinds of the values.',
      source: `${pages}aws-attribute-creationpolicy.html`,
    },
  ],
  run(template, report) {
    for (const { id, type, json } of template.resources.values()) {
      const { UpdatePolicy: update, CreationPolicy: creation } = json
      const path = ['Resources', id]
      const known = Object.hasOwn(updatePolicies, type) ? updatePolicies[type] : undefined
      if (update !== undefined && known === undefined && type !== '')
        report({ path: [...path, 'UpdatePolicy'], message: `${type} has no update policy` })
      else if (update !== undefined && known !== undefined)
        judgeAs({ other: 'E3016' }, update, { functions: ['*'], ...known }, [...path, 'UpdatePolicy'], {
          template,
          report,
        })
      const policy = Object.hasOwn(creationPolicies, type) ? creationPolicies[type] : undefined
      if (!isObject(creation) || policy === undefined) continue
      const shape = { functions: ['Fn::Sub', 'Fn::Select', 'Fn::FindInMap', 'Fn::If', 'Ref'], ...policy }
      judgeAs({ other: 'E3055' }, creation, shape, [...path, 'CreationPolicy'], { template, report })
    }
  },
}
