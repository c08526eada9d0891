import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { ok } from '#shared/outcome.ts'
import {
  addressOfAccount,
  type InspectedAccount,
  type InspectedProfile,
} from '#shared/programs/account-review.ts'
import { judge } from '#shared/programs/judge.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { ReadProfile } from '#shared/programs/read-profile.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { readSettings, type InspectRequest } from '#engine/programs/read-settings.ts'

interface Question {
  readonly address: EmailAddress
  readonly accountType: null
  readonly network: 'ask' | 'leave-alone'
}

export interface LookUp {
  /** Snapshots, each better than the last. */
  readonly discover: (question: Question, signal: AbortSignal) => AsyncIterable<Discovery>
  /** `2026-11-27`. */
  readonly today: () => string
}

/** The accounts of the programs of this user, judged by what is known without asking the network. */
export async function inspectPrograms(
  request: InspectRequest,
  places: ProgramPlaces,
  lookUp: LookUp,
): Promise<readonly InspectedProfile[]> {
  const profiles = await readSettings(request, places)
  return Promise.all(profiles.map((profile) => judged(profile, lookUp)))
}

async function judged(profile: ReadProfile, lookUp: LookUp): Promise<InspectedProfile> {
  const { client, read, ...place } = profile
  if (!read.ok) return { ...place, client, read }
  const { accounts, notes } = read.value
  const inspected = await Promise.all(
    accounts.map(async (account): Promise<InspectedAccount> => {
      const known = await knownOf(account, 'leave-alone', lookUp, new AbortController().signal)
      return { client, account, findings: judgeAsSet({ client, account }, known) }
    }),
  )
  return { ...place, client, read: ok({ accounts: inspected, notes }) }
}

/** What can be said of an account without a test of its servers. */
export function judgeAsSet(
  { client, account }: { readonly client: ReadableClient; readonly account: ProgramAccount },
  known: KnownSettings,
) {
  return judge(account, READERS[client].role, known, [])
}

/** Everything the sources know about the address of an account; nothing where it has none. */
export async function knownOf(
  account: ProgramAccount,
  network: Question['network'],
  { discover, today }: LookUp,
  signal: AbortSignal,
): Promise<Pick<Discovery, 'day' | 'candidates' | 'provider'>> {
  const address = addressOfAccount(account)
  let known: Pick<Discovery, 'day' | 'candidates' | 'provider'> = {
    day: today(),
    provider: null,
    candidates: [],
  }
  if (address === null) return known
  for await (const snapshot of discover({ address, accountType: null, network }, signal)) known = snapshot
  return known
}
