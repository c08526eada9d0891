import * as v from 'valibot'
import type { RowIdentity } from '#shared/batch/row.ts'
import { CODES, type Code } from '#shared/finding/codes.ts'
import type { Verdict } from '#shared/finding/check-result.ts'
import { PASSWORD_SENT, type PasswordSent } from '#shared/domain/evidence.ts'
import { PROTOCOLS, SECURITIES } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What came of one service of a row. */
export interface ServiceOutcome extends ServerEndpoint {
  readonly verdict: Verdict
  readonly code: Code
  readonly passwordSent: PasswordSent
  /** Until when the certificate is valid, `null` where none was seen. ISO 8601, UTC. */
  readonly certificateEnds: string | null
  /** How long the test took; missing in a line of an earlier version. */
  readonly seconds?: number | undefined
  /** The words for readers, the first cause first; of what works there are none. */
  readonly findings?: readonly Words[] | undefined
}

interface Words {
  readonly title: string
  readonly explanation: string
}

/** What came of one row: a line of the output, and a stable interface. A script finds the words of a code beside it. */
export interface ResultLine {
  readonly schema: 1
  /** Of the row in the file. */
  readonly line: number
  /** `null` for a row that is wrong: of that nothing is repeated. */
  readonly row: RowIdentity | null
  readonly verdict: 'ok' | 'problem'
  /** Of the first service that does not work, or of the row itself. */
  readonly code: Code
  readonly provider: { readonly id: string; readonly name: string } | null
  /** The day on which the provider ends passwords, where it is known. */
  readonly passwordEnds: string | null
  readonly endpoints: readonly ServiceOutcome[]
  /** Why the row was not tested; `null` where it was. */
  readonly error?: Words | null | undefined
}

const identity: v.GenericSchema<unknown, RowIdentity> = v.object({
  address: v.string(),
  user: v.string(),
  imap: v.string(),
  pop3: v.string(),
  smtp: v.string(),
})

const words: v.GenericSchema<unknown, Words> = v.object({ title: v.string(), explanation: v.string() })

const service: v.GenericSchema<unknown, ServiceOutcome> = v.object({
  protocol: v.picklist(PROTOCOLS),
  host: v.string(),
  port: v.number(),
  security: v.picklist(SECURITIES),
  verdict: v.picklist(['ok', 'warning', 'failed', 'skipped']),
  code: v.picklist(CODES),
  passwordSent: v.picklist(PASSWORD_SENT),
  certificateEnds: v.nullable(v.string()),
  seconds: v.optional(v.number()),
  findings: v.optional(v.array(words)),
})

/** What it says besides is for readers, and not needed again. */
const resultLine: v.GenericSchema<unknown, ResultLine> = v.object({
  schema: v.literal(1),
  line: v.number(),
  row: v.nullable(identity),
  verdict: v.picklist(['ok', 'problem']),
  code: v.picklist(CODES),
  provider: v.nullable(v.object({ id: v.string(), name: v.string() })),
  passwordEnds: v.nullable(v.string()),
  endpoints: v.array(service),
  error: v.optional(v.nullable(words)),
})

/** A line that an earlier run has written, `null` for anything else. */
export function readResultLine(text: string): ResultLine | null {
  try {
    const parsed = v.safeParse(resultLine, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
