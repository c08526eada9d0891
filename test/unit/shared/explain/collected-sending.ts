import type { CollectedCase } from './collected-case.ts'

/** Collected refusals of messages and of bounces: the texts stand in test/cases/sending. */
export const COLLECTED_SENDING: readonly CollectedCase[] = [['b23-given-up-447.eml', ['SEND_UNREACHABLE']]]
