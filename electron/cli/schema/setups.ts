import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import { SETTING_FIELDS } from '#shared/programs/setting-finding.ts'
import { passwordSent, protocol, serviceVerdict, severity, turn } from '#cli/schema/definitions.ts'
import {
  SCHEMA_ONE,
  code,
  count,
  day,
  either,
  fixed,
  flag,
  listOf,
  nullable,
  objectOf,
  oneOf,
  text,
  the,
} from '#cli/schema/json-schema.ts'

/** What commands print that read or write the settings of programs. */

const settingFinding = objectOf({
  code,
  severity,
  turn,
  protocol: nullable(protocol),
  field: oneOf(SETTING_FIELDS),
  has: text,
  should: nullable(text),
  title: text,
  explanation: text,
  place: nullable(text),
  actions: listOf(the('action')),
})

const programService = {
  protocol,
  host: text,
  port: count,
  security: text,
  userName: nullable(text),
  authentication: text,
  certificate: oneOf(['checked', 'unchecked']),
} as const

/** What `inspect --fix` did to a file. */
const fix = objectOf({
  written: flag,
  changes: listOf(objectOf({ line: count, before: nullable(text), after: text })),
  backup: nullable(text),
  error: nullable(the('problem')),
})

const inspected = objectOf({
  ...SCHEMA_ONE,
  programs: listOf(
    objectOf(
      {
        client: text,
        version: nullable(text),
        profile: nullable(text),
        error: nullable(the('problem')),
        notes: listOf(text),
        accounts: listOf(
          objectOf({
            name: text,
            address: nullable(text),
            endpoints: listOf(
              objectOf(
                { ...programService, verdict: nullable(serviceVerdict) },
                {
                  signIn: oneOf(SERVICE_SIGN_INS),
                  code,
                  passwordSent,
                  stages: listOf(the('stage')),
                  findings: listOf(the('finding')),
                },
              ),
            ),
            findings: listOf(settingFinding),
          }),
        ),
      },
      { fix: nullable(fix) },
    ),
  ),
})

const undone = objectOf({
  ...SCHEMA_ONE,
  programs: listOf(objectOf({ client: text, profile: text, undone: flag, error: nullable(the('problem')) })),
})

/** The second is what `--undo` prints. */
export const inspect = either(inspected, undone)

const exportHead = { ...SCHEMA_ONE, format: text } as const

export const exported = either(
  objectOf({
    ...SCHEMA_ONE,
    formats: listOf(objectOf({ name: text, program: text, fileName: text, text })),
  }),
  objectOf({
    ...exportHead,
    file: nullable(text),
    signed: flag,
    limits: listOf(the('limit')),
    error: nullable(the('problem')),
    content: nullable(text),
  }),
  objectOf(
    { ...exportHead, profile: nullable(the('profile')), error: nullable(the('problem')) },
    {
      program: text,
      changes: listOf(objectOf({ name: text, before: nullable(text), after: text })),
      limits: listOf(the('limit')),
      backup: text,
      undone: fixed(true),
    },
  ),
)

export const guide = objectOf({
  ...SCHEMA_ONE,
  client: text,
  program: text,
  version: text,
  describedOn: day,
  title: text,
  lead: listOf(text),
  steps: listOf(objectOf({ words: text, value: nullable(text) })),
})

export const oauthClient = objectOf({
  ...SCHEMA_ONE,
  issuer: text,
  page: text,
  redirect: text,
  scopes: listOf(text),
  clientId: nullable(text),
  consentUrl: nullable(text),
  check: nullable(
    objectOf({
      state: oneOf(['known', 'unknown', 'one-tenant', 'unclear', 'unreachable']),
      serverSaid: nullable(text),
    }),
  ),
  message: text,
  messageSubject: text,
})
