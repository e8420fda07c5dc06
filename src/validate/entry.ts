/** What of validation is public. In the bundle, the library has `entry-on-demand.ts` in its place. */
export { validateApp } from './app/validate-app.ts'
export { parseTemplate } from './read-template.ts'
export { examine, validate } from './validate.ts'
