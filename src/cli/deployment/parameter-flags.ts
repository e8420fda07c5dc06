import { parameterDeclarations, type ParameterDeclaration } from '../../deploy/parameters/declarations.ts'
import type { Template } from '../../model/template.ts'

/** A template parameter with the flag that sets it. */
export interface ParameterFlag {
  readonly flag: string
  readonly parameter: ParameterDeclaration
}

/** `KeyName` is `key-name`, `VPCId` is `vpc-id`, `ElbHTTPPort2` is `elb-http-port2`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}

/**
 * The flags of a template's parameters. One whose flag is taken, by the command or by a parameter before it, has none: `--param` sets it.
 */
export function parameterFlags(template: Template, taken: readonly string[]): readonly ParameterFlag[] {
  const used = new Set(taken)
  return parameterDeclarations(template).flatMap((parameter) => {
    const flag = kebabCase(parameter.name)
    if (used.has(flag)) return []
    used.add(flag)
    return [{ flag, parameter }]
  })
}
