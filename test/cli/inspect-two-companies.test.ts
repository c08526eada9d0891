import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { HOST, serverTls } from '../support/certificates.ts'
import { runHere } from '../support/cli-here.ts'
import type { CliRun } from '../support/cli.ts'
import { startMailWorld, type MailWorld } from '../support/mail-world.ts'

const OTHER = 'smtp.other-company.test'
const MAILBOX = 'of-the-mailbox-4c1f'
const SENDING = 'of-the-sender-9b27'

let world: MailWorld
beforeAll(async () => {
  const other = await serverTls({ dnsNames: [OTHER] })
  world = await startMailWorld({ incoming: ['imap', 'tls'], outgoing: ['smtp', 'tls', {}, other] }, [
    HOST,
    OTHER,
  ])
  const settings = `[a]
source = imaps://anna%40example.test@${HOST}:${world.portOf('incoming')}
outgoing = smtps+plain://anna%40example.test@${OTHER}:${world.portOf('outgoing')}
from = Anna <anna@example.test>
`
  await writeFile(join(world.folder, 'accounts.conf'), settings)
})
afterAll(() => world.stop())

/** @param typed what a user types; `null`: a script pipes one secret in */
function inspect(typed: string | null): Promise<CliRun> {
  const profile = ['--client', 'aerc', '--profile', join(world.folder, 'accounts.conf')]
  const way = typed === null ? ['--password-stdin'] : []
  const env = { HOME: world.folder, MAILWRIGHT_DATA_DIR: join(world.folder, 'data') }
  const given = typed === null ? { input: MAILBOX } : { typed }
  return runHere(['inspect', ...profile, '--test', ...way, ...world.options], { env, ...given })
}

/** What a server has learned, also from within the base64 of a sign-in. */
const learned = ({ received }: ScriptedServer): string =>
  received
    .map((chunk) => chunk.text.replaceAll(/[\w+/]{16,}=*/g, (blob) => Buffer.from(blob, 'base64').toString()))
    .join('')

test('where another company sends, each gets its own password and neither the other one', async () => {
  const { status, progress } = await inspect(`${MAILBOX}\r${SENDING}\r`)
  expect(progress).toContain(`Password for sending by ${OTHER}:`)
  expect(status).toBe(0)
  expect(learned(world.serverOf('incoming'))).toContain(MAILBOX)
  expect(learned(world.serverOf('outgoing'))).toContain(SENDING)
  expect(learned(world.serverOf('incoming'))).not.toContain(SENDING)
  expect(learned(world.serverOf('outgoing'))).not.toContain(MAILBOX)
})

test('a pipe holds only one password, so a script is told, and nothing is sent', async () => {
  const connections = () => world.serverOf('incoming').connections + world.serverOf('outgoing').connections
  const before = connections()
  const { status, progress } = await inspect(null)
  expect(status).toBe(2)
  expect(progress).toContain('each has a password of its own')
  expect(connections()).toBe(before)
})
