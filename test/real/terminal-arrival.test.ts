import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANNA } from '../support/real/mail-pair.ts'
import { hasServers, startTerminalWorld, type TerminalWorld } from './terminal-world.ts'

let world: TerminalWorld

interface WithArrival {
  readonly arrival: { readonly findings: readonly { readonly proof: string }[] }
}

describe.skipIf(!hasServers)('what check --send-test says about the message', () => {
  beforeAll(async () => {
    world = await startTerminalWorld()
  })
  afterAll(() => world.stop())

  const send = (protocols: string, ...more: readonly string[]) =>
    world.run(ANNA.password, '--ca', world.ca, '--send-test', '--protocols', protocols, ...more)

  test.each(['smtp,imap', 'smtp,pop3'])(
    'one that went from a server to itself proves nothing about others (%s)',
    async (protocols) => {
      const { results } = await send(protocols, '--json')
      const { arrival } = JSON.parse(results) as WithArrival
      expect(arrival.findings).toHaveLength(6)
      expect(arrival.findings.filter(({ proof }) => proof === 'message')).toEqual([])
    },
  )

  test('stands in the text and in the report', async () => {
    const file = join(world.directory, 'sent.md')
    const { results } = await send('smtp,imap', '--report', file)
    expect(results).toContain('Allowed senders (SPF): ')
    const report = await readFile(file, 'utf8')
    expect(report).toContain('## Will your mail arrive?')
    expect(report).toMatch(/### Allowed senders \(SPF\): .* \(ARRIVE_/)
  })
})
