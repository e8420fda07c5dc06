import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'
import type { TemplateView } from '../../template-view.ts'

const label: Shape = { fields: { default: { kinds: ['string'] } } }
const page =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-interface.html'
const face: Shape = {
  kinds: ['object'],
  fields: {
    ParameterGroups: {
      kinds: ['list'],
      items: { fields: { Label: label, Parameters: { kinds: ['list'] } } },
    },
    ParameterLabels: { kinds: ['object'], others: label },
  },
}

export const metadata: Check = {
  rules: [
    {
      code: 'E4001',
      level: 'error',
      title: 'AWS::CloudFormation::Interface groups and labels parameters',
      help: 'The console shows parameters as they come when the groups and labels are not of the form that it knows.',
      source: page,
    },
    {
      code: 'E4002',
      level: 'error',
      title: 'Metadata have no empty values',
      help: 'CloudFormation refuses null anywhere in the section Metadata. Remove the name, or write a value.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/metadata-section-structure.html',
    },
    {
      code: 'W4001',
      level: 'warning',
      title: 'The parameters that AWS::CloudFormation::Interface groups and labels exist',
      help: 'The console leaves them out in silence. Check the spelling, or remove the entry.',
      source: page,
    },
  ],
  run(template, report) {
    const { Metadata: section } = template.root
    if (!isObject(section)) return
    reportNulls(section, ['Metadata'], report)
    const key = 'AWS::CloudFormation::Interface'
    if (!Object.hasOwn(section, key)) return
    const path = ['Metadata', key]
    judgeAs({ other: 'E4001' }, section[key], face, path, { template, report })
    if (isObject(section[key])) judgeNames(section[key], path, template, report)
  },
}

function judgeNames(
  { ParameterGroups: groups, ParameterLabels: labels }: JsonObject,
  path: Path,
  { parameters }: TemplateView,
  report: (problem: Problem) => void,
): void {
  const judge = (name: unknown, place: Path): void => {
    if (typeof name !== 'string' || Object.hasOwn(parameters, name)) return
    const hint = suggestion(name, Object.keys(parameters))
    report({ code: 'W4001', path: place, message: `The parameter "${name}" does not exist`, hint })
  }
  for (const [index, group] of (Array.isArray(groups) ? groups : []).entries()) {
    const names: unknown = isObject(group) ? group['Parameters'] : undefined
    for (const [place, name] of (Array.isArray(names) ? names : []).entries())
      judge(name, [...path, 'ParameterGroups', index, 'Parameters', place])
  }
  for (const name of Object.keys(isObject(labels) ? labels : {}))
    judge(name, [...path, 'ParameterLabels', name])
}

function reportNulls(value: unknown, path: Path, report: (problem: Problem) => void): void {
  if (value === null) report({ code: 'E4002', path, message: 'There is no value here' })
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    reportNulls(inner, [...path, Array.isArray(value) ? Number(key) : key], report)
}
