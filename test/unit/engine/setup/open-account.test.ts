import { describe, expect, test } from 'vitest'
import { fail } from '#shared/outcome.ts'
import { readPolicy, type Policy } from '#shared/policy/policy.ts'
import { account, KEPT_AS, savedPlace, SENDING, smtp } from '../accounts/saved-place.ts'

const SECRETS = { [KEPT_AS]: 'sunflower' }
const PROBLEMS = ['KEY_LOCKED', 'KEY_ABSENT', 'KEY_DENIED', 'KEY_TIMEOUT'] as const

function policyWith(imap: string): Policy {
  const provider = {
    id: 'own',
    name: 'Own',
    domains: ['example.org'],
    servers: { imap: [imap], smtp: ['smtp.example.org:465:tls'] },
  }
  const policy = readPolicy(
    JSON.stringify({ schema: 1, organisation: 'Contoso', locked: ['servers'], providers: [provider] }),
  )
  if (!policy.ok) throw new Error(policy.error.where)
  return policy.value
}

describe('a saved account is opened', () => {
  test('with its servers as confirmed and its password in the engine, none of it in the answer', async () => {
    const place = await savedPlace(account(), SECRETS)
    const opened = await place.open()
    expect(opened).toMatchObject({ ok: true, value: { account: account(), secret: 'ready' } })
    expect(JSON.stringify(opened)).not.toContain('sunflower')
    const setup = place.setups.find(opened.ok ? opened.value.setupId : '')
    expect(setup?.services.map(({ endpoint, userName, pin }) => ({ endpoint, userName, pin }))).toEqual(
      account().services.map(({ endpoint, userName, pin }) => ({ endpoint, userName, pin })),
    )
    expect(setup?.credential?.secret.reveal()).toBe('sunflower')
    expect(setup?.sendingCredential).toBeNull()
  })

  test('with the other password for sending where it has one', async () => {
    const [imap] = account().services
    const two = account({ services: [...(imap === undefined ? [] : [imap]), { ...smtp, slot: 'sending' }] })
    const place = await savedPlace(two, { ...SECRETS, [SENDING]: 'tulip' })
    const opened = await place.open()
    const setup = place.setups.find(opened.ok ? opened.value.setupId : '')
    expect(setup?.sendingCredential?.secret.reveal()).toBe('tulip')
  })

  test('without asking the keychain when the user will type', async () => {
    let asked = 0
    const keychain = { read: () => Promise.resolve(((asked += 1), fail('KEY_LOCKED' as const))) }
    const place = await savedPlace(account(), {}, { keychain })
    expect(await place.open('leave')).toMatchObject({ ok: true, value: { secret: 'not-saved' } })
    expect(asked).toBe(0)
  })

  test('without a password where none was saved, or where no sign-in is required', async () => {
    expect(await (await savedPlace(account({ secretStore: null }), {})).open()).toMatchObject({
      value: { secret: 'not-saved' },
    })
    const relay = { ...smtp, userName: '', origin: 'typed', signIn: 'none', auth: 'none' } as const
    const place = await savedPlace(account({ services: [relay], secretStore: null }), {})
    expect(await place.open()).toMatchObject({ ok: true, value: { secret: 'not-needed' } })
  })
})

describe('it is not opened, and the reason is told apart:', () => {
  test.each(PROBLEMS)('a keychain that answers %s', async (problem) => {
    const place = await savedPlace(
      account(),
      {},
      { keychain: { read: () => Promise.resolve(fail(problem)) } },
    )
    expect(await place.open()).toEqual(fail(problem))
  })

  test('85: a password that has been removed from the keychain', async () => {
    expect(await (await savedPlace(account(), {})).open()).toEqual(fail('KEY_GONE'))
  })

  test('an account that another window has forgotten', async () => {
    expect(await (await savedPlace(account(), SECRETS)).open('use', 'ben@example.org')).toEqual(
      fail('ACCOUNT_GONE'),
    )
  })

  test('servers that the organisation does not allow any more', async () => {
    const place = await savedPlace(account(), SECRETS, {
      policy: policyWith('mail.contoso.example:993:tls'),
    })
    expect(await place.open()).toEqual(fail('CFG_LOCKED'))
    const allowed = await savedPlace(account(), SECRETS, { policy: policyWith('imap.example.org:993:tls') })
    expect(await allowed.open()).toMatchObject({ ok: true })
  })

  test.each([
    [
      'an unencrypted connection',
      { endpoint: { ...smtp.endpoint, security: 'none' as const } },
      'CFG_INSECURE',
    ],
    [
      'an exception for a server the user did not type',
      { pin: Array.from({ length: 32 }, () => 'AB').join(':') },
      'CFG_INVALID',
    ],
    ['a relay the user did not type', { signIn: 'none' as const }, 'CFG_INVALID'],
  ])('%s that another process has written into the file', async (_, change, problem) => {
    const place = await savedPlace(account({ services: [{ ...smtp, ...change }] }), SECRETS)
    expect(await place.open()).toEqual(fail(problem))
  })
})

test('what the page gets to change it names the saved servers and where they come from', async () => {
  const opened = await (await savedPlace(account(), SECRETS)).open()
  const candidates = opened.ok ? opened.value.discovery.candidates : []
  expect(candidates.map(({ endpoint, source, userName }) => [endpoint.host, source, userName])).toEqual([
    ['smtp.example.org', 'saved', 'anna'],
    ['imap.example.org', 'saved', 'anna'],
  ])
})
