import type { DialectLine } from '#shared/diagnosis/dialects/dialect.ts'
import type { DialectCode } from '#shared/diagnosis/dialects/counsel.ts'

/** iCloud: HM marks judge the sender, CS marks the message. */
export const APPLE: readonly DialectLine<DialectCode>[] = [
  { means: 'SEND_BLOCKED', words: /\[HM\d\d\]/ },
  { means: 'SEND_CONTENT', words: /\[CS\d\d\]/ },
  { means: 'SEND_DELAYED', words: /deferred due to excessive volume/i },
]
