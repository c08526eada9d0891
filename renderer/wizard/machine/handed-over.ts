import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { finishedSetup, type FinishedSetup } from '#shared/domain/finished-setup.ts'
import { provedSetup } from '#shared/handover/proved-setup.ts'
import { passwordsOf, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import type { DoneStep, ResultStep } from '#renderer/wizard/machine/state.ts'

/** What of this account can be handed to a mail program; `null` where nothing is proved. */
export function handedOver(from: ResultStep | DoneStep): FinishedSetup | null {
  const setup = from.step === 'result' ? ofTest(from) : ofAccount(from)
  return setup === null || setup.services.length === 0 ? null : setup
}

/** The setup in the engine, `null` where none is open. */
export function setupIdOf(from: ResultStep | DoneStep): string | null {
  return from.step === 'result' ? from.setupId : (from.tested?.setupId ?? null)
}

function ofAccount({ account }: DoneStep): FinishedSetup | null {
  const address = parseEmailAddress(account.address)
  return address.ok ? finishedSetup(account, address.value) : null
}

function ofTest(state: ResultStep): FinishedSetup {
  const { address, lanes, services, offer = null } = state
  const sendingSlot = passwordsOf(state) === 'two' ? 'sending' : 'account'
  return provedSetup({
    address,
    tested: lanes.flatMap(({ endpoint: { protocol }, result }) => {
      const pin = services.find((service) => service.protocol === protocol)?.pin ?? null
      const slot = protocol === 'smtp' ? sendingSlot : 'account'
      return result === null ? [] : [{ result, slot, pin }]
    }),
    issuer: offer?.issuer ?? '',
    clientId: '',
    signsIn: signInRecord(state).way === 'program' ? 'program' : 'here',
  })
}
