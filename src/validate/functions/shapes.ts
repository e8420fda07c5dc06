import type { Shape } from '../shapes/shape.ts'

const text: readonly string[] = [
  'Ref',
  'Fn::Base64',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Sub',
]
const conditions: readonly string[] = ['Condition', 'Fn::Equals', 'Fn::Not', 'Fn::And', 'Fn::Or']
/** Functions that only rules may call. */
export const functionsOfRules: readonly string[] = [
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
]
const assertions: readonly string[] = [...conditions, ...functionsOfRules]
/** What may name things when the language extensions are on. */
const computed: readonly string[] = [
  'Ref',
  'Fn::Base64',
  'Fn::FindInMap',
  'Fn::If',
  'Fn::Join',
  'Fn::Sub',
  'Fn::ToJsonString',
]
const any: Shape = { kinds: ['string', 'integer', 'number', 'boolean', 'list', 'object'] }
const literal: Shape = { functions: [], kinds: ['string'] }
const name: Shape = { ...literal, strict: true }

const cidr: readonly string[] = [
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Select',
  'Fn::Sub',
  'Ref',
]
const octet = '(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])'
const block = new RegExp(
  `^(${octet}\\.){3}${octet}/(\\d|[12]\\d|3[0-2])$|^[0-9a-fA-F:]*::?[0-9a-fA-F:.]*/\\d{1,3}$`,
)
const aList: Shape = {
  functions: ['Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetAZs', 'Fn::If', 'Fn::Split', 'Fn::Cidr', 'Ref'],
  kinds: ['list'],
  items: { ...any, functions: ['Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetStackOutput', 'Fn::If', 'Ref'] },
}
const output: Shape = { functions: text, kinds: ['string'] }

/** What every function takes, wherever it stands. */
const always: { readonly [name: string]: Shape } = {
  Condition: literal,
  'Fn::Base64': {
    functions: [...text, 'Fn::Cidr', 'Fn::GetStackOutput', 'Fn::Length', 'Fn::ToJsonString', 'Fn::Transform'],
    kinds: ['string'],
  },
  'Fn::Cidr': {
    functions: [],
    kinds: ['list'],
    least: 2,
    most: 3,
    first: [
      { functions: cidr, kinds: ['string'], pattern: block },
      { functions: cidr, kinds: ['integer'], from: 1, to: 256 },
      { functions: cidr, kinds: ['integer'], from: 1, to: 128 },
    ],
  },
  'Fn::Equals': {
    functions: [],
    kinds: ['list'],
    least: 2,
    most: 2,
    items: {
      functions: [
        'Ref',
        'Fn::FindInMap',
        'Fn::Sub',
        'Fn::Join',
        'Fn::Select',
        'Fn::Split',
        'Fn::Length',
        'Fn::ToJsonString',
      ],
      kinds: ['string'],
    },
  },
  'Fn::GetAZs': { functions: ['*'], kinds: ['string'], pattern: /^([a-z]{2,4}(-[a-z]+)+-\d)?$/ },
  'Fn::GetStackOutput': {
    functions: [],
    kinds: ['object'],
    required: ['StackName', 'OutputName'],
    fields: { StackName: output, OutputName: output, Region: output, RoleArn: output },
  },
  'Fn::If': { functions: [], kinds: ['list'], least: 3, most: 3, first: [literal] },
  'Fn::ImportValue': {
    functions: [
      'Fn::Base64',
      'Fn::FindInMap',
      'Fn::If',
      'Fn::Join',
      'Fn::Select',
      'Fn::Split',
      'Fn::Sub',
      'Fn::Transform',
      'Ref',
    ],
    kinds: ['string'],
  },
  'Fn::Join': {
    functions: [],
    kinds: ['list'],
    least: 2,
    most: 2,
    first: [
      literal,
      {
        functions: ['Fn::Cidr', 'Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetAZs', 'Fn::If', 'Fn::Split', 'Ref'],
        kinds: ['list'],
        items: {
          functions: [...text, 'Fn::GetStackOutput', 'Fn::Transform', 'Fn::Length', 'Fn::ToJsonString'],
          kinds: ['string'],
        },
      },
    ],
  },
  'Fn::Length': {
    functions: ['Ref', 'Fn::FindInMap', 'Fn::Split', 'Fn::If', 'Fn::GetAZs'],
    kinds: ['list'],
    items: { ...any, functions: ['*'] },
  },
  'Fn::Split': {
    functions: [],
    kinds: ['list'],
    least: 2,
    most: 2,
    first: [literal, { functions: [...text, 'Fn::GetAZs', 'Fn::GetStackOutput'], kinds: ['string'] }],
  },
  'Fn::Sub': {
    functions: [],
    kinds: ['string', 'list'],
    strict: true,
    least: 2,
    most: 2,
    first: [
      literal,
      {
        kinds: ['object'],
        others: {
          functions: [
            ...text,
            'Fn::GetAZs',
            'Fn::GetStackOutput',
            'Fn::ToJsonString',
            'Fn::Length',
            'Fn::Transform',
          ],
          kinds: ['string'],
        },
        names: /[a-zA-Z0-9]/,
      },
    ],
  },
  'Fn::ToJsonString': {
    functions: ['Fn::FindInMap', 'Fn::GetAtt', 'Fn::GetAZs', 'Fn::If', 'Fn::Select', 'Fn::Split', 'Ref'],
    kinds: ['list', 'object'],
    least: 1,
  },
}

