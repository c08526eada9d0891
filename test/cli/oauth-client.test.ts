import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPolicy } from '#shared/policy/policy.ts'
import { runCli } from '../support/cli.ts'

const GUID = '1b2c3d4e-0000-4abc-8def-0123456789ab'

let data = ''
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'mailwright-client-'))
})
afterAll(() => rm(data, { recursive: true }))

const run = (...args: readonly string[]) =>
  runCli(['oauth-client', ...args], { env: { MAILWRIGHT_DATA_DIR: data } })

test('the instructions are a message for the administrator', async () => {
  const { status, results } = await run('microsoft', '--tenant', 'contoso.example')
  expect(status).toBe(0)
  expect(results).toMatch(/^Subject: .*Microsoft\n\nHello,\n/)
  expect(results).toContain('- https://outlook.office.com/SMTP.Send')
})

test.each([
  [['evil'], 'give one of google, microsoft, microsoft-china'],
  [['microsoft', '--client-id', 'abc'], 'This is no client ID'],
  [['microsoft', '--check'], 'give the ID with --client-id'],
  [['microsoft', '--client-id', GUID, '--as-policy'], '--tenant takes a domain'],
  [['microsoft', '--tenant', 'not a domain'], '--tenant takes a domain'],
  [['microsoft', '--client-id', GUID, '--save', '--forget'], 'do not go together'],
])('%j is wrong usage', async (args, words) => {
  const { status, results, progress } = await run(...args)
  expect([status, results]).toEqual([2, ''])
  expect(progress).toContain(words)
})

describe('an ID that is saved', () => {
  test('is in the policy and the link of the next run', { timeout: 60_000 }, async () => {
    expect((await run('microsoft', '--client-id', GUID, '--save')).status).toBe(0)
    const { results } = await run('microsoft', '--tenant', 'contoso.example', '--as-policy')
    const policy = readPolicy(results)
    expect(policy.ok && policy.value).toMatchObject({
      organisation: 'contoso.example',
      oauthClients: { microsoft: { id: GUID } },
    })
  })

  test('is gone after it is removed', { timeout: 60_000 }, async () => {
    expect((await run('microsoft', '--forget')).status).toBe(0)
    const { results } = await run('microsoft', '--json')
    expect(JSON.parse(results)).toMatchObject({ schema: 1, clientId: null, consentUrl: null, check: null })
  })
})
