import { describe, expect, test } from 'vitest'
import { UNKNOWN_DEVICE, weighWays } from '#shared/devices/sending-choice.ts'
import { placeFor } from '#shared/devices/sending-place.ts'
import { SENDING_WAY_IDS } from '#shared/devices/sending-way.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { sendingWords } from '#shared/i18n/sending-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { posteo } from '#shared/catalogue/providers/posteo.ts'
import { sendingLetter } from '#shared/report/sending-letter.ts'

const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[]
const NEEDS = {
  device: UNKNOWN_DEVICE,
  port25: 'unknown',
  staticIp: 'unknown',
  recipients: 'unknown',
} as const
const WAYS = (['microsoft-365', 'google-workspace', gmail, posteo] as const).flatMap((place) =>
  weighWays(placeFor(place).ways, NEEDS, '2026-11-27'),
)
const english = createTranslator('en').t

function letter(id: string, address: string) {
  const way = WAYS.find((one) => one.way.id === id)
  if (way === undefined) throw new Error(`there is no way ${id}`)
  const message = sendingLetter(way, { device: 'Kyocera', address }, english)
  if (message === null) throw new Error(`there is no message about ${id}`)
  return message
}

test('every way is offered by one of the providers', () => {
  const ids = new Set(WAYS.map(({ way }) => way.id))
  expect(SENDING_WAY_IDS.filter((id) => !ids.has(id))).toEqual([])
})

describe.each(LANGUAGE_CODES)('in "%s", a message', (language) => {
  const { t } = createTranslator(language)
  test.each(
    WAYS.filter(({ way }) => !way.id.startsWith('mailbox-')).map((way) => [way.way.id, way] as const),
  )('about %s is whole', (_, way) => {
    const { subject = '', body = '' } =
      sendingLetter(way, { device: 'Kyocera', address: 'scan@example.org' }, t) ?? {}
    expect(subject).toContain('Kyocera')
    expect(body).toContain(t(`sending.way.${way.way.id}.title`))
    expect(body).toContain(t(`sending.way.${way.way.id}.limits`))
    expect(`${subject}\n${body}`).not.toMatch(/[{}]|undefined|\(\)| {2}/)
  })
})

test('with the own mailbox there is no administrator to write to', () => {
  const own = WAYS.filter(({ way }) => way.id.startsWith('mailbox-'))
  expect(own.length).toBeGreaterThan(0)
  for (const way of own) {
    expect(sendingLetter(way, { device: 'Kyocera', address: '' }, english)).toBeNull()
    expect(sendingWords(way, english).todo).not.toBeNull()
  }
})

test('SMTP AUTH comes with the switch of this one mailbox before that of the organisation', () => {
  const { body } = letter('microsoft-smtp-auth', 'scan@example.org')
  const mailbox = body.indexOf("Set-CASMailbox -Identity 'scan@example.org'")
  expect(mailbox).toBeGreaterThan(0)
  expect(body.indexOf('Set-TransportConfig')).toBeGreaterThan(mailbox)
})

test('without an address there is no command, and none for the whole organisation alone', () => {
  expect(letter('microsoft-smtp-auth', '').body).not.toMatch(/Set-(?:CASMailbox|TransportConfig)/)
  expect(letter('microsoft-connector', '').body).not.toContain('New-InboundConnector')
})

test('the connector is for the own domain and an IP address that has to be typed', () => {
  const { body } = letter('microsoft-connector', 'scan@example.org')
  expect(body).toContain("-SenderDomains 'example.org' -SenderIPAddresses PUBLIC-IP")
  expect(body).toContain('Replace PUBLIC-IP')
})

test('no address leaves the argument of a command it stands in', () => {
  for (const address of ["o'x;Remove-Mailbox@example.org", '$(calc)@example.org', '’;x@example.org']) {
    const { body } = letter('microsoft-smtp-auth', address)
    const commands = body.split('\n').filter((line) => line.startsWith('Set-CASMailbox'))
    for (const line of commands)
      expect(line).toMatch(/^Set-CASMailbox -Identity '(?:[^'‘’‚‛]|(['‘’‚‛])\1)+' -/)
  }
})

test('a message never tells to switch Direct Send or security defaults on or off for everything', () => {
  expect(letter('microsoft-direct-send', 'scan@example.org').body).not.toContain('Set-OrganizationConfig')
})
