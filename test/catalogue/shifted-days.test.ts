import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { kindOn, passwordEndOn } from '#shared/catalogue/endings.ts'
import type { ProviderHint } from '#shared/catalogue/hints.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import { remarksOn } from '#shared/diagnosis/remark.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { explain } from '#shared/explain/explain.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { TEXTS } from '#shared/i18n/texts.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { saysPasswordIsWrong } from '#shared/replies/meaning.ts'
import { LANGUAGE_CODES } from '../unit/shared/i18n/messages.ts'
import { DAYS, TURNING_DAYS } from '../unit/shared/days.ts'
import { addressOf } from '../unit/shared/discovery/samples.ts'
import { wronglyTensed } from '../unit/shared/tenses.ts'
import { ALL_TEXTS } from '../unit/shared/explain/all-texts.ts'
import { live, quoting, type QuotedText } from '../unit/shared/replies/live-replies.ts'

const TRANSLATORS = LANGUAGE_CODES.map((language) => createTranslator(language))
const QUOTED = ALL_TEXTS.flatMap(quoting)
const REFUSED = QUOTED.filter(({ code }) =>
  ['AUTH_REJECTED', 'AUTH_BASIC_DISABLED', 'AUTH_APP_PASSWORD'].includes(code),
)
/** Where the calendar has a say; another provider is like the last one. */
const ENDING = PROVIDERS.filter(({ signIn }) => signIn.some(({ ending }) => ending !== undefined))
const WITHOUT_ENDS = PROVIDERS.filter((provider) => !ENDING.includes(provider)).slice(0, 1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The clock of the computer too: what looks at it in secret shall not get away with it. */
function setDay(day: string): void {
  vi.setSystemTime(new Date(`${day}T12:00:00Z`))
}

function discoveryOf(provider: Provider, date: string): Discovery {
  const [domain = 'example.org'] = provider.domains
  const address = addressOf(`anna@${domain.replace('*.', 'example.')}`)
  const why = { kind: 'known-domain', provider: provider.name, domain: address.domain.unicode } as const
  const origin = { source: 'catalogue', trust: 'built-in', why } as const
  const report = { source: 'catalogue', status: 'found', code: null, durationMs: 0 } as const
  const candidates = candidatesOf(provider, address, origin, date)
  return assembleDiscovery(address, [{ report, provider: { facts: provider, why }, candidates }], {
    date,
    complete: true,
  })
}

test('every turning day of the catalogue is among the days, with its neighbours', () => {
  expect(TURNING_DAYS).toEqual(expect.arrayContaining(['2024-09-16', '2027-01-01', '2027-04-01']))
  expect(DAYS).toEqual(expect.arrayContaining(['2026-12-31', '2027-01-01', '2027-01-02']))
})

describe.each(DAYS)('on %s, of what is said', (day) => {
  beforeEach(() => setDay(day))

  test('a pasted text means what it means on every other day', async () => {
    const meanings = await Promise.all(
      ALL_TEXTS.map(async ([text]) => (await explain({ text, octets: null })).causes[0].code),
    )
    expect(meanings).toEqual(ALL_TEXTS.map(([, code]) => code))
  })

  test('so does the same reply live, where no provider is known', () => {
    const codes = QUOTED.map(({ reply, stage }) => live(reply, stage, { date: day }).code)
    expect(codes).toEqual(QUOTED.map(({ code }) => code))
  })

  test('no reply of a provider is overruled by the calendar', () => {
    const overruled = [...ENDING, ...WITHOUT_ENDS].flatMap((provider) =>
      QUOTED.filter((quoted) => !mayMeanThat(quoted, provider, day)).map(
        ({ text, code }) => `${provider.id}: ${text}, ${code}`,
      ),
    )
    expect(overruled).toEqual([])
  })
})

describe.each(DAYS)('on %s, of what is known', (day) => {
  beforeEach(() => setDay(day))

  test('no provider says something and its opposite', () => {
    const contradicting = PROVIDERS.filter((provider) => contradictsItself(discoveryOf(provider, day)))
    expect(contradicting.map(({ id }) => id)).toEqual([])
  })

  test('a provider that has closed says so, and every other has a way in', () => {
    for (const provider of PROVIDERS) {
      const { hints, candidates, provider: found } = discoveryOf(provider, day)
      const isClosed = kindOn(day, provider) === 'closed'
      expect([provider.id, found?.kind === 'closed', hints.some(saysItIsClosed)]).toEqual([
        provider.id,
        isClosed,
        isClosed,
      ])
      expect(isClosed && candidates.length > 0).toBe(false)
      expect([provider.id, isClosed && !hints.every(saysItIsClosed)]).toEqual([provider.id, false])
      expect(provider.kind === 'mailbox' && found?.signIn.length === 0).toBe(false)
    }
  })

  test('what is past is spoken of in the past, in every language', () => {
    const wrong = PROVIDERS.flatMap((provider) => {
      const findings = ENDING.includes(provider) ? findingsAt(provider, day) : []
      const hints = [
        ...discoveryOf(provider, day).hints,
        ...findings.flatMap((finding) => finding.hints ?? []),
      ]
      return TRANSLATORS.flatMap(({ language, t }) => {
        const told = hints
          .filter(({ end }) => end !== undefined)
          .map((hint) => hintWords(hint, provider.name, t))
        const found = findings.flatMap((finding) => Object.values(findingWords(finding, t)))
        return [...told, ...found].flatMap((words) => wronglyTensed(words, language, day))
      })
    })
    expect([...new Set(wrong)]).toEqual([])
  })

  test('a password that is accepted is warned about only while its end is open', () => {
    for (const provider of ENDING)
      for (const protocol of PROTOCOLS.filter((name) => provider.servers[name].length > 0)) {
        const state = passwordEndOn(day, provider, protocol)?.state ?? 'none'
        const isOpen = state === 'announced' || state === 'effective'
        expect([provider.id, accepted(provider, protocol, day).length > 0]).toEqual([provider.id, isOpen])
      }
  })

  test('a server of the catalogue is a retired one only with its whole service', () => {
    const retired = PROVIDERS.filter((provider) =>
      serversOf(provider).some((server) => adviceAbout(day, server)?.code === 'HOST_RETIRED'),
    )
    expect(retired.filter((provider) => kindOn(day, provider) !== 'closed')).toEqual([])
  })
})

test('no text has a day in it that does not come from the catalogue', () => {
  const dated = LANGUAGE_CODES.flatMap((language) =>
    Object.entries(TEXTS[language]).filter(([, text]) =>
      /\b(january|march|april|october|december|januar|märz|oktober|dezember) 20[2-9]\d\b|\b\d{1,2},? 20[2-9]\d\b/i.test(
        text,
      ),
    ),
  )
  expect(dated).toEqual([])
})

/** A bare refusal is what a server says too where no password would do: then the catalogue may know better. */
function mayMeanThat({ reply, stage, code }: QuotedText, provider: Provider, date: string): boolean {
  const { code: meant, endpoint } = live(reply, stage, { date, provider })
  if (meant === code) return true
  if (code !== 'AUTH_REJECTED' && code !== 'AUTH_APP_PASSWORD') return false
  if (meant === 'AUTH_APP_PASSWORD') return true
  const state = passwordEndOn(date, provider, endpoint.protocol)?.state ?? 'none'
  return meant === 'AUTH_BASIC_DISABLED' && state === 'final' && !saysPasswordIsWrong(reply)
}

/** Findings whose words may speak of a day: refused passwords, and accepted ones. */
function findingsAt(provider: Provider, date: string): readonly Finding[] {
  return [
    ...REFUSED.map(({ reply, stage }) => live(reply, stage, { date, provider })),
    ...PROTOCOLS.flatMap((protocol) => accepted(provider, protocol, date)),
  ]
}

/** It is said of one service that only the browser gets in, and that a password does; or a password is to be tried. */
function contradictsItself({ hints, candidates }: Discovery): boolean {
  const only = hints.find(({ kind }) => kind === 'browser-sign-in-only')
  const open = hints.find(({ kind }) => kind === 'sign-in-ends')?.end
  const services = open !== undefined && 'services' in open ? open.services : null
  if (only === undefined) return false
  if (services !== null && !areApart(only.services, services)) return true
  return candidates.some(({ auth, endpoint }) => auth.includes('plain') && covers(only, endpoint.protocol))
}

function saysItIsClosed({ kind, end }: ProviderHint): boolean {
  return kind === 'no-mail-program' || (kind === 'service-ends' && end?.state === 'final')
}

function areApart(a: ProviderHint['services'], b: ProviderHint['services']): boolean {
  return a !== 'all' && b !== 'all' && a !== b
}

function covers({ services }: ProviderHint, protocol: Protocol): boolean {
  return services === 'all' || services === (protocol === 'smtp' ? 'sending' : 'receiving')
}

function serversOf(provider: Provider) {
  return PROTOCOLS.flatMap((protocol) =>
    provider.servers[protocol].flatMap((text) => {
      const endpoint = parseEndpoint(protocol, text.replace('{domain}', 'example.org'))
      return endpoint.ok ? [endpoint.value] : []
    }),
  )
}

/** What is said where the password of a provider was accepted. */
function accepted(provider: Provider, protocol: Protocol, date: string) {
  const endpoint = serversOf(provider).find((server) => server.protocol === protocol)
  if (endpoint === undefined) return []
  const login = { stage: 'login', status: 'ok', startedMs: 0, endedMs: 1, facts: {} } as const
  const evidence = { endpoint, stages: [login], transcript: [], passwordSent: 'yes' } as const
  return remarksOn(evidence, { provider, date, credential: 'password' })
}
