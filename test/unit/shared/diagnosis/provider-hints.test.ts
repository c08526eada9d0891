import { expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { zohoCom } from '#shared/catalogue/providers/zoho-com.ts'
import type { HintKind, Provider } from '#shared/catalogue/provider.ts'
import { CODES, type Code } from '#shared/finding/codes.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { hintsFor } from '#shared/diagnosis/provider-hints.ts'
import { imapReply, rejected, situation } from './situations.ts'

const TODAY = '2026-11-27'

test.each<readonly [string, Code, Provider | null, readonly HintKind[]]>([
  [
    'a refusal where mail programs are kept out at first',
    'AUTH_REJECTED',
    gmxNet,
    ['enable-imap-pop', 'app-password-with-two-step'],
  ],
  [
    'a refusal where the data centre may be another one',
    'AUTH_REJECTED',
    zohoCom,
    ['enable-imap-pop', 'data-centre', 'paid-plan', 'app-password-with-two-step'],
  ],
  ['a name that does not exist, there', 'NET_DNS_NONE', zohoCom, ['data-centre']],
  ['an app password that is wanted', 'AUTH_APP_PASSWORD', gmail, ['app-password-revoked']],
  ['a server that is busy', 'SERVER_BUSY', gmxNet, []],
  ['an unknown provider', 'AUTH_REJECTED', null, []],
])('%s', (_, code, provider, kinds) => {
  expect(hintsFor(code, { date: TODAY, protocol: 'imap', provider }).map(({ kind }) => kind)).toEqual(kinds)
})

test('a switch for sending is a reason for sending alone', () => {
  const provider: Provider = { ...gmxNet, hints: [{ when: 'before', kind: 'enable-smtp' }] }
  expect(hintsFor('AUTH_REJECTED', { date: TODAY, protocol: 'smtp', provider })).toEqual([
    { kind: 'enable-smtp', url: null },
  ])
  expect(hintsFor('AUTH_REJECTED', { date: TODAY, protocol: 'imap', provider })).toEqual([])
})

test('what the catalogue keeps for later comes up at some failure', () => {
  for (const provider of PROVIDERS) {
    const later = provider.hints.filter(({ when }) => when === 'after').map(({ kind }) => kind)
    const shown = new Set(
      PROTOCOLS.flatMap((protocol) =>
        CODES.flatMap((code) => hintsFor(code, { date: TODAY, protocol, provider })),
      ).map(({ kind }) => kind),
    )
    expect(
      later.filter((kind) => !shown.has(kind)),
      provider.id,
    ).toEqual([])
  }
})

test('they come with the finding, and the page that lets mail programs in is the next step', () => {
  const fault = rejected(imapReply(null, 'Your account is not enabled for IMAP use'))
  const { actions, hints } = diagnose(situation({ fault, provider: gmxNet, passwordSent: 'yes' }))
  expect(actions[0]).toEqual({ kind: 'open-help', url: gmxNet.pages.enable })
  expect(hints, 'the button opens the page already').toEqual([{ kind: 'enable-imap-pop', url: null }])
})
