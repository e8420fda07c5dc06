import { isObject } from '../../../../validate/json.ts'
import { conditionOf, present, type Serverless, type Work } from './work.ts'

/** The URL of a function, and the permissions for everybody when it asks for no signature. */
export function functionUrl(one: Serverless, target: string, { resources }: Work): void {
  const { id, properties } = one
  const config = isObject(properties['FunctionUrlConfig']) ? properties['FunctionUrlConfig'] : {}
  const { AuthType: kind, Cors, InvokeMode } = config
  resources[`${id}Url`] = {
    Type: 'AWS::Lambda::Url',
    ...conditionOf(one),
    Properties: present({ TargetFunctionArn: { Ref: target }, AuthType: kind, Cors, InvokeMode }),
  }
  if (kind !== 'NONE') return
  const anybody = { FunctionName: { Ref: target }, Principal: '*' }
  resources[`${id}UrlPublicPermissions`] = {
    Type: 'AWS::Lambda::Permission',
    ...conditionOf(one),
    Properties: { ...anybody, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
  }
  resources[`${id}URLInvokeAllowPublicAccess`] = {
    Type: 'AWS::Lambda::Permission',
    ...conditionOf(one),
    Properties: { ...anybody, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
  }
}
