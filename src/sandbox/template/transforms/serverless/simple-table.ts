import { isObject } from '../../../../validate/json.ts'
import { pick, present, type Serverless, type Work } from './work.ts'
import { tagList } from './tags.ts'

const kinds: { readonly [type: string]: string } = { Binary: 'B', Number: 'N', String: 'S' }

/** `AWS::Serverless::SimpleTable`: a table with one key, `id` unless it says otherwise. */
export function expandSimpleTable({ id, properties, attributes }: Serverless, { resources }: Work): void {
  const { PrimaryKey: key, ProvisionedThroughput: throughput, Tags: tags } = properties
  const { Name: name = 'id', Type: type = 'String' } = isObject(key) ? key : {}
  resources[id] = {
    ...attributes,
    Type: 'AWS::DynamoDB::Table',
    Properties: present({
      AttributeDefinitions: [{ AttributeName: name, AttributeType: kinds[String(type)] ?? type }],
      KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      BillingMode: throughput === undefined ? 'PAY_PER_REQUEST' : undefined,
      ProvisionedThroughput: throughput,
      ...pick(properties, ['PointInTimeRecoverySpecification', 'SSESpecification', 'TableName']),
      Tags: tags === undefined ? undefined : tagList(tags),
    }),
  }
}
