import type { Check } from '../../check.ts'
import { schemaType } from '../../properties/judged-resources.ts'

const source = 'https://docs.aws.amazon.com/general/latest/gr/full_shutdown_services.html'

const codes: {
  readonly [status: string]: { readonly code: string; readonly says: (date?: string) => string }
} = {
  shutdown: { code: 'E3710', says: (date) => `has been shut down${date ? ` on ${date}` : ''}` },
  sunset: { code: 'W3696', says: (date) => `will be shut down${date ? ` on ${date}` : ''}` },
  maintenance: { code: 'W3697', says: (date) => `takes no new customers${date ? ` since ${date}` : ''}` },
}

/** Types of services that AWS has ended, or is about to. */
export const lifecycle: Check = {
  rules: [
    {
      code: 'E3710',
      level: 'error',
      title: 'Resources are of services that still run',
      help: 'AWS has shut the service down, so that the resource cannot be made. Remove it, or move to another service.',
      source,
    },
    {
      code: 'W3696',
      level: 'warning',
      title: 'Resources are of services that go on',
      help: 'AWS has announced the day on which the service ends. Plan to move to another service before.',
      source,
    },
    {
      code: 'W3697',
      level: 'warning',
      title: 'Resources are of services that are developed further',
      help: 'The service is in maintenance: it runs, gets no new features, and may refuse new accounts.',
      source,
    },
  ],
  run(template, report) {
    for (const resource of template.resources.values()) {
      const ends = template.types.facts(schemaType(resource, template)).lifecycle
      const known = ends && codes[ends.status]
      if (known === undefined) continue
      const message = `The service of ${resource.type} ${known.says(ends?.date)}`
      report({ code: known.code, path: ['Resources', resource.id, 'Type'], message })
    }
  },
}
