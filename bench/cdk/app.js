// The network, cluster and service of bench/app.ts, written in AWS CDK's own constructs.
import { App, Duration, Stack } from 'aws-cdk-lib'
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import * as logs from 'aws-cdk-lib/aws-logs'

const services = Number(process.env.SERVICES ?? 1)
const app = new App()
class BenchStack extends Stack {
  // Without an account, CDK takes two zones; the peer has three.
  get availabilityZones() {
    return ['us-west-2a', 'us-west-2b', 'us-west-2c']
  }
}
const stack = new BenchStack(app, 'Bench')
const vpc = new ec2.Vpc(stack, 'Net', {
  ipAddresses: ec2.IpAddresses.cidr('10.30.0.0/16'),
  maxAzs: 3,
  natGateways: 3,
})
const cluster = new ecs.Cluster(stack, 'Cluster', { vpc })
const group = new autoscaling.AutoScalingGroup(stack, 'Group', {
  vpc,
  minCapacity: 3,
  maxCapacity: 100,
  instanceType: new ec2.InstanceType('m6i.large'),
  machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  requireImdsv2: true,
})
cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Capacity', { autoScalingGroup: group }))
const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc })
const listener = balancer.addListener('Http', {
  port: 80,
  open: false,
  defaultAction: elb.ListenerAction.fixedResponse(404),
})
for (let i = 0; i < services; i++) {
  const task = new ecs.Ec2TaskDefinition(stack, `Task${i}`)
  task.addContainer('nginx', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    memoryLimitMiB: 512,
    cpu: 512,
    portMappings: [{ containerPort: 80 }],
    logging: ecs.LogDrivers.awsLogs({
      streamPrefix: 'nginx',
      logGroup: new logs.LogGroup(stack, `Logs${i}`, { retention: logs.RetentionDays.ONE_MONTH }),
    }),
  })
  const service = new ecs.Ec2Service(stack, `Service${i}`, { cluster, taskDefinition: task, desiredCount: 2 })
  listener.addTargets(`Nginx${i}`, {
    port: 80,
    targets: [service],
    priority: i + 1,
    conditions: [elb.ListenerCondition.pathPatterns([`/service${i}/*`])],
    healthCheck: { interval: Duration.seconds(30), timeout: Duration.seconds(5) },
  })
}
app.synth()
