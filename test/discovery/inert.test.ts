import type { Answer } from 'dns-packet'
import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { discoveryJson } from '#cli/output/discovery-json.ts'
import { discoveryText } from '#cli/output/discovery-text.ts'
import { digest, txt } from '../support/discovery/announced-document.ts'
import type { WorldPlan } from '../support/discovery/discovery-world.ts'
import { look } from '../support/discovery/look.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import type { Page } from '../support/discovery/web-server.ts'
import { FILLINGS, harmIn, harmInLines } from '../support/hostile-fillings.ts'

const { t } = createTranslator('en')

const SETTINGS = 'autoconfig.example.org/mail/config-v1.1.xml'
const PACC = 'ua-auto-config.example.org/.well-known/user-agent-configuration.json'
const PACC_NAME = '_ua-auto-config.example.org'
const LIMITS = { discoveryMs: 2_000, fetchMs: 700 }

/** As character references too, because a control character may not stand in XML as it is. */
const inXml = (text: string) =>
  text.replace(/[^a-z0-9]/giu, (letter) =>
    /[<>&"]|\p{Cc}/u.test(letter) ? `&#${letter.codePointAt(0)};` : letter,
  )

const settings = (x: string): Readonly<Record<string, Page>> => ({
  [SETTINGS]: settingsDocument({ username: x }, { type: 'smtp', username: x, hostname: `${x}.example.org` }),
})

/** Answers with octets in the place of names, as a name server may. */
const named = (type: 'MX' | 'NS' | 'SRV', name: string, x: string): readonly Answer[] => {
  const host = `${x.replace(/[.\s]/g, '').slice(0, 40)}.example.net`
  if (type === 'NS') return [{ type, name, data: host }]
  if (type === 'MX') return [{ type, name, data: { preference: 1, exchange: host } }]
  return [{ type, name, data: { target: host, port: 993, priority: 1, weight: 1 } }]
}

const PLACES: readonly (readonly [string, (x: string) => WorldPlan])[] = [
  ['a document of the domain', (x) => ({ pages: settings(inXml(x)) })],
  [
    'one with references',
    (x) => ({ pages: settings(Array.from(x.slice(0, 90), (c) => `&#${c.codePointAt(0)};`).join('')) }),
  ],
  [
    'the sign-in server in one',
    (x) => ({
      pages: {
        [SETTINGS]: settingsDocument({ authentication: 'OAuth2' }, { type: 'smtp' }).replace(
          '</clientConfig>',
          `<oAuth2><issuer>login.example.org/${inXml(x)}</issuer></oAuth2></clientConfig>`,
        ),
      },
    }),
  ],
  [
    'what a document says beside the servers',
    (x) => ({
      pages: {
        [SETTINGS]: settingsDocument({}, { type: 'smtp' }).replace(
          '</emailProvider>',
          `<enable visiturl="https://help.example.org/${inXml(x)}"><instruction>${inXml(x)}</instruction></enable>
           <calendar type="${inXml(x)}"><url>https://${inXml(x)}.example.org/</url></calendar></emailProvider>`,
        ),
      },
    }),
  ],
  [
    'an announced document',
    (x) => {
      const body = JSON.stringify({
        protocols: { imap: { host: 'imap.example.org' }, smtp: { host: `${x}.example.org` } },
        authentication: { 'oauth-public': { issuer: `https://login.example.org/${x}` }, password: true },
        info: { provider: { name: x } },
      })
      const record = `v=UAAC1; a=sha256; d=${digest(body)}`
      return { pages: { [PACC]: body }, records: { [`TXT ${PACC_NAME}`]: txt(PACC_NAME, record) } }
    },
  ],
  ['a host that receives mail', (x) => ({ records: { 'MX example.org': named('MX', 'example.org', x) } })],
  ['a host that keeps the names', (x) => ({ records: { 'NS example.org': named('NS', 'example.org', x) } })],
  [
    'a host of a service',
    (x) => ({ records: { 'SRV _imaps._tcp.example.org': named('SRV', '_imaps._tcp.example.org', x) } }),
  ],
  [
    'where the settings are said to be',
    (x) => ({ records: { 'TXT example.org': txt('example.org', `mailconf=https://${x}/`.slice(0, 250)) } }),
  ],
  [
    'a redirect',
    (x) => ({
      pages: {
        [SETTINGS]: (_, response) =>
          response.writeHead(302, { location: `https://${encodeURIComponent(x)}.example.net/` }).end(),
      },
    }),
  ],
]

describe.each(PLACES)('%s', (_, plan) => {
  test.each(FILLINGS)('with %s is inert in every output', async (_name, filling) => {
    const { snapshots, last } = await look({
      ...plan(filling.toString('utf8').slice(0, 900)),
      limits: LIMITS,
    })
    if (last === undefined) throw new Error('nothing was said')
    expect(harmIn([snapshots, discoveryJson(last, t)])).toEqual([])
    expect(harmInLines(discoveryText(last, t))).toEqual([])
  })
})

test('what an honest document names stays as it is, in other letters than ASCII too', async () => {
  const issuer = 'https://login.example.org/realms/mail'
  const document = settingsDocument(
    { username: 'müller.größe', authentication: 'OAuth2' },
    { type: 'smtp', username: '日本 %EMAILLOCALPART%' },
  ).replace('</clientConfig>', `<oAuth2><issuer>${issuer}</issuer></oAuth2></clientConfig>`)
  const { last } = await look({ pages: { [SETTINGS]: document }, limits: LIMITS })
  const [smtp, imap] = ['smtp', 'imap'].map((protocol) =>
    last?.candidates.find(
      ({ endpoint, source }) => source === 'autoconfig' && endpoint.protocol === protocol,
    ),
  )
  expect(imap).toMatchObject({ userName: 'müller.größe', issuer })
  expect(smtp?.userName).toBe('日本 anna')
})
