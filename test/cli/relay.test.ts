import { expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'

test.each([
  ['without a server', ['--imap', 'imap.example.org:993:tls']],
  ['alone', []],
])('--smtp-no-login %s is wrong usage: a relay is never guessed', async (_, more) => {
  const run = await runCli(['check', 'anna@example.org', '--smtp-no-login', '--no-login', ...more])
  expect(run).toMatchObject({ status: 2, results: '' })
  expect(run.progress).toContain('--smtp-no-login needs --smtp HOST:PORT:SECURITY')
})

test('a relay elsewhere without encryption is wrong usage, sign-in or not', async () => {
  const run = await runCli([
    'check',
    'anna@example.org',
    '--smtp',
    'relay.example.org:25:none',
    '--smtp-no-login',
  ])
  expect(run).toMatchObject({ status: 2, results: '' })
  expect(run.progress).toContain(
    '"none" is only for this computer itself, and for a relay without sign-in that the policy names (plainRelays) [CFG_INSECURE]',
  )
})

test('the usage names the option beside the server it belongs to', async () => {
  const { results } = await runCli(['check', '--help'])
  expect(results).toContain('[--smtp H:P:SEC [--smtp-no-login]]')
})
