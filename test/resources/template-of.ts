import { CfstackError, compose, stack, type Template } from '../../src/index.ts'

/** The template of a stack of these fragments. */
export function templateOf(fragments: object): Template {
  const [composed] = compose([stack('test', {}, fragments)])
  if (composed === undefined) throw new Error('compose() returned nothing')
  return composed.template
}

/** The properties of one resource of the template. */
export function propertiesOf(fragments: object, id: string): Record<string, any> {
  return { ...templateOf(fragments).Resources[id]?.Properties }
}

/** Logical ids of the resources of a type. */
export function idsOfType(fragments: object, type: string): readonly string[] {
  return Object.entries(templateOf(fragments).Resources).flatMap(([id, made]) =>
    made.Type === type ? [id] : [],
  )
}

/** The code and the message of what is thrown. */
export function refusalOf(make: () => unknown): string {
  try {
    make()
  } catch (error) {
    if (error instanceof CfstackError) return `${error.code} ${error.message}`
    throw error
  }
  return 'nothing was thrown'
}

/** An existing network. */
export const existing = {
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
  securityGroups: ['sg-0a1b2c3d4e5f60718'],
}
