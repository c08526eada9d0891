import { setTimeout as delay } from 'node:timers/promises'
import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Delivery } from '#engine/round-trip/delivery.ts'
import { orInterrupted } from '#engine/interruption.ts'
import type { StageContext } from '#engine/connection/stage-context.ts'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import type { FoundMessage, Submission } from '#engine/protocols/dialogue.ts'

/** The stage `send`: hands the test message in and lets the watching service know what came of it. */
export async function sendMessage(
  dialogue: Submission,
  delivery: Delivery,
  context: StageContext,
): Promise<Outcome<null, Fault>> {
  const sent = await context.stage('send', context.limits.sendMs, ({ note }) => {
    note({ to: delivery.message.to })
    return dialogue.submit(delivery.message)
  })
  delivery.settle(sent.ok)
  return sent
}

/** Looks once whether the message is there. */
export type Look = () => Promise<Outcome<FoundMessage | null, Fault>>

/**
 * The stage `arrive`: looks again and again until the message is there. It begins when a server has accepted the
 * message; where none has, there is nothing to wait for.
 */
export async function watchForMessage(
  look: Look,
  delivery: Delivery,
  pauseMs: number,
  context: StageContext,
): Promise<Outcome<null, Fault>> {
  const isOnItsWay = await orInterrupted(context.signal, () => delivery.accepted)
  if (isOnItsWay !== true) {
    context.skip('arrive', { why: 'not-sent' })
    return isOnItsWay === false ? ok(null) : isOnItsWay
  }
  return context.stage('arrive', context.limits.arriveMs, async ({ signal, note }) => {
    const startedAt = performance.now()
    for (;;) {
      const found = await look()
      if (!found.ok) return found
      if (found.value !== null) {
        const { head } = found.value
        note({
          afterMs: Math.round(performance.now() - startedAt),
          ...(head === null ? {} : { message: readMessageFacts(head) }),
        })
        return ok(null)
      }
      await delay(pauseMs, null, { signal }).catch(() => {})
      if (signal.aborted) return fail({ kind: 'cancelled' })
    }
  })
}
