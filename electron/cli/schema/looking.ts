import { TRISTATES } from '#shared/devices/sending-choice.ts'
import { FITS } from '#shared/devices/sending-way.ts'
import {
  number,
  SCHEMA_ONE,
  code,
  count,
  day,
  either,
  listOf,
  nullable,
  objectOf,
  oneOf,
  text,
  the,
} from '#cli/schema/json-schema.ts'
import { endpoint, protocol, services, severity, source, turn } from '#cli/schema/definitions.ts'
import { MAIL_HANDLERS } from '#shared/preflight/preflight-line.ts'
import { SECURITIES } from '#shared/domain/protocol.ts'

/** What commands print that look at servers and records without an account. */

export const discover = objectOf({
  ...SCHEMA_ONE,
  address: text,
  provider: nullable(objectOf({ id: text, name: text, certainty: oneOf(['known', 'probable']), why: text })),
  candidates: listOf(the('candidate')),
  contradictions: listOf(objectOf({ chosen: the('candidate'), other: the('candidate') })),
  hints: listOf(
    objectOf({
      when: oneOf(['before', 'after']),
      kind: text,
      text,
      url: nullable(text),
      date: nullable(day),
    }),
  ),
  notes: listOf({
    ...objectOf({ kind: text, text }),
    additionalProperties: nullable(text),
  }),
  sources: listOf(
    objectOf({
      source,
      status: oneOf(['found', 'nothing', 'failed', 'skipped']),
      code: nullable(code),
      durationMs: number,
    }),
  ),
})

const wayIn = objectOf({
  kind: oneOf(['oauth', 'app-password', 'password']),
  services,
  until: nullable(day),
  final: nullable(day),
})

const lineBreak = objectOf({
  kind: oneOf(['sign-in-ends', 'service-ends', 'ews-ends', 'old-tls-ends', 'fetching-ends']),
  state: oneOf(['announced', 'effective', 'final']),
  day,
  finalDay: nullable(day),
  postponedBy: oneOf(['nobody', 'admin']),
  services: nullable(services),
  instead: nullable(oneOf(['oauth', 'app-password'])),
  addresses: nullable(count),
  text,
})

const told = objectOf({ source, host: text })

export const preflight = objectOf({
  ...SCHEMA_ONE,
  line: count,
  domain: nullable(text),
  addresses: count,
  smtpAuthOn: nullable(count),
  mail: nullable(oneOf(MAIL_HANDLERS)),
  mx: listOf(text),
  relay: nullable(text),
  provider: nullable(objectOf({ id: text, name: text, certainty: oneOf(['known', 'probable']) })),
  servers: listOf(objectOf({ protocol, endpoint: text, source })),
  signIn: listOf(wayIn),
  breaksOn: nullable(day),
  breaks: listOf(lineBreak),
  contradictions: listOf(
    objectOf({
      kind: oneOf(['servers', 'null-mx']),
      protocol: nullable(protocol),
      chosen: nullable(told),
      other: told,
      text,
    }),
  ),
  notes: listOf(objectOf({ kind: text, text })),
  error: nullable(the('problem')),
})

const concerned = { domains: count, addresses: count } as const

export const preflightSummary = objectOf({
  ...SCHEMA_ONE,
  ...concerned,
  care: count,
  contradictions: count,
  wrongLines: count,
  handlers: listOf(objectOf({ ...concerned, name: nullable(text), mail: oneOf(MAIL_HANDLERS) })),
  breaks: listOf(
    objectOf({
      ...concerned,
      provider: text,
      break: objectOf({
        kind: text,
        state: oneOf(['announced', 'effective', 'final']),
        day,
        finalDay: nullable(day),
        services: nullable(services),
      }),
    }),
  ),
})

