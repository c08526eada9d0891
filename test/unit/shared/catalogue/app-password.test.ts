import { describe, expect, test } from 'vitest'
import { looksLikeAppPassword, secretToSend, type AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'

const lookOf = (id: string): AppPasswordFormat | null =>
  PROVIDERS.find((provider) => provider.id === id)?.appPasswordFormat ?? null

describe('what is typed for an app password', () => {
  test.each<readonly [string, string, string, string]>([
    ['gmail', 'as Google shows it', 'abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['gmail', 'without the spaces', 'abcdefghijklmnop', 'abcdefghijklmnop'],
    ['gmail', 'with a space from copying', ' abcd efgh ijkl mnop ', 'abcdefghijklmnop'],
    ['gmail', 'with hard spaces', 'abcd\u00A0efgh\u00A0ijkl\u00A0mnop', 'abcdefghijklmnop'],
    ['gmail', 'with a capital a phone has made', 'Abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['yahoo', 'as Yahoo shows it', 'abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['icloud', 'as Apple shows it', 'abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop'],
    ['icloud', 'without the hyphens', 'abcdefghijklmnop', 'abcd-efgh-ijkl-mnop'],
    ['icloud', 'with spaces instead', 'abcd efgh ijkl mnop', 'abcd-efgh-ijkl-mnop'],
  ])('%s, %s', (id, _, typed, sent) => {
    const format = lookOf(id)
    expect(format).not.toBeNull()
    expect(format !== null && looksLikeAppPassword(format, typed)).toBe(true)
    expect(secretToSend('app-password', format, typed)).toBe(sent)
  })

  test.each([
    'Sunflower-2026!',
    'correct horse battery staple',
    '',
    'abcd efgh ijkl mno1',
    'abcdefghijklmnopq',
  ])('%j is questioned, and sent as it is if the user means it', (typed) => {
    const format = lookOf('gmail')
    expect(format !== null && looksLikeAppPassword(format, typed)).toBe(false)
    expect(secretToSend('app-password', format, typed)).toBe(typed)
  })

  test('loses its spaces where the format of the provider is not known', () => {
    expect(secretToSend('app-password', null, 'ab12 CD34')).toBe('ab12CD34')
  })

  test.each([' ', ' \u00A0 '])('%j stays: without its spaces nothing would be left to refuse', (typed) => {
    expect(secretToSend('app-password', null, typed)).toBe(typed)
  })
})

test.each(['gmail', 'icloud', 'fastmail'])('a password of %s goes as it is, spaces and all', (id) => {
  const typed = ' abcd efgh ijkl mnop'
  expect(secretToSend('password', lookOf(id), typed)).toBe(typed)
})

test('a look is stated for providers that hand out app passwords, and only with the page where', () => {
  const stated = PROVIDERS.filter(({ appPasswordFormat }) => appPasswordFormat !== undefined)
  expect(stated.map(({ id }) => id)).toContain('gmail')
  for (const provider of stated) {
    expect(signInKindsOn(provider.comparedOn, provider)).toContain('app-password')
    expect(provider.pages.appPassword).toBeDefined()
  }
})
