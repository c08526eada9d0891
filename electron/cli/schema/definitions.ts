import { CANDIDATE_SOURCES } from '#shared/domain/candidate.ts'
import { PASSWORD_SENT } from '#shared/domain/evidence.ts'
import { AUTH_METHODS, PROTOCOLS, SECURITIES } from '#shared/domain/protocol.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import { STAGES } from '#shared/domain/stage.ts'
import { EXPORT_LIMIT_KINDS } from '#shared/exporters/limits.ts'
import {
  code,
  day,
  either,
  fixed,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  objectOf,
  oneOf,
  text,
  the,
  type JsonSchema,
} from '#cli/schema/json-schema.ts'

export const protocol = oneOf(PROTOCOLS)
export const verdict = oneOf(['ok', 'problem'])
export const passwordSent = oneOf(PASSWORD_SENT)
export const serviceVerdict = oneOf(['ok', 'warning', 'failed', 'skipped'])
export const severity = oneOf(['error', 'warning', 'info'])
export const turn = oneOf(['you', 'computer', 'network', 'provider', 'admin', 'nobody'])
export const source = oneOf(CANDIDATE_SOURCES)
export const services = oneOf(['sending', 'receiving', 'all'])

/** Where a service is. */
export const endpoint = {
  protocol,
  host: text,
  port: { type: 'integer', minimum: 0 },
  security: oneOf(SECURITIES),
} as const

const end = {
  state: oneOf(['announced', 'effective', 'final']),
  day,
  finalDay: either(day, fixed('')),
  postponedBy: oneOf(['nobody', 'admin']),
  concerns: oneOf(['all', 'new-customers']),
} as const

/** The words of a code, wherever there is no more to say. */
export const problem = objectOf({ code, title: text, explanation: text })

/** What several outputs have in common. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  endpoint: objectOf(endpoint),
  candidate: objectOf({
    ...endpoint,
    userName: text,
    auth: listOf(oneOf(AUTH_METHODS)),
    source,
    trust: oneOf(['policy', 'built-in', 'domain', 'dns', 'public-list', 'user', 'guess']),
    why: text,
    otherDomain: nullable(text),
  }),
  /** A next step: which kind it is says what else it has. */
  action: objectOf(
    { kind: text },
    { endpoint: the('endpoint'), url: nullable(text), userName: text, seconds: number, fingerprint: text },
  ),
  end: objectOf(end, {
    instead: oneOf(['oauth', 'app-password']),
    services,
    newcomers: oneOf(['without', 'like-others']),
  }),
  hint: objectOf({ kind: text, url: nullable(text), text }, { end: the('end'), services }),
  finding: objectOf(
    { code, severity, turn, title: text, explanation: text, actions: listOf(the('action')) },
    { hints: listOf(the('hint')) },
  ),
  stage: objectOf({
    stage: oneOf(STAGES),
    status: oneOf(['ok', 'warning', 'skipped', 'failed']),
    startedMs: number,
    durationMs: number,
    // Other members for each stage, and `fault` where it has failed.
    facts: mapOf({}),
  }),
  service: objectOf({
    ...endpoint,
    signIn: oneOf(SERVICE_SIGN_INS),
    verdict: serviceVerdict,
    code,
    passwordSent,
    stages: listOf(the('stage')),
    findings: listOf(the('finding')),
  }),
  mechanism: objectOf({
    name: text,
    verdict: oneOf(['works', 'failed', 'waiting', 'not-tried', 'unsupported']),
    code: nullable(code),
  }),
  arrivalFinding: objectOf({
    subject: text,
    code,
    severity: oneOf(['ok', 'info', 'warning', 'error']),
    proof: oneOf(['message', 'published', 'indication']),
    turn,
    title: text,
    explanation: text,
    actions: listOf(objectOf({ kind: text })),
    records: listOf(
      objectOf({
        change: oneOf(['add', 'replace', 'remove']),
        name: text,
        type: oneOf(['TXT', 'MX', 'CNAME']),
        value: text,
      }),
    ),
  }),
  /** What is otherwise than at the last proof. */
  change: objectOf(
    { kind: oneOf(['certificate-renewed', 'issuer', 'tls', 'gained', 'lost', 'addresses']) },
    {
      protocol,
      validTo: text,
      from: either(text, listOf(text)),
      to: either(text, listOf(text)),
      names: listOf(text),
    },
  ),
  /** What a format cannot carry; `better` is one that can. */
  limit: objectOf({
    kind: oneOf(EXPORT_LIMIT_KINDS),
    weight: oneOf(['blocks', 'narrows']),
    better: nullable(either(objectOf({ format: text }), objectOf({ guide: text }))),
  }),
  profile: objectOf({
    id: text,
    name: text,
    path: text,
    state: text,
    isDefault: flag,
  }),
  problem,
}
