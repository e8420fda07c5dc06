/** Engines of single databases, and of Aurora. */
export type DatabaseEngine = 'postgres' | 'mysql' | 'mariadb'
export type ClusterEngine = 'aurora-postgresql' | 'aurora-mysql'

interface EngineFacts {
  /** What is made when no version is asked for. */
  readonly version: string
  readonly port: number
  /** The family that a version's parameter group must be of. */
  readonly family: (version: string) => string
}

const major = (version: string): string => version.split('.', 1).join()
const majorAndMinor = (version: string): string => version.split('.').slice(0, 2).join('.')

export const engines: { readonly [Engine in DatabaseEngine | ClusterEngine]: EngineFacts } = {
  postgres: { version: '17.9', port: 5432, family: (version) => `postgres${major(version)}` },
  mysql: { version: '8.4.8', port: 3306, family: (version) => `mysql${majorAndMinor(version)}` },
  mariadb: { version: '11.8.6', port: 3306, family: (version) => `mariadb${majorAndMinor(version)}` },
  'aurora-postgresql': {
    version: '17',
    port: 5432,
    family: (version) => `aurora-postgresql${major(version)}`,
  },
  'aurora-mysql': {
    version: '8.0.mysql_aurora.3.10.3',
    port: 3306,
    family: (version) => `aurora-mysql${majorAndMinor(version)}`,
  },
}
