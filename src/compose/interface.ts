import type { Collected } from './collect.ts'
import type { ParameterOptions } from '../model/parameter.ts'
import { groupBy } from './group-by.ts'

/** `AWS::CloudFormation::Interface`: the parameters in groups with labels, so that the console's form reads well. */
export function parameterInterface(parameters: readonly Collected[]): object | undefined {
  if (parameters.length === 0) return undefined
  const groups = groupBy(parameters, (one) => optionsOf(one).group ?? defaultGroup(one))
  return {
    ParameterGroups: [...groups].map(([label, members]) => ({
      Label: { default: label },
      Parameters: members.map((one) => one.id),
    })),
    ParameterLabels: Object.fromEntries(
      parameters.map((one) => [one.id, { default: optionsOf(one).label ?? inWords(one.id) }]),
    ),
  }
}

function optionsOf(parameter: Collected): ParameterOptions<any> {
  return (parameter.element as { options?: ParameterOptions<any> }).options ?? {}
}

/** The fragment's handle in the stack names the group; parameters that stand alone share one. */
function defaultGroup({ path }: Collected): string {
  return path.length > 1 ? inWords(path[0] as string) : 'Parameters'
}

/** `EcsInstanceType` as `Ecs instance type`; runs of capitals stay. */
function inWords(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name]
  const [first = '', ...rest] = words.map((word) => (/^[A-Z]+$/.test(word) ? word : word.toLowerCase()))
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}
