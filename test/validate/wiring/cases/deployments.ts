import { fargate, hosted, staged, type Draft } from './bases.ts'
import type { WiringCase } from './case.ts'

/** Opens a host port that one task only can have. */
function fixPort({ Resources }: Draft): any {
  Resources.Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort = 80
  Resources.HostGroup.Properties.SecurityGroupIngress[0].FromPort = 80
  return Resources
}

export const deployments: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS2301',
      level: 'warning',
      path: 'Resources.Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort',
      message:
        'Service "Service" runs 2 tasks with host port 80 and may stop none, "Hosts" has 2 hosts: a deployment finds no place',
      hint: 'Take HostPort away, lower MinimumHealthyPercent, or add a host',
    },
    fails: hosted((draft) => {
      fixPort(draft)
    }),
    silent: {
      'half of them may stop': hosted((draft) => {
        fixPort(draft).Service.Properties.DeploymentConfiguration = { MinimumHealthyPercent: 50 }
      }),
      'there is a host more': hosted((draft) => {
        fixPort(draft).Hosts.Properties.DesiredCapacity = '3'
      }),
      'a capacity provider adds hosts': hosted((draft) => {
        fixPort(draft).Provider = {
          Type: 'AWS::ECS::CapacityProvider',
          Properties: {
            AutoScalingGroupProvider: {
              AutoScalingGroupArn: { Ref: 'Hosts' },
              ManagedScaling: { Status: 'ENABLED' },
            },
          },
        }
        draft.Resources.Association = {
          Type: 'AWS::ECS::ClusterCapacityProviderAssociations',
          Properties: {
            Cluster: { Ref: 'Cluster' },
            CapacityProviders: [{ Ref: 'Provider' }],
            DefaultCapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' }, Weight: 1 }],
          },
        }
      }),
      'the number of hosts is a parameter': hosted((draft) => {
        draft.Parameters.Size = { Type: 'Number', Default: 2 }
        fixPort(draft).Hosts.Properties.MinSize = { Ref: 'Size' }
      }),
      'the cluster is imported': hosted((draft) => {
        fixPort(draft).Service.Properties.Cluster = { 'Fn::ImportValue': 'cluster' }
      }),
      'it runs on every host': hosted((draft) => {
        const { Service } = fixPort(draft)
        Service.Properties.SchedulingStrategy = 'DAEMON'
        delete Service.Properties.DesiredCount
      }),
    },
  },
  {
    finds: {
      code: 'CFS2302',
      level: 'warning',
      path: 'Resources.Service.Properties.DeploymentConfiguration.MaximumPercent',
      message:
        'Service "Service" keeps at least 100 % and runs at most 100 % of 2 tasks: a deployment can neither stop nor start one',
      hint: 'Raise MaximumPercent to 200, or lower MinimumHealthyPercent to 50 or 0',
    },
    fails: fargate(({ Resources }) => {
      Resources.Service.Properties.DeploymentConfiguration = {
        MaximumPercent: 100,
        MinimumHealthyPercent: 100,
      }
    }),
    silent: {
      'one may be added': fargate(({ Resources }) => {
        Resources.Service.Properties.DeploymentConfiguration = {
          MaximumPercent: 150,
          MinimumHealthyPercent: 100,
        }
      }),
      'one may stop': fargate(({ Resources }) => {
        Resources.Service.Properties.DeploymentConfiguration = {
          MaximumPercent: 100,
          MinimumHealthyPercent: 50,
        }
      }),
      'both are right in each case': fargate((draft) => {
        staged(draft).Resources.Service.Properties.DeploymentConfiguration = {
          MaximumPercent: { 'Fn::If': ['Prod', 200, 100] },
          MinimumHealthyPercent: { 'Fn::If': ['Prod', 100, 50] },
        }
      }),
      'CodeDeploy deploys it': fargate(({ Resources }) => {
        Object.assign(Resources.Service.Properties, {
          DeploymentController: { Type: 'CODE_DEPLOY' },
          DeploymentConfiguration: { MaximumPercent: 100, MinimumHealthyPercent: 100 },
        })
      }),
    },
  },
  {
    finds: {
      code: 'CFS2302',
      level: 'warning',
      path: 'Resources.Service.Properties.DeploymentConfiguration.MaximumPercent',
      message:
        'Service "Service" keeps at least 100 % and runs at most 150 % of 1 task: a deployment can neither stop nor start one',
      hint: 'Raise MaximumPercent to 200, or lower MinimumHealthyPercent to 50 or 0',
    },
    fails: fargate(({ Resources }) => {
      delete Resources.Service.Properties.DesiredCount
      Resources.Service.Properties.DeploymentConfiguration = { MaximumPercent: 150 }
    }),
    silent: {
      'the number of tasks scales by itself': fargate(({ Resources }) => {
        Resources.Service.Properties.DesiredCount = 1
        Resources.Service.Properties.DeploymentConfiguration = { MaximumPercent: 150 }
        Resources.Scaling = {
          Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
          Properties: {
            MinCapacity: 2,
            MaxCapacity: 8,
            ResourceId: { 'Fn::Sub': 'service/${Cluster}/${Service.Name}' },
            ScalableDimension: 'ecs:service:DesiredCount',
            ServiceNamespace: 'ecs',
          },
        }
      }),
    },
  },
]
