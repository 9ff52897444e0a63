export { BackupError } from './backup-error.ts';
export type { Manifest, Member } from './backup-manifest.ts';
export { readMembers, verifyBackup } from './read-backup.ts';
export { writeBackup } from './write-backup.ts';
