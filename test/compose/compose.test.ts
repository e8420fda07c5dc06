import { expect } from 'chai'
import * as ec2 from '../../src/aws/ec2.ts'
import * as iam from '../../src/aws/iam.ts'
import { AutoScalingGroup as autoScalingGroup } from '../../src/aws/autoscaling.ts'
import * as s3 from '../../src/aws/s3.ts'
import { Parameter as ssm } from '../../src/aws/ssm.ts'
import {
  compose,
  condition,
  equals,
  forEach,
  ifElse,
  mapping,
  noValue,
  output,
  override,
  parameter,
  raw,
  ref,
  region,
  stack,
  sub,
  toJsonString,
} from '../../src/index.ts'
import type { Stack } from '../../src/index.ts'
import { problemsOf } from './problems-of.ts'

const template = (...stacks: Stack[]) => compose(stacks).at(-1)?.template

describe('compose()', () => {
  it('prints sections in a fixed order and resources in the order written', () => {
    const environment = parameter('Environment', { AllowedValues: ['staging', 'production'] })
    const isProduction = condition('IsProduction', equals(environment.ref, 'production'))
    const sizes = mapping('Sizes', { production: { Tenancy: 'dedicated' } })
    const vpc = ec2.VPC('NetVpc', {
      CidrBlock: '10.30.0.0/16',
      InstanceTenancy: ifElse(isProduction, sizes.get('production', 'Tenancy'), noValue),
    })
    const [made] = compose([
      stack(
        'base',
        { description: 'The network' },
        {
          out: output('VpcId', vpc.ref, { description: 'The network', condition: isProduction }),
          vpc,
          gateway: ec2.InternetGateway(
            'NetGateway',
            {},
            { DependsOn: vpc, Condition: isProduction, DeletionPolicy: 'Retain' },
          ),
          isProduction,
          sizes,
          environment,
        },
      ),
    ])
    expect(made?.text).to.equal(`{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Description": "The network",
  "Metadata": {
    "AWS::CloudFormation::Interface": {
      "ParameterGroups": [
        {
          "Label": {
            "default": "Parameters"
          },
          "Parameters": [
            "Environment"
          ]
        }
      ],
      "ParameterLabels": {
        "Environment": {
          "default": "Environment"
        }
      }
    }
  },
  "Parameters": {
    "Environment": {
      "Type": "String",
      "AllowedValues": [
        "staging",
        "production"
      ]
    }
  },
  "Mappings": {
    "Sizes": {
      "production": {
        "Tenancy": "dedicated"
      }
    }
  },
  "Conditions": {
    "IsProduction": {
      "Fn::Equals": [
        {
          "Ref": "Environment"
        },
        "production"
      ]
    }
  },
  "Resources": {
    "NetVpc": {
      "Type": "AWS::EC2::VPC",
      "Properties": {
        "CidrBlock": "10.30.0.0/16",
        "InstanceTenancy": {
          "Fn::If": [
            "IsProduction",
            {
              "Fn::FindInMap": [
                "Sizes",
                "production",
                "Tenancy"
              ]
            },
            {
              "Ref": "AWS::NoValue"
            }
          ]
        }
      }
    },
    "NetGateway": {
      "Type": "AWS::EC2::InternetGateway",
      "Condition": "IsProduction",
      "DependsOn": "NetVpc",
      "DeletionPolicy": "Retain"
    }
  },
  "Outputs": {
    "VpcId": {
      "Description": "The network",
      "Condition": "IsProduction",
      "Value": {
        "Ref": "NetVpc"
      }
    }
  }
}
`)
  })

  it('takes nested fragments, arrays, repeated handles and parts left out', () => {
    const subnet = ec2.Subnet('A', { VpcId: 'vpc-1' })
    const made = template(
      stack('s', {}, { zones: [{ subnet }], subnets: [subnet], off: undefined, name: 'x', region }),
    )
    expect(Object.keys(made?.Resources ?? {})).to.deep.equal(['A'])
  })

  it('makes a reference to another stack an output and an import, and orders the stacks', () => {
    const vpc = ec2.VPC('NetVpc', { CidrBlock: '10.0.0.0/16' })
    const bucket = s3.Bucket('Logs')
    const web = stack(
      'web',
      {},
      {
        subnet: ec2.Subnet('A', { VpcId: vpc.ref }),
        role: iam.Role('R', { AssumeRolePolicyDocument: {}, Path: sub`/${bucket.att.Arn}/${region}` }),
        ranges: output('Ranges', vpc.att.CidrBlockAssociations),
      },
    )
    const [first, second] = compose([web, stack('base', {}, { vpc, bucket })])
    expect(first?.stack.name).to.equal('base')
    expect(first?.template.Outputs).to.deep.equal({
      NetVpc: { Value: { Ref: 'NetVpc' }, Export: { Name: 'base-NetVpc' } },
      LogsArn: { Value: { 'Fn::GetAtt': ['Logs', 'Arn'] }, Export: { Name: 'base-LogsArn' } },
      NetVpcCidrBlockAssociations: {
        Value: { 'Fn::Join': [',', { 'Fn::GetAtt': ['NetVpc', 'CidrBlockAssociations'] }] },
        Export: { Name: 'base-NetVpcCidrBlockAssociations' },
      },
    })
    expect(second?.dependsOn).to.deep.equal(['base'])
    expect(second?.template.Resources).to.deep.equal({
      A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { 'Fn::ImportValue': 'base-NetVpc' } } },
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {},
          Path: {
            'Fn::Sub': ['/${LogsArn}/${AWS::Region}', { LogsArn: { 'Fn::ImportValue': 'base-LogsArn' } }],
          },
        },
      },
    })
    expect(second?.template.Outputs?.['Ranges']?.Value).to.deep.equal({
      'Fn::Split': [',', { 'Fn::ImportValue': 'base-NetVpcCidrBlockAssociations' }],
    })
    expect(first?.exports).to.deep.include({ 'base-NetVpc': { output: 'NetVpc', importedBy: ['web'] } })
  })

  it('reads across regions with Fn::GetStackOutput and exports nothing', () => {
    const bucket = s3.Bucket('Logs')
    const [east, west] = compose([
      stack('east', { region: 'us-east-1' }, { bucket }),
      stack(
        'west',
        { region: 'us-west-2' },
        { policy: s3.BucketPolicy('P', { Bucket: bucket.ref, PolicyDocument: {} }) },
      ),
    ])
    expect(east?.template.Outputs).to.deep.equal({ Logs: { Value: { Ref: 'Logs' } } })
    expect(west?.template.Resources['P']?.Properties?.['Bucket']).to.deep.equal({
      'Fn::GetStackOutput': { StackName: 'east', OutputName: 'Logs', Region: 'us-east-1' },
    })
  })

  it('keeps an export that the last build had, until what it gives is gone', () => {
    const vpc = ec2.VPC('NetVpc', { CidrBlock: '10.0.0.0/16' })
    const before = compose([
      stack('base', {}, { vpc }),
      stack('web', {}, { a: ec2.Subnet('A', { VpcId: vpc.ref }) }),
    ])
    const previous = Object.fromEntries(
      before.map((one) => [one.stack.name, { exports: one.exports, template: one.template }]),
    )
    const [after] = compose([stack('base', {}, { vpc })], { previous })
    expect(after?.template.Outputs).to.deep.equal({
      NetVpc: { Value: { Ref: 'NetVpc' }, Export: { Name: 'base-NetVpc' } },
    })
    expect(after?.exports).to.deep.equal({ 'base-NetVpc': { output: 'NetVpc', importedBy: [] } })
    const [gone] = compose([stack('base', {}, { bucket: s3.Bucket('Logs') })], { previous })
    expect(gone?.template.Outputs).to.equal(undefined)
  })

  it('tags every taggable resource in its own variant, its own tags first', () => {
    const made = template(
      stack(
        's',
        { tags: { Team: 'ops', Name: 'stack' } },
        {
          vpc: ec2.VPC('V', { CidrBlock: '10.0.0.0/16', Tags: [{ Key: 'Name', Value: 'mine' }] }),
          group: asg(),
          parameter: ssmParameter(),
          association: ec2.SubnetRouteTableAssociation('X', { SubnetId: 'subnet-1', RouteTableId: 'rtb-1' }),
        },
      ),
    )
    const properties = (id: string) => made?.Resources[id]?.Properties?.['Tags']
    expect(properties('V')).to.deep.equal([
      { Key: 'Name', Value: 'mine' },
      { Key: 'Team', Value: 'ops' },
    ])
    expect(properties('G')).to.deep.equal([
      { Key: 'Team', Value: 'ops', PropagateAtLaunch: true },
      { Key: 'Name', Value: 'stack', PropagateAtLaunch: true },
    ])
    expect(properties('P')).to.deep.equal({ Team: 'ops', Name: 'stack' })
    expect(properties('X')).to.equal(undefined)
  })

  it('adds no tag whose key a Fn::If among the tags may give', () => {
    const sometimes = condition('Sometimes', equals(region, 'us-west-2'))
    const own = ifElse(sometimes, { Key: 'Team', Value: 'own' }, noValue)
    const bucket = s3.Bucket('Logs', { Tags: [own] })
    expect(
      template(stack('web', { tags: { Team: 'ops' } }, { sometimes, bucket }))?.Resources['Logs']?.Properties,
    ).to.deep.equal({ Tags: [own] })
  })

  it('follows an override from outside the fragment', () => {
    const net = { vpc: ec2.VPC('NetVpc', { CidrBlock: '10.0.0.0/16' }) }
    const subnet = ec2.Subnet('A', { VpcId: net.vpc.ref })
    const made = template(
      stack(
        's',
        {},
        { net: override(net, { vpc: { Properties: { InstanceTenancy: 'dedicated' } } }), subnet },
      ),
    )
    expect(made?.Resources['NetVpc']?.Properties).to.deep.equal({
      CidrBlock: '10.0.0.0/16',
      InstanceTenancy: 'dedicated',
    })
  })

  it('adds the transform that its functions need, before the others', () => {
    const names = parameter('Names', { Type: 'CommaDelimitedList' })
    const loop = forEach('Topics', 'Name', names.ref, {
      'Topic${Name}': { Type: 'AWS::SNS::Topic', Properties: { DisplayName: ref('Name') } },
    })
    const made = template(
      stack(
        's',
        { transform: 'Mine' },
        { names, loop, b: s3.Bucket('B', { BucketName: toJsonString({ a: 1 }) }) },
      ),
    )
    expect(made?.Transform).to.deep.equal(['AWS::LanguageExtensions', 'Mine'])
    expect(made?.Resources['Fn::ForEach::Topics']).to.deep.equal([
      'Name',
      { Ref: 'Names' },
      { 'Topic${Name}': { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Name' } } } },
    ])
  })

  describe('refuses, all at once and with source lines,', () => {
    it('two resources under one id', () => {
      const [problem] = problemsOf(
        stack('s', {}, { a: ec2.VPC('Net', { CidrBlock: 'x' }), b: s3.Bucket('Net') }),
      )
      expect(problem?.code).to.equal('E_DUPLICATE_ID')
      expect(problem?.sources).to.have.length(2)
      expect(problem?.sources[0]?.file).to.match(/compose\.test\.ts$/)
    })

    it('a parameter and a resource under one id', () => {
      const [problem] = problemsOf(stack('s', {}, { a: parameter('Net'), b: s3.Bucket('Net') }))
      expect(problem?.code).to.equal('E_DUPLICATE_ID')
    })

    it('a resource in two stacks', () => {
      const bucket = s3.Bucket('B')
      const [problem] = problemsOf(stack('one', {}, { bucket }), stack('two', {}, { bucket }))
      expect(problem).to.include({ code: 'E_TWO_STACKS', message: '"B" is in two stacks, "one" and "two"' })
    })

    it('a reference to what no stack has', () => {
      const vpc = ec2.VPC('NetVpc', { CidrBlock: 'x' })
      const [handle, name] = problemsOf(
        stack('s', {}, { a: ec2.Subnet('A', { VpcId: vpc.ref }), b: ec2.Subnet('B', { VpcId: ref('a') }) }),
      )
      expect(handle?.code).to.equal('E_DANGLING')
      expect(handle?.message).to.equal(
        '"A" refers to "NetVpc" at A.Properties.VpcId, an element of a fragment that is in no stack',
      )
      expect(handle?.sources).to.have.length(2)
      expect(name?.hint).to.equal('Did you mean "A"?')
    })

    it('a circle of resources, with its path', () => {
      const [problem] = problemsOf(
        stack(
          's',
          {},
          { a: s3.Bucket('A', { BucketName: ref('B') }), b: s3.Bucket('B', {}, { DependsOn: 'A' }) },
        ),
      )
      expect(problem?.message).to.equal(
        'resources wait for each other: A (Properties.BucketName) → B (DependsOn) → A',
      )
    })

    it('a circle of stacks, with the resources on it', () => {
      const a = s3.Bucket('A', { BucketName: ref('B') })
      const b = s3.Bucket('B', { BucketName: ref('A') })
      const [problem] = problemsOf(stack('one', {}, { a }), stack('two', {}, { b }))
      expect(problem?.message).to.equal(
        'stacks need each other: one → two → one ("one" reads B of "two"; "two" reads A of "one")',
      )
    })

    it('a parameter that nothing reads, and settings for one that is not there', () => {
      const codes = problemsOf(
        stack('s', { parameters: { KeyNam: 'x' } }, { key: parameter('KeyName'), b: s3.Bucket('B') }),
      ).map((one) => [one.code, one.hint])
      expect(codes).to.deep.equal([
        ['E_UNUSED_PARAMETER', 'Use its `.ref`, or take it out of the stack'],
        ['E_UNKNOWN_PARAMETER', 'Did you mean "KeyName"?'],
      ])
    })

    it('an id that is not alphanumeric', () => {
      const [problem] = problemsOf(stack('s', {}, { b: s3.Bucket('12_04-bee') }))
      expect(problem).to.include({ code: 'E_ID', hint: 'For example "1204Bee"' })
    })

    it('a whole resource where a value is meant, a function, an empty stack, a secret in the settings', () => {
      const bucket = s3.Bucket('B')
      const codes = problemsOf(
        stack(
          's',
          {},
          {
            bucket,
            p: s3.BucketPolicy('P', { Bucket: raw({ 'Fn::If': ['x', bucket, ''] }), PolicyDocument: {} }),
            f: () => 1,
          },
        ),
        stack('empty', {}, {}),
        stack(
          'secret',
          { parameters: { Password: 'x' } },
          {
            password: parameter('Password', { NoEcho: true }),
            c: s3.Bucket('C', { BucketName: ref('Password') }),
          },
        ),
      ).map((one) => one.code)
      expect(codes).to.have.members([
        'E_FUNCTION',
        'E_EMPTY_STACK',
        'E_DANGLING',
        'E_WHOLE_RESOURCE',
        'E_SECRET_IN_SETTINGS',
      ])
    })

    it('the original of a resource beside its override', () => {
      const net = { bucket: s3.Bucket('B') }
      const [problem] = problemsOf(
        stack('s', {}, { net, tuned: override(net, { bucket: { DeletionPolicy: 'Retain' } }) }),
      )
      expect(problem?.code).to.equal('E_OVERRIDDEN_TWICE')
    })
  })
})

function asg() {
  return { group: autoScalingGroup('G', { MinSize: '0', MaxSize: '1' }) }
}

function ssmParameter() {
  return ssm('P', { Type: 'String', Value: 'x' })
}
