import type { FinishedService } from '#shared/domain/finished-setup.ts'

/**
 * The command by which programs without a question of their own get the password: the one of the desktop's keychain on
 * Linux, with the attributes that msmtp uses too.
 */
export function passwordCommand({ endpoint, userName }: FinishedService): readonly string[] {
  return ['secret-tool', 'lookup', 'host', endpoint.host, 'service', endpoint.protocol, 'user', userName]
}
