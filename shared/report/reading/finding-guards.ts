import * as v from 'valibot'
import type { ProviderHint } from '#shared/catalogue/hints.ts'
import type { HttpsUrl } from '#shared/catalogue/provider.ts'
import * as guard from '#shared/contract/guards.ts'
import type { Action } from '#shared/finding/action.ts'
import { CODES } from '#shared/finding/codes.ts'
import type { Finding, FindingFacts, FindingHint } from '#shared/finding/finding.ts'
import { STAGES } from '#shared/domain/stage.ts'
import { passwordTrace } from '#shared/report/reading/stage-guards.ts'
import {
  day,
  listOf,
  longText,
  name,
  oneOf,
  shapeBy,
  words,
  type GuardOf,
} from '#shared/report/reading/values.ts'

/** Shown as text and never opened by itself: what the address of a page claims, its reader may judge. */
const url: GuardOf<HttpsUrl> = v.pipe(
  name,
  v.custom<HttpsUrl>((text) => typeof text === 'string' && /^https:\/\/[^\s/@]+(?:\/|$)/.test(text)),
)

export const codeGuard = v.picklist(CODES)

export const turnGuard = v.picklist(['you', 'computer', 'network', 'provider', 'admin', 'nobody'])

function bare<K extends string>(kind: K) {
  return v.strictObject({ kind: v.literal(kind) })
}

const actionGuard: GuardOf<Action> = shapeBy<Action, 'kind'>('kind', {
  'use-endpoint': v.strictObject({ kind: v.literal('use-endpoint'), endpoint: guard.endpoint }),
  'use-server': v.strictObject({ kind: v.literal('use-server'), endpoint: guard.endpoint }),
  retry: bare('retry'),
  'edit-address': bare('edit-address'),
  'edit-servers': bare('edit-servers'),
  'edit-password': bare('edit-password'),
  'use-user-name': v.strictObject({ kind: v.literal('use-user-name'), userName: name }),
  'add-sign-in': bare('add-sign-in'),
  'app-password': v.strictObject({ kind: v.literal('app-password'), url: v.nullable(url) }),
  'oauth-sign-in': bare('oauth-sign-in'),
  'device-sign-in': bare('device-sign-in'),
  'client-id': bare('client-id'),
  'open-help': v.strictObject({ kind: v.literal('open-help'), url }),
  'ask-admin': bare('ask-admin'),
  'other-network': bare('other-network'),
  'set-proxy': bare('set-proxy'),
  'network-sign-in': bare('network-sign-in'),
  'start-program': bare('start-program'),
  wait: v.strictObject({
    kind: v.literal('wait'),
    seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  }),
  'check-clock': bare('check-clock'),
  'free-space': bare('free-space'),
  'trust-certificate': v.strictObject({
    kind: v.literal('trust-certificate'),
    fingerprint: guard.fingerprint,
  }),
  'finish-without-saving': bare('finish-without-saving'),
})

/** At most this many facts fill the places of a sentence. */
const MOST_FACTS = 40

const factName = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{0,63}$/))

export const factsGuard: GuardOf<FindingFacts> = v.pipe(
  v.record(factName, v.union([longText, v.pipe(v.number(), v.finite())])),
  v.check((facts) => Object.keys(facts).length <= MOST_FACTS),
)

const hintKind = oneOf<ProviderHint['kind']>({
  'enable-imap-pop': true,
  'enable-access': true,
  'enable-smtp': true,
  'enable-pop': true,
  'app-password-only': true,
  'app-password-with-two-step': true,
  'app-password-possible': true,
  'app-password-known-browser': true,
  'app-password-revoked': true,
  'supported-programs': true,
  'admin-decides': true,
  'paid-plan': true,
  'separate-password': true,
  'authorization-code': true,
  'api-key': true,
  'primary-address': true,
  'user-name-is-local-part': true,
  bridge: true,
  'local-program': true,
  'no-mail-program': true,
  'own-server-name': true,
  'data-centre': true,
  'other-product': true,
  'separate-company': true,
  'certified-mail': true,
  'being-moved': true,
  'verified-sender': true,
  'internal-recipients': true,
  'browser-sign-in-only': true,
  'sign-in-ends': true,
  'service-ends': true,
  'ews-ends': true,
  'old-tls-ends': true,
  'fetching-ends': true,
  'own-domain-user-name': true,
})

const end = {
  state: v.picklist(['announced', 'effective', 'final']),
  day,
  finalDay: v.union([v.literal(''), day]),
  postponedBy: v.picklist(['nobody', 'admin']),
  concerns: v.picklist(['all', 'new-customers']),
} as const
const services = v.picklist(['sending', 'receiving', 'all'])

const hintGuard: GuardOf<FindingHint> = v.strictObject({
  kind: hintKind,
  url: v.nullable(url),
  end: v.exactOptional(
    v.union([
      v.strictObject({
        ...end,
        instead: v.picklist(['oauth', 'app-password']),
        services,
        newcomers: v.picklist(['without', 'like-others']),
      }),
      v.strictObject(end),
    ]),
  ),
  services: v.exactOptional(services),
})

/** A cause and its next steps, as they stand in a report. */
export const findingGuard: GuardOf<Finding> = v.strictObject({
  ...passwordTrace,
  code: codeGuard,
  severity: v.picklist(['error', 'warning', 'info']),
  stage: v.picklist(STAGES),
  endpoint: guard.endpoint,
  turn: turnGuard,
  facts: factsGuard,
  serverSaid: v.nullable(words),
  provider: v.nullable(words),
  product: v.nullable(words),
  actions: v.pipe(
    v.tupleWithRest([actionGuard], actionGuard),
    v.check((actions) => actions.length <= 24),
  ),
  hints: v.exactOptional(listOf(hintGuard, 40)),
})
