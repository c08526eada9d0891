import type { BatchRow } from '#shared/batch/row.ts'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { untestable } from '#cli/accounts/test-accounts.ts'
import { readRowSecret, type Untested } from '#cli/batch/row-secret.ts'
import { confirmationOf } from '#cli/check/confirm-found.ts'
import { planServices } from '#cli/check/plan-services.ts'
import { takesAppPassword } from '#cli/check/read-credential.ts'
import { present } from '#cli/present.ts'

/** A setup of the engine for one row. */
export interface RowSubject {
  readonly setupId: string
  /** `null`: it is in the setup already. */
  readonly credential: GivenCredential | null
}

/** What a row is tested with, and for whom. Whoever gets a setup has to close it. */
export async function subjectOf(
  useCases: UseCases,
  row: BatchRow,
  discovery: Discovery,
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Outcome<RowSubject, Untested>> {
  const { secret: reference } = row
  if (reference.kind === 'keychain') return openSaved(useCases, row, reference.account, signal)
  const secret = await readRowSecret(reference, env)
  if (!secret.ok) return secret
  const { endpoints: explicit, userName, address } = row
  const plan = {
    explicit,
    smtpSignIn: 'password',
    protocols: null,
    userName,
    address: address.ascii,
  } as const
  const planned = planServices(plan, discovery)
  const ticket = useCases.confirm(confirmationOf(planned, address.unicode, discovery))
  if (!ticket.ok) return fail({ code: ticket.error, facts: {} })
  const { setupId } = ticket.value
  const { state } = present(await useCases.reserveTry(setupId, 'if-left'))
  if (state === 'none-left') return refuse(useCases, setupId, { code: 'AUTH_PAUSED' })
  const kind = takesAppPassword(discovery.provider) ? 'app-password' : 'password'
  return ok({ setupId, credential: { kind, secret: secret.value } })
}

/**
 * SECURITY: a password in the keychain was saved for servers that the user agreed to. A row can name them, or leave them
 * out; one that names others gets nothing from there.
 */
async function openSaved(
  useCases: UseCases,
  row: BatchRow,
  account: string | null,
  signal: AbortSignal,
): Promise<Outcome<RowSubject, Untested>> {
  const opened = await useCases.open({ address: account ?? row.address.ascii, secret: 'use' }, signal)
  if (!opened.ok) return fail({ code: opened.error, facts: {} })
  const { setupId, account: saved } = opened.value
  const isForThem = row.endpoints.every((endpoint) =>
    saved.services.some(
      (service) =>
        sameEndpoint(service.endpoint, endpoint) &&
        (row.userName === null || row.userName === service.userName),
    ),
  )
  if (!isForThem) return refuse(useCases, setupId, { code: 'CFG_CONFIRM' })
  const problem = untestable(opened.value)
  return problem === null ? ok({ setupId, credential: null }) : refuse(useCases, setupId, problem)
}

function refuse(
  { close }: UseCases,
  setupId: string,
  { code, facts = {} }: Pick<Untested, 'code'> & Partial<Untested>,
): Outcome<never, Untested> {
  close(setupId)
  return fail({ code, facts })
}
