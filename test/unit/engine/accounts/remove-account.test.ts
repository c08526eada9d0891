import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { account, KEPT_AS, savedPlace, SENDING } from './saved-place.ts'

const SECRETS = { [KEPT_AS]: 'sunflower', [SENDING]: 'tulip' }

describe('an account is forgotten', () => {
  test('with every password it had', async () => {
    const place = await savedPlace(account(), SECRETS)
    expect(await place.forget()).toEqual(ok('removed'))
    expect(await place.known()).toEqual([])
    expect([await place.kept(KEPT_AS), await place.kept(SENDING)]).toEqual([null, null])
  })

  test('with what was remembered of refused sign-ins', async () => {
    const place = await savedPlace(account(), SECRETS)
    const endpoint = { host: 'imap.example.org', userName: 'anna' }
    await place.refusals.refused(endpoint, 'saved')
    await place.forget()
    expect(await place.refusals.record([endpoint])).toMatchObject({ refused: 0 })
  })

  test('and nothing is said to be removed where there was nothing', async () => {
    expect(await (await savedPlace(account({ secretStore: null }), {})).forget()).toEqual(ok('none'))
    expect(await (await savedPlace(account(), SECRETS)).forget('remove', 'ben@example.org')).toEqual(
      ok('none'),
    )
  })

  test('alone, where its owner leaves the password in a keychain that will not give it up', async () => {
    const place = await savedPlace(account(), SECRETS, {
      keychain: { read: () => Promise.resolve(fail('KEY_DENIED')) },
    })
    expect(await place.forget('leave')).toEqual(ok('left'))
    expect(await place.known()).toEqual([])
    expect(await place.kept(KEPT_AS)).toBe('sunflower')
  })
})

describe('nothing is forgotten', () => {
  test.each(['KEY_LOCKED', 'KEY_ABSENT', 'KEY_DENIED', 'KEY_TIMEOUT'] as const)(
    'when the keychain answers %s',
    async (problem) => {
      const place = await savedPlace(account(), SECRETS, {
        keychain: { remove: () => Promise.resolve(fail(problem)) },
      })
      expect(await place.forget()).toEqual(fail(problem))
      expect(await place.known()).toEqual([account()])
    },
  )

  test('when the list cannot be written: the passwords are put back', async () => {
    const place = await savedPlace(account(), SECRETS)
    const path = join(place.folder, 'accounts.json')
    await rm(path)
    await writeFile(
      join(place.folder, 'elsewhere.json'),
      JSON.stringify({ schema: 2, accounts: [account()] }),
    )
    await symlink('elsewhere.json', path)
    expect(await place.forget()).toEqual(fail('FILE_UNSAFE'))
    expect([await place.kept(KEPT_AS), await place.kept(SENDING)]).toEqual(['sunflower', 'tulip'])
  })
})
