import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'
import { policyArn, trustIn } from './role.ts'
import { conditionOf, present, type Serverless, type Work } from './work.ts'

const application = 'ServerlessDeploymentApplication'

/**
 * What shifts traffic to a function's new version: a deployment group, the application and role that all functions share. Yields the
 * alias's update policy; undefined when the function has no deployment preference.
 */
export function deploymentPreference(
  one: Serverless,
  { resources, partition }: Work,
): JsonObject | undefined {
  const preference = one.properties['DeploymentPreference']
  if (!isObject(preference) || String(preference['Enabled']) === 'false') return undefined
  const { Alarms: alarms, Hooks: hooks, Role: role, Type: type } = preference
  const { PreTraffic: before, PostTraffic: after } = isObject(hooks) ? hooks : {}
  resources[application] ??= {
    Type: 'AWS::CodeDeploy::Application',
    Properties: { ComputePlatform: 'Lambda' },
  }
  if (role === undefined) resources['CodeDeployServiceRole'] ??= serviceRole(partition)
  resources[`${one.id}DeploymentGroup`] = {
    Type: 'AWS::CodeDeploy::DeploymentGroup',
    ...conditionOf(one),
    Properties: present({
      AlarmConfiguration: Array.isArray(alarms)
        ? { Enabled: true, Alarms: alarms.map((Name: unknown) => ({ Name })) }
        : undefined,
      ApplicationName: { Ref: application },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
      DeploymentConfigName: configName(type),
      DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ServiceRoleArn: role ?? { 'Fn::GetAtt': ['CodeDeployServiceRole', 'Arn'] },
    }),
  }
  return {
    CodeDeployLambdaAliasUpdate: present({
      ApplicationName: { Ref: application },
      DeploymentGroupName: { Ref: `${one.id}DeploymentGroup` },
      BeforeAllowTrafficHook: before,
      AfterAllowTrafficHook: after,
    }),
  }
}

/** CodeDeploy's own configurations go by short names. */
function configName(type: unknown): unknown {
  return typeof type === 'string' && /^(AllAtOnce$|Canary\d|Linear\d)/.test(type)
    ? { 'Fn::Sub': ['CodeDeployDefault.Lambda${ConfigName}', { ConfigName: type }] }
    : type
}

function serviceRole(partition: string): JsonObject {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trustIn('codedeploy'),
      ManagedPolicyArns: [policyArn(partition, 'AWSCodeDeployRoleForLambda')],
    },
  }
}
