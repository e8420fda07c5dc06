import type { Value } from '../../model/value.ts'

/** A processor architecture, as AWS names it in the parameters of its images. */
export type Architecture = 'x86_64' | 'arm64'

/** The architecture of an instance type: Graviton families have a g after their number. Types known only when deployed count as x86_64. */
export function architectureOf(instanceType: Value<string>): Architecture {
  return typeof instanceType === 'string' && /^[a-z]+\d+g/.test(instanceType) ? 'arm64' : 'x86_64'
}

/** The newest Amazon Linux 2023 image, looked up in Systems Manager by CloudFormation whenever the stack is deployed. */
export function amazonLinux(architecture: Architecture): string {
  return `{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}}}`
}

/** The newest Amazon Linux 2023 image with Docker and the ECS agent. */
export function ecsOptimized(architecture: Architecture): string {
  const folder = architecture === 'arm64' ? '/arm64' : ''
  return `{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023${folder}/recommended/image_id}}`
}
