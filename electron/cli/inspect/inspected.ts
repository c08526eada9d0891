import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import type { UseCases } from '#engine/use-cases.ts'

/** An account as its program has it, and what is wrong about it. */
export interface InspectedAccount {
  readonly account: ProgramAccount
  readonly results: readonly EndpointResult[]
  readonly findings: readonly SettingFinding[]
}

/** What one program has in one place. */
export type ReadPlace = Awaited<ReturnType<UseCases['inspect']>>[number]

export interface InspectedProfile extends Pick<ReadPlace, 'client' | 'version' | 'path' | 'read'> {
  readonly accounts: readonly InspectedAccount[]
}
