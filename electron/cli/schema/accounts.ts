import { AUTH_METHODS } from '#shared/domain/protocol.ts'
import { PASSWORD_SLOTS } from '#shared/domain/saved-account.ts'
import { SERVICE_ORIGINS } from '#shared/domain/service-origin.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import {
  endpoint,
  passwordSent,
  protocol,
  serviceVerdict,
  severity,
  turn,
  verdict,
} from '#cli/schema/definitions.ts'
import {
  code,
  count,
  day,
  either,
  fixed,
  listOf,
  mapOf,
  nullable,
  number,
  objectOf,
  oneOf,
  SCHEMA_ONE,
  text,
  the,
  type JsonSchema,
} from '#cli/schema/json-schema.ts'
import { arrivalPart } from '#cli/schema/looking.ts'

/** What commands print that are about accounts. */

/** Where the list of accounts, or the keychain, could not be used. */
const failed = objectOf({ ...SCHEMA_ONE, error: the('problem') })

const checked = {
  address: text,
  verdict,
  endpoints: listOf(the('service')),
} as const

const checkFinding = objectOf(
  { code, severity, turn, title: text, explanation: text, actions: listOf(the('action')) },
  {
    hints: listOf(the('hint')),
    protocol,
    message: nullable(text),
    messageSubject: nullable(text),
    facts: mapOf(either(text, number)),
  },
)

export const check = either(
  objectOf(
    { ...SCHEMA_ONE, ...checked, findings: listOf(checkFinding) },
    {
      arrival: arrivalPart,
      mechanisms: objectOf({
        services: listOf(objectOf({ ...endpoint, mechanisms: listOf(the('mechanism')) })),
        endedBy: nullable(code),
      }),
    },
  ),
  failed,
)

const savedAccount = objectOf({
  address: text,
  providerId: nullable(text),
  services: listOf(
    objectOf({
      endpoint: the('endpoint'),
      userName: text,
      origin: oneOf(SERVICE_ORIGINS),
      signIn: oneOf(SERVICE_SIGN_INS),
      slot: oneOf(PASSWORD_SLOTS),
      auth: oneOf(AUTH_METHODS),
      pin: nullable(text),
      seen: nullable(
        objectOf({
          addresses: listOf(text),
          tls: nullable(text),
          certificate: nullable(objectOf({ fingerprint: text, issuer: text, validTo: text })),
          capabilities: listOf(text),
        }),
      ),
    }),
  ),
  secretStore: nullable(text),
  oauth: nullable(objectOf({ issuer: text, clientId: text })),
  provedAt: text,
})

const testedAccount = either(
  objectOf({
    ...checked,
    findings: listOf(checkFinding),
    provedBefore: text,
    changes: listOf(the('change')),
  }),
  objectOf({
    address: text,
    verdict,
    error: the('problem'),
    endpoints: listOf(the('service')),
    changes: listOf(the('change')),
  }),
)

export const accounts = either(
  objectOf({ ...SCHEMA_ONE, accounts: listOf(either(savedAccount, testedAccount)) }),
  objectOf({ ...SCHEMA_ONE, removed: text, secrets: oneOf(['removed', 'none', 'left']) }),
  failed,
)

const batchService = objectOf(
  {
    ...endpoint,
    verdict: serviceVerdict,
    code,
    passwordSent,
    certificateEnds: nullable(text),
    findings: listOf(the('finding')),
  },
  { seconds: number },
)

export const batch = objectOf({
  ...SCHEMA_ONE,
  line: count,
  row: nullable(objectOf({ address: text, user: text, imap: text, pop3: text, smtp: text })),
  verdict,
  code,
  provider: nullable(objectOf({ id: text, name: text })),
  passwordEnds: nullable(day),
  endpoints: listOf(batchService),
  error: nullable(the('problem')),
})

export const batchSummary = objectOf({
  ...SCHEMA_ONE,
  rows: count,
  works: count,
  fails: count,
  providers: listOf(objectOf({ name: text, works: count, fails: count })),
  codes: listOf(objectOf({ code, rows: count })),
  certificates: listOf(objectOf({ server: text, ends: text })),
  passwordEnds: listOf(objectOf({ day, provider: text, accounts: count })),
})

const maker = objectOf({ version: text, host: oneOf(['desktop', 'browser', 'terminal']), system: text })
const reportHead = { address: text, tested: text, verdict, madeBy: maker } as const
const open: JsonSchema = { type: 'object', additionalProperties: {} }

/** Also what `--report FILE.json` writes. What a report says of a service is for Mailwright to read again. */
export const report = objectOf({
  ...SCHEMA_ONE,
  ...reportHead,
  kind: fixed('mailwright-report'),
  made: text,
  lastProved: nullable(text),
  network: text,
  endpoints: listOf({
    ...objectOf({
      endpoint: the('endpoint'),
      userName: text,
      signIn: oneOf(SERVICE_SIGN_INS),
      verdict: serviceVerdict,
      code,
      passwordSent,
      evidence: open,
      alternatives: listOf(open),
      findings: listOf(open),
    }),
    additionalProperties: {},
  }),
  before: nullable(objectOf({ network: text, results: listOf(open) })),
  arrival: nullable(open),
  mechanisms: nullable(open),
  survey: nullable(open),
})

const compared = nullable(objectOf({ verdict: serviceVerdict, code }))

export const reportComparison = objectOf({
  ...SCHEMA_ONE,
  first: objectOf(reportHead),
  second: objectOf(reportHead),
  network: oneOf(['same', 'other', 'unknown']),
  account: oneOf(['same', 'other']),
  services: listOf(
    objectOf({
      protocol,
      change: oneOf(['mended', 'broken', 'same', 'different', 'added', 'removed']),
      first: compared,
      second: compared,
      fields: listOf(objectOf({ field: text, from: nullable(text), to: nullable(text) })),
      server: listOf(the('change')),
    }),
  ),
})
