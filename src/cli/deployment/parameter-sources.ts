import { readBytes, type DeployTarget } from '../../deploy/template/read-target.ts'
import type { ParameterSource } from '../../deploy/parameters/resolve.ts'
import { valuesFromFile } from '../../deploy/parameters/values-file.ts'
import { CfstackError } from '../../model/error.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { reservedFlags, type DeployFlags } from './deploy-flags.ts'
import { parameterFlags } from './parameter-flags.ts'

/** Parameter values of a command line, weakest first: stack settings, `--params` file, `--param`, flags. */
export function parameterSources(
  argv: Readonly<Record<string, unknown>> & Pick<DeployFlags, 'param' | 'params'>,
  target: DeployTarget,
): readonly ParameterSource[] {
  const file = argv.params
  return [
    { origin: 'stack settings', values: target.settings.parameters ?? {} },
    ...(file === undefined ? [] : [{ origin: file, values: readValues(file) }]),
    { origin: '--param', values: pairValues(argv.param ?? []) },
    { origin: 'flag', values: flagValues(argv, target) },
  ]
}

/**
 * Parameter values of several stacks. `--param STACK:NAME=VALUE` is for one of them; `--params` would be for all, and is refused. Throws for a
 * value of a stack that is not deployed.
 */
export function stackParameters(
  argv: Pick<DeployFlags, 'param' | 'params'>,
  targets: readonly DeployTarget[],
): ReadonlyMap<string, readonly ParameterSource[]> {
  if (argv.params !== undefined)
    throw wrong('--params is given for several stacks', 'Deploy one stack with it, or use the settings')
  const names = targets.map(({ stackName }) => stackName)
  const pairs = (argv.param ?? []).map((text) => {
    const [stack, pair] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
    if (names.includes(stack)) return { stack, pair }
    throw wrong(
      `--param "${text.split('=')[0]}" does not say for which stack`,
      `Write --param STACK:NAME=VALUE, with one of ${names.join(', ')}`,
    )
  })
  return new Map(
    targets.map(({ stackName, settings }) => [
      stackName,
      [
        { origin: 'stack settings', values: settings.parameters ?? {} },
        {
          origin: '--param',
          values: pairValues(pairs.flatMap(({ stack, pair }) => (stack === stackName ? [pair] : []))),
        },
      ],
    ]),
  )
}

function flagValues(argv: Readonly<Record<string, unknown>>, target: DeployTarget): Record<string, string> {
  const given = parameterFlags(target.template, reservedFlags)
  return Object.fromEntries(
    given.flatMap(({ flag, parameter }) => {
      const value = argv[flag]
      if (value === undefined) return []
      if (Array.isArray(value))
        throw wrong(`--${flag} is given twice`, 'Give it once; items of a list are separated by commas')
      return [[parameter.name, String(value)]]
    }),
  )
}

function pairValues(given: readonly string[]): Record<string, string> {
  const pairs = given.map(splitPair)
  const twice = pairs.find(([name], index) => pairs.findIndex((one) => one[0] === name) < index)
  if (twice !== undefined)
    throw wrong(`--param ${twice[0]} is given twice`, 'Give it once; items of a list are separated by commas')
  return Object.fromEntries(pairs)
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at < 1)
    throw wrong(
      `--param "${at < 0 ? pair : pair.slice(0, at + 1)}" has no name and value`,
      'Write --param NAME=VALUE',
    )
  return [pair.slice(0, at), pair.slice(at + 1)]
}

function readValues(file: string): Readonly<Record<string, string>> {
  const text = readBytes('parameters', file).toString()
  return valuesFromFile(file, parsed(text, file))
}

function parsed(text: string, file: string): unknown {
  try {
    return parseTemplate(text, file)
  } catch (cause) {
    const message = (cause as Error).message.replace('Cannot read template', 'Cannot read parameters')
    throw new CfstackError('E_PARAMETERS_FILE', message, { hint: 'Write JSON or YAML', cause })
  }
}

function wrong(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
