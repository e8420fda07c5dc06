import type * as ecs from '../../aws/ecs.ts'
import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'

/** A port that a container listens on. */
export interface TaskPort {
  readonly container: Value<number>
  /** The host's port. Absent, each container gets a free one, and a host can run several. */
  readonly host?: Value<number>
  /** The default is `tcp`. */
  readonly protocol?: 'tcp' | 'udp'
}

/** Ports as a container definition lists them; copies with addresses of their own have no host's. Throws `E_PORTS` for one that can't be, and for two that are the same. */
export function portMappings(
  name: string,
  ports: readonly TaskPort[],
  ownAddress: boolean,
): readonly ecs.TaskDefinition.PortMapping[] {
  ports.forEach((port) => [port.container, port.host ?? 1].forEach((number) => checkPort(name, number)))
  checkTwice(name, 'container', ports, (port) => port.container)
  checkTwice(name, 'host', ports, (port) => port.host)
  if (ownAddress) ports.forEach(({ container, host = container }) => checkSame(name, container, host))
  return ports.map(({ container, host = 0, protocol = 'tcp' }) => ({
    ContainerPort: container,
    ...(!ownAddress && { HostPort: host }),
    Protocol: protocol,
  }))
}

function checkPort(name: string, port: Value<number>): void {
  if (typeof port !== 'number' || (Number.isInteger(port) && port >= 1 && port <= 65535)) return
  throw new CfstackError('E_PORTS', `Cannot make task "${name}": ${port} is not a port, expected 1 to 65535`)
}

function checkSame(name: string, container: Value<number>, host: Value<number>): void {
  if (container === host) return
  throw new CfstackError(
    'E_PORTS',
    `Cannot make task "${name}": its copies have addresses of their own, and are reached on the container's port`,
    { hint: 'Leave the host port out' },
  )
}

function checkTwice(
  name: string,
  side: string,
  ports: readonly TaskPort[],
  read: (port: TaskPort) => Value<number> | undefined,
): void {
  const seen = new Set<string>()
  for (const port of ports) {
    const number = read(port)
    if (typeof number !== 'number') continue
    const key = `${number}/${port.protocol ?? 'tcp'}`
    if (seen.has(key))
      throw new CfstackError('E_PORTS', `Cannot make task "${name}": ${side} port ${key} is used twice`, {
        hint: 'Leave the host port out to get a free one',
      })
    seen.add(key)
  }
}