export const ports = objectOf({
  ...SCHEMA_ONE,
  hosts: listOf(
    objectOf({
      host: text,
      doors: listOf(
        objectOf({
          protocol,
          port: count,
          security: endpoint.security,
          family: nullable({ type: 'integer' }),
          address: nullable(text),
          state: oneOf(['open', 'strange', 'refused', 'silent', 'unreachable', 'unknown']),
          code,
          tls: nullable(objectOf({ version: text, cipher: text })),
          certificate: nullable(
            objectOf({
              subject: text,
              issuer: text,
              names: listOf(text),
              validFrom: text,
              validTo: text,
              fingerprint: text,
            }),
          ),
          durationMs: number,
        }),
      ),
    }),
  ),
  findings: listOf(the('finding')),
  request: nullable(text),
  requestSubject: nullable(text),
})

const arrival = {
  domain: text,
  verdict: oneOf(['ok', 'open', 'problem']),
  findings: listOf(the('arrivalFinding')),
}

/** Beside a check, too. */
export const arrivalPart = objectOf(arrival)

export const arrive = objectOf(
  { ...SCHEMA_ONE, address: text, ...arrival },
  {
    message: objectOf({
      receiver: nullable(text),
      results: listOf(
        objectOf({
          method: oneOf(['spf', 'dkim', 'dmarc']),
          result: text,
          domain: nullable(text),
          proof: oneOf(['message', 'indication']),
        }),
      ),
      setAside: listOf(objectOf({ kind: oneOf(['arc', 'other-host']), host: text })),
    }),
  },
)

export const explain = objectOf({
  ...SCHEMA_ONE,
  findings: listOf(
    objectOf({ code, severity, turn, title: text, explanation: text, actions: listOf(the('action')) }),
  ),
  reply: nullable(objectOf({ code: nullable(count), enhanced: nullable(text), text })),
  bounce: nullable(
    objectOf({ recipient: nullable(text), remoteServer: nullable(text), temporary: { type: 'boolean' } }),
  ),
})

export const providers = objectOf({
  ...SCHEMA_ONE,
  providers: listOf(
    objectOf({
      id: text,
      name: text,
      kind: oneOf(['mailbox', 'closed', 'outgoing-only']),
      domains: listOf(text),
      comparedOn: day,
      providerPageReadOn: nullable(day),
      probedOn: nullable(day),
    }),
  ),
  imported: listOf(objectOf({ from: text, read: text, domains: listOf(text), mx: listOf(text) })),
})

const unknown = oneOf(['unknown'])
const certainty = oneOf(['documented', 'second-hand'])

const device = objectOf({
  id: text,
  title: text,
  maker: text,
  family: text,
  kind: text,
  menu: either(listOf(text), unknown),
  fields: objectOf({
    server: nullable(text),
    port: nullable(text),
    encryption: nullable(text),
    userName: nullable(text),
    password: nullable(text),
    sender: nullable(text),
  }),
  ports: either(listOf(count), oneOf(['any', 'unknown'])),
  encryption: either(listOf(oneOf(SECURITIES)), unknown),
  tls: either(listOf(oneOf(['1.0', '1.1', '1.2', '1.3'])), unknown),
  signIn: oneOf(TRISTATES),
  oauth: either(listOf(oneOf(['microsoft', 'google'])), unknown),
  errors: listOf(objectOf({ code: text, cause: text, certainty, text })),
  certainty,
  source: nullable(objectOf({ name: text, date: day })),
  about: text,
})

const way = objectOf({
  id: text,
  fits: oneOf(FITS),
  obstacles: listOf(text),
  recipients: oneOf(['all', 'internal']),
  server: nullable(
    objectOf({ host: nullable(text), port: count, security: oneOf(SECURITIES) }, { protocol }),
  ),
  end: nullable(the('end')),
  title: text,
  limits: text,
  remarks: listOf(text),
  message: nullable(text),
  messageSubject: nullable(text),
})

export const devices = objectOf({
  ...SCHEMA_ONE,
  devices: listOf(device),
  sending: nullable(objectOf({ provider: nullable(text), ways: listOf(way) })),
})
