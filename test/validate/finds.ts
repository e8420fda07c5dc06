export { expectCodes as itFinds, type Case } from './expect-codes.ts'

/** A template of one resource, `A`. */
export function one(Type: string, Properties: object, others: object = {}): object {
  return { Resources: { A: { Type, Properties }, ...others } }
}
