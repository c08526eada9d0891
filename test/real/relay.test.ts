import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { ANNA, startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { runCli } from '../support/cli.ts'
import { REAL_TOOLS } from './check-servers.ts'
import { hasServers, startTerminalWorld, type CheckJson, type TerminalWorld } from './terminal-world.ts'

const ELSEWHERE = 'ben@elsewhere.test'

/** Asks the server behind a port whether it takes mail from an address, without signing in. */
async function ask(port: number, address: string) {
  const endpoint: ServerEndpoint = { protocol: 'smtp', host: 'localhost', port, security: 'starttls' }
  const service = confirmService(endpoint, '', { origin: 'typed', signIn: 'none' })
  const request = {
    address,
    services: service.ok ? [service.value] : [],
    credential: null,
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  for await (const event of runCheck(request, REAL_TOOLS))
    if (event.type === 'done') return event.result.endpoints[0]
  throw new Error('the check did not end')
}

describe.skipIf(!hasServers)('a real Postfix', () => {
  let pair: MailPair
  beforeAll(async () => {
    pair = await startMailPair()
  })
  afterAll(() => pair.stop())

  test.each([
    ['of its own domain', ANNA.name],
    ['of another domain', ELSEWHERE],
  ])('that relays for this computer takes mail from an address %s, and gets none', async (_, address) => {
    const before = await pair.postfix.log()
    const result = await ask(pair.postfix.ports.relay, address)
    expect(result).toMatchObject({ code: 'OK', signIn: 'none', passwordSent: 'no' })
    expect(result?.evidence.transcript.map(({ text }) => text)).toContain(`RCPT TO:<${address}>`)
    const log = (await pair.postfix.log()).slice(before.length)
    expect(log, 'nothing has come into the queue').not.toMatch(/message-id=|postfix\/qmgr.*from=/)
  })

  test('that relays for no client refuses an address of another domain', async () => {
    const result = await ask(pair.postfix.ports.submission, ELSEWHERE)
    expect(result).toMatchObject({ code: 'SEND_RELAY_DENIED', passwordSent: 'no' })
    // The relay of the test is on this computer, where another network would change nothing.
    expect(result?.findings[0]).toMatchObject({ turn: 'computer', actions: [{ kind: 'add-sign-in' }] })
  })
})

describe.skipIf(!hasServers)('mailwright check --smtp-no-login', () => {
  let world: TerminalWorld
  beforeAll(async () => {
    world = await startTerminalWorld()
  })
  afterAll(() => world.stop())

  const relayOf = () => ['--smtp', world.relay, '--smtp-no-login'] as const

  test('needs no password where no sign-in is required, and says so', async () => {
    const { status, results } = await runCli(['check', ANNA.name, ...relayOf(), '--ca', world.ca])
    expect(results).toContain('Without sign-in: no password goes to this server.')
    expect(results).toContain('works')
    expect(status).toBe(0)
  })

  test('uses the password for the mailbox alone', async () => {
    const { status, json } = await world.check(ANNA.password, ...relayOf(), '--ca', world.ca)
    expect(status).toBe(0)
    expect(json.endpoints.map(({ passwordSent }) => passwordSent)).toEqual(['no', 'yes', 'yes'])
    expect(json.endpoints).toMatchObject([{ signIn: 'none' }, { signIn: 'password' }, { signIn: 'password' }])
  })

  test('sends the test message by way of the relay', async () => {
    const more = [...relayOf(), '--ca', world.ca, '--send-test', '--protocols', 'smtp,imap'] as const
    const { status, json } = await world.check(ANNA.password, ...more)
    expect(status).toBe(0)
    const stages = json.endpoints.flatMap((endpoint) => endpoint.stages)
    expect(stages.filter(({ stage }) => ['login', 'send', 'arrive'].includes(stage))).toMatchObject([
      { stage: 'login', status: 'skipped' },
      { stage: 'send', status: 'ok' },
      { stage: 'login', status: 'ok' },
      { stage: 'arrive', status: 'ok' },
    ])
  })

  test('works in JSON without a prompt', async () => {
    const args = ['check', ELSEWHERE, ...relayOf(), '--ca', world.ca, '--json']
    const { status, results } = await runCli(args)
    expect(status).toBe(0)
    expect((JSON.parse(results) as CheckJson).endpoints).toMatchObject([
      { code: 'OK', signIn: 'none', passwordSent: 'no', stages: expect.any(Array) as unknown },
    ])
  })
})
