import type { TestEvent } from '#shared/contract/test-event.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

/** What a test of an account tells that a program has: the live test of its servers, and in the end the judgement. */
export type ReviewEvent =
  | TestEvent
  | {
      readonly type: 'judged'
      readonly results: readonly EndpointResult[]
      /** The first cause first. */
      readonly findings: readonly SettingFinding[]
    }
