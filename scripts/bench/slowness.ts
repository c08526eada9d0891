import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Turn } from '../../test/support/behaviour.ts'
import { goodTls, HOST } from '../../test/support/certificates.ts'
import type { Bar } from './bars.ts'
import { LINES } from './lines.ts'
import { check, type Setting } from './mailwright.ts'
import { startScripted } from './servers.ts'

const GREETING_MS = 8_000
const TARPIT_MS = 6_000
const GREETINGS = {
  smtp: '220 ready at last',
  imap: '* OK ready at last',
  pop3: '+OK ready at last',
} as const

/** Slow is not dead: servers that take their time and are honest all the same. */
export async function measureSlowness(): Promise<readonly Bar[]> {
  const [late, sticky] = await Promise.all([lateGreetings(), tarpits()])
  return [
    { name: `greeting after ${GREETING_MS / 1_000} s, on every line`, value: late, limit: 0, unit: 'failed' },
    {
      name: `${TARPIT_MS / 1_000} s for every answer, on every line`,
      value: sticky,
      limit: 0,
      unit: 'failed',
    },
  ]
}

async function lateGreetings(): Promise<number> {
  const servers = await Promise.all(
    LINES.map(async ({ protocol, security, port }) => {
      const greeting = async ({ conversation }: Turn) => {
        await conversation.pause(GREETING_MS)
        conversation.send(GREETINGS[protocol])
      }
      const server = await startScriptedServer(mailServer(protocol, security, goodTls, { greeting }))
      return [port, server] as const
    }),
  )
  const endpoints = Object.fromEntries(servers.map(([port, server]) => [port, server.port]))
  const failed = await countFailures({ endpoints, roundTripMs: 0, host: HOST })
  await Promise.all(servers.map(([, server]) => server.stop()))
  return failed
}

async function tarpits(): Promise<number> {
  const servers = await startScripted(TARPIT_MS)
  const failed = await countFailures({ endpoints: servers.ports, roundTripMs: 0 })
  await servers.stop()
  return failed
}

async function countFailures(setting: Setting): Promise<number> {
  const all = await Promise.all(LINES.map((line) => check([line], setting)))
  return all.filter(({ result }) => result.verdict !== 'ok').length
}
