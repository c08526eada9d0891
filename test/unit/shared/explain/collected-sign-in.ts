import type { CollectedCase } from './collected-case.ts'

/** Collected refusals of sign-ins and what programs say of their connections: the texts stand in test/cases/sign-in. */
export const COLLECTED_SIGN_IN: readonly CollectedCase[] = [
  ['48-dotnet-starttls-first.txt', ['AUTH_ENCRYPTION_REQUIRED']],
]
