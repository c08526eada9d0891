import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { Outcome } from '#shared/outcome.ts'
import { createRedactor } from '#shared/report/redact.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { DIALOGUES } from '#engine/protocols/dialogues.ts'
import { LineSocket } from '#engine/protocols/line-socket.ts'
import { Secret } from '#engine/secret.ts'
import { Transcript } from '#engine/transcript.ts'
import { createCanary } from '../support/canary.ts'
import { asSocket, ParrotSocket } from '../support/parrot-socket.ts'
import { mutation, SESSIONS } from './mutations.ts'

/** For all protocols together; `MAILWRIGHT_FUZZ_SECONDS` makes it longer, `MAILWRIGHT_FUZZ_SEED` repeats a run. */
const SECONDS = Number(process.env['MAILWRIGHT_FUZZ_SECONDS'] ?? 60)
const SEED = Number(process.env['MAILWRIGHT_FUZZ_SEED'] ?? 20_261_120)

const canary = createCanary()

async function converse(protocol: Protocol, pieces: readonly Buffer[]) {
  const parrot = new ParrotSocket(pieces)
  const transcript = new Transcript(createRedactor([canary.secret]), () => 0)
  const limits = { ...DEFAULT_LIMITS, replyLines: 50 }
  const line = new LineSocket(asSocket(parrot), {
    lineBytes: limits.lineBytes[protocol],
    limits,
    transcript,
    protection: 'encrypted',
  })
  const dialogue = DIALOGUES[protocol](line)
  const credential = { kind: 'password', secret: new Secret(canary.secret) } as const
  const request = {
    userName: 'anna',
    credential,
    mechanisms: { kind: 'best', order: 'plain-first' },
  } as const
  const steps: (() => Promise<Outcome<unknown, unknown>>)[] = [
    () => dialogue.greet(),
    async () => {
      const capabilityNames = await dialogue.capabilities()
      return capabilityNames.ok ? dialogue.signIn(request, capabilityNames.value, () => {}) : capabilityNames
    },
    () => (dialogue.kind === 'submission' ? dialogue.greet() : dialogue.openMailbox()),
  ]
  const outcomes: Outcome<unknown, unknown>[] = []
  for (const step of steps) {
    const outcome = await step()
    outcomes.push(outcome)
    if (!outcome.ok) break
  }
  parrot.destroy()
  return { outcomes, transcript: transcript.lines() }
}

describe.each(PROTOCOLS)('%s, whatever the server says', (protocol) => {
  const session = fc.tuple(
    fc.constantFrom(...SESSIONS[protocol]),
    fc.array(mutation, { minLength: 1, maxLength: 4 }),
  )

  test(
    'every session ends in an outcome, in time, and what is shown is harmless',
    { timeout: SECONDS * 1_000 + 30_000 },
    async () => {
      const seen = { conversations: 0, longestMs: 0 }
      const property = fc.asyncProperty(session, async ([honest, mutations]) => {
        const pieces = honest.map((text) => Buffer.from(text, 'latin1'))
        for (const mutate of mutations) mutate(pieces)
        const startedAt = performance.now()
        const { outcomes, transcript } = await converse(protocol, pieces)
        seen.conversations += 1
        seen.longestMs = Math.max(seen.longestMs, performance.now() - startedAt)
        expect(outcomes.length).toBeGreaterThan(0)
        const shown = JSON.stringify([outcomes, transcript])
        expect(canary.formsIn(shown)).toEqual([])
        const texts = transcript.map(({ text }) => text)
        expect(texts.filter((text) => text.length > 400 || /[\p{Cc}\p{Cf}]/u.test(text))).toEqual([])
      })
      await fc.assert(property, {
        seed: SEED,
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: (SECONDS * 1_000) / PROTOCOLS.length,
        markInterruptAsFailure: false,
        endOnFailure: true,
      })
      expect(seen.longestMs, 'milliseconds for the slowest session').toBeLessThan(2_000)
      expect(seen.conversations / SECONDS, 'sessions a second').toBeGreaterThan(5)
    },
  )
})
