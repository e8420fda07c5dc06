import { ruleOf, type SchemaRule } from './schema-rule.ts'

const service = 'AWS::ECS::Service'
const task = 'AWS::ECS::TaskDefinition'

/** What ECS refuses. */
export const containerRules: readonly SchemaRule[] = [
  ruleOf('E3044', service, 'fargate', {
    title: 'Services on Fargate, or with a deployment controller of their own, run a number of tasks',
    help: 'One task for each instance (DAEMON) needs instances, and deployments by ECS. Use the scheduling strategy REPLICA.',
  }),
  ruleOf(
    'E3046',
    task,
    'logging_configuration',
    {
      title: 'Containers with the log driver awslogs name log group and region',
      help: 'The driver needs "awslogs-group" and "awslogs-region", and takes no options of other drivers. Without them the task does not start.',
    },
    { at: ['ContainerDefinitions.*.LogConfiguration'] },
  ),
  ruleOf('E3047', task, 'fargate_cpu_memory', {
    title: 'CPU and memory of a task go together on Fargate',
    help: 'Fargate has fixed pairs: 256 CPU units with 512, 1024 or 2048 MiB; 512 with 1 to 4 GiB; 1024 with 2 to 8; 2048 with 4 to 16; 4096 with 8 to 30; 8192 with 16 to 60; 16384 with 32 to 120.',
    message: 'Fargate has no such pair of "Cpu" and "Memory"',
  }),
  ruleOf('E3048', task, 'fargate_properties', {
    title: 'A task for Fargate has what Fargate needs, and nothing that it does not know',
    help: 'It has "Cpu", "Memory" and the network mode awsvpc, no placement constraints, and one of the log drivers awslogs, splunk and awsfirelens.',
  }),
]
