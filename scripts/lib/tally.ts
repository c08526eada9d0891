import { existsSync, readFileSync } from 'node:fs'
import type { Tally } from './static-checks.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
  readonly success: boolean
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** A runner that left no report has failed as a whole. */
const NO_REPORT: Tally = { passed: 0, failed: 1, skipped: 0 }

export function tallyOfVitest(path: string): Tally {
  const report = read(path) as VitestReport | null
  if (report === null) return NO_REPORT
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, success } = report
  // A file that cannot even be loaded has no failed test in it.
  return { passed, failed: numFailedTests > 0 || success ? numFailedTests : 1, skipped }
}

/** A test that only passes at the second try is a failed one. */
export function tallyOfPlaywright(path: string): Tally {
  const report = read(path) as PlaywrightReport | null
  if (report === null) return NO_REPORT
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((total, { passed, failed, skipped }) => ({
    passed: total.passed + passed,
    failed: total.failed + failed,
    skipped: total.skipped + skipped,
  }))
}
