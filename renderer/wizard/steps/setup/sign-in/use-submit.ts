import { useState, type FormEvent, type RefObject } from 'react'
import { secretFor, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import type { GivenSecrets } from '#renderer/wizard/driver/given-secrets.ts'
import type { PasswordSlot } from '#shared/domain/saved-account.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import type { SecretFieldHandle } from '#renderer/wizard/views/secret-field.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

type Field = RefObject<SecretFieldHandle | null>

/** To the engine a key is what a password is: nothing is left out of it. */
function kindOf(state: Fields['state'], slot: PasswordSlot): GivenSecrets['kind'] {
  return secretFor(state, slot) === 'app-password' ? 'app-password' : 'password'
}

interface Fields {
  readonly state: ServersStep | SignInStep
  readonly field: Field
  /** `null` where sending takes no password of its own. */
  readonly sendingField: Field | null
}

/** What pressing the button, or Enter, does with what was typed. */
export function useSubmit({ state, field, sendingField }: Fields) {
  const { wizard } = useTools()
  const [doubt, setDoubt] = useState<'none' | 'asking' | 'answered'>('none')
  const test = async (account: string, sending: string | null) => {
    const alone = signInRecord(state).passwordFor === 'some'
    const kinds = { kind: kindOf(state, 'account'), sendingKind: kindOf(state, 'sending') }
    const given = alone ? { ...kinds, account: null, sending: account } : { ...kinds, account, sending }
    if (state.step === 'sign-in') return wizard.live.run(given, null)
    const answer = await wizard.servers.confirmAndTest(given)
    if (answer === 'tested') return
    // Nothing was used, and nothing typed is lost.
    field.current?.fill(account)
    if (sending !== null) sendingField?.current?.fill(sending)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Under settings that are being edited there is nothing to sign in to yet.
    if (state.step === 'servers' && state.drafts.length > 0) return
    // Nothing is taken out of one field as long as the other is empty.
    if (sendingField?.current?.isFilled() === false) return
    // Asked once: a user who presses again means it.
    if (doubt === 'none' && field.current?.isFilled() === true && !field.current.looksRight())
      return setDoubt('asking')
    setDoubt('answered')
    const account = field.current?.take() ?? null
    if (account !== null) void test(account, sendingField?.current?.take() ?? null)
  }
  return { doubt, submit }
}
