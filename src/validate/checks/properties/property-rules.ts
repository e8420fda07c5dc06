import type { Rule } from '../../check.ts'

const schemaPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html'

function rule(code: string, title: string, help: string): Rule {
  return { code, level: 'error', title, help, source: schemaPage }
}

const reference = 'The reference page of the resource type says what it takes.'
const ofFormat = (code: string, what: string, example: string): Rule =>
  rule(
    code,
    `Text that stands for ${what} has its form`,
    `CloudFormation passes the text on, and the service refuses it during the deployment. ${example}`,
  )

/** The codes of what the schemas of resource types say: cfn-lint's, a code for each kind of constraint. */
export const propertyRules: readonly Rule[] = [
  rule(
    'E3002',
    'Properties are known to the resource type and shaped as it wants them',
    `CloudFormation refuses a resource with a property that its type does not have. Check the spelling and the object that it stands in. Dates and CIDR blocks have a fixed form: a block has no address bits set behind its prefix. ${reference}`,
  ),
  rule(
    'E3003',
    'Required properties are there',
    'A resource without a required property cannot be made. Add the property, also in the branches of Fn::If that leave it out.',
  ),
  rule(
    'E3012',
    'Values are of the kind that the property wants',
    'A list where text is wanted, or text where a number is, fails the deployment. Numbers and true or false may be written as text.',
  ),
  rule(
    'E3014',
    'Of properties that exclude each other exactly one is given',
    'The resource type takes exactly one of these properties. Give one and remove the others.',
  ),
  rule(
    'E3017',
    'Values fit at least one of the forms that the property allows',
    `The property takes values of several forms, and this one fits none. ${reference}`,
  ),
  rule(
    'E3018',
    'Values fit exactly one of the forms that the property allows',
    `The property takes exactly one of several forms. ${reference}`,
  ),
  rule(
    'E3020',
    'Properties that exclude each other are not given together',
    'The service refuses the combination. Remove one of the properties.',
  ),
  rule(
    'E3021',
    'Properties that need others come with them',
    'The property has no meaning without another one. Add it, or remove both.',
  ),
  rule(
    'E3030',
    'Values are among those that the property allows',
    'The property takes one of a list of values, which are compared as text. Use one of the list.',
  ),
  rule(
    'E3031',
    'Text matches the pattern of the property',
    'The service refuses text of another form. The message shows the regular expression that it has to match.',
  ),
  rule(
    'E3032',
    'Lists have as many items as the property takes',
    'The service refuses shorter or longer lists. The branches of Fn::If count as what they yield.',
  ),
  rule(
    'E3033',
    'Text is as long as the property takes',
    'The service refuses shorter or longer text. Documents are measured as compact JSON.',
  ),
  rule(
    'E3034',
    'Numbers are within the bounds of the property',
    'The service refuses smaller or larger numbers.',
  ),
  rule(
    'E3037',
    'Lists that take each item once have no item twice',
    'The service refuses the list, or ignores the second item. Remove it.',
  ),
  rule(
    'E3058',
    'Of properties of which one is needed at least one is given',
    'The resource type needs at least one of these properties.',
  ),
  rule(
    'E3065',
    'Lists have no more different items than the property takes',
    'The service refuses more different items.',
  ),
  ofFormat('E1150', 'the id of a security group', 'It looks like sg-0123456789abcdef0. A name is not an id.'),
  ofFormat('E1151', 'the id of a VPC', 'It looks like vpc-0123456789abcdef0.'),
  ofFormat(
    'E1152',
    'the id of an AMI',
    'It looks like ami-0123456789abcdef0. A parameter of type AWS::SSM::Parameter::Value<AWS::EC2::Image::Id> finds the latest one.',
  ),
  ofFormat(
    'E1153',
    'the name of a security group',
    'Letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* are taken.',
  ),
  ofFormat('E1154', 'the id of a subnet', 'It looks like subnet-0123456789abcdef0.'),
  ofFormat('E1155', 'the name of a log group', 'Letters, digits and .-_/# are taken, at most 512.'),
  ofFormat('E1156', 'the ARN of an IAM role', 'It looks like arn:aws:iam::123456789012:role/name.'),
  ofFormat('E1157', 'the ARN of a KMS key', 'It looks like arn:aws:kms:eu-central-1:123456789012:key/id.'),
  ofFormat('E1158', 'the ARN of an SNS topic', 'It looks like arn:aws:sns:eu-central-1:123456789012:name.'),
  ofFormat(
    'E1159',
    'the ARN of an ACM certificate',
    'It looks like arn:aws:acm:eu-central-1:123456789012:certificate/id.',
  ),
  ofFormat(
    'E1160',
    'the ARN of a Lambda function',
    'It looks like arn:aws:lambda:eu-central-1:123456789012:function:name.',
  ),
  ofFormat(
    'E1161',
    'the name of an S3 bucket',
    '3 to 63 small letters, digits, dots and hyphens; no dot beside a dot or hyphen.',
  ),
  ofFormat('E1162', 'the id of a KMS key', 'It is a UUID, mrk- and 32 digits, or alias/ and a name.'),
  ofFormat('E1164', 'the name of a KMS alias', 'It starts with alias/.'),
  {
    code: 'CFS0001',
    level: 'info',
    title: 'Nothing is left undecided',
    help: 'Conditions allow more combinations than are tried. What is not decided is not reported as an error.',
  },
]
