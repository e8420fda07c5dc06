import type { AppIndex } from './app-index.ts'
import type { Collected } from './collect.ts'
import type { Reference } from './references.ts'
import type { Stack } from './stack.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { known, type Problem } from './problems.ts'

export function wholeElement(stack: Stack, from: Collected, reference: Reference): Problem {
  return {
    code: 'E_WHOLE_RESOURCE',
    stack: stack.name,
    id: from.id,
    message: `"${from.id}" has the whole element "${reference.id}" at ${reference.path.slice(2).join('.')}`,
    hint: 'Write `.ref` for what Ref yields, `.att.NAME` for an attribute, `.id` for the name of a condition',
    sources: known(from.anchor.source(), reference.anchor?.source()),
  }
}

export function unprintableValue(stack: Stack, from: Collected, { id, path }: Reference): Problem {
  return {
    code: 'E_VALUE',
    stack: stack.name,
    id: from.id,
    message: `"${from.id}" has ${id} at ${path.slice(2).join('.')}, which no template can hold`,
    hint: id.startsWith('the text')
      ? 'Put values into text with the template tag: sub`…`'
      : 'Give text, a number, a boolean, a list, a plain object or a value such as `.ref`',
    sources: known(from.anchor.source()),
  }
}

export function secretCrosses(stack: Stack, from: Collected, reference: Reference, producer: Stack): Problem {
  return {
    code: 'E_SECRET_CROSSES',
    stack: stack.name,
    id: from.id,
    message: `"${from.id}" reads the NoEcho parameter "${reference.id}" of stack "${producer.name}"; an output would show it`,
    hint: 'Declare the parameter in this stack too, or keep the secret in Secrets Manager and pass its ARN',
    sources: known(from.anchor.source(), reference.anchor?.source()),
  }
}

export function unreadable(stack: Stack, from: Collected, reference: Reference, producer: Stack): Problem {
  return {
    code: 'E_NO_READER_ROLE',
    stack: stack.name,
    id: from.id,
    message: `"${from.id}" reads "${reference.id}" of stack "${producer.name}", which is in another account and names no role to read by`,
    hint: `Set \`outputReaderRole\` in the settings of "${producer.name}": the ARN of a role there that may describe the stack`,
    sources: known(from.anchor.source(), producer.source()),
  }
}

const nouns = { Condition: 'condition', Mapping: 'mapping' } as const

export function dangling(stack: Stack, from: Collected, reference: Reference, index: AppIndex): Problem {
  const noun =
    reference.kind === 'Condition' || reference.kind === 'Mapping' ? nouns[reference.kind] : 'element'
  const made = reference.anchor
  const names = [...(index.named.get(stack.name)?.keys() ?? [])].map((key) => key.split(' ')[1] as string)
  const near = didYouMean(reference.id, names)
  return {
    code: 'E_DANGLING',
    stack: stack.name,
    id: from.id,
    message:
      `"${from.id}" refers to "${reference.id}" at ${reference.path.slice(1).join('.')}, ` +
      (made === undefined ? `which no stack has` : `an ${noun} of a fragment that is in no stack`),
    hint:
      made !== undefined
        ? `Put the fragment that made "${reference.id}" into stack "${stack.name}"${noun === 'element' ? ', or into another stack of the app' : ''}`
        : near === undefined
          ? 'Declare it, or take it as a parameter'
          : `Did you mean "${near}"?`,
    sources: known(from.anchor.source(), made?.source()),
  }
}
