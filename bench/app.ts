import { stack } from 'cfstack'
import { parts } from './parts.ts'

/** A network and a cluster with SERVICES services, ten to a stack; bench/cdk/app.js writes the like in AWS CDK. */
const count = Number(process.env['SERVICES'] ?? 1)
const { services, ...base } = parts(count)

export default [
  stack('bench', {}, { ...base, services: services.slice(0, 10) }),
  ...Array.from({ length: Math.ceil(count / 10) - 1 }, (_, i) =>
    stack(`bench${i + 1}`, {}, { services: services.slice((i + 1) * 10, (i + 2) * 10) }),
  ),
]
