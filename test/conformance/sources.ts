const docs = 'https://docs.aws.amazon.com/AWSCloudFormation/latest'

/** The API reference's page on an action. */
export const api = (action: string): string => `${docs}/APIReference/API_${action}.html`

/** A page of the user guide. */
export const guide = (page: string): string => `${docs}/UserGuide/${page}.html`

/** A page of the template reference. */
export const reference = (page: string): string => `${docs}/TemplateReference/${page}.html`

/** What is seen whenever it is done, and documented nowhere. */
export const known = (where: string): string => `known behaviour: ${where}`
