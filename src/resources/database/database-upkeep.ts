import { given } from '../../model/given.ts'
import { idOf } from '../handle.ts'
import type { DatabaseOptions } from './database-options.ts'

/** The administrator and the encryption of a new database; one from a snapshot has the snapshot's. */
export function ownedBy({ userName = 'root_user', kmsKey }: DatabaseOptions) {
  return {
    MasterUsername: userName,
    StorageEncrypted: true,
    ...given({ KmsKeyId: kmsKey === undefined ? undefined : idOf(kmsKey) }),
  }
}

/** Backups, maintenance, logs, and whether RDS refuses to delete it. */
export function upkeep(options: DatabaseOptions) {
  return {
    BackupRetentionPeriod: options.backupDays ?? 5,
    ...given({
      PreferredBackupWindow: options.backupWindow,
      PreferredMaintenanceWindow: options.maintenanceWindow,
      EnableCloudwatchLogsExports: options.logs,
    }),
    CopyTagsToSnapshot: true,
    DeletionProtection: options.deletionProtection ?? true,
  }
}
