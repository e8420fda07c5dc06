import type { Check } from '../../check.ts'
import { isObject, kindOf } from '../../json.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

/** A value of an output: anything that yields one string. */
const value: Shape = { functions: ['*'], kinds: ['string'] }
const shape: Shape = {
  functions: [],
  kinds: ['object'],
  fields: {
    Value: {},
    Description: { kinds: ['string'], length: 1024 },
    Condition: { kinds: ['string'] },
    Export: { kinds: ['object'], required: ['Name'], fields: { Name: {} } },
  },
  required: ['Value'],
}

const page = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html'

export const outputs: Check = {
  rules: [
    {
      code: 'E6001',
      level: 'error',
      title: 'Each output has known fields only',
      help: 'An output has a Value, and perhaps a Description, an Export with a Name, and a Condition. CloudFormation refuses anything else.',
      source: page,
    },
    {
      code: 'E6002',
      level: 'error',
      title: 'Each output has a value, and each export a name',
      help: 'CloudFormation refuses an output without a Value, and an Export without a Name.',
      source: page,
    },
    {
      code: 'E6003',
      level: 'error',
      title: 'The fields of outputs are of the right kind',
      help: 'Description and Condition are strings, Export is an object with a Name. Functions are evaluated in Value and in the name of an export only.',
      source: page,
    },
    {
      code: 'E6004',
      level: 'error',
      title: 'The names of outputs are alphanumeric',
      help: 'CloudFormation refuses other names. Use letters and digits; the name of an export may have more.',
      source: page,
    },
    {
      code: 'E6011',
      level: 'error',
      title: 'Descriptions of outputs are not longer than 1,024 characters',
      help: 'CloudFormation refuses longer ones. Shorten it.',
      source: page,
    },
    {
      code: 'E6101',
      level: 'error',
      title: 'The value of an output is a string',
      help: 'An output holds one string. Join a list, or name the attribute of a resource that yields a string.',
      source: page,
    },
    {
      code: 'E6102',
      level: 'error',
      title: 'The name of an export is a string',
      help: 'Other stacks import by this name. Compute it from parameters and literals; resources are not known yet when it is made.',
      source: page,
    },
  ],
  run(template, report) {
    const codes = { other: 'E6001', required: 'E6002', kind: 'E6003', length: 'E6011' }
    for (const [id, output] of Object.entries(template.outputs)) {
      const path = ['Outputs', id]
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id))
        report({ code: 'E6004', path, message: `The output name "${id}" is not alphanumeric` })
      if (!isObject(output)) {
        report({ code: 'E6003', path, message: `The output is ${kindOf(output)}, expected an object` })
        continue
      }
      if ('Fn::Transform' in output) continue
      judgeAs(codes, output, shape, path, { template, report })
      if (output['Value'] !== undefined)
        judgeAs({ other: 'E6101' }, output['Value'], value, [...path, 'Value'], { template, report })
      const { Export: exported } = output
      if (isObject(exported) && exported['Name'] !== undefined)
        judgeAs({ other: 'E6102' }, exported['Name'], value, [...path, 'Export', 'Name'], {
          template,
          report,
        })
    }
  },
}