/** What differs when the template has the transform `AWS::LanguageExtensions`: plain, then extended. */
const varying: { readonly [name: string]: readonly [plain: Shape, extended: Shape] } = {
  Ref: [name, { strict: true, functions: computed, kinds: ['string'] }],
  'Fn::GetAtt': [
    getAtt(name, { functions: ['Ref'], kinds: ['string'] }),
    getAtt({ functions: computed, kinds: ['string'] }, { functions: computed, kinds: ['string'] }),
  ],
  'Fn::Select': [select(['Ref', 'Fn::FindInMap']), select(['Ref', 'Fn::FindInMap', 'Fn::Length'])],
  'Fn::FindInMap': [
    findInMap(['Fn::FindInMap', 'Ref'], 3),
    findInMap([...computed.filter((name) => name !== 'Fn::Base64'), 'Fn::Select', 'Fn::Length'], 4),
  ],
}

/** What a function takes; undefined for one that is not known, and for those that take anything. */
export function shapeOf(name: string, extended: boolean, inRules: boolean): Shape | undefined {
  if (Object.hasOwn(always, name)) return always[name]
  if (Object.hasOwn(varying, name)) return varying[name]?.[extended ? 1 : 0]
  const items: Shape = { functions: inRules ? assertions : conditions, kinds: ['boolean'] }
  if (name === 'Fn::Not') return { functions: [], kinds: ['list'], least: 1, most: 1, items }
  return name === 'Fn::And' || name === 'Fn::Or'
    ? { functions: [], kinds: ['list'], least: 2, most: 10, items }
    : undefined
}

/** What stands for a condition: in the section, and in the rules of parameters. */
export function conditionShape(inRules: boolean): Shape {
  return { functions: inRules ? assertions : conditions, kinds: ['boolean'] }
}

function getAtt(resource: Shape, attribute: Shape): Shape {
  return {
    functions: [],
    kinds: ['string', 'list'],
    strict: true,
    least: 2,
    most: 2,
    first: [resource, attribute],
  }
}

function select(index: readonly string[]): Shape {
  return {
    functions: [],
    kinds: ['list'],
    least: 2,
    most: 2,
    first: [{ functions: index, kinds: ['integer'] }, aList],
  }
}

function findInMap(functions: readonly string[], most: number): Shape {
  const key: Shape = { functions, kinds: ['string'] }
  const fallback: Shape = { kinds: ['object'], required: ['DefaultValue'], fields: { DefaultValue: {} } }
  return { functions: [], kinds: ['list'], least: 3, most, first: [key, key, key, fallback] }
}
