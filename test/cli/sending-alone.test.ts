import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Turn } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'

let relay: ScriptedServer
let source: string[]
let envelope: string[]

/** Takes any message; on this computer it needs no encryption. */
async function take({ conversation, line }: Turn): Promise<void> {
  if (line === 'DATA') {
    conversation.send('354 go on')
    for (let text = await conversation.readLine(); text !== null && text !== '.';) {
      source.push(text)
      text = await conversation.readLine()
    }
    return conversation.send('250 2.0.0 taken')
  }
  envelope.push(line)
  conversation.send('250 2.1.0 ok')
}

beforeEach(async () => {
  source = []
  envelope = []
  const behaviour = { capabilities: '250-relay\r\n250 AUTH PLAIN', unknown: take }
  relay = await startScriptedServer(mailServer('smtp', 'clear', goodTls, behaviour))
})
afterEach(() => relay.stop())

const check = (...more: readonly string[]) =>
  runCli(
    ['check', 'anna@example.org', '--smtp', `127.0.0.1:${relay.port}:none`, '--password-stdin', ...more],
    { input: 'sunflower' },
  )

describe('an account that only sends', () => {
  test('sends to itself without a server that receives', async () => {
    const run = await check('--send-test')
    expect(run.status).toBe(0)
    expect(envelope).toEqual(['MAIL FROM:<anna@example.org>', 'RCPT TO:<anna@example.org>'])
    expect(run.results).toContain('The server accepted a message to anna@example.org')
  })

  test('sends to the address that was given', async () => {
    const run = await check('--send-test', '--to', 'ben@example.net')
    expect(run.status).toBe(0)
    expect(envelope).toEqual(['MAIL FROM:<anna@example.org>', 'RCPT TO:<ben@example.net>'])
    expect(source.join('\n')).toMatch(/^To: ben@example\.net$/m)
    expect(run.results).toContain('The server accepted a message to ben@example.net')
  })

  test('says so in JSON', async () => {
    const run = await check('--send-test', '--to', 'ben@example.net', '--json')
    const { endpoints } = JSON.parse(run.results) as {
      readonly endpoints: readonly { readonly stages: readonly object[] }[]
    }
    expect(endpoints[0]?.stages.at(-1)).toMatchObject({
      stage: 'send',
      status: 'ok',
      facts: { to: 'ben@example.net' },
    })
  })

  test('needs no sign-in where the relay takes mail without one', async () => {
    const run = await runCli([
      'check',
      'printer@example.org',
      '--smtp',
      `127.0.0.1:${relay.port}:none`,
      '--smtp-no-login',
      '--send-test',
      '--to',
      'ben@example.net',
    ])
    expect(run.status).toBe(0)
    expect(envelope).toEqual(['MAIL FROM:<printer@example.org>', 'RCPT TO:<ben@example.net>'])
  })
})

test.each([
  [['--to', 'ben@example.net'], '--to needs --send-test'],
  [['--send-test', '--to', 'ben'], '--to takes an email address'],
  [['--send-test', '--to', 'ben@example.net\r\nRCPT TO:<all@example.net>'], '--to takes an email address'],
])('%j is wrong usage', async (more, words) => {
  const run = await check(...more)
  expect(run).toMatchObject({ status: 2, results: '' })
  expect(run.progress).toContain(words)
  expect(envelope).toEqual([])
})

test('a message of a check that sends nothing is wrong usage', async () => {
  const run = await runCli(
    ['check', 'anna@example.org', '--imap', '127.0.0.1:1:none', '--password-stdin', '--send-test'],
    { input: 'sunflower' },
  )
  expect(run).toMatchObject({ status: 2, results: '' })
  expect(run.progress).toContain('--send-test needs SMTP')
})
