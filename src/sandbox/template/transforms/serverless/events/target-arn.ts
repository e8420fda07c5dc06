import type { ServerlessEvent } from './event.ts'

/** The ARN of what an event starts: of aliases and state machines it is what `Ref` yields, of functions an attribute. */
export function targetArn({ target, owner }: ServerlessEvent, isMachine: boolean): object {
  return isMachine || target !== owner.id ? { Ref: target } : { 'Fn::GetAtt': [target, 'Arn'] }
}
