import type { Check } from '../../check.ts'

/** What each resource's own rules accept, and what breaks between resources. */
export const wiring: readonly Check[] = []
