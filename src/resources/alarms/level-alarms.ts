import * as cloudwatch from '../../aws/cloudwatch.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'

/** Who hears of alarms: a topic for what can wait, and one for what can't. */
export interface AlarmTopics {
  readonly warnings?: Handle<'AWS::SNS::Topic'>
  readonly critical?: Handle<'AWS::SNS::Topic'>
}

/** The thresholds of one measurement; without one, there is no alarm of that level. */
export interface AlarmLevels {
  readonly warning?: Value<number>
  readonly critical?: Value<number>
}

interface Measured extends Pick<
  cloudwatch.Alarm.Properties,
  'Namespace' | 'MetricName' | 'Dimensions' | 'Statistic' | 'ExtendedStatistic'
> {
  /** What the alarm's description says, followed by the threshold: `CPU of the service, per cent`. */
  readonly description: string
}

/** An alarm for each level of a measurement: at or above the threshold for three of five minutes. */
export function levelAlarms(
  name: string,
  { description, ...metric }: Measured,
  levels: AlarmLevels,
  topics: AlarmTopics,
): readonly cloudwatch.Alarm[] {
  const alarm = (level: string, threshold: Value<number>, topic: Handle<'AWS::SNS::Topic'> | undefined) =>
    cloudwatch.Alarm(`${name}${level}`, {
      AlarmDescription: `${level}: ${description}`,
      ...metric,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: threshold,
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 3,
      TreatMissingData: 'notBreaching',
      ...(topic !== undefined && { AlarmActions: [idOf(topic)], OKActions: [idOf(topic)] }),
    })
  return [
    ...(levels.warning === undefined ? [] : [alarm('Warning', levels.warning, topics.warnings)]),
    ...(levels.critical === undefined ? [] : [alarm('Critical', levels.critical, topics.critical)]),
  ]
}
