import { parseSecretReference, type SecretReference } from '#shared/batch/secret-reference.ts'
import { userNameProblem } from '#shared/domain/credential-text.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { formatEndpoint, parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** The columns of the file; `smtp`, `imap` and `pop3` are `HOST:PORT:SECURITY`, or empty for what is not tested. */
export const COLUMNS = ['address', 'user', 'secret', 'imap', 'pop3', 'smtp'] as const
export type Column = (typeof COLUMNS)[number]
export type Columns = Readonly<Record<Column, string>>

/** An account to test. */
export interface BatchRow {
  /** In the file. */
  readonly line: number
  readonly address: EmailAddress
  /** `null`: what the provider takes, or the address. */
  readonly userName: string | null
  readonly secret: SecretReference
  /** Empty only for a saved account, whose servers were agreed to when it was set up. */
  readonly endpoints: readonly ServerEndpoint[]
}

/**
 * Why a row is not tested. SECURITY: nothing of the row is in here. A password that was written into the file, or into
 * the wrong column of it, stays there.
 */
export interface RowFault {
  readonly code: Extract<Code, 'ROW_INVALID' | 'ROW_SECRET' | 'ADDR_INVALID' | 'CFG_INVALID'>
  readonly facts: FindingFacts
}

export type RowProblem = 'long' | 'characters' | 'quotes' | 'json' | 'columns'

export function invalidRow(problem: RowProblem): RowFault {
  return { code: 'ROW_INVALID', facts: { problem } }
}

/** Control characters, half characters, and what stands for octets that were no UTF-8. */
const UNFIT = /[\p{Cc}\p{Cs}\ufffd\u2028\u2029]/u

export function parseRow(line: number, columns: Columns): Outcome<BatchRow, RowFault> {
  if (COLUMNS.some((name) => UNFIT.test(columns[name]))) return fail(invalidRow('characters'))
  const address = parseEmailAddress(columns.address.trim())
  if (!address.ok) return fail({ code: 'ADDR_INVALID', facts: {} })
  const secret = parseSecretReference(columns.secret.trim())
  if (!secret.ok) return fail({ code: 'ROW_SECRET', facts: { problem: 'no-reference' } })
  const userName = columns.user === '' ? null : columns.user
  if (userName !== null && userNameProblem(userName) !== null) return fail(invalidRow('characters'))
  const endpoints = endpointsOf(columns)
  const isLeftToAccount = endpoints?.length === 0 && secret.value.kind === 'keychain'
  if (endpoints === null || (endpoints.length === 0 && !isLeftToAccount))
    return fail({ code: 'CFG_INVALID', facts: {} })
  return ok({ line, address: address.value, userName, secret: secret.value, endpoints })
}

function endpointsOf(columns: Columns): readonly ServerEndpoint[] | null {
  const given = PROTOCOLS.filter((protocol) => columns[protocol].trim() !== '')
  const parsed = given.map((protocol) => parseEndpoint(protocol, columns[protocol].trim()))
  const endpoints = parsed.flatMap((endpoint) => (endpoint.ok ? [endpoint.value] : []))
  return endpoints.length === given.length ? endpoints : null
}

/** What tells a row from others, however the file is sorted; where its secret is does not. */
export interface RowIdentity extends Readonly<Record<Protocol, string>> {
  readonly address: string
  readonly user: string
}

export function identityOf({ address, userName, endpoints }: BatchRow): RowIdentity {
  const at = (protocol: Protocol) => endpoints.find((endpoint) => endpoint.protocol === protocol)
  const written = (protocol: Protocol) => {
    const endpoint = at(protocol)
    return endpoint === undefined ? '' : formatEndpoint(endpoint)
  }
  return {
    address: address.unicode,
    user: userName ?? '',
    imap: written('imap'),
    pop3: written('pop3'),
    smtp: written('smtp'),
  }
}

/** One text for each identity. */
export function identityKey({ address, user, imap, pop3, smtp }: RowIdentity): string {
  return JSON.stringify([address, user, imap, pop3, smtp])
}
