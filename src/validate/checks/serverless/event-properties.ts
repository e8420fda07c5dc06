/**
 * Types of events of serverless functions, with the properties that the transform needs.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
export const eventProperties: { readonly [type: string]: readonly string[] } = {
  AlexaSkill: [],
  Api: ['Path', 'Method'],
  CloudWatchEvent: [],
  CloudWatchLogs: ['LogGroupName', 'FilterPattern'],
  Cognito: ['UserPool', 'Trigger'],
  DocumentDB: ['Cluster', 'DatabaseName'],
  DynamoDB: ['Stream'],
  EventBridgeRule: [],
  HttpApi: [],
  IoTRule: ['Sql'],
  Kinesis: ['Stream'],
  MQ: ['Broker', 'Queues'],
  MSK: ['Stream'],
  S3: ['Bucket', 'Events'],
  SNS: ['Topic'],
  SQS: ['Queue'],
  Schedule: ['Schedule'],
  ScheduleV2: ['ScheduleExpression'],
  SelfManagedKafka: ['Topics'],
}
