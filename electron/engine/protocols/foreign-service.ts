import type { ForeignService } from '#shared/domain/fault.ts'

const GREETINGS: readonly (readonly [RegExp, ForeignService])[] = [
  [/^SSH-/, 'ssh'],
  [/^HTTP\//, 'http'],
  [/^<(!doctype|html|\?xml)/i, 'http'],
  [/^\* (OK|NO|BAD|BYE|PREAUTH)\b/i, 'imap'],
  [/^(\+OK|-ERR)\b/, 'pop3'],
  [/^220[ -].*\bFTP\b/i, 'ftp'],
  [/^\d{3}([ -]|$)/, 'smtp'],
]

/** Whose greeting this is, by its first words. */
export function recogniseService(line: string): ForeignService {
  return GREETINGS.find(([pattern]) => pattern.test(line))?.[1] ?? 'unknown'
}
