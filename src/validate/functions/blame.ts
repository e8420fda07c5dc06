import type { Path } from '../finding.ts'

const codes: { readonly [name: string]: string } = {
  Ref: 'E1020',
  Condition: 'E8007',
  'Fn::And': 'E8004',
  'Fn::Base64': 'E1021',
  'Fn::Cidr': 'E1024',
  'Fn::Equals': 'E8003',
  'Fn::FindInMap': 'E1011',
  'Fn::GetAtt': 'E1010',
  'Fn::GetAZs': 'E1015',
  'Fn::GetStackOutput': 'E1033',
  'Fn::If': 'E1028',
  'Fn::ImportValue': 'E1016',
  'Fn::Join': 'E1022',
  'Fn::Length': 'E1030',
  'Fn::Not': 'E8005',
  'Fn::Or': 'E8006',
  'Fn::Select': 'E1017',
  'Fn::Split': 'E1018',
  'Fn::Sub': 'E1019',
  'Fn::ToJsonString': 'E1031',
}

/**
 * The code for what is wrong with a function call, by the path that ends in its name. As in cfn-lint, which suppressions were written for,
 * the outermost function speaks for all in it, and the value of an output for its functions; a `Ref` speaks for itself.
 */
export function blame(path: Path): string {
  if (path[0] === 'Outputs' && path[2] === 'Value') return 'E6101'
  if (path[path.length - 1] === 'Ref') return 'E1020'
  // A condition that is another one, and nothing else.
  if (path[0] === 'Conditions' && path.length === 3 && path[2] === 'Condition') return 'E8001'
  return codes[String(outermost(path))] ?? 'E1001'
}

/** The function that a path enters first, but for the branches of `Fn::If`. */
function outermost(path: Path): string | number | undefined {
  return path.find((_, index) => index > 1 && isCall(path, index))
}

function isCall(path: Path, index: number): boolean {
  const step = String(path[index])
  if (!Object.hasOwn(codes, step) || (step === 'Condition' && path[0] === 'Resources')) return false
  const branch = path[index + 1]
  return step !== 'Fn::If' || (branch !== 1 && branch !== 2)
}

/** Whether a call stands in the argument of another, other than in a branch of `Fn::If`. */
export function isNested(path: Path): boolean {
  for (let index = path.length - 2; index > 1; index--) if (isCall(path, index)) return true
  return false
}

/** Whether a macro takes what stands at a path: it may be anything. */
export function isForMacro(path: Path): boolean {
  const first = path.indexOf('Fn::Transform')
  return first >= 0 && first < path.length - 1
}

/** Whether a path is evaluated before resources are made: they cannot be named there. */
export function isBeforeResources(path: Path): boolean {
  return path[0] === 'Conditions' || path[0] === 'Rules' || (path[0] === 'Outputs' && path[2] === 'Export')
}
