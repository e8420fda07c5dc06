import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const text: Shape = { kinds: ['string'] }
const texts: Shape = { kinds: ['list'], items: text }
const named = (inner: Shape): Shape => ({ kinds: ['object'], others: inner, names: /^.+$/s })
const fields = (inner: { readonly [name: string]: Shape }): Shape => ({ kinds: ['object'], fields: inner })

const versions = named({ kinds: ['list', 'string'] })
const service = named(
  fields({
    commands: texts,
    enabled: { kinds: ['boolean'] },
    ensureRunning: { kinds: ['boolean'] },
    files: texts,
    packages: { kinds: ['object'], others: texts },
    sources: texts,
  }),
)
const file = fields({
  authentication: {},
  content: { kinds: ['string', 'object'] },
  context: {},
  encoding: { kinds: ['string'], among: ['plain', 'base64'] },
  group: text,
  mode: { kinds: ['string'], exactly: 6 },
  owner: text,
  source: text,
})
const command = fields({
  command: { kinds: ['string', 'list'] },
  cwd: text,
  env: { kinds: ['object'], others: text },
  ignoreErrors: text,
  test: text,
  waitAfterCompletion: text,
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html */
const config: Shape = {
  kinds: ['object'],
  fields: {
    commands: named(command),
    files: named(file),
    groups: named(fields({ gid: text })),
    packages: fields({
      apt: versions,
      msi: versions,
      python: versions,
      rpm: versions,
      rubygems: versions,
      yum: versions,
      zypper: versions,
    }),
    services: fields({ systemd: service, sysvinit: service, windows: service }),
    sources: named(text),
    users: named(fields({ groups: texts, homeDir: text, uid: text })),
  },
  others: {},
}
const init: Shape = {
  functions: ['*'],
  kinds: ['object'],
  fields: { configSets: { kinds: ['object'] } },
  others: config,
}

export const resourceMetadata: Check = {
  rules: [
    {
      code: 'E3028',
      level: 'error',
      title: 'The metadata of a resource are an object without empty values',
      help: 'CloudFormation refuses null in metadata, and metadata that are a scalar.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-metadata.html',
    },
    {
      code: 'E3009',
      level: 'error',
      title: 'AWS::CloudFormation::Init has what cfn-init understands',
      help: 'CloudFormation passes these metadata on as they are; cfn-init on the instance fails, or leaves out what it does not know. File modes have six digits, such as 000644.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html',
    },
  ],
  run(template, report) {
    const shape: Shape = {
      functions: ['*'],
      kinds: ['object', 'list'],
      others: { kinds: ['object', 'list', 'string', 'integer', 'number', 'boolean'] },
    }
    for (const { id, json } of template.resources.values()) {
      const metadata = json['Metadata']
      if (metadata === undefined) continue
      const path = ['Resources', id, 'Metadata']
      judgeAs({ other: 'E3028' }, metadata, shape, path, { template, report })
      const key = 'AWS::CloudFormation::Init'
      if (isObject(metadata) && Object.hasOwn(metadata, key))
        judgeAs({ other: 'E3009' }, metadata[key], init, [...path, key], { template, report })
    }
  },
}
