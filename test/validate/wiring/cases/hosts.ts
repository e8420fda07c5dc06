import { hosted, staged } from './bases.ts'
import type { WiringCase } from './case.ts'

const noValue = { Ref: 'AWS::NoValue' }
const setUserData = (resources: any, text: string): void => {
  resources.HostTemplate.Properties.LaunchTemplateData.UserData = { 'Fn::Base64': { 'Fn::Sub': text } }
}
const joinCluster = 'echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n'
const quiet = `#!/bin/bash\n${joinCluster}`

export const hosts: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS1001',
      level: 'error',
      path: 'Resources.HostTemplate.Properties.LaunchTemplateData',
      message:
        'Auto-scaling group "Hosts" starts from launch template "HostTemplate", and neither gives an image',
      hint: 'Set ImageId in LaunchTemplateData of "HostTemplate"',
    },
    fails: hosted((draft) => {
      delete draft.Parameters.Image
      delete draft.Resources.HostTemplate.Properties.LaunchTemplateData.ImageId
    }),
    silent: {
      'overrides bring images': hosted(({ Resources }) => {
        delete Resources.HostTemplate.Properties.LaunchTemplateData.ImageId
        const { Hosts } = Resources
        Hosts.Properties.MixedInstancesPolicy = {
          LaunchTemplate: {
            LaunchTemplateSpecification: Hosts.Properties.LaunchTemplate,
            Overrides: [{ InstanceType: 'm6i.large', ImageId: { Ref: 'Image' } }],
          },
        }
        delete Hosts.Properties.LaunchTemplate
      }),
      'the launch template is for batch jobs, which bring an image': hosted(({ Resources }) => {
        Resources.Other = structuredClone(Resources.HostTemplate)
        delete Resources.Other.Properties.LaunchTemplateData.ImageId
        Resources.Jobs = {
          Type: 'AWS::Batch::ComputeEnvironment',
          Properties: {
            Type: 'MANAGED',
            ComputeResources: {
              Type: 'EC2',
              MaxvCpus: 8,
              Subnets: { Ref: 'Subnets' },
              SecurityGroupIds: [{ Ref: 'HostGroup' }],
              InstanceRole: { Ref: 'HostProfile' },
              InstanceTypes: ['m6i'],
              LaunchTemplate: { LaunchTemplateId: { Ref: 'Other' } },
            },
          },
        }
      }),
      'the group starts from another stack’s launch template': hosted((draft) => {
        const { Hosts, HostTemplate } = draft.Resources
        Hosts.Properties.LaunchTemplate = {
          LaunchTemplateId: { 'Fn::ImportValue': 'template' },
          Version: '3',
        }
        delete HostTemplate.Properties.LaunchTemplateData.ImageId
      }),
    },
  },
  {
    finds: {
      code: 'CFS1001',
      level: 'error',
      path: 'Resources.HostTemplate.Properties.LaunchTemplateData.ImageId.Fn::If',
      message:
        'Auto-scaling group "Hosts" starts from launch template "HostTemplate", and neither gives an image, when "Prod" is false',
      hint: 'Set ImageId in LaunchTemplateData of "HostTemplate"',
    },
    fails: hosted((draft) => {
      staged(draft).Resources.HostTemplate.Properties.LaunchTemplateData.ImageId = {
        'Fn::If': ['Prod', { Ref: 'Image' }, noValue],
      }
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1101',
      level: 'warning',
      path: 'Resources.Hosts.Properties.LaunchTemplate.Version',
      message:
        'Auto-scaling group "Hosts" stays at version $Latest of launch template "HostTemplate": no update of it replaces instances',
      hint: 'Use { "Fn::GetAtt": ["HostTemplate", "LatestVersionNumber"] }',
    },
    fails: hosted(({ Resources }) => {
      Resources.Hosts.Properties.LaunchTemplate.Version = '$Latest'
    }),
    silent: {
      'the version is a parameter': hosted((draft) => {
        draft.Parameters.Version = { Type: 'String', Default: '$Latest' }
        draft.Resources.Hosts.Properties.LaunchTemplate.Version = { Ref: 'Version' }
      }),
      'the launch template is elsewhere': hosted((draft) => {
        draft.Resources.Hosts.Properties.LaunchTemplate = {
          LaunchTemplateId: { 'Fn::ImportValue': 'template' },
          Version: '$Latest',
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1101',
      level: 'warning',
      path: 'Resources.Hosts.Properties.LaunchTemplate.Version',
      message:
        'Auto-scaling group "Hosts" stays at its default version of launch template "HostTemplate": no update of it replaces instances',
      hint: 'Use { "Fn::GetAtt": ["HostTemplate", "LatestVersionNumber"] }',
    },
    fails: hosted(({ Resources }) => {
      Resources.Hosts.Properties.LaunchTemplate.Version = {
        'Fn::Sub': '${HostTemplate.DefaultVersionNumber}',
      }
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1102',
      level: 'warning',
      path: 'Resources.Hosts',
      message:
        'Auto-scaling group "Hosts" has no policy for updates: changes reach only instances that start later',
      hint: 'Add UpdatePolicy with AutoScalingRollingUpdate',
    },
    fails: hosted(({ Resources }) => {
      Resources.Hosts.UpdatePolicy = {
        AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true },
      }
    }),
    silent: {
      'the group is replaced as a whole': hosted(({ Resources }) => {
        Resources.Hosts.UpdatePolicy = { AutoScalingReplacingUpdate: { WillReplace: true } }
      }),
      'either of two policies applies': hosted((draft) => {
        staged(draft).Resources.Hosts.UpdatePolicy = {
          'Fn::If': [
            'Prod',
            { AutoScalingRollingUpdate: { MaxBatchSize: '1' } },
            { AutoScalingReplacingUpdate: { WillReplace: true } },
          ],
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1201',
      level: 'error',
      path: 'Resources.Hosts.CreationPolicy.ResourceSignal',
      message: '"Hosts" waits for signals by CreationPolicy, nothing in its user data sends one',
      hint: 'Call cfn-signal --stack ${AWS::StackName} --resource Hosts --region ${AWS::Region} in the user data of "HostTemplate"',
    },
    fails: hosted(({ Resources }) => {
      setUserData(Resources, quiet)
      delete Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals
    }),
    silent: {
      'cfn-init signals by the metadata of the launch template': hosted(({ Resources }) => {
        setUserData(Resources, `#!/bin/bash\n/opt/aws/bin/cfn-init -s \${AWS::StackName} -r HostTemplate\n`)
        Resources.HostTemplate.Metadata = {
          'AWS::CloudFormation::Init': {
            config: {
              commands: {
                done: { command: { 'Fn::Sub': 'cfn-signal --stack ${AWS::StackName} --resource Hosts' } },
              },
            },
          },
        }
      }),
      'a script elsewhere is told the stack': hosted(({ Resources }) => {
        setUserData(Resources, '#!/bin/bash\n/opt/ready.sh ${AWS::StackName}\n')
      }),
      'the user data is elsewhere': hosted((draft) => {
        draft.Parameters.UserData = { Type: 'String' }
        draft.Resources.HostTemplate.Properties.LaunchTemplateData.UserData = { Ref: 'UserData' }
      }),
      'a function signals when it has seen the instances': hosted(({ Resources }) => {
        setUserData(Resources, quiet)
        Resources.Document = {
          Type: 'AWS::SSM::Document',
          Properties: {
            DocumentType: 'Command',
            Content: {
              schemaVersion: '2.2',
              description: 'Signals',
              mainSteps: [
                {
                  action: 'aws:runShellScript',
                  name: 'signal',
                  inputs: { runCommand: ['aws cloudformation signal-resource'] },
                },
              ],
            },
          },
        }
      }),
      'one signal over several lines of a multipart text': hosted(({ Resources }) => {
        setUserData(
          Resources,
          'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="=="\n\n--==\nContent-Type: text/x-shellscript\n\n' +
            '#!/bin/bash\naws cloudformation signal-resource --stack-name ${AWS::StackName} \\\n' +
            '  --logical-resource-id Hosts --unique-id $ID --status SUCCESS\n--==--\n',
        )
      }),
    },
  },
  {
    finds: {
      code: 'CFS1202',
      level: 'error',
      path: 'Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals',
      message: '"Hosts" waits for signals by WaitOnResourceSignals, nothing in its user data sends one',
      hint: 'Call cfn-signal --stack ${AWS::StackName} --resource Hosts --region ${AWS::Region} in the user data of "HostTemplate"',
    },
    fails: hosted(({ Resources }) => {
      setUserData(Resources, quiet)
      delete Resources.Hosts.CreationPolicy
    }),
    silent: {
      'whether it waits is a parameter': hosted((draft) => {
        draft.Parameters.Wait = { Type: 'String', Default: 'true' }
        setUserData(draft.Resources, quiet)
        delete draft.Resources.Hosts.CreationPolicy
        draft.Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals = { Ref: 'Wait' }
      }),
      'it does not wait': hosted(({ Resources }) => {
        setUserData(Resources, quiet)
        delete Resources.Hosts.CreationPolicy
        Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals = 'false'
      }),
    },
  },
  {
    finds: {
      code: 'CFS1202',
      level: 'warning',
      path: 'Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals',
      message: '"Hosts" waits for signals by WaitOnResourceSignals, and has no user data that sends one',
      hint: 'Call cfn-signal --stack ${AWS::StackName} --resource Hosts --region ${AWS::Region} in the user data of "HostTemplate"',
    },
    fails: hosted(({ Resources }) => {
      delete Resources.HostTemplate.Properties.LaunchTemplateData.UserData
      delete Resources.Hosts.CreationPolicy
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1203',
      level: 'error',
      path: 'Resources.HostTemplate.Properties.LaunchTemplateData.UserData',
      message: '"Hosts" waits for signals by CreationPolicy, its instances signal for "HostTemplate"',
      hint: 'Signal with --resource Hosts',
    },
    fails: hosted(({ Resources }) => {
      setUserData(
        Resources,
        `${quiet}cfn-signal -e $? --stack \${AWS::StackName} --resource HostTemplate --region \${AWS::Region}\n`,
      )
      delete Resources.Hosts.UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals
    }),
    silent: {
      'the name is computed': hosted(({ Resources }) => {
        setUserData(Resources, `${quiet}cfn-signal -e $? --stack \${AWS::StackName} --resource $RESOURCE\n`)
      }),
      'what it starts with is another stack’s': hosted(({ Resources }) => {
        Resources.Others = structuredClone(Resources.Hosts)
        Resources.Others.Properties.LaunchTemplate = { LaunchTemplateName: 'elsewhere', Version: '1' }
      }),
      'it signals for both in one line': hosted(({ Resources }) => {
        setUserData(
          Resources,
          `${quiet}cfn-signal --stack s --resource HostTemplate && cfn-signal --stack s --resource Hosts\n`,
        )
      }),
      'it signals for both': hosted(({ Resources }) => {
        setUserData(
          Resources,
          `${quiet}cfn-signal --stack s --resource HostTemplate\ncfn-signal --stack s --resource=Hosts\n`,
        )
      }),
    },
  },
  {
    finds: {
      code: 'CFS1204',
      level: 'warning',
      path: 'Resources.Hosts.CreationPolicy.ResourceSignal.Count',
      message: 'Auto-scaling group "Hosts" waits for 3 signals, and starts with 2 instances',
      hint: 'Set Count to 2',
    },
    fails: hosted(({ Resources }) => {
      Resources.Hosts.CreationPolicy.ResourceSignal.Count = '3'
    }),
    silent: {
      'more are wanted than the least': hosted(({ Resources }) => {
        Resources.Hosts.CreationPolicy.ResourceSignal.Count = '3'
        Resources.Hosts.Properties.DesiredCapacity = '3'
      }),
      'the size is a parameter': hosted((draft) => {
        draft.Parameters.Size = { Type: 'Number', Default: 1 }
        draft.Resources.Hosts.CreationPolicy.ResourceSignal.Count = 3
        draft.Resources.Hosts.Properties.DesiredCapacity = { Ref: 'Size' }
      }),
      'both change together': hosted((draft) => {
        const { Hosts } = staged(draft).Resources
        Hosts.CreationPolicy.ResourceSignal.Count = { 'Fn::If': ['Prod', 4, 1] }
        Hosts.Properties.DesiredCapacity = { 'Fn::If': ['Prod', '4', '2'] }
      }),
    },
  },
]
