import { describe, expect, test } from 'vitest'
import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import { runHere } from '../support/cli-here.ts'

interface DevicesJson {
  readonly schema: number
  readonly devices: readonly { readonly id: string; readonly menu: unknown }[]
  readonly sending: null | {
    readonly provider: string | null
    readonly ways: readonly { readonly id: string; readonly fits: string; readonly message: string }[]
  }
}

const json = async (...args: readonly string[]) => {
  const { status, results } = await runHere(['devices', ...args, '--json'])
  return { status, answer: JSON.parse(results) as DevicesJson }
}

test('without a name, every device is listed by the name to type', async () => {
  const { status, results } = await runHere(['devices'])
  expect(status).toBe(0)
  for (const { id } of DEVICE_CARDS) expect(results).toContain(`  ${id} `)
})

test('a name shows the way to the settings, the fields and the codes', async () => {
  const { status, results } = await runHere(['devices', 'kyocera'])
  expect(status).toBe(0)
  expect(results).toContain('Command Center RX > Function Settings > E-mail > SMTP')
  expect(results).toContain('Server: SMTP Server Name')
  expect(results).toMatch(/1102: User name or password is not accepted/)
})

test('German texts, and the menu in the words of the device', async () => {
  const { results } = await runHere(['devices', 'fritzbox', '--lang', 'de'])
  expect(results).toContain('System > Push Service > Absender')
  expect(results).toContain('So heißen die Felder')
})

test('several that match are listed, none is status 1', async () => {
  const several = await runHere(['devices', 'hp'])
  expect(several).toMatchObject({ status: 0, results: expect.stringContaining('hp-laserjet-pro') as unknown })
  expect(several.progress).toContain('2 devices match')
  const none = await runHere(['devices', 'toaster'])
  expect(none).toMatchObject({ status: 1, results: '' })
  expect(none.progress).toContain('toaster')
  expect(await json('toaster')).toEqual({ status: 1, answer: { schema: 1, devices: [], sending: null } })
})

test('with a provider, the ways and the message for the administrator', async () => {
  const { results } = await runHere(['devices', 'sharp', '--provider', 'microsoft-365'])
  expect(results).toMatch(/1\. Browser sign-in \(OAuth\) with a mailbox/)
  expect(results).toContain('smtp.office365.com, port 587, STARTTLS')
  expect(results).toContain('Message to the administrator:')
})

test('JSON has every way with its message', async () => {
  const { answer } = await json(
    'php-ini',
    '--provider',
    'scan@contoso.onmicrosoft.com',
    '--recipients',
    'internal',
  )
  expect(answer.devices.map(({ id }) => id)).toEqual(['php-ini'])
  expect(answer.sending?.provider).toBe('microsoft-365')
  const [first] = answer.sending?.ways ?? []
  expect(first).toMatchObject({ id: 'microsoft-direct-send', fits: 'check' })
  for (const { message } of answer.sending?.ways ?? []) expect(message).not.toBe('')
})

describe('wrong usage is status 2', () => {
  test.each([
    ['a provider that is none', ['kyocera', '--provider', 'hotmail']],
    ['an answer that is none', ['kyocera', '--provider', 'microsoft-365', '--static-ip', 'perhaps']],
    ['a way that is none', ['kyocera', '--provider', 'microsoft-365', '--way', '9']],
    ['a way that is no number', ['kyocera', '--provider', 'microsoft-365', '--way', 'x']],
  ])('%s', async (_, args) => {
    const { status, progress } = await runHere(['devices', ...args])
    expect(status).toBe(2)
    expect(progress).not.toBe('')
  })
})

test('nothing in a name reaches the terminal as a command', async () => {
  const { progress, results } = await runHere(['devices', 'a\u001B[31m\u202Ez'])
  expect(results + progress).not.toMatch(/[\u001B\u202E]/)
})
