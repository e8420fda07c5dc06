import type { Case } from '../../finds.ts'
import { ifWide, ref, switchable } from './parts.ts'

const launchTemplate = (UserData: unknown): object => ({
  ...switchable,
  Resources: {
    A: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: { LaunchTemplateData: { InstanceType: ifWide('m7g.large', 't4g.small'), UserData } },
    },
  },
})
const instance = (UserData: unknown): object => ({
  ...switchable,
  Resources: {
    A: {
      Type: 'AWS::EC2::Instance',
      Properties: { ImageId: 'ami-12345678', InstanceType: ifWide('m7g.large', 't4g.small'), UserData },
    },
  },
})
const script = '#!/bin/bash\nhostname ${AWS::StackName}\n'
const base64 = Buffer.from(script).toString('base64')
const lines = (count: number): string => 'echo 12345\n'.repeat(count)

const configuration = (UserData: unknown): object => ({
  Resources: {
    A: {
      Type: 'AWS::AutoScaling::LaunchConfiguration',
      Properties: { ImageId: 'ami-12345678', InstanceType: 'm5.large', UserData },
    },
  },
})
const fleet = (UserData: unknown): object => ({
  Resources: {
    A: {
      Type: 'AWS::EC2::SpotFleet',
      Properties: {
        SpotFleetRequestConfigData: {
          IamFleetRole: 'arn:aws:iam::123456789012:role/fleet',
          TargetCapacity: 2,
          LaunchSpecifications: [{ ImageId: 'ami-12345678', InstanceType: 'm5.large', UserData }],
        },
      },
    },
  },
})

export const userDataFaults: readonly Case[] = [
  [
    'CFS0901',
    configuration('<powershell>Restart-Computer</powershell>'),
    configuration({ 'Fn::ImportValue': 'user-data' }),
  ],
  ['CFS0901', fleet('#cloud-config\n'), fleet({ 'Fn::Base64': '#cloud-config\n' })],
  ['CFS0901', launchTemplate({ 'Fn::Sub': script }), launchTemplate({ 'Fn::Base64': { 'Fn::Sub': script } })],
  ['CFS0901', instance('#!/bin/bash\nreboot'), instance(base64)],
  [
    'CFS0901',
    instance(ifWide({ 'Fn::Join': ['\n', ['#!/bin/sh', ref('Wide')]] }, base64)),
    instance(ifWide({ 'Fn::Base64': { 'Fn::Join': ['\n', ['#!/bin/sh', ref('Wide')]] } }, base64)),
  ],
  // 1,489 lines of 11 bytes are 16,379 bytes; functions may add nothing.
  [
    'CFS0902',
    instance({ 'Fn::Base64': { 'Fn::Sub': `\${AWS::Region}${lines(1490)}` } }),
    instance({ 'Fn::Base64': { 'Fn::Sub': `\${AWS::Region}${lines(1489)}` } }),
  ],
  [
    'CFS0902',
    launchTemplate(Buffer.from(lines(1490)).toString('base64')),
    launchTemplate(Buffer.from(lines(1489)).toString('base64')),
  ],
  [
    'CFS0902',
    launchTemplate({ 'Fn::Base64': { 'Fn::Join': ['', [ifWide(lines(800), lines(900)), lines(700)]] } }),
    launchTemplate({ 'Fn::Base64': { 'Fn::Join': ['', [ifWide(lines(100), lines(900)), lines(700)]] } }),
  ],
  ['CFS0903', launchTemplate({ 'Fn::Base64': base64 }), launchTemplate(base64)],
  ['CFS0903', fleet({ 'Fn::Base64': base64 }), fleet({ 'Fn::Base64': { 'Fn::ImportValue': 'script' } })],
]
