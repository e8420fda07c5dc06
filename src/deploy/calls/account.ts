import { CfstackError } from '../../model/error.ts'

/** The account in a stack's ARN. */
export function accountOf(stackId: string | undefined): string | undefined {
  return stackId?.split(':')[4]
}

/** Throws when the stack is in another account than the settings allow. */
export function checkAccount(
  stackName: string,
  wanted: string | undefined,
  account: string | undefined,
): void {
  if (wanted === undefined || account === undefined || account === wanted) return
  throw new CfstackError(
    'E_ACCOUNT',
    `Cannot deploy stack "${stackName}": the account is ${account}, expected ${wanted}`,
    {
      hint: 'Log in to the other account, give --profile, or correct the settings',
    },
  )
}
