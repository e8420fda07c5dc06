import type { Check } from '../../check.ts'
import { actions } from './actions.ts'
import { policyDocuments } from './policy-documents.ts'
import { policySize } from './policy-size.ts'
import { resourceArns } from './resource-arns.ts'
import { roleArns } from './role-arns.ts'

/** What IAM would refuse. */
export const policies: readonly Check[] = [policyDocuments, resourceArns, roleArns, policySize, actions]
