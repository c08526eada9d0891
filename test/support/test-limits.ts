import { DEFAULT_LIMITS, type Limits } from '#engine/limits.ts'

/** Deadlines short enough for a test and long enough for a loaded machine. */
export const TEST_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  dnsMs: 1_500,
  connectMs: 1_500,
  tlsMs: 1_500,
  greetingMs: 1_500,
  replyMs: 1_500,
  loginMs: 2_500,
  endpointMs: 8_000,
  patienceMs: 400,
  alternativesAfterMs: 300,
}
