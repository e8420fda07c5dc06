import { numberIn, textIn } from '../../../wiring/literal.ts'
import type { Relation } from '../relations.ts'

const mapping = 'AWS::Lambda::EventSourceMapping'
const queue = 'AWS::SQS::Queue'

/** Whether a queue is FIFO; undefined when that is not known. */
function isFifo(value: unknown): boolean | undefined {
  const text = textIn(value ?? false)?.toLowerCase()
  return text === undefined ? undefined : text === 'true'
}

/** What queues and their readers agree about. */
export const queueRelations: readonly Relation[] = [
  {
    rule: {
      code: 'E3502',
      level: 'error',
      title: 'A queue and its dead-letter queue are of one kind',
      help: 'The dead-letter queue of a FIFO queue is FIFO, that of a standard queue is standard.',
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    from: queue,
    via: 'RedrivePolicy.deadLetterTargetArn',
    to: queue,
    ours: ['FifoQueue'],
    theirs: ['FifoQueue'],
    wrong([ours], [theirs], id) {
      const [mine, its] = [isFifo(ours), isFifo(theirs)]
      if (mine === undefined || its === undefined || mine === its) return undefined
      return `The queue is ${mine ? 'FIFO' : 'standard'}, and its dead-letter queue "${id}" is not`
    },
  },
  {
    rule: {
      code: 'E3705',
      level: 'error',
      title: 'Functions take at most ten messages at once from a FIFO queue',
      help: 'Set "BatchSize" to 10 or less, or use a standard queue.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html',
    },
    from: mapping,
    via: 'EventSourceArn',
    to: queue,
    ours: ['BatchSize'],
    theirs: ['FifoQueue'],
    wrong([ours], [theirs], id) {
      const size = numberIn(ours)
      return size === undefined || size <= 10 || isFifo(theirs) !== true
        ? undefined
        : `The queue "${id}" is FIFO, and the batch has ${size} messages; at most 10 are taken`
    },
  },
]
