import * as v from 'valibot'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { PASSWORD_SENT, type Evidence, type TranscriptLine } from '#shared/domain/evidence.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { AUTH_METHODS } from '#shared/domain/protocol.ts'
import type { ConnectAttempt, IpAddress, Stage, StageFacts, StageRecord } from '#shared/domain/stage.ts'
import * as guard from '#shared/contract/guards.ts'
import { faultGuard } from '#shared/report/reading/fault-guards.ts'
import {
  count,
  instant,
  listOf,
  moment,
  name,
  oneOf,
  shapeBy,
  words,
  type GuardOf,
} from '#shared/report/reading/values.ts'

const address = { address: name, family: v.picklist([4, 6]) }

export const ipAddress: GuardOf<IpAddress> = v.strictObject(address)

const attempt: GuardOf<ConnectAttempt> = v.strictObject({
  ...address,
  outcome: oneOf<ConnectAttempt['outcome']>({
    connected: true,
    refused: true,
    unreachable: true,
    reset: true,
    'no-answer': true,
  }),
  tookMs: v.exactOptional(moment),
})

/** Empty where the certificate has a date that none can read. */
const certificateDate = v.union([v.literal(''), instant])

/** What stands in a certificate. */
export const certificateGuard: GuardOf<CertificateFacts> = v.strictObject({
  subject: words,
  issuer: words,
  dnsNames: listOf(words, 200),
  ipAddresses: listOf(words, 200),
  validFrom: certificateDate,
  validTo: certificateDate,
  fingerprint: name,
  publicKey: name,
  signature: name,
  selfSigned: v.boolean(),
  chain: listOf(v.strictObject({ subject: words, fingerprint: name, validTo: certificateDate }), 20),
})

const messageFacts: GuardOf<MessageFacts> = v.strictObject({
  fromDomain: v.nullable(words),
  receiver: v.nullable(words),
  verdicts: listOf(
    v.strictObject({
      method: v.picklist(['spf', 'dkim', 'dmarc']),
      result: words,
      domain: v.nullable(words),
      proof: v.picklist(['message', 'indication']),
    }),
    64,
  ),
  setAside: listOf(v.strictObject({ kind: v.picklist(['arc', 'other-host']), host: words }), 64),
  signatures: listOf(v.strictObject({ domain: words, selector: words }), 64),
  clientAddress: v.nullable(words),
})

const FACTS: { readonly [S in Stage]: GuardOf<StageFacts[S]> } = {
  dns: v.strictObject({
    addresses: v.exactOptional(listOf(ipAddress, 200)),
    why: v.exactOptional(v.literal('proxy')),
  }),
  connect: v.strictObject({
    proxy: v.exactOptional(name),
    address: v.exactOptional(name),
    port: v.exactOptional(count),
    attempts: v.exactOptional(listOf(attempt, 200)),
  }),
  proxy: v.strictObject({ proxy: v.exactOptional(name) }),
  greeting: v.strictObject({ serverSaid: v.exactOptional(words) }),
  capabilities: v.strictObject({
    capabilities: v.exactOptional(listOf(words, 1_000)),
    mechanisms: v.exactOptional(listOf(words, 1_000)),
  }),
  starttls: v.strictObject({}),
  tls: v.strictObject({ version: v.exactOptional(name), cipher: v.exactOptional(name) }),
  certificate: v.strictObject({ certificate: v.exactOptional(certificateGuard) }),
  login: v.strictObject({
    method: v.exactOptional(v.picklist(AUTH_METHODS)),
    userName: v.exactOptional(name),
    why: v.exactOptional(v.picklist(['not-asked', 'refused-elsewhere', 'no-login-needed'])),
  }),
  mailbox: v.strictObject({
    messages: v.exactOptional(count),
    unseen: v.exactOptional(count),
    delimiter: v.exactOptional(v.nullable(name)),
    usedKb: v.exactOptional(count),
    limitKb: v.exactOptional(count),
  }),
  send: v.strictObject({ to: v.exactOptional(name), how: v.exactOptional(v.literal('asked')) }),
  arrive: v.strictObject({
    afterMs: v.exactOptional(moment),
    message: v.exactOptional(messageFacts),
    why: v.exactOptional(v.literal('not-sent')),
  }),
}

type RecordOf<S extends Stage> = Extract<StageRecord, { readonly stage: S }>

function recordOf<S extends Stage>(stage: S): GuardOf<RecordOf<S>> {
  const base = { stage: v.literal(stage), startedMs: moment, endedMs: moment, facts: FACTS[stage] }
  const ended = v.strictObject({ ...base, status: v.picklist(['ok', 'warning', 'skipped']) })
  const failed = v.strictObject({ ...base, status: v.literal('failed'), fault: faultGuard })
  return v.union([failed, ended]) as unknown as GuardOf<RecordOf<S>>
}

/** A stage that has ended, as it stands in a report. */
export const stageRecordGuard: GuardOf<StageRecord> = shapeBy<StageRecord, 'stage'>('stage', {
  dns: recordOf('dns'),
  connect: recordOf('connect'),
  proxy: recordOf('proxy'),
  greeting: recordOf('greeting'),
  capabilities: recordOf('capabilities'),
  starttls: recordOf('starttls'),
  tls: recordOf('tls'),
  certificate: recordOf('certificate'),
  login: recordOf('login'),
  mailbox: recordOf('mailbox'),
  send: recordOf('send'),
  arrive: recordOf('arrive'),
})

/** STARTTLS asks for the capabilities twice; no way to a mailbox has many more stages than there are kinds of them. */
export const MOST_STAGES = 40

export const trailGuard = v.strictObject({
  endpoint: guard.endpoint,
  stages: listOf(stageRecordGuard, MOST_STAGES),
})

const transcriptLine: GuardOf<TranscriptLine> = v.strictObject({
  direction: v.picklist(['sent', 'received']),
  text: words,
  atMs: moment,
  encrypted: v.boolean(),
})

export const passwordTrace = {
  passwordSent: v.picklist(PASSWORD_SENT),
  sentAs: v.exactOptional(v.literal('proof')),
} as const

export const evidenceGuard: GuardOf<Evidence> = v.strictObject({
  ...trailGuard.entries,
  ...passwordTrace,
  transcript: listOf(transcriptLine, 400),
})
