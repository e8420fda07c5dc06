import type { Check } from '../../check.ts'
import { sharedPartsOf } from '../../shared-parts.ts'

const help =
  'CloudFormation itself refuses anchors, aliases and merge keys. "aws cloudformation package" and the SAM command line write them out; a file that is sent as it is has to say everything where it stands.'
const source = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html'

export const sharedParts: Check = {
  rules: [
    { code: 'W1100', level: 'warning', title: 'The YAML merges no keys with "<<"', help, source },
    { code: 'W1101', level: 'warning', title: 'The YAML has no aliases', help, source },
  ],
  run({ written, serverless }, report) {
    if (serverless) return
    for (const { path, anchor } of sharedPartsOf(written))
      report(
        anchor === undefined
          ? { code: 'W1100', path, message: 'Keys are merged with "<<", which CloudFormation refuses' }
          : {
              code: 'W1101',
              path,
              message: `The alias "*${anchor}" stands here, which CloudFormation refuses`,
            },
      )
  },
}
