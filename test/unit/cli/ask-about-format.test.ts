import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { fastmail } from '#shared/catalogue/providers/fastmail.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { isMeantAsAppPassword } from '#cli/check/ask-about-format.ts'

const ODD = 'Sunflower-4711'
const GOOD = 'abcd efgh ijkl mnop'

/** As the discovery tells of it. */
function discovered({ id, name, kind, appPasswordFormat, ...provider }: Provider): DiscoveredProvider {
  return {
    id,
    name,
    kind,
    why: { kind: 'saved' },
    signIn: signInKindsOn('2026-11-21', { id, name, kind, ...provider }),
    appPasswordPage: null,
    ...(appPasswordFormat === undefined ? {} : { appPasswordFormat }),
    helpPage: null,
  }
}

/** What comes of it where a user sits there, or a script, and what was said meanwhile. */
async function ask(typed: string, provider: Provider | null, answer: string | null) {
  const input = Object.assign(new PassThrough(), { isTTY: answer !== null })
  if (answer !== null) input.end(`${answer}\n`)
  const progress = new PassThrough()
  const terminal = {
    input,
    progress,
    results: new PassThrough(),
    env: {},
    signal: AbortSignal.timeout(5_000),
  }
  const translator = createTranslator('en')
  const known = provider === null ? null : discovered(provider)
  const isMeant = await isMeantAsAppPassword(typed, known, { terminal, translator })
  return { isMeant, said: String(progress.read() ?? '') }
}

describe('before a password is sent where only app passwords do', () => {
  test.each([
    ['y', true],
    ['n', false],
    ['', false],
  ])('the user is asked about an odd one, and "%s" is an answer', async (answer, expected) => {
    const { isMeant, said } = await ask(ODD, gmail, answer)
    expect(isMeant).toBe(expected)
    expect(said).toContain('This does not look like an app password of Gmail: 16 letters in 4 groups of 4.')
    expect(said).not.toContain(ODD)
  })

  test('a script is told and goes on', async () => {
    const { isMeant, said } = await ask(ODD, gmail, null)
    expect(isMeant).toBe(true)
    expect(said).toContain('Nothing has been sent yet.')
  })

  test.each<readonly [string, string, Provider | null]>([
    ['one that looks right', GOOD, gmail],
    ['a provider whose app passwords look like anything', ODD, fastmail],
    ['a provider Mailwright does not know', ODD, null],
  ])('nothing is asked about %s', async (_, typed, provider) => {
    expect(await ask(typed, provider, 'n')).toEqual({ isMeant: true, said: '' })
  })
})
