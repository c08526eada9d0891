import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { base64Alignments, utf8Bytes } from '#shared/text/base64.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { hasServers, startTerminalWorld, type TerminalWorld } from './terminal-world.ts'

let world: TerminalWorld

describe.skipIf(!hasServers)('what mailwright check can do besides', () => {
  beforeAll(async () => {
    world = await startTerminalWorld()
  })
  afterAll(() => world.stop())

  test.each([
    ['IMAP', ['smtp', 'imap', 'pop3']],
    ['POP3, which has to sign in again for each look', ['smtp', 'pop3']],
  ])('--send-test proves that a message arrives, seen over %s', async (_, protocols) => {
    const { status, json } = await world.check(
      ANNA.password,
      '--ca',
      world.ca,
      '--send-test',
      '--protocols',
      protocols.join(','),
    )
    expect(status).toBe(0)
    const stages = json.endpoints.flatMap((endpoint) => endpoint.stages)
    expect(stages.filter(({ stage }) => stage === 'send' || stage === 'arrive')).toMatchObject([
      { stage: 'send', status: 'ok', facts: { to: ANNA.name } },
      { stage: 'arrive', status: 'ok' },
    ])
  })

  test('--send-test without a receiving service ends when the server has accepted the message', async () => {
    const run = await world.run(ANNA.password, '--ca', world.ca, '--protocols', 'smtp', '--send-test')
    expect(run.status).toBe(0)
    expect(run.results).toContain(`The server accepted a message to ${ANNA.name}`)
  })

  test.each(['report.md', 'report.json'])('--report writes %s once, without the password', async (name) => {
    const file = join(world.directory, name)
    const first = await world.check(ANNA.password, '--ca', world.ca, '--report', file)
    expect(first.status).toBe(0)
    const report = await readFile(file, 'utf8')
    for (const seen of [ANNA.name, 'CAPABILITY', '[password]', 'TLSv1.3']) expect(report).toContain(seen)
    for (const form of base64Alignments(utf8Bytes(ANNA.password))) expect(report).not.toContain(form)
    expect(report).not.toContain(ANNA.password)
    expect((await stat(file)).mode & 0o077, 'readable by its owner alone').toBe(0)
    const again = await world.run(ANNA.password, '--report', file)
    expect(again).toMatchObject({ status: 2, results: '' })
    expect(again.progress).toContain('FILE_EXISTS')
    expect(await readFile(file, 'utf8')).toBe(report)
  })
})
