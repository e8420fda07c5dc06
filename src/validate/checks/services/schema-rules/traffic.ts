import { ruleOf, type SchemaRule } from './schema-rule.ts'

const group = 'AWS::ElasticLoadBalancingV2::TargetGroup'
const record = 'AWS::Route53::RecordSet'
const records = { [record]: [''], 'AWS::Route53::RecordSetGroup': ['RecordSets.*'] }
const stage = 'AWS::ApiGateway::Stage'

/** What load balancers, Route 53, CloudFront and API Gateway refuse. */
export const trafficRules: readonly SchemaRule[] = [
  ruleOf(
    'E3679',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'certificate',
    {
      title: 'Listeners for HTTPS and SSL have a certificate',
      help: 'Give "SSLCertificateId", the ARN of a certificate in the same region.',
    },
    { at: ['Listeners.*'] },
  ),
  ruleOf('E3676', 'AWS::ElasticLoadBalancingV2::Listener', 'certificate', {
    title: 'Listeners for HTTPS and TLS have a certificate',
    help: 'Give "Certificates" with the ARN of a certificate in the same region.',
  }),
  ruleOf('E3680', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'application_subnets', {
    title: 'Application load balancers stand in two subnets',
    help: 'They want subnets in at least two availability zones.',
    message: 'An application load balancer needs at least two subnets',
  }),
  ruleOf('E3681', group, 'targettype_restrictions', {
    title: 'Target groups have what their kind of target needs',
    help: 'Groups of functions (lambda) have no port, protocol and VPC; all others need the three.',
  }),
  ruleOf('E3683', group, 'protocol_restrictions', {
    title: 'Target groups for GENEVE have port 6081',
    help: 'The protocol of gateway load balancers has this one port.',
  }),
  ruleOf('E3684', group, 'healthcheckprotocol_restrictions', {
    title: 'Only health checks over HTTP look at answers',
    help: '"Matcher" and "ProtocolVersion" go with the protocols HTTP and HTTPS of the health check.',
    message: 'This does not go with the protocol of the health check',
  }),
  {
    ...ruleOf('E3023', record, 'recordset_pattern', {
      title: 'Values of records are of the form that their type has',
      help: 'A: an IPv4 address. AAAA: an IPv6 address. CNAME: one domain name. TXT: texts in quotes. MX: a number and a domain name.',
    }),
    at: records,
  },
  {
    ...ruleOf('E3029', record, 'recordset_alias', {
      title: 'Alias records have no time to live',
      help: 'Route 53 takes it from the target. Take "TTL" out.',
      message: '"TTL" does not go with "AliasTarget"',
    }),
    at: records,
  },
  ruleOf(
    'E3661',
    'AWS::Route53::HealthCheck',
    'healthcheckconfig_type_inclusive',
    {
      title: 'Health checks of a metric name the alarm',
      help: 'For the type CLOUDWATCH_METRIC, "AlarmIdentifier" is required.',
    },
    { at: ['HealthCheckConfig'] },
  ),
  ruleOf(
    'E3722',
    'AWS::CloudFront::Distribution',
    'forward_enum',
    {
      title: 'Cookies are forwarded all, none, or by a list',
      help: 'Without a cache policy, "Forward" is "all", "none" or "whitelist".',
    },
    { at: ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors.*'] },
  ),
  ruleOf('E3660', 'AWS::ApiGateway::RestApi', 'openapi_properties', {
    title: 'An API has a name, of its own or in its definition',
    help: 'Give "Name", or "Body" or "BodyS3Location" with a definition.',
  }),
  ruleOf('E3718', 'AWS::ApiGateway::Authorizer', 'ttl', {
    title: 'Answers of authorizers are kept at most an hour',
    help: '"AuthorizerResultTtlInSeconds" is 0 to 3,600.',
  }),
  ruleOf(
    'E3723',
    stage,
    'method_settings_resource_path',
    {
      title: 'Settings of methods name a path that begins with a slash',
      help: '"/*" stands for all paths, "/~1users" for /users.',
    },
    { at: ['MethodSettings.*'] },
  ),
]
